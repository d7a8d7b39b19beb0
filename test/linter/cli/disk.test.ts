// The real disk: links are not followed, pipes are not waited for, nothing outside the root is read.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskTree } from "../../../linter/cli/disk.ts";
import { folderOf } from "./run.ts";

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === "win32";

describe("a folder of the disk", () => {
  test("lists what is there by kind", () => {
    const folder = folderOf({ "a.ts": "x", "b/c.ts": "y" });
    symlinkSync("a.ts", join(folder, "link.ts"));
    const entries = diskTree(folder)
      .list("")
      ?.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(entries).toEqual([
      { name: "a.ts", kind: "file" },
      { name: "b", kind: "folder" },
      { name: "link.ts", kind: "link" },
    ]);
  });

  test("reads a file up to its limit and refuses a larger one unread", () => {
    const tree = diskTree(folderOf({ "a.ts": "12345" }));
    expect(new TextDecoder().decode(tree.read("a.ts", 5) as Uint8Array)).toBe("12345");
    expect(tree.read("a.ts", 4)).toBe("too-large");
  });

  test("does not read through links, whether the file or a folder on the way is one", () => {
    const outside = folderOf({ "secret.ts": "x" });
    const folder = folderOf({ "a.ts": "x" });
    symlinkSync(join(outside, "secret.ts"), join(folder, "file.ts"));
    symlinkSync(outside, join(folder, "folder"));
    const tree = diskTree(folder);
    expect(tree.read("file.ts", 100)).toBe("unreadable");
    expect(tree.read("folder/secret.ts", 100)).toBe("unreadable");
    expect(tree.list("folder")).toBeUndefined();
  });

  test("does not leave its root by dots", () => {
    const folder = folderOf({ "in/a.ts": "x", "out.ts": "x" });
    const tree = diskTree(join(folder, "in"));
    expect(tree.read("../out.ts", 100)).toBe("unreadable");
    expect(tree.read("../in/a.ts", 100)).toBe("unreadable");
    expect(tree.list("..")).toBeUndefined();
  });

  test("a loop of links ends", () => {
    const folder = folderOf({});
    symlinkSync("two", join(folder, "one"));
    symlinkSync("one", join(folder, "two"));
    expect(diskTree(folder).read("one/a.ts", 100)).toBe("unreadable");
  });

  test("folders and missing files are unreadable, not errors", () => {
    const folder = folderOf({ "b.ts/c.ts": "x" });
    expect(diskTree(folder).read("b.ts", 100)).toBe("unreadable");
    expect(diskTree(folder).read("missing.ts", 100)).toBe("unreadable");
    expect(diskTree(folder).list("missing")).toBeUndefined();
  });

  test.skipIf(isWindows)("a named pipe is refused at once, because nobody may ever write to it", () => {
    const folder = folderOf({});
    execFileSync("mkfifo", [join(folder, "pipe.ts")]);
    expect(diskTree(folder).list("")).toEqual([{ name: "pipe.ts", kind: "other" }]);
    expect(diskTree(folder).read("pipe.ts", 100)).toBe("unreadable");
  });

  test.skipIf(isRoot || isWindows)("what may not be opened is unreadable", () => {
    const folder = folderOf({ "a.ts": "x" });
    mkdirSync(join(folder, "locked"));
    chmodSync(join(folder, "a.ts"), 0);
    chmodSync(join(folder, "locked"), 0);
    expect(diskTree(folder).read("a.ts", 100)).toBe("unreadable");
    expect(diskTree(folder).list("locked")).toBeUndefined();
    chmodSync(join(folder, "locked"), 0o700);
  });
});
