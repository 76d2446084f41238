/** How a browser names a device, and what people call one. */
const DEVICES = {
  iPhone: "iPhone",
  iPad: "iPad",
  Android: "phone",
  Mac: "Mac",
  Windows: "computer",
  Linux: "computer",
} as const;

export type Device = (typeof DEVICES)[keyof typeof DEVICES];

/** What kind of device this is, as far as its browser tells. */
export function deviceOf(userAgent: string): Device {
  const found = Object.entries(DEVICES).find(([name]) => userAgent.includes(name));
  return found ? found[1] : "computer";
}
