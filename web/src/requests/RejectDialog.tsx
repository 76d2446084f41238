import { useState } from "react";
import { useSendsMail } from "@/access/loginMethods";
import { sleeperOf } from "@/booking/owner";
import { api, ask, type Schemas } from "@/platform/api/client";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { TextArea } from "@/platform/ui/Field";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { words } from "./texts";
import { tagOf, useReply, type ReplyListener } from "./useReply";

interface RejectDialogProps {
  booking: Schemas["Booking"];
  listener: ReplyListener;
  onClose: () => void;
}

/** Asks for confirmation before a request is rejected, and for the reason, which is optional. */
export function RejectDialog({ booking, listener, onClose }: RejectDialogProps) {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const who = sleeperOf(booking) ?? text.erased;
  const stay = stayText(booking.startDate, booking.endDate, language);
  const { send, busy, refusal } = useReply(
    booking.id,
    () =>
      ask(
        api.POST("/api/bookings/{id}/reject", {
          params: { path: { id: booking.id }, header: { "If-Match": tagOf(booking) } },
          body: reason.trim() ? { reason: reason.trim() } : {},
        }),
      ),
    text.rejected(who, stay),
    listener,
  );
  return (
    <ConfirmDialog
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
        <span className="font-semibold">{who}</span>
        <br />
        {stay}
      </p>
      <ul>
        {booking.bookingItems.map((item) => (
          <li key={item.sleepingAccommodationId} className="break-words">
            {item.sleepingAccommodationName} ({text.persons(item.personCount)})
          </li>
        ))}
      </ul>
      <p>{text.rejectText}</p>
      <TextArea
        label={text.reason}
        hint={sendsMail ? text.reasonHint : text.reasonNoMail}
        name="reason"
        maxLength={500}
        value={reason}
        errors={refusal?.errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
