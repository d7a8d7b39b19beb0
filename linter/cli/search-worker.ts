// What the second thread runs: looks through the files that it is handed, from the first on, and marks them.
import { parentPort, workerData } from "node:worker_threads";
import { marker } from "../search/mark.ts";
import { readRegularFile } from "./disk-read.ts";
import type { Shared } from "./second-thread.ts";

const root = String(workerData);
const mark = marker({ read: (file, limit) => readRegularFile(`${root}/${file}`, limit) });

parentPort?.on("message", ({ files, marks }: Shared) => {
  const all = files.split("\0");
  for (const index of all.keys()) mark(all, marks, index);
});
