import { clsx } from "clsx";

interface TableProps {
  /** Says what the table holds to those who listen; a heading above says it to all others. */
  caption: string;
  columns: string[];
  /** Rows of as many cells: a name, then numbers. */
  rows: { key: string; cells: string[] }[];
}

export function Table({ caption, columns, rows }: TableProps) {
  return (
    <table className="w-full text-sm sm:text-base">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-muted">
        <tr>
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={clsx("py-2 font-medium", index === 0 ? "text-left" : "pl-2 text-right")}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...numbers] }) => (
          <tr key={key} className="border-line border-t">
            <th scope="row" className="py-2 text-left font-medium wrap-anywhere">
              {name}
            </th>
            {numbers.map((number, index) => (
              <td key={columns[index + 1]} className="py-2 pl-2 text-right tabular-nums">
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
