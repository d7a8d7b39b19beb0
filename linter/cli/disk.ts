// A folder of the real disk as a tree of files: nothing outside it is reached, no symbolic link is followed.
import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type FileTree, type FolderEntry, within } from "../file-tree.ts";
import { readRegularFile } from "./disk-read.ts";
import { hasIdleProcessor } from "./idle-processor.ts";
import { secondThread } from "./second-thread.ts";

/** The tree under `root`, which must be a real path (see `fs.realpath`). */
export function diskTree(root: string): FileTree {
  const checked = new Map<string, boolean>();

  /** Whether a folder is reached without a symbolic link and without leaving the root. */
  const isInside = (folder: string): boolean => {
    const known = checked.get(folder);
    if (known !== undefined) return known;
    const inside = !folder.split("/").includes("..") && isRealPath(join(root, folder));
    checked.set(folder, inside);
    return inside;
  };

  /** The last folder that a file was in. Files of one folder are mostly asked for one after the other. */
  let folderBefore: string | undefined;
  const isFileInside = (file: string): boolean => {
    const slash = file.lastIndexOf("/");
    if (slash === folderBefore?.length && file.startsWith(folderBefore) && !file.endsWith("/..")) return true;
    const folder = slash === -1 ? "" : file.slice(0, slash);
    const inside = file.slice(slash + 1) !== ".." && isInside(folder);
    if (inside) folderBefore = folder;
    return inside;
  };

  return {
    list(folder) {
      if (!isInside(folder)) return undefined;
      try {
        const entries: FolderEntry[] = [];
        for (const entry of readdirSync(folder === "" ? root : `${root}/${folder}`, {
          withFileTypes: true,
        })) {
          const kind = kindOf(entry);
          // A folder in a folder that is inside is inside: it need not be looked up on the disk again.
          if (kind === "folder") checked.set(within(folder, entry.name), true);
          entries.push({ name: entry.name, kind });
        }
        return entries;
      } catch {
        return undefined;
      }
    },
    read(file, limit) {
      return isFileInside(file) ? readRegularFile(`${root}/${file}`, limit) : "unreadable";
    },
    secondThread: () => (hasIdleProcessor() ? secondThread(root, isFileInside) : undefined),
  };
}

function isRealPath(path: string): boolean {
  try {
    return realpathSync.native(path) === path;
  } catch {
    return false;
  }
}

function kindOf(entry: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}
