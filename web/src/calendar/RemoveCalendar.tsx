import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { words } from "./texts";

interface RemoveCalendarProps {
  calendar: Schemas["ExternalCalendar"];
  /** Called when the list without the calendar is shown. */
  onDone: () => void;
}

export function RemoveCalendar({ calendar, onDone }: RemoveCalendarProps) {
  const text = useTexts(words);
  const { id, name } = calendar;
  const remove = async () => {
    await ask(api.DELETE("/api/admin/external-calendars/{id}", { params: { path: { id } } }));
    await refreshGarden();
  };
  return (
    <ConfirmButton
      label={text.remove}
      about={name}
      look="danger"
      title={text.removeTitle(name)}
      danger
      action={remove}
      onDone={onDone}
    >
      {() => <p>{text.removeText}</p>}
    </ConfirmButton>
  );
}
