// Walks a folder and reads the files that the linter would read, and does nothing else: what no linter can be faster than.
import { readdirSync, readFileSync } from "node:fs";

const folder = process.argv[2] ?? ".";
const left = [folder];
let bytes = 0;
for (let inside = left.pop(); inside !== undefined; inside = left.pop())
  for (const entry of readdirSync(inside, { withFileTypes: true })) {
    const path = `${inside}/${entry.name}`;
    if (entry.isDirectory()) {
      if (
        !/^(node_modules|dist|build|out|coverage|tests?|__tests__|e2e|locales?|i18n|\..*)$/.test(entry.name)
      )
        left.push(path);
    } else if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name))
      bytes += readFileSync(path).length;
  }
process.stdout.write(`${bytes}\n`);
