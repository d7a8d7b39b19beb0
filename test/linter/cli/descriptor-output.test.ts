// Output to files and pipes: everything arrives, whatever the other end takes at once, and failures are told once.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descriptorOutput, isFileOrPipe } from "../../../linter/cli/descriptor-output.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onefactor-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failing = (code: string) => (): never => {
  throw Object.assign(new Error("write"), { code });
};

describe("what is written", () => {
  test("to a file stands in it", () => {
    const file = join(folder, "choir.txt");
    const descriptor = openSync(file, "w");
    const output = descriptorOutput(descriptor, () => {});
    output.write("alto ");
    output.write("und Baß\n");
    closeSync(descriptor);
    expect(readFileSync(file, "utf8")).toBe("alto und Baß\n");
    expect([output.isTerminal, output.columns]).toEqual([false, 80]);
  });

  test("to a pipe that takes little at once, and sometimes nothing, arrives whole and in order", () => {
    const arrived: number[] = [];
    let turn = 0;
    const output = descriptorOutput(
      1,
      () => expect.unreachable(),
      (_, bytes, from) => {
        if (turn++ % 2 === 0) return failing("EAGAIN")();
        arrived.push(...bytes.subarray(from, from + 3));
        return Math.min(3, bytes.length - from);
      },
    );
    output.write("soprano and ténor");
    expect(Buffer.from(arrived).toString()).toBe("soprano and ténor");
  });
});

describe("a write that fails", () => {
  const failuresOf = (code: string) => {
    const seen: string[] = [];
    const output = descriptorOutput(1, (error) => seen.push(error.code ?? ""), failing(code));
    output.write("a");
    output.write("b");
    return seen;
  };

  test.each(["ENOSPC", "EIO"])("with %s is told once", (code) => {
    expect(failuresOf(code)).toEqual([code]);
  });

  test("because nobody reads on is no failure", () => {
    expect(failuresOf("EPIPE")).toEqual([]);
  });
});

test("a file is written at once; a device, and a descriptor behind which nothing is, are left to streams", () => {
  const file = openSync(join(folder, "file.txt"), "w");
  const device = openSync(process.platform === "win32" ? "\\\\.\\NUL" : "/dev/null", "w");
  expect([file, device].map(isFileOrPipe)).toEqual([true, false]);
  closeSync(file);
  closeSync(device);
  expect(isFileOrPipe(9_999)).toBe(false);
});
