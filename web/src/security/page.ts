/** The page of the log that is shown, counted from 0; stored in the address. */
export function pageOf(parameters: URLSearchParams): { page: number } {
  const page = Number(parameters.get("page"));
  return { page: Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 0 };
}

export function queryOf({ page }: { page: number }): string {
  return page > 0 ? `page=${page}` : "";
}
