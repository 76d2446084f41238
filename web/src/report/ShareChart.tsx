import { useLanguage } from "@/platform/texts/language";
import type { Row } from "./FiguresTable";
import { shareText } from "./figures";

const ROW_HEIGHT = 30;
/** Where bars begin and the longest ends, in percent of the width: names before, figures behind. */
const LEFT = 36;
const WIDTH = 50;

/** Bars for eyes; the table beside it says the same to everybody. */
export function ShareChart({ rows }: { rows: Row[] }) {
  const language = useLanguage();
  const most = Math.max(1, ...rows.map((row) => row.figures.share ?? 0));
  return (
    <svg aria-hidden="true" width="100%" height={rows.length * ROW_HEIGHT} className="mb-4 text-sm">
      {rows.map((row, index) => {
        const top = index * ROW_HEIGHT;
        const share = row.figures.share ?? 0;
        const width = (share / most) * WIDTH;
        return (
          <g key={row.key}>
            <svg width={`${LEFT - 2}%`} height={ROW_HEIGHT} y={top}>
              <text y={20} className="fill-muted">
                {row.name}
              </text>
            </svg>
            <rect
              x={`${LEFT}%`}
              y={top + 6}
              width={`${WIDTH / most}%`}
              height={18}
              rx={5}
              className="fill-leaf-soft"
            />
            <rect
              x={`${LEFT}%`}
              y={top + 6}
              width={`${width}%`}
              height={18}
              rx={5}
              className="fill-leaf"
            />
            <text x="100%" y={top + 20} textAnchor="end" className="fill-ink font-semibold">
              {shareText(row.figures.share, language)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
