import { useAccommodations } from "@/accommodation/useAccommodations";

/** What the administrators wrote about a place; nothing if they wrote nothing. */
export function Description({ place }: { place: string }) {
  const { data } = useAccommodations();
  const description = data?.find(({ id }) => id === place)?.description;
  return (
    description && (
      <p className="text-muted text-sm break-words whitespace-pre-wrap">{description}</p>
    )
  );
}
