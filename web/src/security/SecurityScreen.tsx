"use client";

import { Suspense } from "react";
import { useAddressState } from "@/platform/address/useAddressState";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Pages } from "@/platform/ui/Pages";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { EventRow } from "./EventRow";
import { pageOf, queryOf } from "./page";
import { words } from "./texts";

/** The security event log: what happened to accounts and settings. */
export function SecurityScreen() {
  const text = useTexts(words);
  return (
    <Screen title={text.title} about={text.about} narrow>
      <Suspense fallback={<Loading>{text.loading}</Loading>}>
        <EventPage />
      </Suspense>
    </Screen>
  );
}

function EventPage() {
  const text = useTexts(words);
  const [{ page }, show] = useAddressState(pageOf, queryOf);
  const { data, error, mutate } = useAnswer(`/api/admin/security-events?page=${page}`, () =>
    ask(api.GET("/api/admin/security-events", { params: { query: { page } } })),
  );
  return (
    <>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && (
        <>
          <Card>
            {data.items.length === 0 ? (
              <p className="text-muted">{text.none}</p>
            ) : (
              <ul className="divide-line -my-3 flex flex-col divide-y">
                {data.items.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </ul>
            )}
          </Card>
          <Pages
            page={data.page}
            pages={data.totalPages}
            onTurn={(turned) => show({ page: turned })}
          />
        </>
      )}
    </>
  );
}
