import { useState } from "react";
import type { Me } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Checkbox } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

/** Whether other members see the member's first name, and who sees what else. */
export function Privacy({ me }: { me: Me }) {
  const all = useTexts(words);
  const text = all.privacy;
  const { send, refusal, saved } = useProfileChange();
  const [hidden, setHidden] = useState(me.shownAsOccupied);
  const sights = [
    [text.members, hidden ? text.membersOccupied : text.membersNamed],
    [text.admin, text.adminSees],
    [text.strangers, text.strangersSee],
  ];

  /** Shows the choice at once, and takes it back if the server refuses it. */
  async function choose(occupied: boolean): Promise<void> {
    setHidden(occupied);
    if (!(await send({ shownAsOccupied: occupied }))) {
      setHidden(!occupied);
    }
  }

  return (
    <Card className="flex flex-col gap-4">
      <h2>{text.title}</h2>
      <Problem error={refusal} />
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Checkbox
          label={text.occupied}
          hint={text.occupiedHint}
          checked={hidden}
          onChange={(event) => void choose(event.target.checked)}
        />
        <StatusMessage>{saved ? all.saved : ""}</StatusMessage>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {text.preview}
        <strong className={hidden ? "hatched rounded-lg px-1 pt-1 pb-2" : "py-1"}>
          <span className={`rounded-md px-2 py-0.5 ${hidden ? "bg-card" : "bg-leaf-soft"}`}>
            {hidden ? text.previewOccupied : me.firstName}
          </span>
        </strong>
      </p>
      <dl className="border-line divide-line divide-y border-t">
        {sights.map(([who, what]) => (
          <div key={who} className="grid gap-x-4 py-2 sm:grid-cols-[12rem_1fr]">
            <dt className="font-medium">{who}</dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
