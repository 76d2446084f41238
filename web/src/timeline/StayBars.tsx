import { clsx } from "clsx";
import { stayText } from "@/platform/dates/format";
import { nightsBetween, type Day } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";
import { inLanes, type Row, type Stay } from "./timeline";
import { PageLink } from "@/platform/ui/PageLink";
import { useMaySee } from "./useMaySee";

/** Who sleeps in a place, as bars under the nights. */
export function StayBars({ row, nights }: { row: Row; nights: Day[] }) {
  const maySee = useMaySee();
  if (row.stays.length === 0) {
    return null;
  }
  return (
    <ul
      className="grid gap-y-1"
      style={{ gridTemplateColumns: `repeat(${nights.length}, minmax(0, 1fr))` }}
    >
      {inLanes(row.stays).flatMap((lane, index) =>
        lane.map((stay) => (
          <Bar
            key={stay.bookingId}
            stay={stay}
            lane={index + 1}
            nights={nights}
            isLink={maySee(stay)}
          />
        )),
      )}
    </ul>
  );
}

interface BarProps {
  stay: Stay;
  lane: number;
  nights: Day[];
  /** Whether the bar opens the booking. */
  isLink: boolean;
}

function Bar({ stay, lane, nights, isLink }: BarProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const first = nights[0] ?? stay.startDate;
  const from = Math.max(0, nightsBetween(first, stay.startDate));
  const to = Math.min(nights.length, nightsBetween(first, stay.endDate));
  const name = stay.label ?? text.occupied;
  const label = [
    name,
    stayText(stay.startDate, stay.endDate, language),
    text.persons(stay.persons),
    text.status[stay.status],
    stay.mine && text.mine,
  ]
    .filter(Boolean)
    .join(", ");
  const look = clsx(
    "block truncate rounded-md border px-1.5 py-0.5 text-xs leading-5",
    stay.mine ? "bg-leaf text-on-leaf border-leaf font-bold" : "bg-leaf-soft border-field text-ink",
    stay.status === "Pending" && "border-dashed",
  );
  const content = (
    <>
      <span aria-hidden="true">
        {name}
        {stay.status === "Pending" && " ?"}
      </span>
      <span className="sr-only">{label}</span>
    </>
  );
  return (
    <li style={{ gridColumn: `${from + 1} / ${to + 1}`, gridRow: lane }} className="min-w-0 px-px">
      {isLink ? (
        <PageLink href={`/booking?id=${stay.bookingId}`} title={label} className={look}>
          {content}
        </PageLink>
      ) : (
        <span title={label} className={look}>
          {content}
        </span>
      )}
    </li>
  );
}
