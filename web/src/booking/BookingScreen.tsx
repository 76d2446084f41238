"use client";

import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { useSendsMail } from "@/access/loginMethods";
import type { Schemas } from "@/platform/api/client";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { BookingActions } from "./BookingActions";
import { Description } from "./Description";
import { History } from "./History";
import { ownerWords } from "./ownerTexts";
import { StatusBadge } from "./StatusBadge";
import { detailWords, listWords } from "./texts";
import { useBooking } from "./useBooking";

/**
 * Trying again does not help with these: malformed id, somebody else's booking, no such booking.
 */
const MISSING = [400, 403, 404];

/** One booking with its history: `/booking?id=<id>`. */
export function BookingScreen() {
  const text = useTexts(detailWords);
  return (
    <Screen title={text.title} about={text.about} narrow>
      <Suspense fallback={<Loading>{text.loading}</Loading>}>
        <Details />
      </Suspense>
    </Screen>
  );
}

function Details() {
  const text = useTexts(detailWords);
  const parameters = useSearchParams();
  const sendsMail = useSendsMail();
  const id = parameters.get("id");
  const { data, error, mutate } = useBooking(id);

  if (!id || (error && MISSING.includes(error.status))) {
    return (
      <>
        <Notice kind="problem">{text.missing}</Notice>
        <ButtonLink href="/bookings">{text.toList}</ButtonLink>
      </>
    );
  }
  if (error) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  if (!data) {
    return <Loading>{text.loading}</Loading>;
  }
  return (
    <>
      {parameters.has("sent") && data.booking.status === "Pending" && (
        <Notice kind="good">{sendsMail ? text.sent : text.sentNoMail}</Notice>
      )}
      {parameters.has("saved") && data.booking.status !== "Cancelled" && (
        <Notice kind="good">{text.saved}</Notice>
      )}
      <Facts booking={data.booking} />
      <BookingActions booking={data.booking} />
      <History id={id} />
    </>
  );
}

function Facts({ booking }: { booking: Schemas["Booking"] }) {
  const text = useTexts(detailWords);
  const list = useTexts(listWords);
  const owner = useTexts(ownerWords);
  const language = useLanguage();
  return (
    <Card>
      <dl className="[&_dt]:text-muted grid grid-cols-[auto_1fr] gap-x-6 gap-y-3 [&_dd]:min-w-0 [&_dd]:break-words">
        <dt>{text.status}</dt>
        <dd>
          <StatusBadge status={booking.status} />
        </dd>
        <dt>{text.when}</dt>
        <dd className="font-semibold">{stayText(booking.startDate, booking.endDate, language)}</dd>
        <dt>{text.where}</dt>
        <dd>
          <ul>
            {booking.bookingItems.map((item) => (
              <li key={item.sleepingAccommodationId}>
                {item.sleepingAccommodationName} ({list.persons(item.personCount)})
                <Description place={item.sleepingAccommodationId} />
              </li>
            ))}
          </ul>
        </dd>
        {booking.guestName && (
          <>
            <dt>{owner.for}</dt>
            <dd>{booking.guestName}</dd>
          </>
        )}
        <dt>{text.by}</dt>
        <dd>{booking.memberName ?? list.erased}</dd>
        {booking.notes && (
          <>
            <dt>{text.notes}</dt>
            <dd className="whitespace-pre-wrap">{booking.notes}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
