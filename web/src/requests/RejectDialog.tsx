import { useCallback, useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { TextArea } from "@/platform/ui/Field";
import { Question } from "@/platform/ui/Question";
import { words } from "./texts";

interface RejectDialogProps {
  booking: Schemas["Booking"];
  onDone: () => void;
  onClose: () => void;
}

/** Asks before somebody is told that they cannot come, and for the reason if there is one to tell. */
export function RejectDialog({ booking, onDone, onClose }: RejectDialogProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const { send, busy, refusal } = useSending(
    useCallback(async () => {
      await ask(
        api.POST("/api/bookings/{id}/reject", {
          params: { path: { id: booking.id } },
          body: reason.trim() ? { reason: reason.trim() } : {},
        }),
      );
      await refreshGarden();
      onDone();
    }, [booking.id, reason, onDone]),
  );
  return (
    <Question
      title={text.rejectTitle}
      yes={text.reject}
      danger
      busy={busy}
      refusal={refusal}
      shown={["reason"]}
      onYes={() => void send()}
      onNo={onClose}
    >
      <p>
        <span className="font-semibold">{booking.memberName ?? text.erased}</span>
        <br />
        {stayText(booking.startDate, booking.endDate, language)}
      </p>
      <p>{text.rejectText}</p>
      <TextArea
        label={text.reason}
        hint={text.reasonHint}
        name="reason"
        maxLength={500}
        value={reason}
        errors={refusal?.errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Question>
  );
}
