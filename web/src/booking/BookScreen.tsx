"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { useToday } from "@/platform/dates/useToday";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { BookForm } from "./BookForm";
import { draftOf, emptyDraft } from "./draft";
import { bookWords } from "./texts";
import { wishOf } from "./wish";
import { useBooking, type VersionedBooking } from "./useBooking";

/**
 * Books new nights, or changes a booking: `/book?start=2027-01-15&end=2027-01-17&place=<id>`, of
 * which the end and the place may be missing, `/book?edit=<id>`.
 */
export function BookScreen() {
  const text = useTexts(bookWords);
  return (
    <Suspense
      fallback={
        <Screen title={text.title}>
          <Loading>{text.loading}</Loading>
        </Screen>
      }
    >
      <NewOrChanged />
    </Suspense>
  );
}

function NewOrChanged() {
  const text = useTexts(bookWords);
  const parameters = useSearchParams();
  const edit = parameters.get("edit");
  const today = useToday();
  const { range, place } = wishOf(parameters, today);
  const name = [range.start, range.end, place].filter(Boolean).join(" ") || "new";
  return (
    <Screen title={edit ? text.editTitle : text.title}>
      {edit ? (
        <ChangedBooking key={edit} id={edit} />
      ) : (
        <BookForm key={name} name={name} begin={() => emptyDraft(range, place)} />
      )}
    </Screen>
  );
}

function ChangedBooking({ id }: { id: string }) {
  const text = useTexts(bookWords);
  const { data, error, isValidating, mutate } = useBooking(id);
  // The form keeps the version it began with: its fields must not change while somebody types.
  const [first, setFirst] = useState<VersionedBooking>();
  if (!first && data && !error && !isValidating) {
    setFirst(data);
  }
  if (!first) {
    return error ? (
      <Problem error={error} onRetry={() => void mutate()} />
    ) : (
      <Loading>{text.loading}</Loading>
    );
  }
  return (
    <BookForm name={`${id} ${first.etag}`} begin={() => draftOf(first.booking)} changes={first} />
  );
}
