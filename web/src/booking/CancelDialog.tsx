import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { Problem } from "@/platform/ui/Problem";
import { detailWords } from "./texts";

interface CancelDialogProps {
  booking: Schemas["Booking"];
  onClose: () => void;
}

/** Asks before beds are given back. */
export function CancelDialog({ booking, onClose }: CancelDialogProps) {
  const text = useTexts(detailWords);
  const language = useLanguage();
  const { id } = booking;
  const { send, busy, refusal } = useSending(async () => {
    await ask(
      api.POST("/api/bookings/{id}/cancel", {
        params: { path: { id } },
        body: {},
      }),
    );
    await refreshGarden();
    onClose();
  });

  return (
    <Dialog title={text.cancelTitle} onClose={onClose}>
      <form
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="font-semibold">{stayText(booking.startDate, booking.endDate, language)}</p>
        <p>{text.cancelText}</p>
        <Problem error={refusal} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onClose}>
            {text.cancelNo}
          </Button>
          <Button type="submit" look="danger" busy={busy}>
            {text.cancelYes}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
