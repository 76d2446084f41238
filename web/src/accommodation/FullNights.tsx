import { dayText } from "@/platform/dates/format";
import { runsOf, type Day } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { formWords } from "./texts";

/** The nights on which more beds are booked than the place would have. */
export function FullNights({ nights }: { nights: readonly Day[] }) {
  const text = useTexts(formWords);
  const language = useLanguage();
  if (nights.length === 0) {
    return null;
  }
  return (
    <div>
      <p className="font-medium">{text.nights}</p>
      <ul className="mt-1 list-disc pl-5">
        {runsOf(nights).map(({ first, last }) => (
          <li key={first}>
            {dayText(first, language)}
            {last !== first && ` – ${dayText(last, language)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
