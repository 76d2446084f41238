import { useState } from "react";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { useWide } from "@/platform/ui/useWide";
import { ageText } from "./age";
import { GardenView } from "./GardenView";
import { readOfflineCopy } from "./offlineCopy";
import { visibleNights, type ViewState } from "./viewState";
import { sliceOf } from "./slice";
import { words } from "./texts";

interface OfflineProps {
  state: ViewState;
  onViewState: (state: ViewState) => void;
  onRetry: () => void;
}

/** The offline copy with its age; nothing here offers to book. */
export function Offline({ state, onViewState, onRetry }: OfflineProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const [last] = useState(readOfflineCopy);
  const { from, to } = visibleNights(state, useWide());
  const known = last && sliceOf(last.timeline, from, to);
  return (
    <>
      <Notice kind="warning">
        <p>{last ? text.offline(ageText(last.at, language, text.justNow)) : text.offlineNothing}</p>
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
