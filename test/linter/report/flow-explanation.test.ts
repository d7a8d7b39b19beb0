// The answer to --explain-flow as text: everything that was believed of a flow, with its place, and harmless to print.
import { describe, expect, test } from "vitest";
import type { ExplainedFlow, ExplainedPlace, RuleFate } from "../../../linter/explained.ts";
import type { CodeFacts } from "../../../linter/flow.ts";
import { flowExplanation } from "../../../linter/report/flow-explanation.ts";
import { plain } from "../../../linter/report/paint.ts";
import { clubFlow, placeAt } from "../flows.ts";
import { finding } from "./example-result.ts";

const place = placeAt("src/codes.ts", 7);
const within = "src/codes.ts#codes";
const facts: CodeFacts = {
  made: [{ place, within, how: "guessable", source: "Math.random", choices: 900_000, guarded: false }],
  kept: [{ place, within, store: "codes", hashed: false, ends: "yes", lifetime: 600_000 }],
  checked: [
    {
      place,
      within,
      complete: true,
      loose: "compared",
      limited: "no",
      consumed: "by-provider",
      alsoFor: ["sign-in"],
    },
  ],
  shown: [{ place, within, what: "code", source: "console.log", where: "log", guarded: true }],
  asked: [],
  accepted: [{ place, within, guarded: false }],
};

const explainedFlow: ExplainedFlow = {
  flow: clubFlow({
    ends: "writes-password",
    asks: ["sms-code"],
    name: "POST /forgotten",
    code: facts,
    changes: {
      unknowns: ["the channel is named in a setting"],
      skips: clubFlow({ ends: "opens-session", asks: ["password"], line: 60 }).proofs,
    },
  }),
  touches: ["handler", "step"],
  wayIn: { opensTo: [["the phone number"], ["the phone", "its screen lock"]] },
  said: [{ finding, fate: { is: "reported" } }],
  silent: { ways: ["sms-only-login"], codes: ["otp-logged"] },
};

const explainedPlace = (changes: Partial<ExplainedPlace> = {}): ExplainedPlace => ({
  file: "src/boathouse.ts",
  line: 30,
  reading: { is: "read", troubles: [] },
  flows: [explainedFlow],
  nearest: [],
  flowsInAll: 4,
  ...changes,
});

const text = (explained: ExplainedPlace) =>
  flowExplanation(
    explained,
    { profile: "default" },
    {
      paint: plain,
      width: 80,
      lineAt: ({ line }) => (line === 30 ? "\tif (stored.code == code) {" : undefined),
      shownPath: (file) => file,
    },
  );

describe("a flow", () => {
  test("is told whole", () => {
    expect(text(explainedPlace())).toMatchInlineSnapshot(`
      "src/boathouse.ts:30 is part of 1 flow.

      POST /forgotten
        --> src/boathouse.ts:20:3
        entered by: express
        the place asked about: inside its handler, one of its steps
        sure of it: high, the least of its parts

        What it asks for, all of it
          - a code by text (sms-code), believed with confidence high
            sent (Twilio) at src/texts.ts:4:3
            checked (compared) at src/boathouse.ts:30:3
            made: from a source that can be predicted (Math.random), 900,000 can come
            out (src/codes.ts:7:3)
            kept: in codes, as it is, ends by itself, 600 seconds (src/codes.ts:7:3)
            checked: loosely, with ==; wrong codes limited: no; gone once it was
            right: by the provider; good for sign-in, too (src/codes.ts:7:3)
            shown: in a log, in development or tests only (src/codes.ts:7:3)
            a code written in the source passes, too (src/codes.ts:7:3)

        What happens, in order
          1 sends a code (Twilio)         src/texts.ts:4:3
          2 checks a proof (compared)     src/boathouse.ts:30:3
          | if (stored.code == code) {
          3 writes the password (member)  src/boathouse.ts:40:3

        What other ways to the same end ask for, and this one does not
          the current password, at src/boathouse.ts:70:3

        What could not be decided
          - the channel is named in a setting

        What is enough to open it, line by line
          - the phone number
          - the phone and its screen lock

        What the rules say
          - error[sms-only-reset], confidence high: POST /club/reset (reset) sets a
            new password for a texted code alone. Reported.
          - silent: sms-only-login, because a way that writes the password for a code
                    by text is not what they look for
          - silent: otp-logged, because what was read of its codes is not what they
                    look for

      If one of these lines is not what the code does, report that line, with the
      smallest code that shows it.
      "
    `);
  });

  const fates: readonly (readonly [RuleFate, string])[] = [
    [{ is: "same-as", other: place }, "Not told twice: it stands in the surer finding at src/codes.ts:7:3."],
    [{ is: "told-with", rule: "unbound-reset" }, "Told with the finding of unbound-reset at the same place."],
    [{ is: "stood-for" }, "Not told by itself:"],
    [
      { is: "left-out-by-profile" },
      "Not told: the profile default leaves this rule out (--profile strict has it).",
    ],
    [{ is: "below-severity" }, "Not told: it is below --min-severity."],
    [{ is: "below-confidence" }, "Not told: it is below --min-confidence."],
  ];
  test.each(fates)("what a rule said and became of it, %j, is told", (fate, words) => {
    const told = text(explainedPlace({ flows: [{ ...explainedFlow, said: [{ finding, fate }] }] }));
    expect(told.replaceAll(/\s+/g, " ")).toContain(words);
  });

  test.each([
    ["makes-account", "nobody else's is opened"],
    ["needs-session", "signed in already"],
    ["unknown-code", "how that is sent was not found"],
    ["other", "no place in a setup"],
  ] as const)("that is no way in says why: %s", (none, words) => {
    const told = text(explainedPlace({ flows: [{ ...explainedFlow, wayIn: { none } }] }));
    expect(told.replaceAll(/\s+/g, " ")).toContain(words);
    expect(told.replaceAll(/\s+/g, " ")).toContain(
      "sms-only-login, because it is no way in that they could judge",
    );
  });

  test("of many through one place the first twelve are told, and the others counted", () => {
    const told = text(explainedPlace({ flows: Array.from({ length: 15 }, () => explainedFlow) }));
    expect(told.match(/^POST \/forgotten$/gm)).toHaveLength(12);
    expect(told).toContain("And 3 more flows through this place");
  });
});

describe("where no flow is", () => {
  const nowhere = (reading: ExplainedPlace["reading"], nearest: ExplainedPlace["nearest"] = []) =>
    text(explainedPlace({ flows: [], reading, nearest })).replaceAll(/\s+/g, " ");

  test.each<[ExplainedPlace["reading"], string]>([
    [
      { is: "left-out", path: "src/boathouse.ts", reason: "generated" },
      "not read: it is marked as generated. No",
    ],
    [
      { is: "left-out", path: "src", reason: "tests" },
      "because of the folder src: it is a test. Name the file itself as a path",
    ],
    [{ is: "no-code" }, "neither TypeScript nor JavaScript"],
    [{ is: "setup" }, "onefactor lint src/boathouse.ts"],
    [{ is: "not-scanned" }, "outside the paths that were scanned"],
    [{ is: "no-candidate" }, "was searched and not parsed"],
    [{ is: "page" }, "it is a page, which runs in a browser"],
    [{ is: "read", troubles: [] }, "nothing on this line was recognised"],
    [
      { is: "read", troubles: [{ file: "a.ts", reason: "has a syntax error near line 3" }] },
      "The file has a syntax error",
    ],
  ])("it is said what was read of the file: %j", (reading, words) => {
    expect(nowhere(reading)).toContain(words);
  });

  test("the nearest flows are named with where they come nearest", () => {
    const told = nowhere({ is: "no-candidate" }, [
      { flow: explainedFlow.flow, at: placeAt("src/boathouse.ts", 40) },
    ]);
    expect(told).toContain(
      "The nearest of 4 flows - POST /forgotten, which writes the password (member), asks for a code by text src/boathouse.ts:40:3",
    );
    expect(nowhere({ is: "no-candidate" })).toContain("No flow was read in all that was scanned.");
  });
});

test("nothing that comes from the code can steer a terminal", () => {
  const evil = "\u001b[2J\u202e\r\n\u0007x\ud800";
  const flow = clubFlow({
    ends: "writes-password",
    asks: ["sms-code", "unknown-code"],
    name: evil,
    file: evil,
    store: evil,
    code: {
      made: [{ place: placeAt(evil, 1), within: evil, how: "fixed", source: evil, guarded: false }],
      kept: [{ place, within: evil, store: evil, hashed: true, ends: "no" }],
      checked: [
        {
          place,
          within: evil,
          complete: true,
          loose: "no",
          limited: "unknown",
          consumed: "no",
          alsoFor: [evil],
        },
      ],
    },
    changes: { unknowns: [evil] },
  });
  const said = [
    { finding: { ...finding, message: evil, rule: evil, file: evil }, fate: { is: "reported" } },
  ] as const;
  const options = { paint: plain, width: 80, lineAt: () => evil, shownPath: (file: string) => file };
  for (const explained of [
    explainedPlace({ file: evil, flows: [{ ...explainedFlow, flow, said, wayIn: { opensTo: [[evil]] } }] }),
    explainedPlace({ file: evil, flows: [], nearest: [{ flow, at: placeAt(evil, 1) }] }),
    explainedPlace({ file: evil, flows: [], reading: { is: "left-out", path: evil, reason: "tests" } }),
  ]) {
    const told = flowExplanation(explained, { profile: "default" }, options);
    expect(told).not.toMatch(/[^\n\P{C}]/u);
    expect(told).toContain("\\x1b[2J");
  }
});
