const COLLATOR = new Intl.Collator("de", { numeric: true });

/**
 * The same items in the order of their names, as people expect it: "Zelt 2" before "Zelt 10". The
 * server sorts numbers by their digits. Items with the same name keep their order.
 */
export function byName<T extends { name: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => COLLATOR.compare(a.name, b.name));
}
