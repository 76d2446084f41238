import { isAdministrator, useMe } from "@/access/me";
import type { Schemas } from "@/platform/api/client";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { ownerWords } from "./ownerTexts";
import { StatusBadge } from "./StatusBadge";
import { listWords } from "./texts";
import { PageLink } from "@/platform/ui/PageLink";

/** One booking in a list; the whole card is a link to the booking. */
export function BookingCard({ booking }: { booking: Schemas["Booking"] }) {
  const text = useTexts(listWords);
  const owner = useTexts(ownerWords);
  const language = useLanguage();
  const { data: me } = useMe();
  return (
    <li className="bg-card border-line relative flex flex-col gap-1 rounded-2xl border p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <PageLink
          href={`/booking?id=${booking.id}`}
          className="font-semibold after:absolute after:inset-0 after:rounded-2xl hover:underline"
        >
          {stayText(booking.startDate, booking.endDate, language)}
        </PageLink>
        <StatusBadge status={booking.status} />
      </div>
      {/* Administrators see everybody's bookings: theirs must not be the ones without a name. */}
      {(booking.guestName || booking.memberId !== me?.id || isAdministrator(me)) && (
        <p className="font-medium break-words">
          {booking.guestName
            ? owner.guestOf(booking.guestName, booking.memberName ?? text.erased)
            : (booking.memberName ?? text.erased)}
        </p>
      )}
      <p className="text-muted break-words">
        {booking.bookingItems
          .map((item) => `${item.sleepingAccommodationName} (${text.persons(item.personCount)})`)
          .join(", ")}
      </p>
    </li>
  );
}
