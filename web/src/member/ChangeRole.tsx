import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { decide, type DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";

/** Makes a member an administrator, or an administrator a member. */
export function ChangeRole({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const { data: me, mutate: readMe } = useMe();
  const name = nameOf(member);
  const manages = member.role === "Administrator";
  const isMe = member.id === me?.id;
  return (
    <ConfirmButton
      label={manages ? text.demote : text.promote}
      about={name}
      look="plain"
      title={manages ? text.demoteTitle(name) : text.promoteTitle(name)}
      danger={manages}
      action={() =>
        decide(async () => {
          await ask(
            api.PATCH("/api/admin/users/{id}", {
              params: { path: { id: member.id } },
              body: { role: manages ? "Member" : "Administrator" },
            }),
          );
          if (isMe) {
            await readMe();
          }
        })
      }
      onDone={() => onDone(manages ? text.demoted(name) : text.promoted(name), true)}
    >
      {() => (
        <>
          <p>{manages ? text.demoteText : text.promoteText}</p>
          {manages && isMe && <p>{text.demoteSelf}</p>}
        </>
      )}
    </ConfirmButton>
  );
}
