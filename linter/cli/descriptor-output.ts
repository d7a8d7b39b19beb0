// Output to a file or a pipe, written at once: the streams of Node take 5 ms to load, and only a terminal needs them.
import { fstatSync, writeSync } from "node:fs";
import type { Output } from "./io.ts";

/** Whether what is behind a descriptor can be written at once: something is there, and it is no terminal. */
export function isFileOrPipe(descriptor: number): boolean {
  try {
    return !fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Writes some of the bytes and says how many; `fs.writeSync` but in tests. */
type Write = (descriptor: number, bytes: Uint8Array, from: number) => number;

/**
 * The output behind a descriptor. `failed` is called once, when something cannot be written: a full disk, a broken one.
 * That nobody reads on is no failure; the rest is not written.
 */
export function descriptorOutput(
  descriptor: number,
  failed: (error: NodeJS.ErrnoException) => void,
  write: Write = writeSync,
): Output {
  let closed = false;
  return {
    write(text) {
      if (closed) return;
      try {
        writeAll(descriptor, Buffer.from(text), write);
      } catch (error) {
        closed = true;
        if (codeOf(error) !== "EPIPE") failed(error as NodeJS.ErrnoException);
      }
    },
    isTerminal: false,
    columns: 80,
  };
}

function writeAll(descriptor: number, bytes: Uint8Array, write: Write): void {
  for (let written = 0; written < bytes.length;)
    try {
      written += write(descriptor, bytes, written);
    } catch (error) {
      // A pipe that is full and that whoever made it does not let writers wait for.
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
