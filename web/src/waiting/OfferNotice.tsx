"use client";

import { useMe } from "@/access/me";
import { momentText, stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { texts, useTexts } from "@/platform/texts/texts";
import { Notice } from "@/platform/ui/Notice";
import { PageLink } from "@/platform/ui/PageLink";
import { useWaiting } from "./useWaiting";

const words = texts(
  {
    offered: (stay: string) => `Frei geworden: ${stay}.`,
    until: (moment: string) => `Für dich freigehalten bis ${moment}.`,
    answer: "Annehmen oder anderen lassen",
  },
  {
    offered: (stay: string) => `Free now: ${stay}.`,
    until: (moment: string) => `Held for you until ${moment}.`,
    answer: "Take it or leave it to others",
  },
);

/** Offers of the waiting list, above the garden and the bookings: they are held for some hours. */
export function OfferNotice() {
  const text = useTexts(words);
  const language = useLanguage();
  const { data: me } = useMe();
  const { data } = useWaiting(me?.status === "Active");
  const offers = data?.filter((entry) => entry.status === "Offered") ?? [];
  if (offers.length === 0) {
    return null;
  }
  return (
    <div className="mx-auto mb-4 flex max-w-6xl flex-col gap-2">
      {offers.map((entry) => (
        <Notice key={entry.id} kind="good">
          <p>
            <strong>{text.offered(stayText(entry.startDate, entry.endDate, language))}</strong>{" "}
            {entry.offeredUntil && text.until(momentText(entry.offeredUntil, language))}
          </p>
          <PageLink
            href="/waiting"
            className="text-leaf inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {text.answer}
          </PageLink>
        </Notice>
      ))}
    </div>
  );
}
