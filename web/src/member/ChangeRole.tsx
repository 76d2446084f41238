import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import type { DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Lets a member manage too, or no longer. */
export function ChangeRole({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me, mutate: readMe } = useMe();
  const [confirming, setConfirming] = useState(false);
  const name = nameOf(member);
  const manages = member.role === "Administrator";
  const { send, busy, refusal, forget } = useDecision(
    async () => {
      await ask(
        api.PATCH("/api/admin/users/{id}", {
          params: { path: { id: member.id } },
          body: { role: manages ? "Member" : "Administrator" },
        }),
      );
      if (member.id === me?.id) {
        await readMe();
      }
    },
    () => {
      setConfirming(false);
      onDone(manages ? text.demoted(name) : text.promoted(name), true);
    },
  );
  return (
    <>
      <Button look="plain" onClick={() => setConfirming(true)}>
        {manages ? text.demote : text.promote}
        <span className="sr-only"> {name}</span>
      </Button>
      {confirming && (
        <ConfirmDialog
          title={manages ? text.demoteTitle(name) : text.promoteTitle(name)}
          yes={manages ? text.demote : text.promote}
          danger={manages}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <p>{manages ? text.demoteText : text.promoteText}</p>
          {manages && member.id === me?.id && <p>{text.demoteSelf}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
