"use client";

import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { useRowFocus } from "@/platform/ui/useRowFocus";
import { AddCalendar } from "./AddCalendar";
import { CalendarRow } from "./CalendarRow";
import { words } from "./texts";

/** External calendars that block the garden. */
export function ExternalCalendarsScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = useAnswer("/api/admin/external-calendars", () =>
    ask(api.GET("/api/admin/external-calendars")),
  );
  const [message, setMessage] = useState({ what: "", failed: false });
  const tell = (what: string, failed = false) => setMessage({ what, failed });
  const { list, onRowRemoved } = useRowFocus<HTMLDivElement>();
  return (
    <Screen title={text.title} about={text.about} narrow>
      <StatusMessage failed={message.failed}>{message.what}</StatusMessage>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      <div ref={list} tabIndex={-1} role="group" aria-label={text.list}>
        {data?.length === 0 && <p>{text.none}</p>}
        <ul className="flex flex-col gap-3">
          {data?.map((calendar, index) => (
            <CalendarRow
              key={calendar.id}
              calendar={calendar}
              onMessage={tell}
              onRemoved={() => onRowRemoved(index)}
            />
          ))}
        </ul>
      </div>
      <AddCalendar onMessage={tell} />
    </Screen>
  );
}
