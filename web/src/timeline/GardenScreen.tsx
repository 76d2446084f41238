"use client";

import { useMe } from "@/access/me";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { useWide } from "@/platform/ui/useWide";
import { GardenView } from "./GardenView";
import { nightsToLoad, useViewState, visibleNights } from "./viewState";
import { Offline } from "./Offline";
import { sliceOf } from "./slice";
import { words } from "./texts";
import { useTimeline } from "./useTimeline";
import { ViewBar } from "./ViewBar";

/** The garden at a glance: which nights are free, and who is there. */
export function GardenScreen() {
  const text = useTexts(words);
  const { error } = useMe();
  return (
    <Screen
      title={text.title}
      actions={
        // On a phone the navigation has this link; without a connection nothing offers to book.
        error?.status !== 0 && (
          <div className="hidden md:block">
            <ButtonLink href="/book">{text.book}</ButtonLink>
          </div>
        )
      }
    >
      <Garden />
    </Screen>
  );
}

function Garden() {
  const text = useTexts(words);
  const [state, setState] = useViewState();
  const wide = useWide();
  const { from, to } = visibleNights(state, wide);
  const { data, error, mutate } = useTimeline(nightsToLoad(state));
  const timeline = data && sliceOf(data, from, to);
  const unreachable = error?.status === 0;

  return (
    <>
      <ViewBar state={state} onChange={setState} />
      {unreachable && (
        <Offline state={state} onViewState={setState} onRetry={() => void mutate()} />
      )}
      {error && !unreachable && <Problem error={error} onRetry={() => void mutate()} />}
      {!error && !timeline && <Loading>{text.loading}</Loading>}
      {!error && timeline && (
        <GardenView state={state} timeline={timeline} onViewState={setState} bookable />
      )}
    </>
  );
}
