import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { decide, type DecisionProps } from "./decision";
import { nameOf, waitsForApproval } from "./member";
import { words } from "./texts";

/** Approves a member, at once: an administrator can undo it. */
export function Approve({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const name = nameOf(member);
  const { send, busy, refusal } = useSending(async () => {
    const path = { params: { path: { id: member.id } } };
    await decide(() => ask(api.POST("/api/admin/users/{id}/approve", path)));
    onDone(text.approved(name));
  });
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
