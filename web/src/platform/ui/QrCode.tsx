import { encode } from "uqr";
import { darkPath } from "./darkPath";

/** Cameras want four modules of white around the code. */
const QUIET = 4;

/** A link for a camera: black on white also in dark mode, for cameras do not read it otherwise. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { data, size } = encode(value, { ecc: "M", border: QUIET });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-72 self-center rounded-xl bg-white"
    >
      <path d={darkPath(data)} className="fill-black" />
    </svg>
  );
}
