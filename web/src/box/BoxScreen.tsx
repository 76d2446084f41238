"use client";

import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { partsOf, type Box, type Part } from "./parts";
import { words } from "./texts";
import { TrafficLight } from "./TrafficLight";

/** How the box is: a traffic light and a few words for each part. */
export function BoxScreen() {
  const text = useTexts(words);
  const { data, error, isValidating, mutate } = useAnswer("/api/admin/box", () =>
    ask(api.GET("/api/admin/box")),
  );
  return (
    <Screen
      title={text.title}
      about={text.about}
      actions={
        data && (
          <Button look="plain" busy={isValidating} onClick={() => void mutate()}>
            {text.again}
          </Button>
        )
      }
    >
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && <State box={data} />}
    </Screen>
  );
}

function State({ box }: { box: Box }) {
  const text = useTexts(words);
  const language = useLanguage();
  return (
    <>
      <Card className="flex flex-col gap-2">
        <TrafficLight light={box.light} />
        <p>{text.all[box.light]}</p>
        <p className="text-muted text-sm">{text.lookedAt(momentText(box.at, language))}</p>
      </Card>
      {box.reportedAt === undefined && <Notice>{text.notReported}</Notice>}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {partsOf(box, text, language).map((part) => (
          <PartCard key={part.name} part={part} />
        ))}
      </ul>
    </>
  );
}

function PartCard({ part: { name, light, sentences } }: { part: Part }) {
  return (
    <li className="bg-card border-line flex flex-col gap-2 rounded-2xl border p-4 wrap-anywhere sm:p-5">
      <h2>{name}</h2>
      <TrafficLight light={light} />
      {sentences.map((sentence) => (
        <p key={sentence} className="text-muted">
          {sentence}
        </p>
      ))}
    </li>
  );
}
