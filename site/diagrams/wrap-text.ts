// Breaks a label into lines for SVG, which cannot wrap text by itself.

/** Mean width of a letter of the site's typeface, in ems. Measured on the labels of the example setups. */
const letterWidth = 0.54;

/**
 * The lines of a label that is `width` units wide at a font size of `size` units.
 * What does not fit into `most` lines ends with an ellipsis; a single long word is cut the same way.
 */
export function wrapText(text: string, width: number, size: number, most = 2): readonly string[] {
  const room = Math.max(3, Math.floor(width / (size * letterWidth)));
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/u)) {
    const line = lines.at(-1);
    if (line !== undefined && [...line, ...word].length + 1 <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  return shown.map((line, index) => cut(index === most - 1 && lines.length > most ? `${line}…` : line, room));
}

function cut(line: string, room: number): string {
  const letters = [...line];
  return letters.length <= room
    ? line
    : `${letters
        .slice(0, room - 1)
        .join("")
        .replace(/…$/u, "")}…`;
}
