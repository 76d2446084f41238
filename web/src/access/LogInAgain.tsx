"use client";

import { logInLater, sessionBegan, useSessionEnded } from "@/platform/api/session";
import { useTexts } from "@/platform/texts/texts";
import { Dialog } from "@/platform/ui/Dialog";
import { LogInForm } from "./LogInForm";
import { words } from "./texts";

/** Asks for the password in a dialog above the page, so that nothing typed on the page is lost. */
export function LogInAgain({ email }: { email: string }) {
  const text = useTexts(words);
  if (!useSessionEnded()) {
    return null;
  }
  return (
    <Dialog title={text.again.title} onClose={logInLater}>
      <p className="text-muted mb-4">{text.again.text}</p>
      <LogInForm email={email} onDone={sessionBegan} />
    </Dialog>
  );
}
