import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import type { DecisionProps } from "./decision";
import { nameOf, waitsForApproval } from "./member";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Approves a member, at once: an administrator can undo it. */
export function Approve({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const name = nameOf(member);
  const { send, busy, refusal } = useDecision(
    () => ask(api.POST("/api/admin/users/{id}/approve", { params: { path: { id: member.id } } })),
    () => onDone(text.approved(name)),
  );
  const waits = waitsForApproval(member);
  return (
    <>
      <Button look={waits ? "main" : "plain"} busy={busy} onClick={() => void send()}>
        {waits
          ? text.approve
          : member.status === "Revoked"
            ? text.giveAccessBack
            : text.approveRejected}
        <span className="sr-only"> {name}</span>
      </Button>
      <Problem error={refusal} />
    </>
  );
}
