import { useState } from "react";
import { useToday } from "@/platform/dates/useToday";
import { plusDays, type Day } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { useWide } from "@/platform/ui/useWide";
import { BlockedNights } from "./BlockedNights";
import { BookBar } from "./BookBar";
import { DaySheet } from "./DaySheet";
import { EmptyGarden } from "./EmptyGarden";
import { MonthCalendar } from "./MonthCalendar";
import { PartyList } from "./PartyList";
import { tapped, type Selection } from "./selection";
import { words } from "./texts";
import { freeOn, type Timeline } from "./timeline";
import { TimelineTable } from "./TimelineTable";
import type { ViewState } from "./viewState";
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
  const wide = useWide();
  if (props.timeline.accommodations.length === 0) {
    return <EmptyGarden />;
  }
  const { view } = props.state;
  return (
    <>
      <BlockedNights timeline={props.timeline} />
      {view === "list" ? (
        <PartyList timeline={props.timeline} />
      ) : wide ? (
        <DeskView {...props} />
      ) : view === "week" ? (
        <WeekDays timeline={props.timeline} bookable={props.bookable} />
      ) : (
        <PhoneView {...props} />
      )}
    </>
  );
}

/** Nights of a place are marked by dragging, or by a click on the first and one on the last. */
function DeskView({ state, timeline, bookable }: GardenViewProps) {
  const text = useTexts(words);
  const [selection, setSelection] = useState<Selection | null>(null);
  const marked = bookable ? selection : null;
  return (
    <>
      {bookable && <p className="text-muted -mt-2 text-sm">{text.dragHint}</p>}
      <TimelineTable
        timeline={timeline}
        state={state}
        selection={marked}
        onSelection={bookable ? setSelection : undefined}
      />
      {marked && (
        <BookBar
          selection={marked}
          place={timeline.accommodations.find(({ id }) => id === marked.place)?.name}
          onClose={() => setSelection(null)}
        />
      )}
    </>
  );
}

/** Nights are marked by a tap on the first and one on the last. */
function PhoneView({ state, timeline, onViewState, bookable }: GardenViewProps) {
  const today = useToday();
  const [day, setDay] = useState<Day | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);

  function close() {
    setDay(null);
    setSelection(null);
  }

  return (
    <div
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          close();
        }
      }}
    >
      <MonthCalendar
        timeline={timeline}
        day={day}
        selection={selection}
        onDay={(night) => {
          setDay(night);
          if (bookable) {
            setSelection(
              tapped(
                night,
                null,
                selection,
                (one) => one >= today && (freeOn(timeline, one)?.free ?? 0) > 0,
              ),
            );
          }
        }}
        onTurn={(to) => onViewState({ ...state, day: to < timeline.from ? plusDays(to, -35) : to })}
      />
      {day && timeline.from <= day && day < timeline.to && (
        <DaySheet
          timeline={timeline}
          day={day}
          selection={bookable ? selection : null}
          onClose={close}
        />
      )}
    </div>
  );
}
