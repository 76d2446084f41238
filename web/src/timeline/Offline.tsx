import { useState } from "react";
import { useLanguage, type Language } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { GardenView } from "./GardenView";
import { readOfflineCopy } from "./offlineCopy";
import { visibleNights, type ViewState } from "./viewState";
import { sliceOf } from "./slice";
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
  state: ViewState;
  onViewState: (state: ViewState) => void;
  onRetry: () => void;
}

/** What this device last knew, marked with its age; nothing here offers to book. */
export function Offline({ state, onViewState, onRetry }: OfflineProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const [last] = useState(readOfflineCopy);
  const { from, to } = visibleNights(state);
  const known = last && sliceOf(last.timeline, from, to);
  return (
    <>
      <Notice kind="warning">
        <p>{last ? text.offline(age(last.at, language)) : text.offlineNothing}</p>
        <Button look="plain" className="mt-3" onClick={onRetry}>
          {text.again}
        </Button>
      </Notice>
      {last && !known && <p>{text.notInStore}</p>}
      {known && (
        <GardenView state={state} timeline={known} onViewState={onViewState} bookable={false} />
      )}
    </>
  );
}
