// After `next build`: makes the pages fit a Content-Security-Policy without `unsafe-inline`, checks
// their size, and compresses every file, so that the server sends them as they are.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const OUT = new URL("../out/", import.meta.url).pathname;
const MOST_JAVASCRIPT = 190 * 1024;
const MOST_IN_ALL = 250 * 1024;

const files = (...endings) =>
  readdirSync(OUT, { recursive: true }).filter(
    (name) => endings.some((ending) => name.endsWith(ending)) && statSync(join(OUT, name)).isFile(),
  );
const read = (name) => readFileSync(join(OUT, name));

/** Next.js writes the data of a page as inline scripts; moves them into one file for each page. */
function moveInlineScriptsOut(page) {
  const inline = [];
  const html = read(page)
    .toString()
    .replace(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs, (_, script) => {
      inline.push(script);
      return "";
    });
  const script = inline.join(";\n");
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
  mkdirSync(join(OUT, "_next/static/pages"), { recursive: true });
  writeFileSync(join(OUT, `_next/static/pages/${hash}.js`), script);
  writeFileSync(
    join(OUT, page),
    html.replace("</body>", `<script src="/_next/static/pages/${hash}.js"></script></body>`),
  );
}

function loadedBy(html, pattern) {
  return [...html.matchAll(pattern)].map((found) => found[0]);
}

/** The gzipped size of what a current browser loads at the first visit of a page. */
function weigh(page) {
  const html = read(page).toString();
  const scripts = loadedBy(html, /<script[^>]*\bsrc="[^"]+"[^>]*>/g)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /src="\/([^"]+)"/.exec(tag)[1]);
  const styles = loadedBy(html, /<link[^>]*rel="stylesheet"[^>]*>/g).map(
    (tag) => /href="\/([^"]+)"/.exec(tag)[1],
  );
  const sum = (names) =>
    [...new Set(names)].reduce((size, name) => size + gzipSync(read(name)).length, 0);
  const javascript = sum(scripts);
  return { page, javascript, all: javascript + sum(styles) + gzipSync(html).length };
}

function pack(name) {
  const content = read(name);
  writeFileSync(join(OUT, name + ".gz"), gzipSync(content, { level: 9 }));
  writeFileSync(
    join(OUT, name + ".br"),
    brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  );
}

/** The service worker caches one page, with exactly the files that it loads. */
function writeServiceWorker() {
  const html = read("garden.html").toString();
  const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|webmanifest))"/g)]
    .map((found) => found[1])
    .filter((name) => !html.includes(`src="${name}" noModule`));
  const shell = ["/garden", ...new Set(loaded)];
  const worker = readFileSync(new URL("worker.js", import.meta.url))
    .toString()
    .replace("const SHELL = [];", `const SHELL = ${JSON.stringify(shell)};`);
  const version = createHash("sha256").update(worker).update(html).digest("hex").slice(0, 16);
  writeFileSync(join(OUT, "worker.js"), worker.replace("VERSION", version));
}

const pages = files(".html");
pages.forEach(moveInlineScriptsOut);
writeServiceWorker();

const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(6) + " KB";
const weights = pages.map(weigh).sort((a, b) => b.all - a.all);
console.log("\nFirst load, gzipped:  JavaScript     in all");
for (const { page, javascript, all } of weights) {
  console.log(`${page.padEnd(28)}${kilobytes(javascript)}  ${kilobytes(all)}`);
}
const heavy = weights.filter(
  ({ javascript, all }) => javascript > MOST_JAVASCRIPT || all > MOST_IN_ALL,
);
if (heavy.length > 0) {
  console.error(
    `Too heavy: ${heavy.map(({ page }) => page).join(", ")}. At most ` +
      `${kilobytes(MOST_JAVASCRIPT)} of JavaScript and ${kilobytes(MOST_IN_ALL)} in all: ` +
      "load what is not needed at once with import().",
  );
  process.exit(1);
}

files(".html", ".js", ".css", ".txt", ".svg", ".json", ".webmanifest").forEach(pack);
