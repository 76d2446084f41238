import type { Schemas } from "@/platform/api/client";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { numberText } from "./figures";
import { Table } from "./Table";
import { words } from "./texts";

/** Who slept there, most bed-nights first. */
export function MembersTable({ members }: { members: Schemas["Occupancy"]["members"] }) {
  const text = useTexts(words);
  const language = useLanguage();
  if (members.length === 0) {
    return <p className="text-muted">{text.nobody}</p>;
  }
  return (
    <Table
      caption={text.byMember}
      columns={[text.member, text.nights, text.bedNights]}
      rows={members.map((member) => ({
        key: member.memberId ?? "erased",
        cells: [
          member.memberName ?? text.erased,
          numberText(member.nights, language),
          numberText(member.bedNights, language),
        ],
      }))}
    />
  );
}
