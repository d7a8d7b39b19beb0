// Goes through a text of TOML letter by letter, keeps count of lines, and takes what is written as a text.
import type { Place } from "../../flow.ts";

/** Thrown where a text is no TOML. */
export class NotToml extends Error {}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\u001B",
};

/** A place in a text, and the ways to get on from there. */
export class TomlCursor {
  readonly #file: string;
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  here(): Place {
    return { file: this.#file, line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** The next letter; empty at the end. */
  peek(): string {
    return this.#text.charAt(this.#at);
  }

  /** Goes on behind what says nothing: blanks and comments, and the ends of lines if these do not matter. */
  skip(overLines: boolean): void {
    for (let letter = this.peek(); ; letter = this.peek()) {
      if (letter === "#") {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end === -1 ? this.#text.length : end;
      } else if (letter === " " || letter === "\t" || letter === "\r" || (overLines && letter === "\n"))
        this.#step();
      else return;
    }
  }

  /** Goes on behind a text if it comes next, and tells whether it did. */
  takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Takes what a sticky pattern finds next. @throws NotToml where that is nothing */
  matching(pattern: RegExp): string {
    const [found = ""] = this.#match(pattern) ?? [];
    if (found === "") throw new NotToml();
    return found;
  }

  /** Takes a text in quotes, on one line or on several. @throws NotToml where it does not end */
  string(quote: '"' | "'"): string {
    const long = quote.repeat(3);
    if (!this.takes(long)) {
      this.takes(quote);
      return this.#upTo(quote, quote);
    }
    // A line break right behind the quotes is none of the text.
    this.#match(/\r?\n/y);
    let written = this.#upTo(long, quote);
    // One or two quotes may stand right before the three that end the text.
    while (this.takes(quote)) written += quote;
    return written;
  }

  #upTo(end: string, quote: '"' | "'"): string {
    let written = "";
    while (!this.takes(end)) {
      const letter = this.peek();
      if (letter === "" || (letter === "\n" && end === quote)) throw new NotToml();
      if (letter === "\\" && quote === '"') written += this.#escape();
      else {
        written += letter;
        this.#step();
      }
    }
    return written;
  }

  #escape(): string {
    const found = this.#match(/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|[ \t\r]*\n\s*|[^])/y);
    const [all = "", ...digits] = found ?? [];
    const code = Number.parseInt(digits.find((one) => one !== undefined) ?? "", 16);
    if (all === "" || code > 0x10_ff_ff) throw new NotToml();
    if (!Number.isNaN(code)) return String.fromCodePoint(code);
    // At the end of a line it takes the break and the blanks behind it away.
    return /^\\\s/.test(all) ? "" : (escapes[all.charAt(1)] ?? all.charAt(1));
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    const end = this.#at + (found?.[0].length ?? 0);
    while (this.#at < end) this.#step();
    return found;
  }

  #step(): void {
    if (this.peek() === "\n") {
      this.#line += 1;
      this.#lineStart = this.#at + 1;
    }
    this.#at += 1;
  }
}
