import type { ReactNode } from "react";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";

interface DoorFormProps {
  /** What the button says. */
  send: string;
  busy: boolean;
  refusal: unknown;
  /** Fields that show their own errors. */
  shown: readonly string[];
  onSend: () => void;
  children: ReactNode;
}

/**
 * Some fields and one button; why it was refused stands above them. By `post`, so that nothing gets
 * into the address should it be sent before the page is alive.
 */
export function DoorForm({ send, busy, refusal, shown, onSend, children }: DoorFormProps) {
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Problem error={refusal} shown={shown} />
      {children}
      <Button type="submit" busy={busy} className="sm:self-start">
        {send}
      </Button>
    </form>
  );
}
