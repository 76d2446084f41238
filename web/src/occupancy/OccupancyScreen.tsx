"use client";

import { Suspense } from "react";
import { useAddressState } from "@/platform/address/useAddressState";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { dayText } from "@/platform/dates/format";
import { today } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { byName } from "@/platform/texts/byName";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { numberText, shareText, type Occupancy } from "./figures";
import { FiguresTable } from "./FiguresTable";
import { Members } from "./Members";
import { Months } from "./Months";
import { lastNight, periodOf, queryOf } from "./period";
import { PeriodBar } from "./PeriodBar";
import { words } from "./texts";

/** The occupancy of the garden: `/admin/report?from&to`. */
export function OccupancyScreen() {
  const text = useTexts(words);
  return (
    <Screen title={text.title} about={text.about}>
      <Suspense fallback={<Loading>{text.loading}</Loading>}>
        <ChosenPeriod />
      </Suspense>
    </Screen>
  );
}

function ChosenPeriod() {
  const text = useTexts(words);
  const [period, choose] = useAddressState((parameters) => periodOf(parameters, today()), queryOf);
  const query = queryOf(period);
  const { data, error, mutate } = useAnswer(`/api/admin/occupancy?${query}`, async () => {
    const report = await ask(api.GET("/api/admin/occupancy", { params: { query: period } }));
    return { ...report, accommodations: byName(report.accommodations) };
  });
  return (
    <>
      <PeriodBar period={period} onChange={choose} />
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && !error && <Report report={data} />}
    </>
  );
}

function Report({ report }: { report: Occupancy }) {
  const text = useTexts(words);
  const language = useLanguage();
  if (report.accommodations.length === 0) {
    return <Card>{text.noPlaces}</Card>;
  }
  const { taken, offered, share } = report.total;
  return (
    <>
      <Card className="flex flex-col gap-1">
        <h2>
          {dayText(report.from, language)} – {dayText(lastNight(report), language)}
        </h2>
        <p>
          <span className="text-leaf mr-3 text-4xl font-bold">{shareText(share, language)}</span>
          {text.sum(numberText(taken, language), numberText(offered, language))}
        </p>
      </Card>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <Card className="flex flex-col gap-4">
          <h2>{text.byMonth}</h2>
          <Months report={report} />
        </Card>
        <div className="flex flex-col gap-5">
          <Card className="flex flex-col gap-2">
            <h2>{text.byPlace}</h2>
            <FiguresTable
              head={text.place}
              caption={text.byPlace}
              rows={report.accommodations.map(({ id, name, isActive, total }) => ({
                id,
                name,
                note: isActive ? undefined : text.inactive,
                figures: total,
              }))}
              total={report.total}
            />
          </Card>
          <Card className="flex flex-col gap-2">
            <h2>{text.byMember}</h2>
            <Members members={report.members} />
          </Card>
        </div>
      </div>
    </>
  );
}
