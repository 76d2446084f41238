import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { api, ask, type Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { momentText, stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./texts";

type Entry = Schemas["WaitingEntry"];

const LOOK: Record<Entry["status"], string> = {
  Waiting: "border-line",
  Offered: "border-leaf bg-leaf-soft border-2",
  Lapsed: "border-line border-dashed",
};

/** One entry of the waiting list, with its position and buttons. */
export function EntryCard({ entry }: { entry: Entry }) {
  const text = useTexts(words);
  const language = useLanguage();
  const router = useRouter();
  const path = { id: entry.id };

  const accept = useSending(async () => {
    const booking = await ask(
      api.POST("/api/waiting/{id}/accept", { params: { path: { id: entry.id } } }),
    );
    router.push(`/booking?id=${booking.id}&sent=1`);
    await refreshGarden();
  });
  const withdraw = useSending(async () => {
    await ask(api.DELETE("/api/waiting/{id}", { params: { path } }));
    await refreshGarden();
  });

  return (
    <li className={clsx("bg-card flex flex-col gap-2 rounded-2xl border p-4", LOOK[entry.status])}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="font-semibold">{stayText(entry.startDate, entry.endDate, language)}</p>
        <span className="border-field rounded-full border px-3 py-0.5 text-sm font-semibold">
          {text.statuses[entry.status]}
        </span>
      </div>
      <p className="text-muted break-words">
        {entry.bookingItems
          .map((item) => `${item.sleepingAccommodationName} (${text.persons(item.personCount)})`)
          .join(", ")}
      </p>
      <p>
        {entry.status === "Lapsed" && text.lapsed}
        {entry.status === "Offered" &&
          entry.offeredUntil &&
          text.heldUntil(momentText(entry.offeredUntil, language))}
        {entry.status === "Waiting" && entry.position && text.position(entry.position)}
      </p>
      <Problem error={accept.refusal ?? withdraw.refusal} />
      <div className="flex flex-wrap gap-3">
        {entry.status === "Offered" && (
          <Button busy={accept.busy} onClick={() => void accept.send()}>
            {accept.busy ? text.accepting : text.accept}
          </Button>
        )}
        <Button look="plain" busy={withdraw.busy} onClick={() => void withdraw.send()}>
          {text.withdraw}
        </Button>
      </div>
    </li>
  );
}
