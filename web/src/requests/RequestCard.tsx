import { useId, useState } from "react";
import { sleeperOf } from "@/booking/owner";
import { api, ask, type Schemas } from "@/platform/api/client";
import { momentText, stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { PageLink } from "@/platform/ui/PageLink";
import { RejectDialog } from "./RejectDialog";
import { words } from "./texts";
import { tagOf, useReply, type ReplyListener } from "./useReply";

interface RequestCardProps {
  booking: Schemas["Booking"];
  listener: ReplyListener;
}

/** One request: who, when, where and how many persons, with the buttons that answer it. */
export function RequestCard({ booking, listener }: RequestCardProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const [rejecting, setRejecting] = useState(false);
  const id = useId();
  const who = sleeperOf(booking) ?? text.erased;
  const stay = stayText(booking.startDate, booking.endDate, language);
  const { send, busy, refusal } = useReply(
    booking.id,
    () =>
      ask(
        api.POST("/api/bookings/{id}/accept", {
          params: { path: { id: booking.id }, header: { "If-Match": tagOf(booking) } },
        }),
      ),
    text.accepted(who, stay),
    listener,
  );

  return (
    <li
      data-row
      tabIndex={-1}
      aria-labelledby={id}
      className="bg-card border-line flex flex-col gap-2 rounded-2xl border p-4 sm:p-5"
    >
      <div id={id}>
        <h2 className="break-words">{who}</h2>
        <p className="font-semibold">{stay}</p>
      </div>
      <ul>
        {booking.bookingItems.map((item) => (
          <li key={item.sleepingAccommodationId} className="break-words">
            {item.sleepingAccommodationName} ({text.persons(item.personCount)})
          </li>
        ))}
      </ul>
      {booking.notes && (
        <p className="border-line border-l-4 pl-3 break-words whitespace-pre-wrap">
          {booking.notes}
        </p>
      )}
      <p className="text-muted text-sm">
        {text.requested(momentText(booking.createdAt, language))}
      </p>
      <Problem error={refusal} />
      <div className="mt-auto flex flex-wrap items-center gap-3 pt-2">
        <Button busy={busy} aria-describedby={id} onClick={() => void send()}>
          {busy ? text.accepting : text.accept}
        </Button>
        <Button look="danger" aria-describedby={id} onClick={() => setRejecting(true)}>
          {text.reject}
        </Button>
        <PageLink
          href={`/booking?id=${booking.id}`}
          aria-describedby={id}
          className="text-leaf inline-flex min-h-11 items-center px-2 underline underline-offset-4"
        >
          {text.details}
        </PageLink>
      </div>
      {rejecting && (
        <RejectDialog booking={booking} listener={listener} onClose={() => setRejecting(false)} />
      )}
    </li>
  );
}
