import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import type { DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";

/** Leads to an invitation that gives a revoked member a new password and access at once. */
export function InviteAgain({ member }: DecisionProps) {
  const text = useTexts(words);
  return (
    <ButtonLink look="plain" href={`/admin/people/invite?again=${member.id}`}>
      {text.inviteAgain}
      <span className="sr-only"> {nameOf(member)}</span>
    </ButtonLink>
  );
}
