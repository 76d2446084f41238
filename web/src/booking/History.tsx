import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Problem } from "@/platform/ui/Problem";
import { detailWords } from "./texts";

/** Who did what to a booking, and when; the latest last. */
export function History({ id }: { id: string }) {
  const text = useTexts(detailWords);
  const language = useLanguage();
  const { data, error } = useAnswer(`/api/bookings/${id}/history`, () =>
    ask(api.GET("/api/bookings/{id}/history", { params: { path: { id } } })),
  );
  return (
    <Card>
      <h2 className="mb-2">{text.history}</h2>
      <Problem error={error} />
      <ol className="flex flex-col gap-2">
        {data?.map((event) => (
          <li key={event.at + event.kind} className="border-line border-l-4 pl-3">
            <p>
              <span className="font-semibold">{text.kinds[event.kind]}</span>
              {event.actorName && ` ${text.byActor(event.actorName)}`}
            </p>
            <p className="text-muted text-sm">
              <time dateTime={event.at}>{momentText(event.at, language)}</time>
            </p>
            {event.reason && <p className="break-words">„{event.reason}“</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
