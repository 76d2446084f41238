import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Question } from "@/platform/ui/Question";
import type { DecisionProps } from "./decision";
import { nameOf } from "./person";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Takes access away from somebody, or an invitation back. Nobody sends themselves away here. */
export function Revoke({ person, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  const name = nameOf(person);
  const invited = person.status === "Invited";
  const { send, busy, refusal, forget } = useDecision(
    () => ask(api.POST("/api/admin/users/{id}/revoke", { params: { path: { id: person.id } } })),
    () => onDone(invited ? text.withdrawn(name) : text.revoked(name)),
  );
  if (person.id === me?.id) {
    return null;
  }
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {invited ? text.withdraw : text.revoke}
        <span className="sr-only"> {name}</span>
      </Button>
      {asking && (
        <Question
          title={invited ? text.withdrawTitle(name) : text.revokeTitle(name)}
          yes={invited ? text.withdraw : text.revoke}
          danger
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setAsking(false);
            forget();
          }}
        >
          <p>{invited ? text.withdrawText : text.revokeText}</p>
        </Question>
      )}
    </>
  );
}
