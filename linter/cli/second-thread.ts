// Starts a second thread for a tree on the disk, and hands files over to it.
import type { Worker } from "node:worker_threads";
import type { SecondThread } from "../file-tree.ts";

/** What the second thread gets: files of one root, and where their marks are to stand. */
export interface Shared {
  /** Paths with a zero character between them: one text is copied between threads sooner than many. */
  readonly files: string;
  readonly marks: Uint8Array<SharedArrayBuffer>;
}

/** The file that the thread runs: beside this one, and in the built command beside the bundle of this one. */
export const workerFile = (): URL =>
  new URL(`./search-worker.${import.meta.url.endsWith(".ts") ? "ts" : "cjs"}`, import.meta.url);

/**
 * A second thread that looks through files under `root`; `undefined` where none can be had.
 * Files are read there as they are named, so none are handed over among which `isInside` refuses one.
 */
export function secondThread(
  root: string,
  isInside: (file: string) => boolean,
  program: URL = workerFile(),
): SecondThread | undefined {
  const worker = started(root, program);
  if (worker === undefined) return undefined;
  return {
    share(files) {
      const marks = new Uint8Array(new SharedArrayBuffer(files.length));
      if (files.every(isInside)) worker.postMessage({ files: files.join("\0"), marks } satisfies Shared);
      return marks;
    },
    end() {
      // Not waited for, which it would be if it were not said once more: it ends by itself while this thread goes on.
      void worker.terminate();
      worker.unref();
    },
  };
}

function started(root: string, program: URL): Worker | undefined {
  try {
    // Taken from the process only now: most trees are too small for a second thread.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const worker = new Worker(program, { workerData: root, execArgv: [], argv: [] });
    // Whatever becomes of it, nothing is lost (see `search/shared-search.ts`), and nothing waits for it.
    worker.on("error", () => {});
    worker.unref();
    return worker;
  } catch {
    return undefined;
  }
}
