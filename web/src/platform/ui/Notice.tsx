import { clsx } from "clsx";
import type { ReactNode } from "react";

type Kind = "good" | "info" | "warning" | "problem";

const LOOK: Record<Kind, string> = {
  good: "border-leaf bg-leaf-soft",
  info: "border-field bg-sky-soft",
  warning: "border-sun bg-sun-soft",
  problem: "border-bloom bg-bloom-soft",
};

/** A highlighted message. Screen readers read problems at once. */
export function Notice({ kind = "info", children }: { kind?: Kind; children: ReactNode }) {
  return (
    <div
      role={kind === "problem" ? "alert" : "status"}
      className={clsx("rounded-xl border-l-4 px-4 py-3", LOOK[kind])}
    >
      {children}
    </div>
  );
}
