import { useState } from "react";
import { useLanguage, type Language } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { GardenView } from "./GardenView";
import { kept } from "./kept";
import { shown, type Look } from "./lastView";
import { part } from "./part";
import { words } from "./texts";

function age(at: number, language: Language): string {
  const minutes = Math.round((at - Date.now()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (minutes > -60) {
    return relative.format(minutes, "minute");
  }
  return minutes > -24 * 60
    ? relative.format(Math.round(minutes / 60), "hour")
    : relative.format(Math.round(minutes / (24 * 60)), "day");
}

interface OfflineProps {
  look: Look;
  onLook: (look: Look) => void;
  onRetry: () => void;
}

/** What this device last knew, marked with its age; nothing here offers to book. */
export function Offline({ look, onLook, onRetry }: OfflineProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const [last] = useState(kept);
  const { from, to } = shown(look);
  const known = last && part(last.timeline, from, to);
  return (
    <>
      <Notice kind="warning">
        <p>{last ? text.offline(age(last.at, language)) : text.offlineNothing}</p>
        <Button look="plain" className="mt-3" onClick={onRetry}>
          {text.again}
        </Button>
      </Notice>
      {last && !known && <p>{text.notInStore}</p>}
      {known && <GardenView look={look} timeline={known} onLook={onLook} bookable={false} />}
    </>
  );
}
