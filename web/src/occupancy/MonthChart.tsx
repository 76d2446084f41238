import { shortMonthText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import type { MonthFigures } from "./figures";
import { words } from "./texts";

/** One bar for each month. Hidden from screen readers, which read the table. */
export function MonthChart({ months }: { months: MonthFigures[] }) {
  const text = useTexts(words);
  const language = useLanguage();
  return (
    <figure className="flex flex-col gap-3">
      <div aria-hidden="true" className="grid auto-cols-fr grid-flow-col gap-1 sm:gap-2">
        {months.map(({ month, figures }, index) => {
          const percent = figures.share === null ? null : Math.round(figures.share * 100);
          return (
            <div key={month} className="flex flex-col items-center gap-1 text-xs tabular-nums">
              <span className="font-semibold">{percent ?? "–"}</span>
              <Bar percent={percent ?? 0} />
              <span>{shortMonthText(month + "-01", language).slice(0, 3)}</span>
              <span className="text-muted">
                {(index === 0 || month.endsWith("-01")) && `’${month.slice(2, 4)}`}
              </span>
            </div>
          );
        })}
      </div>
      <figcaption className="text-muted text-sm">{text.chart}</figcaption>
    </figure>
  );
}

/** The bar is full at 100 %. More than 100 % is possible if a capacity was lowered later. */
function Bar({ percent }: { percent: number }) {
  const height = Math.min(percent, 100);
  return (
    <svg viewBox="0 0 10 100" preserveAspectRatio="none" className="h-36 w-full max-w-12">
      <rect width="10" height="100" className="fill-leaf-soft" />
      <rect y={100 - height} width="10" height={height} className="fill-leaf" />
    </svg>
  );
}
