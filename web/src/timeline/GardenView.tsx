import { today } from "@/platform/dates/nights";
import { useWide } from "@/platform/ui/useWide";
import { BlockedNights } from "./BlockedNights";
import { DayPanel } from "./DayPanel";
import { EmptyGarden } from "./EmptyGarden";
import type { ViewState } from "./viewState";
import { MonthCalendar } from "./MonthCalendar";
import { PartyList } from "./PartyList";
import type { Timeline } from "./timeline";
import { TimelineTable } from "./TimelineTable";
import { WeekDays } from "./WeekDays";

interface GardenViewProps {
  state: ViewState;
  timeline: Timeline;
  onViewState: (state: ViewState) => void;
  /** False for the offline copy: nothing there offers to book. */
  bookable: boolean;
}

/** The timeline in the view that fits the screen. */
export function GardenView(props: GardenViewProps) {
  if (props.timeline.accommodations.length === 0) {
    return <EmptyGarden />;
  }
  return (
    <>
      <BlockedNights timeline={props.timeline} />
      <InForm {...props} />
    </>
  );
}

function InForm({ state, timeline, onViewState, bookable }: GardenViewProps) {
  const wide = useWide();
  if (state.view === "list") {
    return <PartyList timeline={timeline} />;
  }
  if (wide) {
    return <TimelineTable timeline={timeline} today={today()} />;
  }
  if (state.view === "week") {
    return <WeekDays timeline={timeline} bookable={bookable} />;
  }
  return (
    <>
      <MonthCalendar
        timeline={timeline}
        day={state.day}
        onDay={(day) => onViewState({ ...state, day })}
      />
      <DayPanel timeline={timeline} day={state.day} bookable={bookable} />
    </>
  );
}
