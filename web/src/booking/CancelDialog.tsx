import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { detailWords } from "./texts";

interface CancelDialogProps {
  booking: Schemas["Booking"];
  onClose: () => void;
}

/** Asks for confirmation before a booking is cancelled. */
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
    <ConfirmDialog
      title={text.cancelTitle}
      yes={text.cancelYes}
      no={text.cancelNo}
      danger
      busy={busy}
      refusal={refusal}
      onYes={() => void send()}
      onNo={onClose}
    >
      <p className="font-semibold">{stayText(booking.startDate, booking.endDate, language)}</p>
      <p>{text.cancelText}</p>
    </ConfirmDialog>
  );
}
