import { today } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { Notice } from "@/platform/ui/Notice";
import { useWide } from "@/platform/ui/useWide";
import { BlockedNights } from "./BlockedNights";
import { DayPanel } from "./DayPanel";
import type { Look } from "./lastView";
import { MonthCalendar } from "./MonthCalendar";
import { PartyList } from "./PartyList";
import { words } from "./texts";
import type { Timeline } from "./timeline";
import { TimelineTable } from "./TimelineTable";
import { WeekDays } from "./WeekDays";

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
