/** Says quietly what was done; always there, so that it is read out when it changes. */
export function Told({ children }: { children: string | false }) {
  return (
    <p role="status" className="text-leaf font-medium">
      {children && `✓ ${children}`}
    </p>
  );
}
