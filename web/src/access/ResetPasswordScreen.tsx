"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { ButtonLink } from "@/platform/ui/Button";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { tidyAddress } from "./link";
import { isSpent, LinkScreen, SpentLink } from "./LinkScreen";
import { NewPassword } from "./NewPassword";

/** Sets a new password with the link from a mail. */
export function ResetPasswordScreen() {
  const text = useTexts(entry);
  return (
    <LinkScreen title={text.reset.title} wayOut={<WayOut />}>
      {(token) => <ResetForm token={token} />}
    </LinkScreen>
  );
}

function ResetForm({ token }: { token: string }) {
  const text = useTexts(entry);
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.POST("/api/auth/reset-password", { body: { token, password } }));
    tidyAddress();
    setDone(true);
  });

  if (done) {
    return (
      <FocusOnMount>
        <h2>{text.reset.doneTitle}</h2>
        <p>{text.reset.done}</p>
        <ButtonLink href="/">{text.toLogIn}</ButtonLink>
      </FocusOnMount>
    );
  }
  if (isSpent(refusal)) {
    return (
      <SpentLink refusal={refusal}>
        <WayOut />
      </SpentLink>
    );
  }
  return (
    <PublicForm
      send={text.reset.send}
      busy={busy}
      refusal={refusal}
      shown={["password"]}
      onSend={() => void send()}
    >
      <NewPassword
        label={text.newPassword}
        value={password}
        errors={refusal?.errors.password}
        onChange={setPassword}
      />
    </PublicForm>
  );
}

function WayOut() {
  const text = useTexts(entry);
  return (
    <>
      <p>{text.reset.wayOut}</p>
      <ButtonLink href="/forgot-password">{text.reset.another}</ButtonLink>
    </>
  );
}
