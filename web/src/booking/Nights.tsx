import { useState } from "react";
import { stayText } from "@/platform/dates/format";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import type { Range } from "./range";
import { RangePicker } from "./RangePicker";
import { bookWords } from "./texts";

interface NightsProps {
  range: Range;
  onChange: (range: Range) => void;
  /** The booking that is changed, and its arrival, which may have passed. */
  except?: string;
  start?: string;
}

/** The nights: one line where the form began with them, and the calendar to choose others. */
export function Nights({ range, onChange, except, start }: NightsProps) {
  const text = useTexts(bookWords);
  const language = useLanguage();
  const today = useToday();
  const [choosing, setChoosing] = useState(!range.start || !range.end);
  if (!choosing && range.start && range.end) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold">{stayText(range.start, range.end, language)}</p>
        <Button look="plain" onClick={() => setChoosing(true)}>
          {text.otherNights}
        </Button>
      </div>
    );
  }
  return (
    <RangePicker
      range={range}
      onChange={onChange}
      first={start && start < today ? start : today}
      except={except}
    />
  );
}
