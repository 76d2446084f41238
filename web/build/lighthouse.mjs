// Runs Lighthouse on the pages of a running server, and prints the table of docs/figures.md:
//   PASSWORD=<password> npm run lighthouse -- <address> <e-mail> [runs=3] [page …]
// Log in as an administrator, who sees every page. npx downloads Lighthouse on the first run;
// CHROME_PATH names the browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LIGHTHOUSE = "lighthouse@12.8.2";
const PAGES = {
  Login: "/",
  Garden: "/garden",
  Book: "/book",
  Bookings: "/bookings",
  Booking: "/booking?id=",
  Waiting: "/waiting",
  Profile: "/profile",
  Members: "/admin/people",
  Requests: "/admin/requests",
  Accommodations: "/admin/accommodations",
  Occupancy: "/admin/report",
  Mail: "/admin/mail",
  Passkeys: "/admin/passkeys",
  "External calendars": "/admin/calendars",
  Security: "/admin/security",
  Box: "/admin/box",
};

const [address, email, runs = "3", ...selected] = process.argv.slice(2);
const password = process.env.PASSWORD;
if (!email || !password) {
  console.error(
    "Usage: PASSWORD=<password> npm run lighthouse -- <address> <e-mail> [runs=3] [page …]",
  );
  process.exit(64);
}
const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));

async function ask(path, options) {
  const answer = await fetch(address + path, options);
  if (!answer.ok) {
    throw new Error(`Tried ${path}, failed with ${answer.status}: ${await answer.text()}`);
  }
  return answer;
}

/**
 * Logs in once. The session goes into a file, since every user can read the arguments of a process.
 */
async function session() {
  const answer = await ask("/api/auth/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const Cookie = answer.headers.get("Set-Cookie").split(";")[0];
  const file = join(folder, "headers.json");
  writeFileSync(file, JSON.stringify({ Cookie }), { mode: 0o600 });
  const { items } = await (
    await ask("/api/bookings?timeRange=All", { headers: { Cookie } })
  ).json();
  return { file, booking: items[0].id };
}

function look(path, more) {
  const report = join(folder, "report.json");
  execFileSync(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      address + path,
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
    ].concat("--chrome-flags=--headless=new --no-sandbox --disable-gpu", more),
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const { audits, categories, environment } = JSON.parse(readFileSync(report));
  return {
    power: environment.benchmarkIndex,
    ...Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    ),
    paint: audits["largest-contentful-paint"].numericValue,
    blocked: audits["total-blocking-time"].numericValue,
    shift: audits["cumulative-layout-shift"].numericValue,
  };
}

/**
 * The factor by which to slow this machine down. Lighthouse's phone is four times slower than a
 * desktop whose power, by its benchmark, is 1,500 to 2,000; on a weaker machine, factor four would
 * be a weaker phone. See "Calibrating the CPU slowdown" in its docs/throttling.md.
 */
function calibrated() {
  const powers = Array.from({ length: 3 }, () => look("/", []).power).sort((a, b) => a - b);
  const slower = Math.min(4, Math.max(1, (4 * powers[1]) / 1750));
  console.log(
    `Power ${powers.map(Math.round).join(", ")}: slowed down ${slower.toFixed(1)} times.\n`,
  );
  return `--throttling.cpuSlowdownMultiplier=${slower}`;
}

const { file, booking } = await session();
const phone = calibrated();
console.log(
  "| Page | Performance (lowest) | Accessibility | Best practices | SEO | Largest paint | Blocked | Shift |",
);
console.log("|---|---|---|---|---|---|---|---|");
for (const [name, path] of Object.entries(PAGES)) {
  if (selected.length > 0 && !selected.includes(name)) {
    continue;
  }
  const looks = Array.from({ length: Number(runs) }, () =>
    look(path.replace(/id=$/, `id=${booking}`), [
      phone,
      ...(name === "Login" ? [] : [`--extra-headers=${file}`]),
    ]),
  );
  const sorted = (what) => looks.map((one) => one[what]).sort((a, b) => a - b);
  const median = (what) => sorted(what)[Math.floor(looks.length / 2)];
  console.log(
    `| ${name} | ${median("performance")} (${sorted("performance")[0]}) | ${median("accessibility")} ` +
      `| ${median("best-practices")} | ${median("seo")} | ${(median("paint") / 1000).toFixed(1)} s ` +
      `| ${Math.round(median("blocked"))} ms | ${median("shift").toFixed(3)} |`,
  );
}
