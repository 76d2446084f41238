import { clsx } from "clsx";
import { rangeText } from "@/platform/dates/format";
import { MonthSelect } from "@/platform/dates/MonthSelect";
import { plusDays, plusMonths, sameMonth } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Icon } from "@/platform/ui/Icon";
import { useWide } from "@/platform/ui/useWide";
import { shift, visibleNights, type View, type ViewState } from "./viewState";
import { words } from "./texts";

const VIEWS: readonly View[] = ["month", "week", "list"];

/** The months that can be jumped to: a year back, and two years ahead. */
const MONTHS_BACK = 12;
const MONTHS = 37;

interface ViewBarProps {
  state: ViewState;
  onChange: (state: ViewState) => void;
}

/** Scrolls to today where the state alone would not: people may have scrolled away from it. */
function showToday(): void {
  document
    .querySelector("main [aria-current='date']")
    ?.scrollIntoView({ block: "nearest", inline: "start" });
}

/** Buttons for the previous and next period, today, any month, and the views. */
export function ViewBar({ state, onChange }: ViewBarProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const today = useToday();
  const wide = useWide();
  const { from, to } = visibleNights(state, wide);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex w-full min-w-0 flex-wrap items-center gap-1 md:w-auto">
        <Button
          look="plain"
          aria-label={text.previous}
          onClick={() => onChange(shift(state, -1))}
          className="px-2.5!"
        >
          <Icon name="left" />
        </Button>
        <Button
          look="plain"
          className="px-3!"
          onClick={() => {
            onChange({ ...state, day: today });
            showToday();
          }}
        >
          {text.today}
        </Button>
        <MonthSelect
          shown={state.day}
          first={plusMonths(today, -MONTHS_BACK)}
          months={MONTHS}
          className="flex-1 basis-36 md:flex-none"
          onChoose={(month) => onChange({ ...state, day: sameMonth(month, today) ? today : month })}
        />
        <Button
          look="plain"
          aria-label={text.next}
          onClick={() => onChange(shift(state, 1))}
          className="px-2.5!"
        >
          <Icon name="right" />
        </Button>
        <p
          aria-live="polite"
          className={clsx("ml-3 font-semibold", state.view === "month" && "hidden md:block")}
        >
          {rangeText(from, plusDays(to, -1), language)}
        </p>
      </div>
      <div role="group" aria-label={text.views.label} className="flex min-w-0 flex-wrap gap-1">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => onChange({ ...state, view })}
            className={clsx(
              "min-h-11 rounded-xl px-4 font-medium",
              state.view === view ? "bg-leaf-soft text-ink font-bold" : "text-muted",
            )}
          >
            {text.views[view]}
          </button>
        ))}
      </div>
    </div>
  );
}
