import { Spinner } from "./Spinner";

/** Tells that something is awaited, to eyes and to ears. */
export function Loading({ children }: { children: string }) {
  return (
    <p role="status" className="text-muted flex items-center gap-3 py-8">
      <Spinner />
      {children}
    </p>
  );
}
