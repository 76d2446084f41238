"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { useMounted } from "@/platform/ui/useMounted";
import { Button } from "@/platform/ui/Button";
import { TextField } from "@/platform/ui/Field";
import { PasswordField } from "@/platform/ui/PasswordField";
import { Problem } from "@/platform/ui/Problem";
import { PageLink } from "@/platform/ui/PageLink";
import { startSession } from "./me";
import { OtherLoginMethods } from "./OtherLoginMethods";
import { words } from "./texts";

interface LogInFormProps {
  /** The address, if the member only logs in again. */
  email?: string;
  onDone: () => void;
}

export function LogInForm({ email: known = "", onDone }: LogInFormProps) {
  const text = useTexts(words);
  // Before React has hydrated the page, typed text would be lost and nothing could be sent.
  const alive = useMounted();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const { send, busy, refusal } = useSending(async () => {
    const answer = await ask(api.POST("/api/auth/login", { body: { email, password } }));
    await startSession(answer.user);
    onDone();
  });

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset disabled={!alive} className="flex flex-col gap-4">
        <Problem error={refusal} />
        <TextField
          label={text.email}
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={text.password}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {text.logIn}
        </Button>
        <OtherLoginMethods onDone={onDone} />
        <PageLink
          href="/forgot-password"
          className="text-leaf self-start underline underline-offset-4"
        >
          {text.forgotPassword}
        </PageLink>
      </fieldset>
    </form>
  );
}
