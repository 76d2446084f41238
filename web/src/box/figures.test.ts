import { describe, expect, it } from "vitest";
import { bytesText, celsiusText, percentText } from "./figures";

describe("figures of the box", () => {
  it("names bytes in the unit that a keeper thinks in", () => {
    expect(bytesText(12_400_000_000, "de")).toBe("12,4 GB");
    expect(bytesText(12_400_000_000, "en")).toBe("12.4 GB");
    expect(bytesText(512_000_000, "de")).toBe("512 MB");
    expect(bytesText(0, "de")).toBe("0 MB");
  });

  it("rounds degrees and shares", () => {
    expect(celsiusText(48.312, "de")).toBe("48 °C");
    expect(percentText(0.9, "en")).toBe("90%");
  });
});
