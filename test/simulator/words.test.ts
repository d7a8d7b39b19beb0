// Words: everything that can be told has a sentence, nothing in it stays unfilled, and no sentence lies unused.
import { describe, expect, test } from "vitest";
import { factorWords, holdingTitle, say, sayEntry, scenarioWords, scenarios } from "../../simulator/index.ts";
import type { Holding, TrailEntry } from "../../simulator/index.ts";
import { noticeWords, personWords, trailWords } from "../../simulator/words/en/trail.ts";
import { exampleTrails, oddTrails } from "./many-plays.ts";
import { onePhone, setupOf } from "./playing.ts";

const trails = [...exampleTrails, ...oddTrails];

function sentencesOf(entry: TrailEntry): readonly string[] {
  return [sayEntry(entry), ...(entry.sees === undefined ? [] : [say(entry.sees)])];
}

describe("sentences", () => {
  test.each(trails)("of $name are whole", ({ trail }) => {
    for (const sentence of trail.flatMap(sentencesOf)) {
      expect(sentence).not.toMatch(/[{}]|undefined|factor:|\bNaN\b/);
      expect(sentence.slice(0, 1)).toBe(sentence.slice(0, 1).toUpperCase());
      expect(sentence.length).toBeGreaterThan(5);
    }
  });

  test("name the person who acts", () => {
    const told = trails.flatMap(({ trail }) => trail);
    const entered = told.filter(({ what }) => what.id === "enters");
    for (const entry of entered)
      expect(sayEntry(entry).startsWith(entry.actor === "attacker" ? "The attacker" : "The owner")).toBe(
        true,
      );
    const reset = told.find(({ what, to }) => what.id === "new-password-set" && to === "attacker");
    expect(reset === undefined ? "" : sayEntry(reset)).toMatch(/from the attacker\.$/);
  });

  test("call an authenticator without a title by its kind", () => {
    const entry: TrailEntry = {
      n: 1,
      at: 0,
      actor: "service",
      channel: "web",
      to: "owner",
      what: { id: "accepted", params: { account: "Mailbox", authenticator: "factor:security-key" } },
    };
    expect(sayEntry(entry)).toBe("Mailbox accepts: security key.");
  });

  test("fill in names from the setup as they are, whatever stands in them", () => {
    for (const title of ["{account}", "$&", "$1", "factor:constructor", "factor:nothing", "<b>"])
      expect(say({ id: "enters", params: { account: title, who: "Mira" } })).toBe(`Mira is in ${title}.`);
  });

  test("say a length of time in words", () => {
    const saying = (wait: string) => say({ id: "cooling-off", params: { account: "The bank", wait } });
    expect(saying("2d")).toBe("The bank makes everybody wait 2 days before it goes on.");
    expect(saying("1h")).toBe("The bank makes everybody wait 1 hour before it goes on.");
  });

  test("are missing with a clear error", () => {
    expect(() => say({ id: "unheard-of", params: {} })).toThrow('there are no words for "unheard-of"');
    expect(() => say({ id: "constructor", params: {} })).toThrow('there are no words for "constructor"');
  });
});

// Nobody has a code that was never sent; the answer is there for somebody who guesses, which no move does yet. The chart
// itself is asked in `machines/challenge.test.ts`.
const cannotHappenYet: ReadonlySet<string> = new Set(["refused-nothing-sent"]);

describe("no words without a use", () => {
  const entries = trails.flatMap(({ trail }) => trail);

  test("everything that has words can happen", () => {
    const told = new Set(entries.map(({ what }) => what.id));
    expect(Object.keys(trailWords).filter((id) => !told.has(id))).toEqual([...cannotHappenYet]);
  });

  test("everything that can be noticed is noticed somewhere", () => {
    const seen = new Set(entries.flatMap(({ sees }) => (sees === undefined ? [] : [sees.id])));
    expect(Object.keys(noticeWords).filter((id) => !seen.has(id))).toEqual([]);
  });

  test("no parameter of a sentence is made up: each is filled in some play", () => {
    const filled = new Set(
      entries.flatMap(({ what }) => Object.keys(what.params).map((name) => `${what.id} ${name}`)),
    );
    const asked = Object.entries(trailWords)
      .filter(([id]) => !cannotHappenYet.has(id))
      .flatMap(([id, words]) =>
        [...words.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => ({ id, name: name ?? "" })),
      )
      .filter(({ name }) => !(name in personWords.owner));
    expect(asked.filter(({ id, name }) => !filled.has(`${id} ${name}`))).toEqual([]);
  });
});

describe("what the owner can notice", () => {
  const seenWith = (id: string) =>
    new Set(
      trails
        .flatMap(({ trail }) => trail)
        .filter(({ what }) => what.id === id)
        .map(({ sees }) => sees?.id),
    );

  test.each([
    ["service-lost", "no-service"],
    ["device-lost", "device-gone"],
    ["device-taken", "device-gone"],
    ["text-arrives", "code-text"],
    ["texts-redirected", "nothing-unusual"],
    ["texts-blocked", "nothing-unusual"],
  ])("%s shows as: %s", (id, sees) => {
    expect(seenWith(id)).toEqual(new Set([sees]));
  });

  test.each([
    "text-intercepted",
    "text-reaches-attacker",
    "text-blocked",
    "sim-moved",
    "enters",
    "authenticators-replaced",
  ])("of %s there is nothing to notice", (id) => {
    expect(seenWith(id)).toEqual(new Set([undefined]));
  });
});

describe("words of factors and scenarios", () => {
  const texts: readonly (readonly [string, string])[] = [
    ...Object.entries(factorWords).flatMap(([id, words]) =>
      Object.entries(words).map(([part, text]) => [`${id} ${part}`, text] as const),
    ),
    ...scenarios.flatMap(({ id }) => {
      const { title, summary, mechanism, needs, sees, now, variants } = scenarioWords[id];
      return [title, summary, mechanism, ...needs, ...sees, ...now, ...Object.values(variants)].map(
        (text) => [id, text] as const,
      );
    }),
  ];

  test("are written, and hold no place to be filled", () => {
    for (const [, text] of texts) expect(text).toMatch(/^[^{}]{3,}$/);
  });

  test("each scenario says what it needs, what can be seen and what to do now", () => {
    for (const { id } of scenarios)
      for (const list of [scenarioWords[id].needs, scenarioWords[id].sees, scenarioWords[id].now])
        expect(list.length).toBeGreaterThan(0);
  });
});

test("every kind of holding has a name that people read", () => {
  const setup = setupOf({
    ...onePhone,
    numbers: [{ id: "mobile", title: "Mira's number" }],
    things: [{ id: "key", kind: "security-key", title: "Blue key" }],
    accounts: [
      {
        id: "mail",
        title: "Mailbox",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "questions", kind: "security-questions", madeUp: true },
          { id: "call", kind: "voice-code", number: "mobile", pin: true },
          { id: "app", kind: "totp", title: "the app", devices: ["phone"] },
          { id: "brother", kind: "recovery-contact", contact: "brother", title: "Her brother" },
        ],
      },
    ],
  });
  const titles: readonly (readonly [Holding, string])[] = Object.entries({
    "number:mobile": "Mira's number",
    "interception:mobile": "Mira's number",
    "device:phone": "phone",
    "unlock:phone": "lock of phone",
    "thing:key": "Blue key",
    "account:mail": "Mailbox",
    "secret:mail/password": "Mailbox password",
    "secret:the-usual": "password “the-usual”",
    "activation:thing/key": "PIN of Blue key",
    "activation:device/phone": "PIN of phone",
    "delivery:mobile/mail": "delivery of texts",
    "thing:nowhere": "nowhere",
    "calls:mobile": "Mira's number",
    "voicemail:mobile": "Mira's number",
    "ringing:mobile": "calls",
    "line:mobile/phone": "the SIM in its phone",
    "watch:phone": "phone",
    "secret:mail/questions": "Mailbox made-up answers",
    "secret:mail/call": "Mailbox PIN for calls",
    "works:mail": "Mailbox",
    "works:mail/app/phone": "Mailbox the app",
    "pass:mail/app": "Mailbox the app",
    "coax:mail/password": "Mailbox password",
    "contact:sister": "the word of “sister”",
    "contact:brother": "Her brother",
    "personal-data:owner": "the owner's personal data",
    "self:owner": "the owner in person",
  }) as [Holding, string][];
  for (const [holding, title] of titles) expect(holdingTitle(setup, holding)).toBe(title);
});
