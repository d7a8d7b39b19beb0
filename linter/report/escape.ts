// Makes text from outside harmless to show: what would move a cursor, reorder or hide text becomes visible.

/**
 * Control characters, characters that change the direction of writing or take no room, line separators, and halves of
 * characters. File names, code and setups can carry them to rewrite what stands on the screen.
 */
const unsafeCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** One line of text in which nothing is invisible or steers a terminal; a line feed becomes the two characters `\n`. */
export function visible(text: string): string {
  return text.replace(unsafeCharacters, escapeCharacter);
}

/** Text in which every half of a character, which no encoding can carry, is the replacement character. */
export function encodable(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Like `visible`, for a line of code: a tab is layout there, so it becomes two spaces. */
export function visibleCode(line: string): string {
  return visible(line.replaceAll("\t", "  "));
}

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
