import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMe } from "@/access/me";
import type { Schemas } from "@/platform/api/client";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { ShareButton } from "@/platform/ui/ShareButton";
import { again } from "./again";
import { CancelDialog } from "./CancelDialog";
import { saveDraft } from "./draft";
import { actionWords } from "./actionTexts";
import { detailWords } from "./texts";

/** What can be done with a booking: change, cancel, put into a calendar, share, book again. */
export function BookingActions({ booking }: { booking: Schemas["Booking"] }) {
  const text = useTexts(detailWords);
  const action = useTexts(actionWords);
  const language = useLanguage();
  const router = useRouter();
  const { data: me } = useMe();
  const [cancelling, setCancelling] = useState(false);
  const open = booking.status === "Pending" || booking.status === "Accepted";

  function bookAgain() {
    if (me) {
      saveDraft("new", again(booking, me.id));
      router.push("/book");
    }
  }

  return (
    <div className="flex flex-wrap gap-3">
      {open ? (
        <>
          <ButtonLink href={`/book?edit=${booking.id}`} look="plain">
            {text.edit}
          </ButtonLink>
          <Button look="danger" onClick={() => setCancelling(true)}>
            {text.cancel}
          </Button>
          <a
            href={`/api/bookings/${booking.id}/calendar.ics`}
            download
            className="text-leaf inline-flex min-h-11 items-center px-2 underline underline-offset-4"
          >
            {action.calendar}
          </a>
          <ShareButton
            data={() => ({
              title: action.shareTitle,
              text: action.shareText(
                stayText(booking.startDate, booking.endDate, language),
                booking.bookingItems.map((item) => item.sleepingAccommodationName).join(", "),
              ),
            })}
            about={action.shareAbout}
          />
        </>
      ) : (
        <Button onClick={bookAgain}>{action.again}</Button>
      )}
      {cancelling && <CancelDialog booking={booking} onClose={() => setCancelling(false)} />}
    </div>
  );
}
