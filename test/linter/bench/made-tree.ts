// Writes a made-up repository of any size into a folder: always the same one for the same size, and none of it is anybody's.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a repository is made of. */
export interface MadeTree {
  /** How many files there are in all. */
  readonly files: number;
  /** How large they are together, roughly, in bytes. */
  readonly bytes: number;
  /** How many of them take part in signing in with texted codes. */
  readonly candidates: number;
}

/** A shop with an office and a storehouse, and nobody in it is ever texted. */
export const withoutTexts: MadeTree = { files: 7_000, bytes: 21_000_000, candidates: 0 };
/** The same as a large product, with sign-in code in hundreds of places. */
export const withHundreds: MadeTree = { files: 8_000, bytes: 85_000_000, candidates: 500 };

const goods = ["rye", "spelt", "barley", "oats", "millet", "maize", "wheat", "emmer"] as const;

/** Writes the tree under `folder`, in folders of a hundred files each. */
export function writeMadeTree(folder: string, { files, bytes, candidates }: MadeTree): void {
  const each = Math.floor(bytes / files);
  const every = candidates === 0 ? Infinity : Math.floor(files / candidates);
  for (let n = 0; n < files; n++) {
    const inside = join(folder, `area-${Math.floor(n / 1_000)}`, `aisle-${Math.floor(n / 100)}`);
    if (n % 100 === 0) mkdirSync(inside, { recursive: true });
    const text = n % every === 0 && n / every < candidates ? signInFile(n) : "";
    writeFileSync(join(inside, `file-${n}.ts`), `${text}${shopFile(n, each - text.length)}`);
  }
}

/** Code as it fills most repositories: types, classes, loops, calls and imports of what stands beside it. */
function shopFile(n: number, size: number): string {
  const parts = [n % 100 === 0 ? "" : `import { weigh${n - 1} } from "./file-${n - 1}.ts";\n`];
  let length = parts[0]?.length ?? 0;
  for (let piece = 0; length < size || piece === 0; piece++) {
    const good = goods[(n + piece) % goods.length] ?? "rye";
    const text = `
/** Keeps what is on the shelf for ${good}, in the order in which it came in. */
export class ${good}Shelf${n}x${piece} {
  private readonly sacks: { readonly weight: number; readonly from: string }[] = [];
  private total = 0;

  constructor(private readonly limit = ${(n * 7 + piece) % 500}) {}

  add(weight: number, from: string): boolean {
    if (weight <= 0 || this.total + weight > this.limit) return false;
    this.sacks.push({ weight, from });
    this.total += weight;
    for (const sack of this.sacks) if (sack.from === from && sack.weight > weight * 2) return this.sort(sack.weight);
    return true;
  }

  private sort(by: number): boolean {
    const heavy = this.sacks.filter(({ weight }) => weight >= by).map(({ from, weight }) => \`\${from}: \${weight} kg\`);
    return heavy.length > 0 && heavy.join(", ") !== "${good}";
  }
}
`;
    parts.push(text);
    length += text.length;
  }
  parts.push(`\nexport const weigh${n} = (sacks: number): number => sacks * ${(n % 9) + 1};\n`);
  return parts.join("");
}

/** A sign-in by texted code, with a service that keeps the code and one that texts it. */
function signInFile(n: number): string {
  return `import express from "express";
import twilio from "twilio";
import jwt from "jsonwebtoken";
import { randomInt } from "node:crypto";

const client = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);
const waiting${n} = new Map<string, { code: string; until: number; tries: number }>();
export const counter${n} = express.Router();

class Door${n} {
  async open(phone: string): Promise<void> {
    const code = String(randomInt(100_000, 1_000_000));
    waiting${n}.set(phone, { code, until: Date.now() + 300_000, tries: 0 });
    await client.messages.create({ to: phone, from: "+4670000000", body: \`Your code for the bakery: \${code}\` });
  }

  enter(phone: string, code: string): string | undefined {
    const kept = waiting${n}.get(phone);
    if (kept === undefined || kept.until < Date.now() || kept.tries++ > 4) return undefined;
    if (kept.code !== code) return undefined;
    waiting${n}.delete(phone);
    return jwt.sign({ phone, area: ${n} }, process.env.KEY ?? "");
  }
}

const door${n} = new Door${n}();
counter${n}.post("/area-${n}/code", async (request, response) => {
  await door${n}.open(request.body.phone);
  response.end();
});
counter${n}.post("/area-${n}/sign-in", (request, response) => {
  const token = door${n}.enter(request.body.phone, request.body.code);
  if (token === undefined) response.status(401).end();
  else response.json({ token });
});
`;
}
