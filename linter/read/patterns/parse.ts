// Reads a regular expression of scanned code, as far as patterns of addresses go.

/** A piece of a pattern. */
export type Piece =
  | { readonly k: "sign"; readonly fits: (sign: string) => boolean }
  | { readonly k: "edge"; readonly holds: (text: string, at: number) => boolean }
  | { readonly k: "row"; readonly of: readonly Piece[] }
  | { readonly k: "choice"; readonly of: readonly Piece[] }
  | { readonly k: "repeated"; readonly of: Piece; readonly least: number; readonly most: number };

/** Thrown at what is not understood; the pattern then says nothing. */
class NotUnderstood extends Error {}

const longestPattern = 500;
const deepestGroup = 40;

/** The pieces of a pattern, or undefined if it has any that are not understood. */
export function pieceOf(source: string, flags: string): Piece | undefined {
  if (source.length > longestPattern || /[^gi]/.test(flags)) return undefined;
  try {
    return new Reader(source, flags.includes("i")).whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

const classes: Readonly<Record<string, RegExp>> = {
  d: /^[0-9]$/,
  D: /^[^0-9]$/,
  w: /^\w$/,
  W: /^\W$/,
  s: /^\s$/,
  S: /^\S$/,
};

class Reader {
  private at = 0;
  private depth = 0;
  private readonly source: string;
  private readonly anyCase: boolean;

  constructor(source: string, anyCase: boolean) {
    this.source = source;
    this.anyCase = anyCase;
  }

  whole(): Piece {
    const piece = this.choice();
    if (this.at < this.source.length) throw new NotUnderstood();
    return piece;
  }

  private choice(): Piece {
    if (++this.depth > deepestGroup) throw new NotUnderstood();
    const of = [this.row()];
    while (this.take("|")) of.push(this.row());
    this.depth--;
    return { k: "choice", of };
  }

  private row(): Piece {
    const of: Piece[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at)))
      of.push(this.repeated(this.single()));
    return { k: "row", of };
  }

  private repeated(piece: Piece): Piece {
    const bounds = this.bounds();
    if (bounds === undefined) return piece;
    // Whether as much or as little as possible is taken makes no difference to whether it fits.
    this.take("?");
    if (piece.k === "edge" || this.bounds() !== undefined) throw new NotUnderstood();
    return { k: "repeated", of: piece, least: bounds[0], most: bounds[1] };
  }

  private bounds(): readonly [least: number, most: number] | undefined {
    if (this.take("*")) return [0, Infinity];
    if (this.take("+")) return [1, Infinity];
    if (this.take("?")) return [0, 1];
    const counted = /^\{(\d{1,2})(,?)(\d{0,2})\}/.exec(this.source.slice(this.at, this.at + 8));
    if (counted === null) return undefined;
    const [all, least = "", comma, most = ""] = counted;
    this.at += all.length;
    return [Number(least), comma === "" ? Number(least) : most === "" ? Infinity : Number(most)];
  }

  private single(): Piece {
    const sign = this.next();
    switch (sign) {
      case "^":
        return { k: "edge", holds: (_, at) => at === 0 };
      case "$":
        return { k: "edge", holds: (text, at) => at === text.length };
      case ".":
        return { k: "sign", fits: (one) => one !== "\n" };
      case "(":
        return this.group();
      case "[":
        return this.set();
      case "\\":
        return this.escaped();
      case "*":
      case "+":
      case "?":
      case "{":
        throw new NotUnderstood();
      default:
        return this.same(sign);
    }
  }

  private group(): Piece {
    if (this.take("?") && !this.take(":")) throw new NotUnderstood();
    const inside = this.choice();
    if (!this.take(")")) throw new NotUnderstood();
    return inside;
  }

  private escaped(): Piece {
    const sign = this.next();
    if (sign === "b") return { k: "edge", holds: isBoundary };
    const known = classes[sign];
    if (known !== undefined) return { k: "sign", fits: (one) => known.test(one) };
    if (/\w/.test(sign)) throw new NotUnderstood();
    return this.same(sign);
  }

  private set(): Piece {
    const none = this.take("^");
    const fitting: ((one: string) => boolean)[] = [];
    while (!this.take("]")) {
      const sign = this.next();
      const escaped = sign === "\\" ? this.next() : undefined;
      const known = escaped === undefined ? undefined : classes[escaped];
      if (known !== undefined) {
        fitting.push((one) => known.test(one));
        continue;
      }
      if (escaped !== undefined && /\w/.test(escaped)) throw new NotUnderstood();
      const from = escaped ?? sign;
      const isRange = this.source.charAt(this.at) === "-" && this.source.charAt(this.at + 1) !== "]";
      if (isRange) this.at++;
      const to = isRange ? this.next() : from;
      if (isRange && to === "\\") throw new NotUnderstood();
      fitting.push((one) => this.spellings(one).some((spelling) => from <= spelling && spelling <= to));
    }
    return { k: "sign", fits: (one) => fitting.some((fits) => fits(one)) !== none };
  }

  private same(sign: string): Piece {
    return { k: "sign", fits: (one) => this.spellings(one).includes(sign) };
  }

  private spellings(sign: string): readonly string[] {
    return this.anyCase ? [sign, sign.toLowerCase(), sign.toUpperCase()] : [sign];
  }

  private next(): string {
    const sign = this.source.charAt(this.at++);
    if (sign === "") throw new NotUnderstood();
    return sign;
  }

  private take(sign: string): boolean {
    if (this.source.charAt(this.at) !== sign) return false;
    this.at++;
    return true;
  }
}

function isBoundary(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at - 1)) !== /\w/.test(text.charAt(at));
}
