import { clsx } from "clsx";
import type { Schemas } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { listWords } from "./texts";

type Status = Schemas["BookingStatus"];

const LOOK: Record<Status, string> = {
  Pending: "bg-sun-soft border-sun border-dashed",
  Accepted: "bg-leaf-soft border-leaf",
  Rejected: "bg-bloom-soft border-bloom",
  Cancelled: "bg-paper border-field",
  Completed: "bg-sky-soft border-field",
};

/** The status in words; the colour only supports it. */
export function StatusBadge({ status }: { status: Status }) {
  const text = useTexts(listWords);
  return (
    <span className={clsx("rounded-full border px-3 py-0.5 text-sm font-semibold", LOOK[status])}>
      {text.statuses[status]}
    </span>
  );
}
