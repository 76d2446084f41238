import type { ReactNode } from "react";
import { useMe } from "@/access/me";
import { dayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Badge } from "@/platform/ui/Badge";
import { Approve } from "./Approve";
import { ChangeEmail } from "./ChangeEmail";
import { ChangeRole } from "./ChangeRole";
import type { DecisionProps } from "./decision";
import { InviteAgain } from "./InviteAgain";
import { NewLink } from "./NewLink";
import { PasswordLink } from "./PasswordLink";
import { groupOf, nameOf, type Group } from "./member";
import { Reject } from "./Reject";
import { Revoke } from "./Revoke";
import { words } from "./texts";

/** The decisions that are possible in each group. */
const DECISIONS: Record<Group, ((props: DecisionProps) => ReactNode)[]> = {
  pending: [Approve, Reject, PasswordLink, ChangeEmail],
  active: [ChangeRole, PasswordLink, ChangeEmail, Revoke],
  invited: [NewLink, ChangeEmail, Revoke],
  rejected: [Approve, PasswordLink],
  revoked: [Approve, InviteAgain, ChangeEmail],
};

export function MemberRow({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const { data: me } = useMe();
  return (
    <li
      data-row
      tabIndex={-1}
      className="flex flex-col gap-3 py-3 sm:flex-row sm:items-center sm:justify-between"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold break-words">
          {nameOf(member)}
          {member.id === me?.id && <span className="text-muted font-normal">({text.you})</span>}
          {member.role === "Administrator" && <Badge>{text.roles.Administrator}</Badge>}
          {member.status === "Unverified" && <Badge kind="waits">{text.unverified}</Badge>}
        </p>
        <p className="text-muted text-sm break-words">
          {member.email} · {text.since(dayText(member.createdAt.slice(0, 10), language))}
        </p>
        {member.rejectionReason && (
          <p className="text-sm break-words">
            {text.reason}: {member.rejectionReason}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 sm:max-w-[60%] sm:shrink-0 sm:justify-end">
        {DECISIONS[groupOf(member)].map((Decision, index) => (
          <Decision key={index} member={member} onDone={onDone} />
        ))}
      </div>
    </li>
  );
}
