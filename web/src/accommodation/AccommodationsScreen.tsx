"use client";

import { useState } from "react";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { AccommodationRow } from "./AccommodationRow";
import { words } from "./texts";
import { useAccommodations } from "./useAccommodations";

/** All places to sleep: those that can be booked first. */
export function AccommodationsScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = useAccommodations();
  const [message, setMessage] = useState("");
  return (
    <Screen
      title={text.title}
      about={text.about}
      actions={<ButtonLink href="/admin/accommodations/edit">{text.add}</ButtonLink>}
    >
      <StatusMessage>{message}</StatusMessage>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data?.length === 0 && (
        <Card>
          <p>{text.none}</p>
        </Card>
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {data
          ?.toSorted((a, b) => Number(b.isActive) - Number(a.isActive))
          .map((place) => (
            <AccommodationRow key={place.id} place={place} onDone={setMessage} />
          ))}
      </ul>
    </Screen>
  );
}
