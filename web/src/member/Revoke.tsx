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

/** Takes access away from somebody, or an invitation back. Nobody sends themselves away here. */
export function Revoke({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me } = useMe();
  const [confirming, setConfirming] = useState(false);
  const name = nameOf(member);
  const invited = member.status === "Invited";
  const { send, busy, refusal, forget } = useDecision(
    () => ask(api.POST("/api/admin/users/{id}/revoke", { params: { path: { id: member.id } } })),
    () => onDone(invited ? text.withdrawn(name) : text.revoked(name)),
  );
  if (member.id === me?.id) {
    return null;
  }
  return (
    <>
      <Button look="danger" onClick={() => setConfirming(true)}>
        {invited ? text.withdraw : text.revoke}
        <span className="sr-only"> {name}</span>
      </Button>
      {confirming && (
        <ConfirmDialog
          title={invited ? text.withdrawTitle(name) : text.revokeTitle(name)}
          yes={invited ? text.withdraw : text.revoke}
          danger
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <p>{invited ? text.withdrawText : text.revokeText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
