const DEVICES = ["iPhone", "iPad", "Android", "Mac", "Windows", "Linux"];

/** What people call a device like this one; null if its browser does not tell. */
export function deviceName(userAgent: string): string | null {
  return DEVICES.find((name) => userAgent.includes(name)) ?? null;
}
