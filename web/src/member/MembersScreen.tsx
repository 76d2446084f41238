"use client";

import { useState } from "react";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { MemberGroup } from "./MemberGroup";
import { groupOf, GROUPS } from "./member";
import { words } from "./texts";
import { useMembers } from "./useMembers";

/** All members by group: waiting, active, invited, rejected, revoked. */
export function MembersScreen() {
  const text = useTexts(words);
  const { data, error, mutate } = useMembers();
  const [message, setMessage] = useState("");
  return (
    <Screen
      title={text.title}
      about={text.about}
      actions={<ButtonLink href="/admin/people/invite">{text.invite}</ButtonLink>}
    >
      <StatusMessage>{message}</StatusMessage>
      <Problem error={error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data &&
        GROUPS.map((group) => (
          <MemberGroup
            key={group}
            group={group}
            members={data.filter((member) => groupOf(member) === group)}
            onDone={setMessage}
          />
        ))}
    </Screen>
  );
}
