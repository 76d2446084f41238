import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { decide, type DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";

/** Revokes a member's access or withdraws an invitation; not shown for one's own account. */
export function Revoke({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me } = useMe();
  const name = nameOf(member);
  const invited = member.status === "Invited";
  if (member.id === me?.id) {
    return null;
  }
  return (
    <ConfirmButton
      label={invited ? text.withdraw : text.revoke}
      about={name}
      look="danger"
      title={invited ? text.withdrawTitle(name) : text.revokeTitle(name)}
      danger
      action={() =>
        decide(() =>
          ask(api.POST("/api/admin/users/{id}/revoke", { params: { path: { id: member.id } } })),
        )
      }
      onDone={() => onDone(invited ? text.withdrawn(name) : text.revoked(name))}
    >
      {() => <p>{invited ? text.withdrawText : text.revokeText}</p>}
    </ConfirmButton>
  );
}
