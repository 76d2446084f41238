import type { Beds } from "./availability";

/** The most persons that a booking may have in one place. */
export const MOST_PERSONS = 20;

/** Persons by place, in the order in which the places fill. */
export type Proposal = Readonly<Record<string, number>>;

function roomIn({ availableCapacity }: Beds): number {
  return Math.min(MOST_PERSONS, availableCapacity);
}

/**
 * Where some persons could sleep, the best first: each place that has a free bed for everybody,
 * the smallest first, and otherwise as few places together as it takes. Empty where the whole
 * garden has too few free beds.
 *
 * @param preferred the place that somebody chose: it comes first, and is filled first
 */
export function proposals(
  places: readonly Beds[],
  count: number,
  preferred: string | null,
): Proposal[] {
  const isPreferred = ({ id }: Beds) => id === preferred;
  const free = places.filter((place) => roomIn(place) > 0);
  const whole = free
    .filter((place) => roomIn(place) >= count)
    .sort((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)) || roomIn(a) - roomIn(b))
    .map(({ id }) => ({ [id]: count }));
  const chosen = free.find(isPreferred);
  if (chosen && roomIn(chosen) < count) {
    const split = filled(free, count, preferred);
    return split ? [split, ...whole] : whole;
  }
  if (whole.length > 0) {
    return whole;
  }
  const split = filled(free, count, null);
  return split ? [split] : [];
}

/** Fills the preferred place, then the largest; null where the beds are too few. */
function filled(free: readonly Beds[], count: number, preferred: string | null): Proposal | null {
  const isPreferred = ({ id }: Beds) => id === preferred;
  const order = [...free].sort(
    (a, b) => Number(isPreferred(b)) - Number(isPreferred(a)) || roomIn(b) - roomIn(a),
  );
  const persons: Record<string, number> = {};
  let left = count;
  for (const place of order) {
    if (left === 0) {
      break;
    }
    const some = Math.min(left, roomIn(place));
    persons[place.id] = some;
    left -= some;
  }
  return left === 0 ? persons : null;
}
