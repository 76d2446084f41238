"use client";

import { useEffect, useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { entry } from "./entryTexts";
import { tidyAddress, useLinkToken } from "./link";
import { isSpent, SpentLink, WayToLogIn } from "./LinkScreen";
import { SendAgain } from "./SendAgain";

/** Confirms an address as soon as its link is opened; without a token it offers to send a link. */
export function VerifyEmailScreen() {
  const text = useTexts(entry);
  const token = useLinkToken();
  return (
    <Screen title={text.verify.title} narrow>
      {token === undefined && <Loading>{text.loading}</Loading>}
      {token === null && <SendAgain />}
      {token && <Verification key={token} token={token} />}
    </Screen>
  );
}

function Verification({ token }: { token: string }) {
  const text = useTexts(entry);
  const [done, setDone] = useState(false);
  const { send, refusal } = useSending(async () => {
    await ask(api.POST("/api/auth/verify-email", { body: { token } }));
    tidyAddress();
    setDone(true);
  });

  useEffect(() => {
    void send();
  }, [send]);

  if (done) {
    return (
      <Card>
        <FocusOnMount>
          <h2>{text.verify.doneTitle}</h2>
          <p>{text.verify.done}</p>
          <ButtonLink href="/">{text.toLogIn}</ButtonLink>
        </FocusOnMount>
      </Card>
    );
  }
  if (isSpent(refusal)) {
    return (
      <>
        <Card>
          <SpentLink refusal={refusal}>
            <WayToLogIn>{text.verify.maybeDone}</WayToLogIn>
          </SpentLink>
        </Card>
        <SendAgain />
      </>
    );
  }
  return refusal ? (
    <Problem error={refusal} onRetry={() => void send()} />
  ) : (
    <Loading>{text.verify.sending}</Loading>
  );
}
