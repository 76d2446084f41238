import { encode } from "uqr";
import { darkPath } from "./darkPath";

/** The white margin that scanners need, in modules. */
const QUIET = 4;

/** A link as a QR code: black on white in dark mode too, since many scanners read no other. */
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
