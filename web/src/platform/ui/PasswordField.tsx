import { clsx } from "clsx";
import { useState, type ComponentProps } from "react";
import { texts, useTexts } from "@/platform/texts/texts";
import { BOX, Labelled, type Around } from "./Field";

const words = texts(
  {
    show: "Zeigen",
    showWhole: "Passwort zeigen",
    hide: "Verbergen",
    hideWhole: "Passwort verbergen",
  },
  { show: "Show", showWhole: "Show password", hide: "Hide", hideWhole: "Hide password" },
);

/** A field for a password, with a button that shows what is typed. */
export function PasswordField({ label, hint, errors, ...input }: Around & ComponentProps<"input">) {
  const text = useTexts(words);
  const [shown, setShown] = useState(false);
  return (
    <Labelled label={label} hint={hint} errors={errors}>
      {(ids) => (
        <div className="relative">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...ids}
            type={shown ? "text" : "password"}
            className={clsx(BOX, "min-h-11 pr-28")}
          />
          <button
            type="button"
            aria-label={shown ? text.hideWhole : text.showWhole}
            onClick={() => setShown(!shown)}
            className="text-leaf absolute inset-y-0 right-0 min-h-11 rounded-xl px-4 font-medium underline-offset-4 hover:underline"
          >
            {shown ? text.hide : text.show}
          </button>
        </div>
      )}
    </Labelled>
  );
}
