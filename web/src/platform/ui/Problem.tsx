import { asRefusal } from "@/platform/api/refusal";
import { texts, useTexts } from "@/platform/texts/texts";
import { Button } from "./Button";
import { Notice } from "./Notice";

const words = texts({ again: "Noch einmal versuchen" }, { again: "Try again" });

interface ProblemProps {
  /** The error, or null. */
  error: unknown;
  /** Fields that show their own errors. */
  shown?: readonly string[];
  onRetry?: () => void;
}

/** Why a request failed, without the messages that fields on the screen show. */
export function Problem({ error, shown = [], onRetry }: ProblemProps) {
  const text = useTexts(words);
  if (!error) {
    return null;
  }
  const refusal = asRefusal(error);
  const rest = Object.entries(refusal.errors)
    .filter(([field]) => !shown.includes(field))
    .flatMap(([, sentences]) => sentences)
    .filter((sentence) => sentence !== refusal.message);
  return (
    <Notice kind="problem">
      <p>{refusal.message}</p>
      {rest.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Button look="plain" className="mt-3" onClick={onRetry}>
          {text.again}
        </Button>
      )}
    </Notice>
  );
}
