"use client";

import { useSendsMail } from "@/access/loginMethods";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { EntryCard } from "./EntryCard";
import { words } from "./texts";
import { useWaiting } from "./useWaiting";

/** The member's entries on the waiting list, and offers. */
export function WaitingScreen() {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const { data, error, mutate } = useWaiting();
  return (
    <Screen
      title={text.title}
      about={sendsMail ? text.about : text.aboutNoMail}
      narrow
      actions={<ButtonLink href="/waiting/join">{text.join}</ButtonLink>}
    >
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data?.length === 0 && <Card>{text.none}</Card>}
      {data && data.length > 0 && (
        <ul className="flex flex-col gap-3">
          {data.map((entry) => (
            <EntryCard key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Screen>
  );
}
