import { useState } from "react";
import { useSendsMail } from "@/access/ways";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { TextField } from "@/platform/ui/Field";
import { Question } from "@/platform/ui/Question";
import type { DecisionProps } from "./decision";
import { nameOf } from "./person";
import { words } from "./texts";
import { useDecision } from "./useDecision";

/** Turns somebody down, and says why. */
export function Reject({ person, onDone }: DecisionProps) {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const name = nameOf(person);
  const { send, busy, refusal, forget } = useDecision(
    () =>
      ask(
        api.POST("/api/admin/users/{id}/reject", {
          params: { path: { id: person.id } },
          body: { reason },
        }),
      ),
    () => onDone(text.rejected(name)),
  );
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {text.reject}
        <span className="sr-only"> {name}</span>
      </Button>
      {asking && (
        <Question
          title={text.rejectTitle(name)}
          yes={text.reject}
          danger
          busy={busy}
          refusal={refusal}
          shown={["reason"]}
          onYes={() => void send()}
          onNo={() => {
            setAsking(false);
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
        </Question>
      )}
    </>
  );
}
