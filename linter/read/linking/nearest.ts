// Of several places that may have made a code, those that most likely did come first.
import type { Entry } from "../entries/index.ts";
import type { Spot } from "../values.ts";

const resetting = /reset|forgot|forget|recover|lost|restore/i;

/** Of several senders those that serve the same purpose as the handler, where the names tell. */
export function preferred<T extends { readonly entry: Entry; readonly spot: Spot }>(
  all: readonly T[],
  entry: Entry,
): readonly T[] {
  const resets = isResetting(entry) ? all.filter((one) => isResetting(one.entry)) : [];
  return nearestFirst(resets.length > 0 ? resets : all, entry.point.place.file);
}

/**
 * The same ones, those of the same file first, then those of the same folder. Nothing is left out: what lies elsewhere
 * may still be another way in, but of ways that ask for the same the first is the evidence that is shown.
 */
export function nearestFirst<T extends { readonly spot: Spot; readonly entry: Entry }>(
  all: readonly T[],
  file: string,
): readonly T[] {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
  const away = ({ spot, entry }: T): number => {
    const files = [spot.file, entry.point.place.file];
    return files.includes(file) ? 0 : files.some((other) => folder(other) === folder(file)) ? 1 : 2;
  };
  return all.toSorted((a, b) => away(a) - away(b));
}

function isResetting({ point }: Entry): boolean {
  return resetting.test(`${point.name} ${point.symbol}`);
}
