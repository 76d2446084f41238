import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import type { Day } from "@/platform/dates/nights";
import { byName } from "@/platform/texts/byName";
import { saveOfflineCopy } from "./offlineCopy";

/** The garden from one day up to, and not including, another. */
export function useTimeline({ from, to }: { from: Day; to: Day }) {
  return useAnswer(
    `/api/timeline?from=${from}&to=${to}`,
    async () => {
      const answer = await ask(api.GET("/api/timeline", { params: { query: { from, to } } }));
      const timeline = { ...answer, accommodations: byName(answer.accommodations) };
      saveOfflineCopy(timeline);
      return timeline;
    },
    { keepPreviousData: true },
  );
}
