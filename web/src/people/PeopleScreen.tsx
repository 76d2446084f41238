"use client";

import { useState } from "react";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { Told } from "@/platform/ui/Told";
import { PeopleGroup } from "./PeopleGroup";
import { groupOf, GROUPS } from "./person";
import { words } from "./texts";
import { usePeople } from "./usePeople";

/** Everybody who is in, wants in, or was in. */
export function PeopleScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = usePeople();
  const [told, setTold] = useState("");
  return (
    <Screen
      title={text.title}
      about={text.about}
      actions={<ButtonLink href="/admin/people/invite">{text.invite}</ButtonLink>}
    >
      <Told>{told}</Told>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data &&
        GROUPS.map((group) => (
          <PeopleGroup
            key={group}
            group={group}
            people={data.filter((person) => groupOf(person) === group)}
            onDone={setTold}
          />
        ))}
    </Screen>
  );
}
