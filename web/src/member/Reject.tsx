import { useState } from "react";
import { useSendsMail } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { TextField } from "@/platform/ui/Field";
import { decide, type DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";

/** Rejects a registration, with a reason. */
export function Reject({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const [reason, setReason] = useState("");
  const name = nameOf(member);
  return (
    <ConfirmButton
      label={text.reject}
      about={name}
      look="danger"
      title={text.rejectTitle(name)}
      danger
      shown={["reason"]}
      action={() =>
        decide(() =>
          ask(
            api.POST("/api/admin/users/{id}/reject", {
              params: { path: { id: member.id } },
              body: { reason },
            }),
          ),
        )
      }
      onDone={() => onDone(text.rejected(name))}
    >
      {(refusal) => (
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
      )}
    </ConfirmButton>
  );
}
