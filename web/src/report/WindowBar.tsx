import { clsx } from "clsx";
import { useState } from "react";
import { plusDays, today } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { TextField } from "@/platform/ui/Field";
import { words } from "./texts";
import { PRESETS, windowOf, type Window } from "./window";

interface WindowBarProps {
  shown: Window;
  onChange: (window: Window) => void;
}

/** Which nights to look at: some that are often wanted, or any. */
export function WindowBar({ shown, onChange }: WindowBarProps) {
  const text = useTexts(words);
  const [first, setFirst] = useState(shown.from);
  const [last, setLast] = useState(plusDays(shown.to, -1));
  const inverted = first !== "" && last !== "" && last < first;
  const show = (window: Window) => {
    setFirst(window.from);
    setLast(plusDays(window.to, -1));
    onChange(window);
  };
  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label={text.presets} className="flex flex-wrap gap-1">
        {PRESETS.map((preset) => {
          const window = windowOf(preset, today());
          const chosen = window.from === shown.from && window.to === shown.to;
          return (
            <button
              key={preset}
              type="button"
              aria-pressed={chosen}
              onClick={() => show(window)}
              className={clsx(
                "min-h-11 rounded-xl px-4 font-medium",
                chosen ? "bg-leaf-soft text-ink font-bold" : "text-muted",
              )}
            >
              {text[preset]}
            </button>
          );
        })}
      </div>
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!inverted) {
            show({ from: first, to: plusDays(last, 1) });
          }
        }}
      >
        <TextField
          label={text.first}
          type="date"
          required
          value={first}
          onChange={(event) => setFirst(event.target.value)}
        />
        <TextField
          label={text.last}
          type="date"
          required
          value={last}
          errors={inverted ? [text.inverted] : []}
          onChange={(event) => setLast(event.target.value)}
        />
        <Button type="submit" look="plain" className="mt-7">
          {text.show}
        </Button>
      </form>
    </div>
  );
}
