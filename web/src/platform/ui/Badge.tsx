import { clsx } from "clsx";

type Kind = "good" | "waits" | "off" | "plain";

const LOOK: Record<Kind, string> = {
  good: "border-leaf bg-leaf-soft",
  waits: "border-sun bg-sun-soft border-dashed",
  off: "border-bloom bg-bloom-soft",
  plain: "border-field bg-sky-soft",
};

/** A state in words; the colour only supports it. */
export function Badge({ kind = "plain", children }: { kind?: Kind; children: string }) {
  return (
    <span
      className={clsx(
        "inline-block rounded-full border px-3 py-0.5 text-sm font-semibold",
        LOOK[kind],
      )}
    >
      {children}
    </span>
  );
}
