import { clsx } from "clsx";
import { useLanguage } from "@/platform/texts/language";
import { texts, useTexts } from "@/platform/texts/texts";
import { monthText } from "./format";
import { monthOf, plusMonths, type Day } from "./nights";

const words = texts({ month: "Monat wählen" }, { month: "Choose a month" });

interface MonthSelectProps {
  /** A day of the month that is shown. */
  shown: Day;
  /** The first month to choose from. */
  first: Day;
  /** How many months there are to choose from. */
  months: number;
  onChoose: (month: Day) => void;
  className?: string;
}

/** Jumps to a month, however far away, with two taps. */
export function MonthSelect({ shown, first, months, onChoose, className }: MonthSelectProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const month = monthOf(shown);
  const listed = Array.from({ length: months }, (_, i) => plusMonths(first, i));
  const all = listed.includes(month) ? listed : [...listed, month].sort();
  return (
    <select
      aria-label={text.month}
      value={month}
      onChange={(event) => onChoose(event.target.value)}
      className={clsx(
        "border-field bg-card min-h-11 min-w-0 rounded-xl border px-2 font-semibold",
        className,
      )}
    >
      {all.map((one) => (
        <option key={one} value={one}>
          {monthText(one, language)}
        </option>
      ))}
    </select>
  );
}
