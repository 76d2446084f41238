import type { Schemas } from "@/platform/api/client";

type StatusMessage = Pick<Schemas["Session"], "browser" | "system">;

interface Words {
  on: (browser: string, system: string) => string;
  someBrowser: string;
  unknown: string;
}

/** What the device of a session is called: "Firefox on Windows". */
export function deviceText({ browser, system }: StatusMessage, text: Words): string {
  if (!system) {
    return browser ?? text.unknown;
  }
  return text.on(browser ?? text.someBrowser, system);
}
