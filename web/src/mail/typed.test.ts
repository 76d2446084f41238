import { expect, test } from "vitest";
import { requestOf, typedOf, type Settings } from "./typed";

const NEVER_SET: Settings = {
  host: "",
  port: 587,
  hasPassword: false,
  from: "",
  security: "StartTls",
  enabled: false,
};

test("suggests to send mail to whoever sets it for the first time", () => {
  expect(typedOf(NEVER_SET).enabled).toBe(true);
});

test("leaves switched off what was switched off", () => {
  expect(typedOf({ ...NEVER_SET, host: "smtp.example.org" }).enabled).toBe(false);
});

test("keeps the password that is stored by sending none", () => {
  const sent = requestOf({ ...typedOf(NEVER_SET), host: " smtp.example.org " });
  expect(sent.host).toBe("smtp.example.org");
  expect(JSON.parse(JSON.stringify(sent))).not.toHaveProperty("password");
  expect(JSON.parse(JSON.stringify(sent))).not.toHaveProperty("username");
});
