// The colours of both themes, measured: text reaches 4.5 to 1 and marks 3 to 1 against what they stand on (WCAG 2.2, AA).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../site/styles/tokens.css", import.meta.url), "utf8");

function token(name: string, theme: "light" | "dark"): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(css);
  const colour = found?.[theme === "light" ? 1 : 2];
  if (colour === undefined) throw new Error(`there is no colour "${name}"`);
  return colour;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  [
    "ink",
    ["paper", "card", "sunk", "owner-soft", "attacker-soft", "service-soft", "out-soft", "waiting-soft"],
  ],
  ["muted", ["paper", "card", "sunk", "service-soft", "attacker-soft", "owner-soft"]],
  ["owner", ["card", "owner-soft", "service-soft"]],
  ["attacker", ["card", "attacker-soft"]],
  ["carrier", ["card", "carrier-soft"]],
  ["service", ["card", "service-soft"]],
  ["waiting", ["card", "waiting-soft"]],
  ["out", ["card", "out-soft"]],
];

const marks: readonly (readonly [string, readonly string[]])[] = [
  ["control", ["paper", "card"]],
  ["focus", ["paper", "card"]],
  ["peg", ["wood"]],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "%s can be read on %s",
    (text, ground) => {
      expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(marks.flatMap(([mark, grounds]) => grounds.map((ground) => [mark, ground] as const)))(
    "%s can be made out on %s",
    (mark, ground) => {
      expect(contrast(token(mark, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
    },
  );
});
