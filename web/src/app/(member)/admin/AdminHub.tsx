"use client";

import type { ReactNode } from "react";
import { waitsForApproval } from "@/member/member";
import { useMembers } from "@/member/useMembers";
import { useTexts } from "@/platform/texts/texts";
import { Badge } from "@/platform/ui/Badge";
import { Icon, type IconName } from "@/platform/ui/Icon";
import { Screen } from "@/platform/ui/Screen";
import { PageLink } from "@/platform/ui/PageLink";
import { useRequests } from "@/requests/useRequests";
import { words } from "./texts";

/** The administrator's start page: what waits for a decision, and links to all other pages. */
export function AdminHub() {
  const text = useTexts(words);
  const members = useMembers();
  const requests = useRequests(0);
  return (
    <Screen title={text.title}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Place href="/admin/requests" icon="check" {...text.requests}>
          <Waiting count={requests.data?.totalItems} failed={requests.error} {...text.requests} />
        </Place>
        <Place href="/admin/people" icon="person" {...text.members}>
          <Waiting
            count={members.data?.filter(waitsForApproval).length}
            failed={members.error}
            {...text.members}
          />
        </Place>
        <Place href="/admin/accommodations" icon="bed" {...text.places} />
        <Place href="/admin/calendars" icon="calendar" {...text.calendars} />
        <Place href="/admin/mail" icon="mail" {...text.mail} />
        <Place href="/admin/passkeys" icon="key" {...text.passkeys} />
        <Place href="/admin/report" icon="chart" {...text.report} />
        <Place href="/admin/security" icon="shield" {...text.security} />
        <Place href="/admin/box" icon="box" {...text.box} />
      </ul>
    </Screen>
  );
}

interface PlaceProps {
  href: string;
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}

function Place({ href, icon, title, text, children }: PlaceProps) {
  return (
    <li className="bg-card border-line hover:bg-leaf-soft relative flex gap-4 rounded-2xl border p-4 transition-colors sm:p-5">
      <span className="text-leaf">
        <Icon name={icon} />
      </span>
      <div className="flex flex-col items-start gap-2">
        <h2>
          <PageLink href={href} className="after:absolute after:inset-0 after:rounded-2xl">
            {title}
          </PageLink>
        </h2>
        <p className="text-muted">{text}</p>
        {children}
      </div>
    </li>
  );
}

interface WaitingProps {
  count?: number;
  failed: unknown;
  waiting: (count: number) => string;
  none: string;
}

function Waiting({ count, failed, waiting, none }: WaitingProps) {
  const text = useTexts(words);
  if (count === undefined) {
    return <p className="text-muted text-sm">{failed ? text.uncounted : text.counting}</p>;
  }
  return count > 0 ? <Badge kind="waits">{waiting(count)}</Badge> : <Badge>{none}</Badge>;
}
