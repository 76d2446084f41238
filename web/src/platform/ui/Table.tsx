import type { ReactNode } from "react";

interface TableProps {
  /** What the table contains, for screen readers. */
  caption: string;
  heads: string[];
  children: ReactNode;
}

/** A table whose first column names the rows; the others hold numbers. */
export function Table({ caption, heads, children }: TableProps) {
  return (
    <table className="[&_td]:border-line [&_th]:border-line w-full border-collapse text-sm tabular-nums sm:text-base [&_tbody_th]:border-t [&_td]:border-t [&_td]:py-2 [&_td]:pl-2 [&_td]:text-right [&_tfoot]:font-semibold [&_tfoot_th]:border-t [&_tfoot_th]:font-semibold [&_th]:py-2 [&_th]:text-left [&_th]:font-medium [&_th]:break-words">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-muted text-xs sm:text-sm">
        <tr>
          {heads.map((head, column) => (
            <th key={head} scope="col" className={column > 0 ? "pl-2 text-right!" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
