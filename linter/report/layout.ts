// Lays text out for a terminal: wrapped lines, hanging indents, widths counted in what people see.

/** Columns that a text takes in a terminal, roughly: wide characters of East Asian scripts take two. */
export function textWidth(text: string): number {
  // Most text is plain, and this is asked for each word of a report.
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += wideCharacter.test(character) ? 2 : 1;
  return width;
}

const plain = /^[ -~]*$/;
const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]/u;

/** Pads on the right to a width, counting as a terminal does. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/**
 * Breaks text at spaces into lines of at most `width` columns. Words longer than a line stay whole:
 * a path or a code that is cut cannot be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line === "") line = word;
    else if (textWidth(line) + 1 + textWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

/** Wraps text behind a first prefix; further lines are indented to where the text begins. */
export function hang(prefix: string, text: string, width: number): string[] {
  const indent = " ".repeat(textWidth(prefix));
  return wrap(text, width - textWidth(prefix)).map((line, index) => (index === 0 ? prefix : indent) + line);
}

/** Cuts a line that is too long and says so with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
