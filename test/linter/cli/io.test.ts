// The streams of the process as the command sees them: widths that can be used, and writes that fail.
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { outputTo } from "../../../linter/cli/io.ts";

/** A stream that says it is a terminal of so many columns. */
function terminal(columns: number | undefined, isTTY = true): NodeJS.WriteStream {
  return Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), {
    isTTY,
    columns,
  }) as unknown as NodeJS.WriteStream;
}

/** A stream whose every write fails in one way. */
function broken(code: string): NodeJS.WriteStream {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("write"), { code })),
    autoDestroy: false,
  }) as unknown as NodeJS.WriteStream;
}

const failures = async (code: string) => {
  const seen: string[] = [];
  const output = outputTo(broken(code), (error) => seen.push(error.code ?? ""));
  output.write("a");
  await new Promise(setImmediate);
  output.write("b");
  await new Promise(setImmediate);
  return seen;
};

describe("how wide the output is", () => {
  test.each([
    [undefined, 80],
    [Number.NaN, 80],
    [0, 80],
    [40, 60],
    [100, 100],
    [500, 120],
  ])("a terminal of %s columns is written %d wide", (columns, width) => {
    expect(outputTo(terminal(columns), () => {}).columns).toBe(width);
  });

  test("a file is written 80 wide, whatever it says", () => {
    expect(outputTo(terminal(200, false), () => {}).columns).toBe(80);
  });
});

describe("a write that fails", () => {
  test.each(["ENOSPC", "EIO"])("with %s is told once", async (code) => {
    expect(await failures(code)).toEqual([code]);
  });

  test("because nobody reads on is no failure", async () => {
    expect(await failures("EPIPE")).toEqual([]);
  });
});
