"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Arrived } from "@/platform/ui/Arrived";
import { ButtonLink } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { DoorForm } from "./DoorForm";
import { entry } from "./entryTexts";
import { tidyAddress } from "./link";
import { isSpent, LinkScreen, SpentLink, WayToLogIn } from "./LinkScreen";
import { signedIn } from "./me";
import { NOBODY, PERSON_FIELDS, PersonFields } from "./PersonFields";
import { useWaysIn } from "./ways";

/** The first run: makes who opens the garden its first administrator. */
export function SetupScreen() {
  const text = useTexts(entry);
  return (
    <LinkScreen title={text.setup.title} wayOut={<WayOut />}>
      {(token) => <SetupForm token={token} />}
    </LinkScreen>
  );
}

function SetupForm({ token }: { token: string }) {
  const text = useTexts(entry);
  const router = useRouter();
  const { data: ways } = useWaysIn();
  const [person, setPerson] = useState(NOBODY);
  const [entering, setEntering] = useState(false);
  const { send, busy, refusal } = useSending(async () => {
    const answer = await ask(api.POST("/api/setup", { body: { token, ...person } }));
    setEntering(true);
    tidyAddress();
    await signedIn(answer.user);
    router.replace("/garden");
  });

  if (refusal?.status === 404 || (ways?.setupNeeded === false && !entering)) {
    return (
      <Arrived>
        <Notice kind="info">{text.setup.done}</Notice>
        <ButtonLink href="/">{text.toLogIn}</ButtonLink>
      </Arrived>
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
    <>
      <p className="mb-4">{text.setup.text}</p>
      <DoorForm
        send={text.setup.send}
        busy={busy}
        refusal={refusal}
        shown={PERSON_FIELDS}
        onSend={() => void send()}
      >
        <PersonFields person={person} refusal={refusal} onChange={setPerson} />
      </DoorForm>
    </>
  );
}

function WayOut() {
  return <WayToLogIn>{useTexts(entry).setup.wayOut}</WayToLogIn>;
}
