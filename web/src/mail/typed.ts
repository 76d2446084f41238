import type { Schemas } from "@/platform/api/client";

export type Settings = Schemas["EmailSettings"];
type Security = Schemas["MailSecurity"];

export const SECURITIES = ["StartTls", "Tls", "None"] as const satisfies readonly Security[];

/** What the form of the mail settings contains. */
export interface Typed {
  host: string;
  /** The text in the field. */
  port: string;
  username: string;
  /** Empty to keep the stored password. */
  password: string;
  from: string;
  security: Security;
  enabled: boolean;
}

/** The form with the saved settings. The first time it suggests to send mail. */
export function typedOf(settings: Settings): Typed {
  return {
    host: settings.host,
    port: String(settings.port),
    username: settings.username ?? "",
    password: "",
    from: settings.from,
    security: settings.security,
    enabled: settings.enabled || settings.host === "",
  };
}

/**
 * Whether the password must be typed again: the stored one is valid only for the server, port, user
 * and encryption that it was saved with.
 */
export function needsPasswordAgain(settings: Settings, typed: Typed): boolean {
  const now = requestOf(typed);
  return (
    settings.hasPassword &&
    now.username !== undefined &&
    (now.host !== settings.host ||
      now.port !== settings.port ||
      now.username !== settings.username ||
      now.security !== settings.security)
  );
}

export function requestOf(typed: Typed): Schemas["EmailSettingsRequest"] {
  const port = Number(typed.port);
  return {
    host: typed.host.trim(),
    port: Number.isInteger(port) ? port : 0,
    username: typed.username.trim() || undefined,
    password: typed.password || undefined,
    from: typed.from.trim(),
    security: typed.security,
    enabled: typed.enabled,
  };
}
