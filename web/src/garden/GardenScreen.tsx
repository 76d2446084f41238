"use client";

import { useMe } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { today } from "@/platform/dates/nights";
import { useWide } from "@/platform/ui/useWide";
import { BlockedNights } from "./BlockedNights";
import { DayPanel } from "./DayPanel";
import { asked, shown, useLook, type Look } from "./lastView";
import { MonthCalendar } from "./MonthCalendar";
import { Offline } from "./Offline";
import { part } from "./part";
import { PartyList } from "./PartyList";
import { words } from "./texts";
import { useTimeline, type Timeline } from "./timeline";
import { TimelineTable } from "./TimelineTable";
import { ViewBar } from "./ViewBar";
import { WeekDays } from "./WeekDays";

/** The garden at a glance: which nights are free, and who is there. */
export function GardenScreen() {
  const text = useTexts(words);
  const { error } = useMe();
  return (
    <Screen
      title={text.title}
      about={text.about}
      actions={
        // On a phone it stands at the thumb already; without a connection it stands nowhere.
        error?.status !== 0 && (
          <div className="hidden md:block">
            <ButtonLink href="/book">{text.book}</ButtonLink>
          </div>
        )
      }
    >
      <Garden />
    </Screen>
  );
}

function Garden() {
  const text = useTexts(words);
  const [look, setLook] = useLook();
  const { from, to } = shown(look);
  const { data, error, mutate } = useTimeline(asked(look));
  const timeline = data && part(data, from, to);
  const unreachable = error?.status === 0;

  return (
    <>
      <ViewBar look={look} onChange={setLook} />
      {unreachable && <Offline look={look} onLook={setLook} onRetry={() => void mutate()} />}
      {error && !unreachable && <Problem error={error} onRetry={() => void mutate()} />}
      {!error && !timeline && <Loading>{text.loading}</Loading>}
      {!error && timeline && (
        <GardenView look={look} timeline={timeline} onLook={setLook} bookable />
      )}
    </>
  );
}

interface GardenViewProps {
  look: Look;
  timeline: Timeline;
  onLook: (look: Look) => void;
  /** False on what may be out of date: nothing there offers to book. */
  bookable: boolean;
}

/** The same truth in the form that fits the screen. */
export function GardenView(props: GardenViewProps) {
  const text = useTexts(words);
  if (props.timeline.accommodations.length === 0) {
    return <Notice>{text.noPlaces}</Notice>;
  }
  return (
    <>
      <BlockedNights timeline={props.timeline} />
      <InForm {...props} />
    </>
  );
}

function InForm({ look, timeline, onLook, bookable }: GardenViewProps) {
  const wide = useWide();
  if (look.view === "list") {
    return <PartyList timeline={timeline} />;
  }
  if (wide) {
    return <TimelineTable timeline={timeline} today={today()} />;
  }
  if (look.view === "week") {
    return <WeekDays timeline={timeline} bookable={bookable} />;
  }
  return (
    <>
      <MonthCalendar timeline={timeline} day={look.day} onDay={(day) => onLook({ ...look, day })} />
      <DayPanel timeline={timeline} day={look.day} bookable={bookable} />
    </>
  );
}
