import { useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { words } from "./texts";

interface RemoveCalendarProps {
  calendar: Schemas["OutsideCalendar"];
  /** Is called when the list without it is shown. */
  onDone: () => void;
}

export function RemoveCalendar({ calendar, onDone }: RemoveCalendarProps) {
  const text = useTexts(words);
  const [confirming, setConfirming] = useState(false);
  const { id, name } = calendar;
  const { send, busy, refusal, forget } = useSending(async () => {
    await ask(api.DELETE("/api/admin/outside-calendars/{id}", { params: { path: { id } } }));
    await refreshGarden();
    onDone();
  });
  return (
    <>
      <Button look="danger" onClick={() => setConfirming(true)}>
        {text.remove}
        <span className="sr-only"> {name}</span>
      </Button>
      {confirming && (
        <ConfirmDialog
          title={text.removeTitle(name)}
          yes={text.remove}
          danger
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <p>{text.removeText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
