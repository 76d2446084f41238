import dynamic from "next/dynamic";
import type { Schemas } from "@/platform/api/client";
import { monthText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { numberText, shareText } from "./figures";
import { FiguresTable } from "./FiguresTable";
import { MembersTable } from "./MembersTable";
import { words } from "./texts";

const ShareChart = dynamic(() => import("./ShareChart").then((module) => module.ShareChart), {
  ssr: false,
});

/** The report: in all, by month, by place, by person. */
export function Occupancy({ occupancy }: { occupancy: Schemas["Occupancy"] }) {
  const text = useTexts(words);
  const language = useLanguage();
  const { total, months, accommodations, members } = occupancy;
  const byMonth = months.map(({ month, figures }) => ({
    key: month,
    name: monthText(month + "-01", language),
    figures,
  }));
  const byPlace = accommodations.map(({ id, name, isActive, total: figures }) => ({
    key: id,
    name: isActive ? name : `${name} (${text.inactive})`,
    figures,
  }));
  return (
    <>
      <Card aria-live="polite">
        <h2>{text.inAll}</h2>
        <p className="text-4xl font-bold tracking-tight">
          {shareText(total.share, language) ?? text.none}
        </p>
        <p className="text-muted">
          {text.summary(numberText(total.taken, language), numberText(total.offered, language))}
        </p>
      </Card>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card>
          <h2 className="mb-3">{text.byMonth}</h2>
          <ShareChart rows={byMonth} />
          <FiguresTable caption={text.byMonth} first={text.month} rows={byMonth} />
        </Card>
        <Card>
          <h2 className="mb-3">{text.byPlace}</h2>
          <ShareChart rows={byPlace} />
          <FiguresTable caption={text.byPlace} first={text.place} rows={byPlace} />
        </Card>
        <Card>
          <h2 className="mb-3">{text.byMember}</h2>
          <MembersTable members={members} />
        </Card>
      </div>
    </>
  );
}
