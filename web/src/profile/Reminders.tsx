import { useState } from "react";
import type { Me } from "@/access/me";
import { useSendsMail } from "@/access/loginMethods";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Checkbox } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

/** Whether the server sends a reminder by mail before each stay. */
export function Reminders({ me }: { me: Me }) {
  const text = useTexts(words);
  const { send, refusal, saved } = useProfileChange();
  const sendsMail = useSendsMail();
  const [enabled, setEnabled] = useState(me.reminded);

  /** Shows the choice at once, and takes it back if the server refuses it. */
  async function choose(reminded: boolean): Promise<void> {
    setEnabled(reminded);
    if (!(await send({ reminded }))) {
      setEnabled(!reminded);
    }
  }

  return (
    <Card className="flex flex-col gap-3">
      <h2>{text.reminders.title}</h2>
      <Problem error={refusal} />
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Checkbox
          label={text.reminders.label}
          hint={sendsMail ? text.reminders.hint : text.reminders.hintNoMail}
          checked={enabled}
          onChange={(event) => void choose(event.target.checked)}
        />
        <StatusMessage>{saved ? text.saved : ""}</StatusMessage>
      </div>
    </Card>
  );
}
