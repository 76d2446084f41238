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

/** Lets a member manage too, or no longer. */
export function ChangeRole({ person, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me, mutate: readMe } = useMe();
  const [asking, setAsking] = useState(false);
  const name = nameOf(person);
  const manages = person.role === "Administrator";
  const { send, busy, refusal, forget } = useDecision(
    async () => {
      await ask(
        api.PATCH("/api/admin/users/{id}", {
          params: { path: { id: person.id } },
          body: { role: manages ? "Member" : "Administrator" },
        }),
      );
      if (person.id === me?.id) {
        await readMe();
      }
    },
    () => {
      setAsking(false);
      onDone(manages ? text.demoted(name) : text.promoted(name), true);
    },
  );
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {manages ? text.demote : text.promote}
        <span className="sr-only"> {name}</span>
      </Button>
      {asking && (
        <Question
          title={manages ? text.demoteTitle(name) : text.promoteTitle(name)}
          yes={manages ? text.demote : text.promote}
          danger={manages}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setAsking(false);
            forget();
          }}
        >
          <p>{manages ? text.demoteText : text.promoteText}</p>
          {manages && person.id === me?.id && <p>{text.demoteSelf}</p>}
        </Question>
      )}
    </>
  );
}
