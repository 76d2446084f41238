/** The dark modules as an SVG path, with one rectangle for each run in a row. */
export function darkPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) => {
      let path = "";
      for (let x = 0; x < row.length; x++) {
        const start = x;
        while (row[x]) {
          x++;
        }
        if (x > start) {
          path += `M${start} ${y}h${x - start}v1H${start}z`;
        }
      }
      return path;
    })
    .join("");
}
