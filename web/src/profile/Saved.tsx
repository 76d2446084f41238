import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";

/** Says quietly that something is kept; always there, so that it is read out when it changes. */
export function Saved({ when }: { when: boolean }) {
  const text = useTexts(words);
  return (
    <p role="status" className="text-leaf font-medium">
      {when && `✓ ${text.saved}`}
    </p>
  );
}
