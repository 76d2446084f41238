"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Screen } from "@/platform/ui/Screen";
import { PageLink } from "@/platform/ui/PageLink";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { NOBODY, PERSON_FIELDS, PersonFields } from "./PersonFields";
import { SendAgain } from "./SendAgain";
import { useSendsMail } from "./loginMethods";

/** Registers a new member. The page never tells whether the address has an account already. */
export function RegisterScreen() {
  const text = useTexts(entry);
  const [person, setPerson] = useState(NOBODY);
  const [registered, setRegistered] = useState<string | null>(null);
  const sendsMail = useSendsMail();
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.POST("/api/auth/register", { body: person }));
    setRegistered(person.email);
  });

  if (registered !== null) {
    return sendsMail ? <WrittenTo email={registered} /> : <WithoutMail email={registered} />;
  }
  return (
    <Screen title={text.register.title} narrow>
      <Card>
        <p className="mb-4">{text.register.text}</p>
        <PublicForm
          send={text.register.send}
          busy={busy}
          refusal={refusal}
          shown={PERSON_FIELDS}
          onSend={() => void send()}
        >
          <PersonFields person={person} refusal={refusal} onChange={setPerson} />
        </PublicForm>
      </Card>
      <ul className="text-leaf flex flex-wrap gap-x-6 gap-y-2 px-1">
        <li>
          <PageLink href="/" className="inline-block py-2 underline underline-offset-4">
            {text.register.haveOne}
          </PageLink>
        </li>
        {sendsMail && (
          <li>
            <PageLink
              href="/verify-email"
              className="inline-block py-2 underline underline-offset-4"
            >
              {text.sendAgain.title}
            </PageLink>
          </li>
        )}
      </ul>
    </Screen>
  );
}

function WrittenTo({ email }: { email: string }) {
  const text = useTexts(entry);
  return (
    <Screen title={text.register.sentTitle} narrow>
      <Card>
        <FocusOnMount>
          <p>{text.register.sent(email)}</p>
          <ol className="marker:text-leaf flex list-decimal flex-col gap-2 pl-6 marker:font-bold">
            <li>{text.register.stepMail}</li>
            <li>{text.register.stepApproval}</li>
            <li>{text.register.stepBook}</li>
          </ol>
        </FocusOnMount>
      </Card>
      <SendAgain email={email} />
    </Screen>
  );
}

/** Shows the same text for the first registration with an address and for every later one. */
function WithoutMail({ email }: { email: string }) {
  const text = useTexts(entry);
  return (
    <Screen title={text.register.noMailTitle} narrow>
      <Card>
        <FocusOnMount>
          <p className="wrap-anywhere">{text.register.noMail(email)}</p>
          <ol className="marker:text-leaf flex list-decimal flex-col gap-2 pl-6 marker:font-bold">
            <li>{text.register.noMailStepTell}</li>
            <li>{text.register.noMailStepLogIn}</li>
            <li>{text.register.noMailStepPassword}</li>
          </ol>
          <ButtonLink look="plain" href="/">
            {text.toLogIn}
          </ButtonLink>
        </FocusOnMount>
      </Card>
    </Screen>
  );
}
