import { expect, test } from "vitest";
import { needsPasswordAgain, requestOf, typedOf, type Settings } from "./typed";

const NEVER_SET: Settings = {
  host: "",
  port: 587,
  hasPassword: false,
  from: "",
  security: "StartTls",
  enabled: false,
};

test("suggests to send mail when the settings are filled in for the first time", () => {
  expect(typedOf(NEVER_SET).enabled).toBe(true);
});

test("leaves switched off what was switched off", () => {
  expect(typedOf({ ...NEVER_SET, host: "smtp.example.org" }).enabled).toBe(false);
});

test("asks for the password again where it would go somewhere else", () => {
  const stored: Settings = {
    ...NEVER_SET,
    host: "smtp.example.org",
    username: "garden",
    hasPassword: true,
  };
  const typed = typedOf(stored);
  expect(needsPasswordAgain(stored, typed)).toBe(false);
  expect(needsPasswordAgain(stored, { ...typed, from: "other@example.org" })).toBe(false);
  expect(needsPasswordAgain(stored, { ...typed, host: "smtp.example.com" })).toBe(true);
  expect(needsPasswordAgain(stored, { ...typed, port: "25" })).toBe(true);
  expect(needsPasswordAgain(stored, { ...typed, username: "other" })).toBe(true);
  expect(needsPasswordAgain(stored, { ...typed, security: "None" })).toBe(true);
  expect(needsPasswordAgain(stored, { ...typed, username: "" })).toBe(false);
  expect(needsPasswordAgain({ ...stored, hasPassword: false }, { ...typed, port: "25" })).toBe(
    false,
  );
});

test("keeps the password that is stored by sending none", () => {
  const sent = requestOf({ ...typedOf(NEVER_SET), host: " smtp.example.org " });
  expect(sent.host).toBe("smtp.example.org");
  expect(JSON.parse(JSON.stringify(sent))).not.toHaveProperty("password");
  expect(JSON.parse(JSON.stringify(sent))).not.toHaveProperty("username");
});
