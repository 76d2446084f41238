import { useTexts } from "@/platform/texts/texts";
import { bookWords } from "./texts";

interface StepperProps {
  /** What is counted, for screen readers. */
  label: string;
  value: number;
  least?: number;
  most: number;
  onChange: (value: number) => void;
}

/** Changes a number of persons with two large buttons. */
export function Stepper({ label, value, least = 0, most, onChange }: StepperProps) {
  const text = useTexts(bookWords);
  const button =
    "size-11 rounded-full border border-field text-xl font-bold disabled:opacity-40 disabled:cursor-not-allowed hover:bg-leaf-soft";
  return (
    <div role="group" aria-label={label} className="flex items-center gap-2">
      <button
        type="button"
        className={button}
        aria-label={text.fewer(label)}
        disabled={value <= least}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output aria-live="polite" className="w-8 text-center text-lg font-semibold">
        {value}
      </output>
      <button
        type="button"
        className={button}
        aria-label={text.more(label)}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  );
}
