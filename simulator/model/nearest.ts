// The nearest known word to a mistyped one.

/**
 * The candidate that differs least from `text`, if it differs little enough to be what was meant: at most one
 * letter in three wrong, missing, added or swapped with its neighbour.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const plain = simplified(text);
  if (plain === "" || plain.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - plain.length) >= bestDistance) continue;
    const distance = editDistance(plain, simplified(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** What an id for this text would look like, if there is one: `My phone` gives `my-phone`. */
export function idLike(text: string): string | undefined {
  const id = text
    .slice(0, 64)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return id === "" ? undefined : id;
}

// Longer words are not mistyped ids or keys; and comparing them would cost the square of their length.
const longest = 80;

function simplified(text: string): string {
  return text
    .slice(0, longest + 1)
    .toLowerCase()
    .replaceAll("_", "-");
}

// Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours.
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
