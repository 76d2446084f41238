"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { today } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { OutsideLink } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { Occupancy } from "./Occupancy";
import { words } from "./texts";
import { windowIn } from "./window";
import { WindowBar } from "./WindowBar";

/** How much of the garden was used: `/admin/report?from=2027-01-01&to=2028-01-01`. */
export function ReportScreen() {
  const text = useTexts(words);
  return (
    <Screen title={text.title}>
      <p className="text-muted max-w-prose">{text.text}</p>
      <Suspense fallback={<Loading>{text.loading}</Loading>}>
        <Report />
      </Suspense>
    </Screen>
  );
}

function Report() {
  const text = useTexts(words);
  const router = useRouter();
  const shown = windowIn(useSearchParams(), today());
  const query = `?from=${shown.from}&to=${shown.to}`;
  const { data, error, mutate } = useAnswer(
    `/api/admin/occupancy${query}`,
    () => ask(api.GET("/api/admin/occupancy", { params: { query: { ...shown } } })),
    { keepPreviousData: true },
  );
  return (
    <>
      <WindowBar
        shown={shown}
        onChange={({ from, to }) =>
          router.replace(`/admin/report?from=${from}&to=${to}`, { scroll: false })
        }
      />
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && !error && (
        <>
          <Occupancy occupancy={data} />
          <OutsideLink
            href={`/api/admin/occupancy.csv${query}`}
            download
            look="plain"
            className="self-start"
          >
            {text.download}
          </OutsideLink>
        </>
      )}
    </>
  );
}
