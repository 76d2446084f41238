import { encode } from "uqr";
import { expect, test } from "vitest";
import { darkPath } from "./darkPath";

test("draws runs of dark modules, row by row", () => {
  expect(
    darkPath([
      [false, true, true, false, true],
      [true, false, false, false, false],
    ]),
  ).toBe("M1 0h2v1H1zM4 0h1v1H4zM0 1h1v1H0z");
});

test("leaves the quiet zone of a code white", () => {
  const { data, size } = encode("https://garten.example/invitation#token=abc", { border: 4 });
  const drawn = [...darkPath(data).matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => ({
    left: Number(x),
    right: Number(x) + Number(width),
    y: Number(y),
  }));
  expect(Math.min(...drawn.map((run) => run.left))).toBe(4);
  expect(Math.max(...drawn.map((run) => run.right))).toBe(size - 4);
  expect(Math.min(...drawn.map((run) => run.y))).toBe(4);
});
