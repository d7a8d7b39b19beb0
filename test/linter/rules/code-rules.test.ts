// What the rules on codes have in common: what only development reaches, one place for one fault, and setups by hand.
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../linter/finding.ts";
import type { CodeChecked, Flow } from "../../../linter/flow.ts";
import { judge } from "../../../linter/judge.ts";
import { lint } from "../../../linter/lint.ts";
import { ruleMetas } from "../../../linter/rules/index.ts";
import { judgedSetupFile } from "../../../linter/setup-file.ts";
import { clubFlow } from "../flows.ts";
import { memoryTree } from "../memory-tree.ts";

const head = `
import { randomInt } from "node:crypto";
import argon2 from "argon2";
import express from "express";
import twilio from "twilio";
import { choirs, codes } from "./database.js";
const app = express();
const client = twilio(process.env.SID, process.env.TOKEN);
`;

function choir({
  code = "String(randomInt(0, 1_000_000))",
  after = "",
  answer = "res.sendStatus(204)",
  check = "stored.code !== code",
}) {
  return `${head}
app.post("/forgotten", async (req, res) => {
  const { phone } = req.body;
  const code = ${code};
  await codes.insertOne({ phone, code, expires: Date.now() + 600_000, attempts: 0 });
  await client.messages.create({ to: phone, from: "+15550100", body: "Choir: " + code });
  ${after}
  ${answer};
});
app.post("/forgotten/confirm", async (req, res) => {
  const { phone, code, password } = req.body;
  const stored = await codes.findOne({ phone });
  if (!stored || stored.expires < Date.now() || stored.attempts >= 5) return res.sendStatus(410);
  if (${check}) {
    await codes.updateOne({ phone }, { $inc: { attempts: 1 } });
    return res.sendStatus(400);
  }
  await codes.deleteOne({ phone });
  await choirs.updateOne({ phone }, { $set: { passwordHash: await argon2.hash(password) } });
  res.sendStatus(204);
});`;
}

async function findingsIn(
  files: Readonly<Record<string, string>>,
  rule: string,
): Promise<readonly Finding[]> {
  const { findings } = await lint({
    tree: memoryTree(files),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return findings.filter((finding) => finding.rule === rule);
}

describe("what only development reaches is told as info", () => {
  test.each([
    ["otp-logged", choir({ after: 'if (process.env.NODE_ENV === "development") console.log(code);' })],
    ["otp-logged", choir({ after: 'if (process.env.NODE_ENV !== "production") { console.log(code); }' })],
    [
      "otp-in-response",
      choir({ answer: 'res.json(process.env.NODE_ENV === "development" ? { code } : {})' }),
    ],
    [
      "otp-hard-coded",
      choir({ code: 'process.env.NODE_ENV === "test" ? "424242" : String(randomInt(0, 1_000_000))' }),
    ],
    [
      "otp-hard-coded",
      choir({ check: '!(process.env.MOCK_SMS && code === "424242") && stored.code !== code' }),
    ],
  ])("%s in the choir's reset", async (rule, text) => {
    expect(await findingsIn({ "app.js": text }, rule)).toMatchObject([{ severity: "info" }]);
  });

  test.each([
    ["otp-logged", choir({ after: 'if (process.env.NODE_ENV === "production") console.log(code);' })],
    ["otp-logged", choir({ after: "if (!process.env.SID) console.log(code);" })],
    ["otp-logged", choir({ after: "if (req.query.verbose) console.log(code);" })],
  ])("but not %s behind another condition", async (rule, text) => {
    expect(await findingsIn({ "app.js": text }, rule)).toMatchObject([{ severity: "error" }]);
  });
});

describe("of a code that is seen to go nowhere", () => {
  const rows = `await codes.insertOne({ phone, code, expires: Date.now() + 600_000, attempts: 0 });`;
  const sending = / {2}await client.*\n/;
  const lost = choir({ code: "String(Math.random()).slice(2, 8)" }).replace(sending, "");

  test("nothing says that it is texted, but so short a key to an account is a code, however it comes", async () => {
    expect(await findingsIn({ "app.js": lost }, "otp-weak-random")).toMatchObject([
      { confidence: "medium", message: expect.stringMatching(/^the code comes/) },
    ]);
  });

  test.each([
    [
      "a long token may be another matter",
      choir({ code: "Math.random().toString(36) + Math.random().toString(36)" }),
    ],
    [
      "a short one beside a password may be a picture to be read",
      choir({ code: "String(Math.random()).slice(2, 8)" }).replace(
        "const stored",
        `const known = await choirs.findOne({ phone });
  if (!(await argon2.verify(known.passwordHash, req.body.old))) return res.sendStatus(403);
  const stored`,
      ),
    ],
  ])("%s", async (_, text) => {
    expect(await findingsIn({ "app.js": text.replace(sending, "") }, "otp-weak-random")).toMatchObject([
      { confidence: "low" },
    ]);
  });

  test("a message that waits for its sender says more", async () => {
    const posted = "await outbox.insertOne({ phone, code, text: `Your choir code: ${code}` });";
    const kept = lost.replace(rows, posted).replaceAll("codes.", "outbox.").replace("codes }", "outbox }");
    const [finding] = await findingsIn({ "app.js": kept }, "otp-weak-random");
    expect(finding).toMatchObject({ confidence: "medium" });
  });
});

describe("a line in a log", () => {
  test("of a branch on which nothing is sent does not say how the code comes", async () => {
    const branch = choir({}).replace(
      "await client.messages",
      "if (req.body.quiet) console.log(code); else await client.messages",
    );
    expect(await findingsIn({ "app.js": branch }, "otp-logged")).toMatchObject([
      { message: "the code is written to a log" },
    ]);
  });

  test.each([
    ["after", choir({ after: "console.log(code);" })],
    ["before", choir({}).replace("await client.messages", "console.log(code);\n  await client.messages")],
  ])("%s the sending does", async (_, text) => {
    expect(await findingsIn({ "app.js": text }, "otp-logged")).toMatchObject([
      { message: "the texted code is written to a log" },
    ]);
  });
});

test.each(["console.log", "this.logger.debug", "$log.info", "req.log.warn", "authLogger.error"])(
  "%s writes to a log",
  async (call) => {
    expect(await findingsIn({ "app.js": choir({ after: `${call}(code);` }) }, "otp-logged")).toHaveLength(1);
  },
);

describe("several lines of one function that write a code to a log", () => {
  test("are one finding, which names the lines", async () => {
    const text = choir({ after: "console.log(code);\n  console.info(code);\n  console.log({ code });" });
    const findings = await findingsIn({ "app.js": text }, "otp-logged");
    expect(findings).toHaveLength(1);
    const line = findings[0]?.line ?? 0;
    expect(findings[0]?.notes).toEqual([`written to a log again in lines ${line + 1} and ${line + 2}`]);
  });

  test("are two where only development comes to one of them", async () => {
    const text = choir({
      after: 'console.log(code);\n  if (process.env.NODE_ENV === "development") console.log(code);',
    });
    const findings = await findingsIn({ "app.js": text }, "otp-logged");
    expect(findings.map(({ severity, notes }) => [severity, notes])).toEqual([
      ["error", []],
      ["info", ["only development or tests seem to come here"]],
    ]);
  });
});

describe("a code that Amazon Cognito keeps for one sign-in", () => {
  const triggers = {
    "create-challenge.js": `
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
const sns = new SNSClient({});
export const handler = async (event) => {
  const code = String(Math.floor(100000 + Math.random() * 900000));
  console.log(code);
  await sns.send(new PublishCommand({ PhoneNumber: event.request.userAttributes.phone_number, Message: "Choir: " + code }));
  event.response.privateChallengeParameters = { answer: code };
  return event;
};`,
    "verify-challenge.js": `
export const handler = async (event) => {
  event.response.answerCorrect = event.request.privateChallengeParameters.answer === event.request.challengeAnswer;
  return event;
};`,
  };

  test.each([
    ["otp-weak-random", "create-challenge.js:5"],
    ["otp-logged", "create-challenge.js:6"],
  ])("is told of by %s where it is made", async (rule, place) => {
    const told = (await findingsIn(triggers, rule)).map(({ file, line }) => `${file}:${line}`);
    expect(told).toEqual([place]);
  });

  test.each(["otp-no-expiry", "otp-no-attempt-limit", "otp-reusable"])(
    "is ended elsewhere, so that %s says nothing",
    async (rule) => {
      expect(await findingsIn(triggers, rule)).toEqual([]);
    },
  );
});

describe("what was entered as a code and is written to a log", () => {
  const entered = choir({}).replace("const stored", "console.log(code);\n  const stored");

  test("is of no more use where a right code is gone with the same request", async () => {
    expect(await findingsIn({ "app.js": entered }, "otp-logged")).toEqual([]);
  });

  test("is told where the code stays good", async () => {
    const kept = entered.replace("await codes.deleteOne({ phone });", "");
    expect(await findingsIn({ "app.js": kept }, "otp-logged")).toMatchObject([
      { message: "what was entered as the texted code is written to a log" },
    ]);
  });
});

describe("what a fault of a code leads to", () => {
  const unlimited = (text: string) =>
    text
      .replace(" || stored.attempts >= 5", "")
      .replace("await codes.updateOne({ phone }, { $inc: { attempts: 1 } });", "");

  test("is less where the program makes the new password", async () => {
    const made = unlimited(choir({})).replace(
      "await argon2.hash(password)",
      "await argon2.hash(String(randomInt(1e12)))",
    );
    expect(await findingsIn({ "app.js": made }, "otp-no-attempt-limit")).toMatchObject([
      { severity: "warning", attack: expect.stringContaining("has the password replaced by another one") },
    ]);
    expect(await findingsIn({ "app.js": unlimited(choir({})) }, "otp-no-attempt-limit")).toMatchObject([
      { severity: "error", attack: expect.stringContaining("sets a new password") },
    ]);
  });

  const at = { place: { file: "src/boathouse.ts", line: 30, column: 3 }, within: "" };
  const code = {
    made: [{ ...at, how: "guessable", source: "Math.random", guarded: false }],
    checked: [{ ...at, loose: "no", limited: "no", consumed: "no", alsoFor: [], complete: true }],
    shown: [{ ...at, what: "code", source: "console.log", where: "log", guarded: false }],
  } as const;

  test.each([
    ["otp-logged", "changes-phone", "has that number on file as their own."],
    ["otp-weak-random", "changes-phone", "has that number on file as their own."],
    ["otp-no-attempt-limit", "changes-email", "somebody has another person's address on file."],
    ["otp-logged", "writes-password", "a session that was left open who can read the log"],
    ["otp-weak-random", "writes-password", "a session that was left open works out"],
  ] as const)("%s of who is signed in and %s is that of a session", async (rule, ends, words) => {
    const flow = clubFlow({ ends, asks: ["sms-code"], code, changes: { whose: "signed-in" } });
    const told = (await judge([flow], [], false)).filter((finding) => finding.rule === rule);
    expect(told.map(({ attack }) => attack)).toEqual([expect.stringContaining(words)]);
  });
});

describe("guessing at a code", () => {
  const check: CodeChecked = {
    place: { file: "src/boathouse.ts", line: 30, column: 3 },
    within: "",
    loose: "no",
    limited: "no",
    consumed: "yes",
    alsoFor: [],
    complete: true,
  };
  const told = async (changes: Partial<Flow>, checked: CodeChecked): Promise<readonly Finding[]> => {
    const flow = clubFlow({
      ends: "writes-password",
      asks: ["sms-code"],
      code: { checked: [checked] },
      changes,
    });
    return (await judge([flow], [], false)).filter(({ rule }) => rule === "otp-no-attempt-limit");
  };

  test("is an error where it opens the account of anybody, and a warning at an open session", async () => {
    expect(await told({ whose: "named" }, check)).toMatchObject([
      { severity: "error", attack: expect.stringMatching(/^A program tries/) },
    ]);
    expect(await told({ whose: "signed-in" }, check)).toMatchObject([
      { severity: "warning", attack: expect.stringContaining("a session that was left open") },
    ]);
  });

  test("at one place opens another place", async () => {
    expect(await told({}, { ...check, elsewhere: true })).toMatchObject([
      { attack: expect.stringContaining("here until one is right, enters it where it counts") },
    ]);
  });
});

describe("a fault is told once", () => {
  const twice = choir({ code: "String(Math.floor(100000 + Math.random() * 900000))" });

  test("though two ways pass the same generator", async () => {
    const files = {
      "codes.js": "export const makeCode = () => String(Math.floor(100000 + Math.random() * 900000));",
      "choir.js": `import { makeCode } from "./codes.js";\n${choir({ code: "makeCode()" })}`,
      "guests.js": `import { makeCode } from "./codes.js";\n${choir({ code: "makeCode()" })}`,
    };
    expect(await findingsIn(files, "otp-weak-random")).toMatchObject([{ file: "codes.js", line: 1 }]);
  });

  test("and two that look alike in one function have names of their own, which stay when lines move", async () => {
    const text = choir({ after: "if (req.body.loud) return res.json({ code });\n  res.json({ code });" });
    const names = (await findingsIn({ "app.js": text }, "otp-in-response")).map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(names).size).toBe(2);
    const moved = await findingsIn({ "app.js": `\n\n${text}` }, "otp-in-response");
    expect(moved.map(({ fingerprint }) => fingerprint)).toEqual(names);
  });

  test("with the chain that it belongs to", async () => {
    const [finding] = await findingsIn({ "app.js": twice }, "otp-weak-random");
    expect(finding?.related.map(({ message }) => message)).toEqual([
      expect.stringContaining("sent here"),
      expect.stringContaining("checked here"),
      expect.stringContaining("password written here"),
    ]);
  });
});

test("a limit of hundreds of requests from one address is told as info, because addresses are cheap", async () => {
  const unlimited = choir({ check: "stored.code !== code" })
    .replace(" || stored.attempts >= 5", "")
    .replace(/await codes.updateOne.*/, "");
  const limited = (most: number) =>
    unlimited.replace(
      "const client",
      `import rateLimit from "express-rate-limit";\napp.use(rateLimit({ windowMs: 900_000, max: ${most} }));\nconst client`,
    );
  const severities = async (text: string) =>
    (await findingsIn({ "app.js": text }, "otp-no-attempt-limit")).map(({ severity }) => severity);
  expect(await severities(unlimited)).toEqual(["error"]);
  expect(await severities(limited(500))).toEqual(["info"]);
  expect(await severities(limited(5))).toEqual([]);
});

test("a table that codes share with other things is judged by what was sent", async () => {
  const other = `${head}
app.post("/domains", async (req, res) => {
  const code = "v" + Math.floor(Math.random() * 1000);
  await codes.insertOne({ phone: req.body.domain, code });
  res.json({ record: code });
});`;
  const files = { "app.js": choir({}), "domains.js": other };
  expect(await findingsIn(files, "otp-in-response")).toEqual([]);
  expect(await findingsIn(files, "otp-low-entropy")).toEqual([]);
});

test("codes that let nobody into an account are left alone", async () => {
  const text = choir({ code: "String(Math.floor(100000 + Math.random() * 900000))" }).replaceAll(
    "/forgotten",
    "/newsletter",
  );
  expect(await findingsIn({ "app.js": text }, "otp-weak-random")).toEqual([]);
});

test("a script that people start by hand signs nobody in", async () => {
  const script = `${head}
export async function makeTestCode(phone) {
  await codes.insertOne({ phone, code: String(Math.floor(1000 + Math.random() * 9000)) });
}`;
  const files = { "app.js": choir({}), "dev-scripts/otp.js": script };
  expect(await findingsIn(files, "otp-low-entropy")).toEqual([]);
});

describe("controls that somebody wrote into a setup", () => {
  const setup = (controls: string) => `version: 1
title: The choir
numbers: [{ id: mobile }]
devices: [{ id: phone, kind: smartphone, sims: [mobile] }]
accounts:
  - id: choir
    authenticators:
      - { id: password, kind: password }
      - { id: text, kind: sms-code, number: mobile }
      - { id: app, kind: totp, devices: [phone] }
    signIn: [{ with: [password, text] }, { with: [password, app] }]
    controls: { ${controls} }
`;
  const rulesFor = async (controls: string) => {
    const judged = judgedSetupFile("choir.setup.yaml", new TextEncoder().encode(setup(controls)));
    if ("problems" in judged) throw new Error(judged.problems.join("\n"));
    const findings = await judge([], [judged], false);
    // What rules on factors say of the same setup is theirs to test.
    return findings
      .flatMap(({ rule, consequences }) => [rule, ...consequences.map((one) => one.rule)])
      .filter((rule) => ruleMetas.get(rule)?.group === "code");
  };

  test.each([
    ["codeLength: 4", "otp-low-entropy"],
    ["attempts: unlimited", "otp-no-attempt-limit"],
    ["codeLifetime: 1h", "otp-no-expiry"],
    ["oneTimeUse: false", "otp-reusable"],
    ["driftSteps: 3", "totp-window-wide"],
  ])("%s is a case for %s", async (controls, rule) => {
    expect(await rulesFor(controls)).toEqual([rule]);
  });

  test("what is usual is no case", async () => {
    expect(
      await rulesFor("codeLength: 6, attempts: 5, codeLifetime: 10m, oneTimeUse: true, driftSteps: 1"),
    ).toEqual([]);
  });

  test("a control for codes that the account does not use is no case", async () => {
    const judged = judgedSetupFile(
      "choir.setup.yaml",
      new TextEncoder().encode(
        setup("codeLifetime: 1h").replace(
          "kind: sms-code, number: mobile",
          "kind: passkey, devices: [phone]",
        ),
      ),
    );
    if ("problems" in judged) throw new Error(judged.problems.join("\n"));
    const findings = await judge([], [judged], false);
    expect(findings.filter(({ rule }) => rule === "otp-no-expiry")).toEqual([]);
  });
});
