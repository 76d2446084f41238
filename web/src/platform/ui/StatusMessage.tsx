import { clsx } from "clsx";

interface StatusMessageProps {
  /** Whether it says that something failed. */
  failed?: boolean;
  children: string;
}

/** Says what was done. It is always rendered, so that screen readers read it when it changes. */
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
