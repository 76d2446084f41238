import dynamic from "next/dynamic";
import { useState } from "react";
import { shortMonthText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Select } from "@/platform/ui/Field";
import { type Occupancy } from "./figures";
import { FiguresTable } from "./FiguresTable";
import { words } from "./texts";

const MonthChart = dynamic(() => import("./MonthChart").then((module) => module.MonthChart), {
  ssr: false,
  loading: () => <div className="h-56" />,
});

/** The months of the whole garden or of one place. */
export function Months({ report }: { report: Occupancy }) {
  const text = useTexts(words);
  const language = useLanguage();
  const [place, setPlace] = useState("");
  const shown = report.accommodations.find(({ id }) => id === place) ?? report;
  return (
    <>
      <Select
        label={text.place}
        value={shown === report ? "" : place}
        onChange={(event) => setPlace(event.target.value)}
      >
        <option value="">{text.allPlaces}</option>
        {report.accommodations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <MonthChart months={shown.months} />
      <FiguresTable
        head={text.month}
        caption={text.byMonth}
        rows={shown.months.map(({ month, figures }) => ({
          id: month,
          name: shortMonthText(month + "-01", language),
          figures,
        }))}
        total={shown.total}
      />
    </>
  );
}
