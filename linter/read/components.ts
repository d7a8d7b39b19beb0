// Takes the scripts out of components: files of Vue, Svelte and Astro, in which code stands beside markup.

/** The code of a file, every line and column where it was, and the language that it is written in. */
export interface Script {
  readonly text: string;
  readonly language: "ts" | "tsx";
}

/** Whether a file is a component, in which code stands beside markup. */
export function isComponent(file: string): boolean {
  return /\.(vue|svelte|astro)$/.test(file);
}

/** Whether a file is written as a page, as far as its name tells. */
export function isPage(file: string): boolean {
  return /\.[jt]sx$/.test(file) || isComponent(file);
}

/** The code of a component, with blanks where its markup stands. */
export function scriptOf(file: string, text: string): Script {
  return file.endsWith(".astro") ? frontmatter(text) : scripts(text);
}

/** The scripts among the markup. Text is searched forwards only, so that a hostile file takes no longer than others. */
function scripts(text: string): Script {
  let code = "";
  let language: Script["language"] = "tsx";
  const mark = /<!--|<script\b/gi;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === "<!--") {
      const end = text.indexOf("-->", mark.lastIndex);
      if (end === -1) break;
      mark.lastIndex = end;
      continue;
    }
    const begin = endOfTag(text, mark.lastIndex);
    const close = /<\/script\s*>/gi;
    close.lastIndex = begin;
    const end = close.exec(text)?.index;
    if (end === undefined) break;
    if (/\blang\s*=\s*["']?(ts|typescript)\b/.test(text.slice(mark.lastIndex, begin))) language = "ts";
    code += blank(text.slice(code.length, begin)) + text.slice(begin, end);
    mark.lastIndex = end;
  }
  return { text: code + blank(text.slice(code.length)), language };
}

/** Where a tag ends; its attributes may hold `>` in quotes. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at + 1;
  }
  return text.length;
}

/** What runs on the server stands between two lines of dashes at the top; scripts below run in the browser. */
function frontmatter(text: string): Script {
  const found = /^(\s*---[^\n]*\n)([\s\S]*?\n)?---/.exec(text);
  if (found === null) return { text: blank(text), language: "ts" };
  const [, mark = "", inside = ""] = found;
  const code = blank(mark) + inside;
  return { text: code + blank(text.slice(code.length)), language: "ts" };
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
