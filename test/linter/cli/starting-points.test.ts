// From named paths to a root: what is reported is relative to it, and nothing outside it is reached.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scopeOf } from "../../../linter/cli/starting-points.ts";
import { folderOf } from "./run.ts";

describe("where collecting begins", () => {
  test("paths inside the working folder are relative to it, so that they can be opened from there", () => {
    const cwd = folderOf({ "apps/api/a.ts": "", "b.ts": "" });
    expect(scopeOf(cwd, ["apps/api", "b.ts"])).toEqual({
      root: cwd,
      starts: [
        { path: "apps/api", kind: "folder" },
        { path: "b.ts", kind: "file" },
      ],
    });
  });

  test("a folder elsewhere is its own root, and no absolute path is left", () => {
    const cwd = folderOf({});
    const elsewhere = folderOf({ "src/a.ts": "" });
    expect(scopeOf(cwd, [elsewhere])).toEqual({ root: elsewhere, starts: [{ path: "", kind: "folder" }] });
    expect(scopeOf(cwd, [join(elsewhere, "src", "a.ts")])).toEqual({
      root: join(elsewhere, "src"),
      starts: [{ path: "a.ts", kind: "file" }],
    });
  });

  test("several folders elsewhere share the folder around them", () => {
    const elsewhere = folderOf({ "a/one.ts": "", "b/two.ts": "" });
    expect(scopeOf(folderOf({}), [join(elsewhere, "a"), join(elsewhere, "b")])).toEqual({
      root: elsewhere,
      starts: [
        { path: "a", kind: "folder" },
        { path: "b", kind: "folder" },
      ],
    });
  });

  test("a path that does not exist is refused with what to name instead", () => {
    expect(() => scopeOf(folderOf({}), ["nowhere"])).toThrow('There is no file or folder "nowhere".');
    expect(() => scopeOf(folderOf({}), [""])).toThrow('There is no file or folder "".');
  });

  test("a link that leads out of the working folder is refused, one that stays inside is resolved", () => {
    const secret = folderOf({ "key.ts": "" });
    const cwd = folderOf({ "src/a.ts": "" });
    symlinkSync(secret, join(cwd, "out"));
    symlinkSync(join(cwd, "src"), join(cwd, "in"));
    expect(() => scopeOf(cwd, ["out"])).toThrow("symbolic link that leads out of this folder");
    expect(() => scopeOf(cwd, ["out/key.ts"])).toThrow("symbolic link that leads out of this folder");
    expect(scopeOf(cwd, ["in"]).starts).toEqual([{ path: "src", kind: "folder" }]);
  });

  test("a broken link is refused in words", () => {
    const cwd = folderOf({});
    mkdirSync(join(cwd, "src"));
    symlinkSync(join(cwd, "gone"), join(cwd, "broken"));
    expect(() => scopeOf(cwd, ["broken"])).toThrow("cannot be reached");
  });
});
