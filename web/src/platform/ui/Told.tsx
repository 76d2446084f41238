/** Says quietly what was done; always there, so that it is read out when it changes. */
export function Told({ children }: { children: string }) {
  return (
    <p role="status" className="text-leaf font-medium empty:hidden">
      {children && `✓ ${children}`}
    </p>
  );
}
