#!/usr/bin/env node
// The command's first file: lets Node keep compiled code between runs, then loads the command and hands over.
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { nodeComplaint } from "./node-version.ts";

const complaint = nodeComplaint(process.versions.node);
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(2);
}

// Loading TypeScript takes about 190 ms, and half of that with compiled code at hand. Node's own default place is the
// shared temporary folder, where on a machine of many users another could leave code for us; the home folder is ours.
// Nothing can be kept where it is not writable, and `enableCompileCache` is younger than Node 20; both are harmless.
const cacheHome = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
module.enableCompileCache?.(join(cacheHome, "onefactor"));

// Only now, because what a file imports statically is compiled before its first line runs.
void import("./main.ts").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2));
});
