/** Paths in a square of 24 units. Icons are decoration: a text beside them has the meaning. */
const PATHS = {
  tree: "M12 21v-6m0 0c-4 0-6.5-2-6.5-5 0-1.700 1-3 2.300-3.700C8.200 4.200 9.900 3 12 3s3.800 1.200 4.200 3.300c1.300.700 2.300 2 2.300 3.700 0 3-2.500 5-6.500 5Zm-4 6h8",
  plus: "M12 5v14M5 12h14",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 9c.600-4 3.400-6 7-6s6.400 2 7 6",
  key: "M15.500 12.500a4.500 4.500 0 1 0-4-4L4 16v4h4v-2h2v-2h2l2-2 1.500-1.500M16 8h.01",
  left: "m15 5-7 7 7 7",
  right: "m9 5 7 7-7 7",
  bed: "M3 19v-9m0 6h18v3m0-3v-2a3 3 0 0 0-3-3h-8v5M6.500 11.500h.01",
  mail: "M4 6h16v12H4zm0 1 8 6 8-6",
  chart: "M4 20h16M7 16v-5m5 5V6m5 10v-8",
  calendar: "M5 6h14v14H5zm0 4h14M9 3v4m6-4v4",
  shield: "M12 3l7 2.500v5.500c0 4.500-2.800 8-7 10-4.200-2-7-5.500-7-10V5.500Z",
  box: "M5 4h14v6H5zm0 10h14v6H5zM8 7h.01M8 17h.01",
  close: "m6 6 12 12M18 6 6 18",
  check: "m5 12.500 4.500 4.500L19 7.500",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
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
      <path d={PATHS[name]} />
    </svg>
  );
}
