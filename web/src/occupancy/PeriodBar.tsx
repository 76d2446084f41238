import { today } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { Select, TextField } from "@/platform/ui/Field";
import { lastNight, presetOf, presetPeriod, PRESETS, untilNight, type Period } from "./period";
import { DownloadCsv } from "./DownloadCsv";
import { words } from "./texts";

interface PeriodBarProps {
  period: Period;
  onChange: (change: Partial<Period>) => void;
}

/** Chooses the period, and downloads its figures as a file. */
export function PeriodBar({ period, onChange }: PeriodBarProps) {
  const text = useTexts(words);
  const now = today();
  const preset = presetOf(period, now);
  return (
    <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      <div className="col-span-2 lg:col-span-1">
        <Select
          label={text.period}
          value={preset ?? "own"}
          onChange={(event) => {
            const chosen = PRESETS.find((known) => known === event.target.value);
            if (chosen) {
              onChange(presetPeriod(chosen, now));
            }
          }}
        >
          {PRESETS.map((known) => (
            <option key={known} value={known}>
              {text.presets[known]}
            </option>
          ))}
          {!preset && <option value="own">{text.own}</option>}
        </Select>
      </div>
      <TextField
        label={text.firstNight}
        type="date"
        value={period.from}
        onChange={(event) => {
          if (event.target.value) {
            onChange({ from: event.target.value });
          }
        }}
      />
      <TextField
        label={text.lastNight}
        type="date"
        value={lastNight(period)}
        onChange={(event) => {
          if (event.target.value) {
            onChange({ to: untilNight(event.target.value) });
          }
        }}
      />
      <DownloadCsv period={period} />
    </div>
  );
}
