import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useAnswer } from "./useAnswer";

const rendered: string[] = [];

function Shown({ name }: { name: string }) {
  const { data } = useAnswer(name, () => Promise.resolve(`answer to ${name}`));
  rendered.push(`${name}: ${data}`);
  return <p>{data}</p>;
}

describe("an answer", () => {
  it("is never shown under another key", async () => {
    const { rerender } = render(<Shown name="a" />);
    await screen.findByText("answer to a");
    rerender(<Shown name="b" />);
    await screen.findByText("answer to b");
    expect(rendered).toContain("b: undefined");
    expect(rendered).not.toContain("b: answer to a");
  });
});
