// Reads small handlers of a bakery's web shop, so that providers are tested on code as people write it.
import type { Flow } from "../../../linter/flow.ts";
import { readFlows } from "../../../linter/read/index.ts";

/** The flows of these files; reading starts in each of them. */
export async function flowsIn(files: Readonly<Record<string, string>>): Promise<readonly Flow[]> {
  const names = Object.keys(files);
  const { flows } = await readFlows({ files: names, candidates: names, readFile: (file) => files[file] });
  return flows;
}

/** Lines of code at four places of the shop. `phone` and `code` are at hand where something is sent. */
export interface Shop {
  readonly imports: string;
  readonly sends: string;
  /** An expression that is true if what the customer typed is right; by default the shop compares the code itself. */
  readonly checks?: string;
}

/** What the shop's password reset asks for, and who sent it: `sms-code by Twilio`. */
export async function resetAsksFor({ imports, sends, checks }: Shop): Promise<readonly string[]> {
  const flows = await flowsIn({
    "server.ts": `
import express from "express";
import { randomInt } from "node:crypto";
${imports}
const app = express();
app.use(express.json());
app.post("/forgot", async (req, res) => {
  const { phone } = req.body;
  const code = String(randomInt(100000, 999999));
  await prisma.pickup.create({ data: { phone, code } });
  ${sends}
  res.sendStatus(204);
});
app.post("/reset", async (req, res) => {
  const { phone, typed, password, id } = req.body;
  ${
    checks === undefined
      ? `const pickup = await prisma.pickup.findFirst({ where: { phone } });
  if (pickup.code !== typed) return res.sendStatus(403);`
      : `const right = ${checks};
  if (!right) return res.sendStatus(403);`
  }
  await prisma.user.update({ where: { phone }, data: { password: await hash(password) } });
  res.sendStatus(204);
});
`,
  });
  return flows
    .filter(({ effect }) => effect.what === "writes-password")
    .flatMap(({ proofs }) =>
      proofs.length === 0
        ? ["nothing"]
        : proofs.map(({ kind, sent }) => (sent === undefined ? kind : `${kind} by ${sent.detail}`)),
    )
    .toSorted();
}

/** What each flow of one file of the shop's pages does, and what it asks for: `opens-session: sms-code`. */
export async function pageDoes(code: string): Promise<readonly string[]> {
  const flows = await flowsIn({ "page.tsx": code });
  return flows
    .map(
      ({ effect, proofs }) =>
        `${effect.what}: ${
          proofs.length === 0
            ? "nothing"
            : proofs
                .map(({ kind }) => kind)
                .toSorted()
                .join(" + ")
        }`,
    )
    .toSorted();
}
