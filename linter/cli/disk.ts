// A folder of the real disk as a tree of files: nothing outside it is reached, no symbolic link is followed.
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type FileTree, type FolderEntry, type ReadRefusal, within } from "../file-tree.ts";

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

  return {
    list(folder) {
      if (!isInside(folder)) return undefined;
      try {
        return readdirSync(folder === "" ? root : `${root}/${folder}`, { withFileTypes: true }).map(
          (entry) => {
            const kind = kindOf(entry);
            // A folder in a folder that is inside is inside: it need not be looked up on the disk again.
            if (kind === "folder") checked.set(within(folder, entry.name), true);
            return { name: entry.name, kind };
          },
        );
      } catch {
        return undefined;
      }
    },
    read(file, limit) {
      const slash = file.lastIndexOf("/");
      const name = file.slice(slash + 1);
      if (name === ".." || !isInside(slash === -1 ? "" : file.slice(0, slash))) return "unreadable";
      try {
        return readRegularFile(`${root}/${file}`, limit);
      } catch {
        return "unreadable";
      }
    },
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

// Without O_NONBLOCK, opening a named pipe waits for somebody to write to it. Windows knows neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Where every file is read into: memory of its own for each of thousands would take as long as reading them. */
let shared = Buffer.allocUnsafeSlow(1 << 18);

function readRegularFile(path: string, limit: number): Uint8Array | ReadRefusal {
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
