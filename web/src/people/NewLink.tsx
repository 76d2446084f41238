import { useState } from "react";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { Question } from "@/platform/ui/Question";
import type { DecisionProps } from "./decision";
import { invite } from "./invite";
import { InviteLink } from "./InviteLink";
import { nameOf } from "./person";
import { words } from "./texts";

/** Makes a new link for somebody who lost theirs. */
export function NewLink({ person }: DecisionProps) {
  const text = useTexts(words);
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { email, firstName, lastName, role } = person;
  const { send, busy, refusal, forget } = useSending(async () => {
    setLink(await invite({ email, firstName, lastName, role }));
  });
  const close = () => {
    setAsking(false);
    setLink(null);
    forget();
  };
  const title = text.newLinkTitle(nameOf(person));
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {text.newLink}
        <span className="sr-only"> {nameOf(person)}</span>
      </Button>
      {asking && !link && (
        <Question
          title={title}
          yes={text.newLinkYes}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={close}
        >
          <p>{text.newLinkText}</p>
        </Question>
      )}
      {link && (
        <Dialog title={title} onClose={close}>
          <div className="flex flex-col gap-4">
            <InviteLink link={link} name={nameOf(person)} />
            <Button onClick={close}>{text.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
