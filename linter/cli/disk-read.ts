// Reads one regular file of the disk.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { ReadRefusal } from "../file-tree.ts";

// Without O_NONBLOCK, opening a named pipe waits for somebody to write to it. Windows knows neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Where every file is read into: memory of its own for each of thousands would take as long as reading them. */
let shared = Buffer.allocUnsafeSlow(1 << 18);

/**
 * The bytes of a file unless it has more than `limit`; they hold until the next one is read. A symbolic link at the end of
 * the path is not followed, and what is no regular file is not waited for. That no folder on the way leads elsewhere is
 * for the caller to know.
 */
export function readRegularFile(path: string, limit: number): Uint8Array | ReadRefusal {
  try {
    return readOpened(path, limit);
  } catch {
    return "unreadable";
  }
}

function readOpened(path: string, limit: number): Uint8Array | ReadRefusal {
  const handle = openSync(path, openFlags);
  try {
    let filled = 0;
    for (;;) {
      const count = readSync(handle, shared, filled, shared.length - filled, filled);
      filled += count;
      if (filled > limit) return "too-large";
      // Only the end of a file leaves room; what is added to it meanwhile is not waited for.
      if (filled < shared.length) break;
      const larger = Buffer.allocUnsafeSlow(shared.length * 4);
      shared.copy(larger);
      shared = larger;
    }
    // What is no file, such as a pipe, has nothing to read at once. Asking only then saves a call for every file.
    if (filled === 0 && !fstatSync(handle).isFile()) return "unreadable";
    return shared.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}
