"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { AccommodationForm } from "./AccommodationForm";
import { formWords } from "./texts";
import { useAccommodation, type VersionedAccommodation } from "./useAccommodations";

/** Adds a place to sleep, or changes one: `/admin/accommodations/edit?id=<id>`. */
export function AccommodationScreen() {
  const text = useTexts(formWords);
  return (
    <Suspense fallback={<Loading>{text.loading}</Loading>}>
      <NewOrChanged />
    </Suspense>
  );
}

function NewOrChanged() {
  const text = useTexts(formWords);
  const id = useSearchParams().get("id");
  return (
    <Screen title={id ? text.titleChange : text.titleNew} narrow>
      {id ? <Changed key={id} id={id} /> : <AccommodationForm />}
    </Screen>
  );
}

function Changed({ id }: { id: string }) {
  const text = useTexts(formWords);
  const { data, error, isValidating, mutate } = useAccommodation(id);
  // The form keeps the answer it began with: its fields must not change while somebody types.
  const [initial, setInitial] = useState<VersionedAccommodation | null>(null);
  if (!initial && data && !isValidating) {
    setInitial(data);
  }
  if (initial) {
    return <AccommodationForm changes={initial} />;
  }
  if (error?.status === 404 || error?.status === 400) {
    return <Notice kind="problem">{text.missing}</Notice>;
  }
  if (error) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  return <Loading>{text.loading}</Loading>;
}
