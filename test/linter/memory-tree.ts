// A tree of files that exists in a test only, so that what disks refuse can be refused at will.
import type { FileTree, FolderEntry } from "../../linter/file-tree.ts";

/** What stands at a path: text, bytes, or something that gives none. */
export type Planted = string | Uint8Array | { readonly is: "link" | "pipe" | "secret" };

/** A tree of the given paths; folders follow from them. A path that ends in `/` is a folder that cannot be listed. */
export function memoryTree(files: Readonly<Record<string, Planted>>): FileTree {
  const folders = new Map<string, Map<string, FolderEntry["kind"]>>([["", new Map()]]);
  for (const [path, content] of Object.entries(files)) {
    const parts = path.split("/");
    parts.forEach((name, depth) => {
      if (name === "") return;
      const folder = parts.slice(0, depth).join("/");
      const isLast = depth === parts.length - 1;
      const entries = folders.get(folder) ?? new Map<string, FolderEntry["kind"]>();
      entries.set(name, isLast ? kindOf(content) : "folder");
      folders.set(folder, entries);
    });
  }
  return {
    list: (folder) =>
      Object.hasOwn(files, `${folder}/`)
        ? undefined
        : // Reversed, so that whoever relies on the order of a disk is found out.
          [...(folders.get(folder) ?? [])].map(([name, kind]) => ({ name, kind })).toReversed(),
    read(file, limit) {
      const content = files[file];
      if (typeof content === "string") return sized(new TextEncoder().encode(content), limit);
      return content instanceof Uint8Array ? sized(content, limit) : "unreadable";
    },
  };
}

function kindOf(content: Planted): FolderEntry["kind"] {
  if (typeof content === "string" || content instanceof Uint8Array) return "file";
  if (content.is === "secret") return "file";
  return content.is === "link" ? "link" : "other";
}

function sized(bytes: Uint8Array, limit: number): Uint8Array | "too-large" {
  return bytes.length > limit ? "too-large" : bytes;
}
