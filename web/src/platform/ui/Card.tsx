import { clsx } from "clsx";
import type { ComponentProps } from "react";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      {...rest}
      className={clsx("bg-card border-line rounded-2xl border p-4 sm:p-5", className)}
    />
  );
}
