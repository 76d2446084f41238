import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Notice } from "@/platform/ui/Notice";
import { words } from "./texts";
import type { Timeline } from "./timeline";

/** Nights on which an external calendar blocks the whole garden. */
export function BlockedNights({ timeline }: { timeline: Timeline }) {
  const text = useTexts(words);
  const language = useLanguage();
  if (timeline.blocked.length === 0) {
    return null;
  }
  return (
    <Notice kind="warning">
      <p className="font-semibold">{text.blocked}</p>
      <ul>
        {timeline.blocked.map(({ startDate, endDate, name }) => (
          <li key={startDate + name} className="break-words">
            {stayText(startDate, endDate, language)}: {name}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
