import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import type { DecisionProps } from "./decision";
import { nameOf, waitsForApproval } from "./person";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Lets somebody in; no question, for it can be taken back. */
export function Approve({ person, onDone }: DecisionProps) {
  const text = useTexts(words);
  const name = nameOf(person);
  const { send, busy, refusal } = useDecision(
    () => ask(api.POST("/api/admin/users/{id}/approve", { params: { path: { id: person.id } } })),
    () => onDone(text.approved(name)),
  );
  const waits = waitsForApproval(person);
  return (
    <>
      <Button look={waits ? "main" : "plain"} busy={busy} onClick={() => void send()}>
        {waits ? text.approve : text.approveAfterAll}
        <span className="sr-only"> {name}</span>
      </Button>
      <Problem error={refusal} />
    </>
  );
}
