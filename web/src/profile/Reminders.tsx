import { useState } from "react";
import type { Me } from "@/access/me";
import { useSendsMail } from "@/access/ways";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Checkbox } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { Told } from "@/platform/ui/Told";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

/** Whether a letter reminds of each stay. */
export function Reminders({ me }: { me: Me }) {
  const text = useTexts(words);
  const { send, refusal, saved } = useProfileChange();
  const sendsMail = useSendsMail();
  const [wanted, setWanted] = useState(me.reminded);

  /** Shown at once, and taken back if the server does not take it. */
  async function choose(reminded: boolean): Promise<void> {
    setWanted(reminded);
    if (!(await send({ reminded }))) {
      setWanted(!reminded);
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
          checked={wanted}
          onChange={(event) => void choose(event.target.checked)}
        />
        <Told>{saved ? text.saved : ""}</Told>
      </div>
    </Card>
  );
}
