"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { PublicForm } from "./PublicForm";
import { entry } from "./entryTexts";
import { tidyAddress } from "./link";
import { isSpent, LinkScreen, SpentLink, WayToLogIn } from "./LinkScreen";
import { startSession } from "./me";
import { NewPassword } from "./NewPassword";

/** An invited person chooses a password and is logged in. */
export function InvitationScreen() {
  const text = useTexts(entry);
  return (
    <LinkScreen title={text.invitation.title} wayOut={<WayOut />}>
      {(token) => <InvitationForm token={token} />}
    </LinkScreen>
  );
}

function InvitationForm({ token }: { token: string }) {
  const text = useTexts(entry);
  const router = useRouter();
  const [password, setPassword] = useState("");
  const { send, busy, refusal } = useSending(async () => {
    const answer = await ask(
      api.POST("/api/auth/accept-invitation", { body: { token, password } }),
    );
    tidyAddress();
    await startSession(answer.user);
    router.replace("/garden");
  });

  if (isSpent(refusal)) {
    return (
      <SpentLink refusal={refusal}>
        <WayOut />
      </SpentLink>
    );
  }
  return (
    <>
      <p className="mb-4">{text.invitation.text}</p>
      <PublicForm
        send={text.invitation.send}
        busy={busy}
        refusal={refusal}
        shown={["password"]}
        onSend={() => void send()}
      >
        <NewPassword
          label={text.choosePassword}
          value={password}
          errors={refusal?.errors.password}
          onChange={setPassword}
        />
      </PublicForm>
    </>
  );
}

function WayOut() {
  return <WayToLogIn>{useTexts(entry).invitation.wayOut}</WayToLogIn>;
}
