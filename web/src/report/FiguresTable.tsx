import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { numberText, shareText, type Figures } from "./figures";
import { Table } from "./Table";
import { words } from "./texts";

/** What was offered and taken, under one name. */
export interface Row {
  key: string;
  name: string;
  figures: Figures;
}

interface FiguresTableProps {
  caption: string;
  /** What the names are. */
  first: string;
  rows: Row[];
}

/** The numbers behind a chart. */
export function FiguresTable({ caption, first, rows }: FiguresTableProps) {
  const text = useTexts(words);
  const language = useLanguage();
  return (
    <Table
      caption={caption}
      columns={[first, text.offered, text.taken, text.share]}
      rows={rows.map(({ key, name, figures }) => ({
        key,
        cells: [
          name,
          numberText(figures.offered, language),
          numberText(figures.taken, language),
          shareText(figures.share, language) ?? text.none,
        ],
      }))}
    />
  );
}
