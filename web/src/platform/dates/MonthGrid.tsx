import type { ComponentProps } from "react";
import { useLanguage } from "@/platform/texts/language";
import { DayGrid } from "./DayGrid";
import { monthText } from "./format";
import { sameMonth, sixWeeks, type Day } from "./nights";

type MonthGridProps = Omit<ComponentProps<typeof DayGrid>, "title" | "days" | "has"> & {
  month: Day;
};

/**
 * A month in six weeks. The cells of the neighbouring months are empty, so that no day is on the
 * screen twice.
 */
export function MonthGrid({ month, ...rest }: MonthGridProps) {
  const language = useLanguage();
  return (
    <DayGrid
      {...rest}
      title={monthText(month, language)}
      days={sixWeeks(month)}
      has={(day) => sameMonth(day, month)}
    />
  );
}
