import { Spinner } from "./Spinner";

/** Says that something is loading, also to screen readers. */
export function Loading({ children }: { children: string }) {
  return (
    <p role="status" className="text-muted flex items-center gap-3 py-8">
      <Spinner />
      {children}
    </p>
  );
}
