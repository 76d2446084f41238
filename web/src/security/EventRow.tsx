import type { Schemas } from "@/platform/api/client";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";

/** What happened, to whom, by whom, when and how often. */
export function EventRow({ event }: { event: Schemas["SecurityEvent"] }) {
  const text = useTexts(words);
  const language = useLanguage();
  const about = event.memberId ? (event.memberName ?? text.erased) : undefined;
  const by = event.actorId === event.memberId ? undefined : event.actorId;
  return (
    <li className="flex flex-col gap-1 py-3 wrap-anywhere">
      <p className="font-semibold">
        {about === undefined && event.kind === "LoginRefused"
          ? text.refusedNobody
          : text.kinds[event.kind]}
      </p>
      {about !== undefined && <p>{about}</p>}
      <p className="text-muted text-sm">
        {momentText(event.at, language)}
        {by && ` · ${text.by(event.actorName ?? text.erased)}`}
        {event.times > 1 && ` · ${text.times(event.times)}`}
      </p>
    </li>
  );
}
