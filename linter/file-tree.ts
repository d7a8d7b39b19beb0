// What the linter needs from a file system, so that only the command line touches a real one.

/** One name in a folder. `link`: a symbolic link, wherever it points. `other`: a socket, a pipe, a device. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** Why a file gave no bytes. */
export type ReadRefusal = "too-large" | "unreadable";

/**
 * A tree of files under one root. Every path is relative to the root, with `/`; the root itself is the empty path.
 * Neither function follows a symbolic link or throws for what it finds.
 */
export interface FileTree {
  /** The entries of a folder in no particular order, or `undefined` where it cannot be listed. */
  readonly list: (folder: string) => readonly FolderEntry[] | undefined;
  /**
   * The bytes of a file, unless it has more than `limit` of them or cannot be read. They hold until the next file is
   * read: who keeps them copies them.
   */
  readonly read: (file: string, limit: number) => Uint8Array | ReadRefusal;
  /** Starts a thread that looks through files meanwhile, where the tree can be reached from one and it can be had. */
  readonly secondThread?: () => SecondThread | undefined;
}

/** A thread that looks through files of a tree while others are done here. It promises nothing. */
export interface SecondThread {
  /** Hands over files. Gives where their marks will stand, one byte for each (see `search/mark.ts`). */
  readonly share: (files: readonly string[]) => Uint8Array;
  /** Nothing more is to be looked through. */
  readonly end: () => void;
}

/** Joins a folder of a tree and a name in it. */
export function within(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
