"use client";

import { useEffect, useState } from "react";
import { startSession } from "@/access/me";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import type { Signed } from "./logIn";
import { usePasskeys } from "./support";
import { passkeys } from "./texts";

interface PasskeyLogInProps {
  onDone: () => void;
}

/** Logs in with a passkey, if the browser supports it; also offered in the e-mail field. */
export function PasskeyLogIn({ onDone }: PasskeyLogInProps) {
  return usePasskeys() && <PasskeyButton onDone={onDone} />;
}

function PasskeyButton({ onDone }: PasskeyLogInProps) {
  const text = useTexts(passkeys);
  // A browser asks for one passkey at a time: no offer in the field while the dialog of the button
  // is open.
  const [offering, setOffering] = useState(true);
  const { send, busy, refusal } = useSending(async (offered?: Signed) => {
    const { askForPasskey, logInWith } = await import("./logIn");
    await startSession(await logInWith(offered ?? (await askForPasskey())));
    onDone();
  });

  useEffect(() => {
    if (!offering) {
      return;
    }
    const ending = new AbortController();
    void import("./logIn")
      .then(({ offerPasskeys }) => offerPasskeys(ending.signal))
      .then((assertion) => assertion && send(assertion))
      .catch(() => undefined); // A part of the page that cannot be loaded now: there is the button.
    return () => ending.abort();
  }, [offering, send]);

  async function press(): Promise<void> {
    setOffering(false);
    setOffering(!(await send()));
  }

  return (
    <>
      <Problem error={refusal} />
      <Button look="plain" busy={busy} onClick={() => void press()}>
        {text.logIn}
      </Button>
    </>
  );
}
