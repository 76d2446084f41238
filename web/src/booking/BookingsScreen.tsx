"use client";

import { Suspense } from "react";
import { isAdministrator, useMe } from "@/access/me";
import { useAddressState } from "@/platform/address/useAddressState";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Select } from "@/platform/ui/Field";
import { Loading } from "@/platform/ui/Loading";
import { Pages } from "@/platform/ui/Pages";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { BookingCard } from "./BookingCard";
import { filterOf, queryOf, STATUSES, TIME_RANGES, type Filter } from "./filter";
import { listWords } from "./texts";

const PAGE_SIZE = 10;

/** The member's own bookings; for administrators, all bookings. */
export function BookingsScreen() {
  const text = useTexts(listWords);
  const { data: me } = useMe();
  return (
    <Screen title={me && isAdministrator(me) ? text.titleAll : text.title} about={text.about}>
      <Suspense fallback={<Loading>{text.loading}</Loading>}>
        <FilteredBookings />
      </Suspense>
    </Screen>
  );
}

function FilteredBookings() {
  const text = useTexts(listWords);
  const [filter, show] = useAddressState(filterOf, queryOf);
  const { data, error, mutate } = useAnswer(`/api/bookings?${queryOf(filter)}`, () =>
    ask(api.GET("/api/bookings", { params: { query: { ...filter, size: PAGE_SIZE } } })),
  );

  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={text.timeRange}
          value={filter.timeRange}
          onChange={(event) =>
            show({ page: 0, timeRange: event.target.value as Filter["timeRange"] })
          }
        >
          {TIME_RANGES.map((range) => (
            <option key={range} value={range}>
              {text.timeRanges[range]}
            </option>
          ))}
        </Select>
        <Select
          label={text.status}
          value={filter.status ?? ""}
          onChange={(event) =>
            show({ page: 0, status: STATUSES.find((s) => s === event.target.value) })
          }
        >
          <option value="">{text.anyStatus}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {text.statuses[status]}
            </option>
          ))}
        </Select>
      </div>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && <Page page={data} onTurn={(page) => show({ page })} />}
    </>
  );
}

function Page({ page, onTurn }: { page: Schemas["BookingPage"]; onTurn: (page: number) => void }) {
  const text = useTexts(listWords);
  if (page.items.length === 0) {
    return (
      <Card className="flex flex-col items-start gap-4">
        <p>{text.none}</p>
        <ButtonLink href="/book">{text.bookNow}</ButtonLink>
      </Card>
    );
  }
  return (
    <>
      <ul className="grid gap-3 lg:grid-cols-2">
        {page.items.map((booking) => (
          <BookingCard key={booking.id} booking={booking} />
        ))}
      </ul>
      <Pages page={page.page} pages={page.totalPages} onTurn={onTurn} />
    </>
  );
}
