"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Card } from "@/platform/ui/Card";
import { Screen } from "@/platform/ui/Screen";
import { PageLink } from "@/platform/ui/PageLink";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { EmailField } from "./PersonFields";
import { useSendsMail } from "./loginMethods";

/** Sends a link to a new password. The page never tells whether the address has an account. */
export function ForgotPasswordScreen() {
  const text = useTexts(entry);
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const sendsMail = useSendsMail();
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.POST("/api/auth/forgot-password", { body: { email } }));
    setSent(true);
  });

  return (
    <Screen title={sent && sendsMail ? text.forgot.sentTitle : text.forgot.title} narrow>
      <Card>
        {!sendsMail ? (
          <p>{text.forgot.noMail}</p>
        ) : sent ? (
          <FocusOnMount>
            <p>{text.forgot.sent}</p>
            <p className="text-muted">{text.forgot.nothing}</p>
          </FocusOnMount>
        ) : (
          <>
            <p className="mb-4">{text.forgot.text}</p>
            <PublicForm
              send={text.forgot.send}
              busy={busy}
              refusal={refusal}
              shown={["email"]}
              onSend={() => void send()}
            >
              <EmailField value={email} errors={refusal?.errors.email} onChange={setEmail} />
            </PublicForm>
          </>
        )}
      </Card>
      <PageLink href="/" className="text-leaf self-start px-1 py-2 underline underline-offset-4">
        {text.forgot.back}
      </PageLink>
    </Screen>
  );
}
