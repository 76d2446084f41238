import type { ReactNode } from "react";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { useMounted } from "@/platform/ui/useMounted";

interface PublicFormProps {
  /** The text of the button. */
  send: string;
  busy: boolean;
  refusal: unknown;
  /** Fields that show their own errors. */
  shown: readonly string[];
  onSend: () => void;
  children: ReactNode;
}

/**
 * Some fields and one button; why it was refused stands above them. Nothing can be typed or sent
 * before the page is alive: it would be lost. By `post`, so that even then nothing could get into
 * the address.
 */
export function PublicForm({ send, busy, refusal, shown, onSend, children }: PublicFormProps) {
  const alive = useMounted();
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <fieldset disabled={!alive} className="flex flex-col gap-4">
        <Problem error={refusal} shown={shown} />
        {children}
        <Button type="submit" busy={busy} className="sm:self-start">
          {send}
        </Button>
      </fieldset>
    </form>
  );
}
