// Takes the examples out of a rule's page, so that tests show and run what readers see.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pages = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "content", "rules");

/**
 * The code of one example: of a fence that says `file=bad/reset.ts` (reported) or `file=good/reset.ts` (not reported).
 *
 * @throws where the page has no such example
 */
export function ruleExample(rule: string, file: string): string {
  const page = readFileSync(join(pages, `${rule}.mdx`), "utf8");
  const code = page.split(`\`\`\`ts file=${file}\n`)[1]?.split("\n```")[0];
  if (code === undefined) throw new Error(`content/rules/${rule}.mdx has no example \`\`\`ts file=${file}`);
  return `${code}\n`;
}
