// Makes a template of a Helm chart readable as the YAML that it will be, as far as that is written in it.

/** Stands for what is put in: a text of which nothing is known. */
const putIn = "…";
/** None of these goes over the beginning of another, so that a text of beginnings is searched once. */
const action = /\{\{(?:(?!\{\{).)*?\}\}/g;
const comment = /\{\{-?\s*\/\*(?:(?!\{\{)[^])*?\*\/\s*-?\}\}/g;

/**
 * The text with its lines in place. What stands between `if`, `with` or `range` and their `end` may be there or not, so
 * that no value in it is known, unless that is all of the file.
 */
export function withoutActions(text: string): string {
  const within: ("all" | "some")[] = [];
  let isBegun = false;
  const lines = text.replaceAll(comment, newlinesOf).split("\n");
  return lines
    .map((line) => {
      for (const [one] of line.matchAll(action)) {
        if (/^\{\{-?\s*(?:if|with|range|define|block)\b/.test(one)) within.push(isBegun ? "some" : "all");
        else if (/^\{\{-?\s*end\b/.test(one)) within.pop();
      }
      const written = line.replaceAll(action, "").trim() === "" ? "" : line.replaceAll(action, putIn);
      isBegun ||= !/^\s*(?:#.*|---)?\s*$/.test(written);
      return within.includes("some")
        ? written.replace(/^(\s*(?:- )?[\w."-]+:)[ \t]+[^|>\s].*$/, `$1 ${putIn}`)
        : written;
    })
    .join("\n");
}

function newlinesOf(passage: string): string {
  return passage.replaceAll(/[^\n]/g, "");
}
