"use client";

import { useState } from "react";
import type { Refusal } from "@/platform/api/refusal";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Pages } from "@/platform/ui/Pages";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { useRowFocus } from "@/platform/ui/useRowFocus";
import { RequestCard } from "./RequestCard";
import { words } from "./texts";
import { useRequests } from "./useRequests";

/** Bookings that wait for an answer, earliest arrival first. */
export function RequestsScreen() {
  const text = useTexts(words);
  const [requestedPage, setPage] = useState(0);
  const [message, setMessage] = useState("");
  const [conflict, setConflict] = useState<Refusal | null>(null);
  const { data, error, mutate } = useRequests(requestedPage);
  const { list, onRowRemoved } = useRowFocus<HTMLDivElement>();
  // Answering its last request removes the last page.
  const last = Math.max(0, (data?.totalPages ?? 1) - 1);
  if (data && requestedPage > last) {
    setPage(last);
  }

  return (
    <Screen title={text.title} about={text.about}>
      <StatusMessage>{message}</StatusMessage>
      <Problem error={conflict} />
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      <div ref={list} tabIndex={-1} role="group" aria-label={text.list}>
        {data?.totalItems === 0 && (
          <Card className="flex flex-col items-start gap-4">
            <p>{text.none}</p>
            <ButtonLink href="/garden" look="plain">
              {text.toGarden}
            </ButtonLink>
          </Card>
        )}
        <ul className="grid gap-3 lg:grid-cols-2">
          {data?.items.map((booking, index) => (
            <RequestCard
              key={booking.id}
              booking={booking}
              listener={{
                onDone: (what) => {
                  setMessage(what);
                  setConflict(null);
                  onRowRemoved(index);
                },
                onConflict: (why) => {
                  setMessage("");
                  setConflict(why);
                  onRowRemoved(index);
                },
              }}
            />
          ))}
        </ul>
      </div>
      {data && <Pages page={data.page} pages={data.totalPages} onTurn={setPage} />}
    </Screen>
  );
}
