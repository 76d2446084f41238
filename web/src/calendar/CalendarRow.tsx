import { useId } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { dayText, momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Badge } from "@/platform/ui/Badge";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { RemoveCalendar } from "./RemoveCalendar";
import { words } from "./texts";

interface CalendarRowProps {
  calendar: Schemas["ExternalCalendar"];
  /** Called with a sentence that says what was done, or what failed. */
  onMessage: (what: string, failed?: boolean) => void;
  /** Called when the list without the calendar is shown. */
  onRemoved: () => void;
}

/** One calendar, and whether it can be read. */
export function CalendarRow({ calendar, onMessage, onRemoved }: CalendarRowProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const title = useId();
  const { id, name, host, lastFetchedAt, lastError, blockedRanges, nextBlockedNight } = calendar;
  const { eventsRead, eventsSkipped, skipped, skipNotAvailable } = calendar;
  const { send, busy, refusal } = useSending(async () => {
    const path = { params: { path: { id } } };
    const read = await ask(api.POST("/api/admin/external-calendars/{id}/refresh", path));
    await refreshGarden();
    if (read.lastError) {
      onMessage(text.notRefreshed(name), true);
    } else {
      onMessage(text.refreshed(name));
    }
  });
  return (
    <li
      data-row
      tabIndex={-1}
      aria-labelledby={title}
      className="bg-card border-line flex flex-col gap-2 rounded-2xl border p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={title} className="min-w-0 wrap-anywhere">
          {name}
        </h2>
        <Badge kind={lastError ? "off" : "good"}>{lastError ? text.fails : text.works}</Badge>
      </div>
      <p className="text-muted wrap-anywhere">{text.from(host)}</p>
      <p>
        {text.blocks(blockedRanges)}
        {nextBlockedNight && ` ${text.next(dayText(nextBlockedNight, language))}`}
      </p>
      {eventsRead !== undefined && <p>{text.read(eventsRead, eventsSkipped)}</p>}
      {skipped.length > 0 && (
        <ul className="list-disc pl-6 wrap-anywhere">
          {skipped.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
      {skipNotAvailable && <p className="text-muted text-sm">{text.skipsNotAvailable}</p>}
      {lastError && (
        <p className="border-bloom border-l-4 pl-3">
          {lastError} {lastFetchedAt && text.failsNote}
        </p>
      )}
      <p className="text-muted text-sm">
        {lastFetchedAt ? text.fetched(momentText(lastFetchedAt, language)) : text.never}
      </p>
      <Problem error={refusal} />
      <div className="flex flex-wrap gap-3 pt-2">
        <Button look="plain" busy={busy} aria-describedby={title} onClick={() => void send()}>
          {busy ? text.refreshing : text.refresh}
        </Button>
        <RemoveCalendar
          calendar={calendar}
          onDone={() => {
            onMessage(text.removed(name));
            onRemoved();
          }}
        />
      </div>
    </li>
  );
}
