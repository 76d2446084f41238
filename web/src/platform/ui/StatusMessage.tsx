import { clsx } from "clsx";

interface StatusMessageProps {
  /** Whether it did not work. */
  failed?: boolean;
  children: string;
}

/** Says quietly what was done; always there, so that it is read out when it changes. */
export function StatusMessage({ failed, children }: StatusMessageProps) {
  return (
    <p
      role="status"
      className={clsx("font-medium empty:sr-only", failed ? "text-bloom" : "text-leaf")}
    >
      {children && `${failed ? "✗" : "✓"} ${children}`}
    </p>
  );
}
