import { useState } from "react";
import { useSendsMail } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { TextField } from "@/platform/ui/Field";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import type { DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Turns somebody down, and says why. */
export function Reject({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const [confirming, setConfirming] = useState(false);
  const [reason, setReason] = useState("");
  const name = nameOf(member);
  const { send, busy, refusal, forget } = useDecision(
    () =>
      ask(
        api.POST("/api/admin/users/{id}/reject", {
          params: { path: { id: member.id } },
          body: { reason },
        }),
      ),
    () => onDone(text.rejected(name)),
  );
  return (
    <>
      <Button look="danger" onClick={() => setConfirming(true)}>
        {text.reject}
        <span className="sr-only"> {name}</span>
      </Button>
      {confirming && (
        <ConfirmDialog
          title={text.rejectTitle(name)}
          yes={text.reject}
          danger
          busy={busy}
          refusal={refusal}
          shown={["reason"]}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <TextField
            label={text.reason}
            hint={sendsMail ? text.rejectText : text.rejectNoMail}
            name="reason"
            required
            maxLength={500}
            value={reason}
            errors={refusal?.errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
