import { useEffect } from "react";
import { stayText } from "@/platform/dates/format";
import { plusDays, type Day } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { Icon } from "@/platform/ui/Icon";
import { DayFacts } from "./DayFacts";
import { bookAddress, type Selection } from "./selection";
import { words } from "./texts";
import type { Timeline } from "./timeline";

interface DaySheetProps {
  timeline: Timeline;
  day: Day;
  /** The nights that are marked to be booked; null where the day has none to book. */
  selection: Selection | null;
  onClose: () => void;
}

/**
 * The day that was tapped on a phone, at the bottom of the screen above the menu: seen at once,
 * while the calendar stays within reach for the last night.
 */
export function DaySheet({ timeline, day, selection, onClose }: DaySheetProps) {
  const text = useTexts(words);
  const language = useLanguage();

  // The sheet must not cover the day that was tapped, nor the week after it.
  useEffect(() => {
    document.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ block: "nearest" });
  }, [day]);

  return (
    <>
      {/* Lets people scroll the last weeks out from under the sheet. */}
      <div aria-hidden="true" className="h-[40dvh]" />
      <section
        aria-live="polite"
        className="bg-card border-line fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 max-h-[40dvh] overflow-y-auto rounded-t-2xl border-t p-4 shadow-[0_-4px_16px_rgb(0_0_0/0.15)]"
      >
        <Button
          look="plain"
          className="float-right ml-2 size-11 px-0!"
          aria-label={text.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </Button>
        <DayFacts timeline={timeline} day={day} />
        {selection && (
          <div className="bg-card -bottom-4 mt-3 -mb-4 pb-4 [@media(min-height:36rem)]:sticky">
            {selection.first === selection.last && (
              <p className="text-muted mb-2 text-sm">{text.tapLast}</p>
            )}
            <ButtonLink href={bookAddress(selection)} className="w-full">
              {text.bookThese} · {stayText(selection.first, plusDays(selection.last, 1), language)}
            </ButtonLink>
          </div>
        )}
      </section>
    </>
  );
}
