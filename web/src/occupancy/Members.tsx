import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Table } from "@/platform/ui/Table";
import { numberText, type Occupancy } from "./figures";
import { words } from "./texts";

export function Members({ members }: { members: Occupancy["members"] }) {
  const text = useTexts(words);
  const language = useLanguage();
  if (members.length === 0) {
    return <p className="text-muted">{text.nobody}</p>;
  }
  return (
    <Table caption={text.byMember} heads={[text.member, text.nights, text.bedNights]}>
      <tbody>
        {members.map(({ memberId, memberName, nights, bedNights }) => (
          <tr key={memberId ?? memberName ?? "erased"}>
            <th scope="row">{memberName ?? text.erased}</th>
            <td>{numberText(nights, language)}</td>
            <td>{numberText(bedNights, language)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
