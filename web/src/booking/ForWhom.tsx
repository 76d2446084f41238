import { useMe } from "@/access/me";
import { groupOf, nameOf } from "@/member/member";
import { useMembers } from "@/member/useMembers";
import { byName } from "@/platform/texts/byName";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Select, TextField } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import type { Owner } from "./owner";
import { ownerWords } from "./ownerTexts";

interface ForWhomProps {
  owner: Owner;
  /** The server's messages about the name. */
  errors?: readonly string[];
  onChange: (owner: Owner) => void;
}

/** For whom an administrator books: for themselves, a member, or somebody without an account. */
export function ForWhom({ owner, errors, onChange }: ForWhomProps) {
  const text = useTexts(ownerWords);
  const { data: me } = useMe();
  const { data, error, mutate } = useMembers();
  const others = byName(
    (data ?? [])
      .filter((member) => groupOf(member) === "active" && member.id !== me?.id)
      .map((member) => ({ id: member.id, name: nameOf(member) })),
  );
  const value = owner.guestName !== undefined ? "guest" : (owner.memberId ?? "");
  return (
    <Card className="flex flex-col gap-4">
      <Select
        label={text.label}
        name="owner"
        value={value}
        onChange={({ target }) =>
          onChange(
            target.value === "guest"
              ? { guestName: "" }
              : target.value
                ? { memberId: target.value }
                : {},
          )
        }
      >
        <option value="">{text.me}</option>
        <option value="guest">{text.guest}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Problem error={data ? null : error} onRetry={() => void mutate()} />
      {owner.guestName !== undefined && (
        <TextField
          label={text.name}
          hint={text.nameHint}
          name="guestName"
          autoComplete="off"
          required
          maxLength={100}
          value={owner.guestName}
          errors={errors}
          onChange={(event) => onChange({ guestName: event.target.value })}
        />
      )}
    </Card>
  );
}
