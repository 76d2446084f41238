/** How browsers name devices, and the name that we suggest. */
const DEVICES = {
  iPhone: "iPhone",
  iPad: "iPad",
  Android: "phone",
  Mac: "Mac",
  Windows: "computer",
  Linux: "computer",
} as const;

export type Device = (typeof DEVICES)[keyof typeof DEVICES];

/** The kind of device, from the browser's user agent. */
export function deviceOf(userAgent: string): Device {
  const found = Object.entries(DEVICES).find(([name]) => userAgent.includes(name));
  return found ? found[1] : "computer";
}
