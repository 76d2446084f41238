"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Card } from "@/platform/ui/Card";
import { Notice } from "@/platform/ui/Notice";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { EmailField } from "./PersonFields";
import { useSendsMail } from "./loginMethods";

/**
 * Sends the link that confirms an address again; asks for the address unless the caller gives it.
 */
export function SendAgain({ email: known }: { email?: string }) {
  const text = useTexts(entry);
  const [typed, setTyped] = useState("");
  const [sent, setSent] = useState(false);
  const sendsMail = useSendsMail();
  const email = known ?? typed;
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.POST("/api/auth/resend-verification", { body: { email } }));
    setSent(true);
  });

  if (!sendsMail) {
    return (
      <Card>
        <p>{text.sendAgain.noMail}</p>
      </Card>
    );
  }
  return (
    <Card className="flex flex-col gap-3">
      <h2>{text.sendAgain.title}</h2>
      {sent ? (
        <FocusOnMount>
          <Notice kind="good">{text.sendAgain.sent}</Notice>
        </FocusOnMount>
      ) : (
        <>
          <p className="text-muted">{text.sendAgain.text}</p>
          <PublicForm
            send={text.sendAgain.send}
            busy={busy}
            refusal={refusal}
            shown={known === undefined ? ["email"] : []}
            onSend={() => void send()}
          >
            {known === undefined && (
              <EmailField value={typed} errors={refusal?.errors.email} onChange={setTyped} />
            )}
          </PublicForm>
        </>
      )}
    </Card>
  );
}
