import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Table } from "@/platform/ui/Table";
import { numberText, shareText, type Figures } from "./figures";
import { words } from "./texts";

interface FiguresTableProps {
  /** The heading of the first column. */
  head: string;
  caption: string;
  rows: { id: string; name: string; note?: string; figures: Figures }[];
  total: Figures;
}

/** The occupied and the offered beds of each row, and their totals. */
export function FiguresTable({ head, caption, rows, total }: FiguresTableProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const cells = ({ taken, offered, share }: Figures) => (
    <>
      <td>{numberText(taken, language)}</td>
      <td>{numberText(offered, language)}</td>
      <td>{shareText(share, language)}</td>
    </>
  );
  return (
    <Table caption={caption} heads={[head, text.taken, text.offered, text.share]}>
      <tbody>
        {rows.map(({ id, name, note, figures }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {note && <span className="text-muted block text-sm font-normal">{note}</span>}
            </th>
            {cells(figures)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          {cells(total)}
        </tr>
      </tfoot>
    </Table>
  );
}
