import { clsx } from "clsx";
import type { Schemas } from "@/platform/api/client";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";

type Light = Schemas["Light"];

/** A shape for each light: the colour only supports it. */
const SHAPES: Record<Light, { outline: string; sign: string; colour: string }> = {
  Good: {
    outline: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z",
    sign: "m7.500 12.500 3 3 6-6.500",
    colour: "text-leaf",
  },
  Attention: {
    outline: "M12 2.500 22.500 21h-21Z",
    sign: "M12 9v5.500m0 3.200v.1",
    colour: "text-sun",
  },
  Bad: {
    outline: "M8 2h8l6 6v8l-6 6H8l-6-6V8Z",
    sign: "m8.500 8.500 7 7m0-7-7 7",
    colour: "text-bloom",
  },
  Unknown: {
    outline: "M3 3h18v18H3Z",
    sign: "M9 9.500a3 3 0 1 1 3.500 3c-.5.200-.5.500-.5 1.500m0 3v.1",
    colour: "text-muted",
  },
};

/** The state of a part, as a shape and in one word. */
export function TrafficLight({ light }: { light: Light }) {
  const text = useTexts(words);
  const { outline, sign, colour } = SHAPES[light];
  return (
    <span className={clsx("inline-flex items-center gap-2 font-semibold", colour)}>
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-6 shrink-0"
      >
        <path d={outline} strokeDasharray={light === "Unknown" ? "3 3" : undefined} />
        <path d={sign} />
      </svg>
      {text.lights[light]}
    </span>
  );
}
