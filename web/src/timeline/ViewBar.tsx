import { clsx } from "clsx";
import { shortDayText, monthText } from "@/platform/dates/format";
import { plusDays, today } from "@/platform/dates/nights";
import { useLanguage, type Language } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Icon } from "@/platform/ui/Icon";
import { shift, visibleNights, type View, type ViewState } from "./viewState";
import { words } from "./texts";

const VIEWS: readonly View[] = ["month", "week", "list"];

interface ViewBarProps {
  state: ViewState;
  onChange: (state: ViewState) => void;
}

function period(state: ViewState, language: Language): string {
  const { from, to } = visibleNights(state);
  return state.view === "month"
    ? monthText(from, language)
    : `${shortDayText(from, language)} – ${shortDayText(plusDays(to, -1), language)}`;
}

/** Buttons for the previous and next period, today, and the views. */
export function ViewBar({ state, onChange }: ViewBarProps) {
  const text = useTexts(words);
  const language = useLanguage();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex items-center gap-1">
        <Button
          look="plain"
          aria-label={text.previous}
          onClick={() => onChange(shift(state, -1))}
          className="px-2"
        >
          <Icon name="left" />
        </Button>
        <Button look="plain" onClick={() => onChange({ ...state, day: today() })}>
          {text.today}
        </Button>
        <Button
          look="plain"
          aria-label={text.next}
          onClick={() => onChange(shift(state, 1))}
          className="px-2"
        >
          <Icon name="right" />
        </Button>
        <p
          aria-live="polite"
          className={clsx("ml-3 font-semibold", state.view === "month" && "hidden md:block")}
        >
          {period(state, language)}
        </p>
      </div>
      <div role="group" aria-label={text.views.label} className="flex gap-1">
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
