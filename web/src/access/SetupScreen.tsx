"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { ButtonLink } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { tidyAddress } from "./link";
import { isSpent, LinkScreen, SpentLink, WayToLogIn } from "./LinkScreen";
import { startSession } from "./me";
import { NOBODY, PERSON_FIELDS, PersonFields } from "./PersonFields";
import { useLoginMethods } from "./loginMethods";

/** The first run: creates the first administrator. */
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
  const { data: methods } = useLoginMethods();
  const [person, setPerson] = useState(NOBODY);
  const [entering, setEntering] = useState(false);
  const { send, busy, refusal } = useSending(async () => {
    const answer = await ask(api.POST("/api/setup", { body: { token, ...person } }));
    setEntering(true);
    tidyAddress();
    await startSession(answer.user);
    router.replace("/garden");
  });

  if (refusal?.status === 404 || (methods?.setupNeeded === false && !entering)) {
    return (
      <FocusOnMount>
        <Notice kind="info">{text.setup.done}</Notice>
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
    <>
      <p className="mb-4">{text.setup.text}</p>
      <PublicForm
        send={text.setup.send}
        busy={busy}
        refusal={refusal}
        shown={PERSON_FIELDS}
        onSend={() => void send()}
      >
        <PersonFields person={person} refusal={refusal} onChange={setPerson} />
      </PublicForm>
    </>
  );
}

function WayOut() {
  return <WayToLogIn>{useTexts(entry).setup.wayOut}</WayToLogIn>;
}
