import { useState } from "react";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import type { DecisionProps } from "./decision";
import { invite } from "./invite";
import { InviteLink } from "./InviteLink";
import { nameOf } from "./member";
import { words } from "./texts";

/** Makes a new link for an invited person who lost it. */
export function NewLink({ member }: DecisionProps) {
  const text = useTexts(words);
  const [confirming, setConfirming] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { email, firstName, lastName, role } = member;
  const { send, busy, refusal, forget } = useSending(async () => {
    setLink(await invite({ email, firstName, lastName, role }));
  });
  const close = () => {
    setConfirming(false);
    setLink(null);
    forget();
  };
  const title = text.newLinkTitle(nameOf(member));
  return (
    <>
      <Button look="plain" onClick={() => setConfirming(true)}>
        {text.newLink}
        <span className="sr-only"> {nameOf(member)}</span>
      </Button>
      {confirming && !link && (
        <ConfirmDialog
          title={title}
          yes={text.newLinkYes}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={close}
        >
          <p>{text.newLinkText}</p>
        </ConfirmDialog>
      )}
      {link && (
        <Dialog title={title} onClose={close}>
          <div className="flex flex-col gap-4">
            <InviteLink link={link} name={nameOf(member)} />
            <Button onClick={close}>{text.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
