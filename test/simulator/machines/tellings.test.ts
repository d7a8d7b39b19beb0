// What a play tells: every move says what it does, in sentences that are true of the people, devices and accounts in it.
import { describe, expect, test } from "vitest";
import { sayEntry, story } from "../../../simulator/index.ts";
import type { ScenarioRef, TrailEntry } from "../../../simulator/index.ts";
import type { Move } from "../../../simulator/model/move.ts";
import { exampleSetup, exampleSetupIds } from "../example-setups.ts";
import { isInside, lastOf, movesOf, onePhone, play, setupOf, told } from "../playing.ts";

function trailOf(setup: string, ref: ScenarioRef, account?: string): readonly TrailEntry[] {
  return story(exampleSetup(setup), ref, account === undefined ? {} : { account }).end.trail;
}

function sentences(setup: string, ref: ScenarioRef, account?: string): readonly string[] {
  return trailOf(setup, ref, account).map(sayEntry);
}

const club = setupOf({
  ...onePhone,
  devices: [...onePhone.devices, { id: "laptop", kind: "computer" }],
  things: [{ id: "sheet", kind: "paper" }],
  accounts: [
    { id: "mail", title: "The mailbox", modelled: false },
    {
      id: "club",
      title: "The club",
      authenticators: [
        { id: "password", kind: "password", secret: "the-usual" },
        { id: "link", kind: "email-link", mailbox: "mail" },
        { id: "codes", kind: "recovery-codes", sheet: "sheet", title: "The club's list" },
        { id: "browser", kind: "trusted-browser", devices: ["laptop"] },
        { id: "push", kind: "push", devices: ["phone"] },
        { id: "aunt", kind: "recovery-contact", contact: "aunt", title: "Her aunt" },
      ],
      signIn: [{ with: ["link"] }, { with: ["password", "browser"] }, { with: ["push"] }],
    },
    {
      id: "shop",
      title: "The shop",
      authenticators: [{ id: "password", kind: "password", secret: "the-usual" }],
      signIn: [{ with: ["password"] }],
    },
  ],
});
const last = (move: Move): TrailEntry => lastOf(play(club, [move]));

describe("a move that changes something out of sight is told", () => {
  test("a browser that forgets, with the account that no longer knows it", () => {
    const entry = last({ actor: "chance", do: "forget-browser", account: "club", authenticator: "browser" });
    expect(entry.what.id).toBe("browser-forgotten");
    expect(sayEntry(entry)).toContain("The club");
  });

  test("codes that are used up, which the owner sees on the sheet", () => {
    const entry = last({ actor: "chance", do: "spend-codes", account: "club", authenticator: "codes" });
    expect(sayEntry(entry)).toContain("The club's list");
    expect(entry.sees?.id).toBe("list-crossed-out");
  });

  test("an outage of prompts, one of a service that sends nothing, and the end of an outage", () => {
    expect(last({ actor: "service", do: "stop-sending", account: "club" }).what.id).toBe("sending-stopped");
    expect(last({ actor: "service", do: "stop-sending", account: "shop" }).what.id).toBe(
      "sends-nothing-anyway",
    );
    expect(last({ actor: "service", do: "resume-sending", account: "club" }).what.id).toBe("sending-resumed");
  });

  test("a thief who looks for a SIM where there is none", () => {
    const take: Move = { actor: "attacker", do: "take-device", device: "laptop" };
    const world = play(club, [take, { actor: "attacker", do: "move-sims", device: "laptop" }]);
    expect(lastOf(world).what).toEqual({ id: "no-sim-to-move", params: { device: "laptop" } });
  });

  test("an attacker who has been let in before is inside from then on", () => {
    const world = play(club, [{ actor: "attacker", do: "come-in", account: "shop" }]);
    expect(told(world)).toEqual(["let-in-before"]);
    expect(isInside(world, "attacker", "shop")).toBe(true);
  });
});

test("a taken cloud begins with the attacker in it", () => {
  const [first] = trailOf("everything-in-one-cloud", { id: "authenticator-cloud-taken" });
  expect(first).toMatchObject({ actor: "attacker", at: 120_000, what: { id: "let-in-before" } });
});

describe("on a screen in a thief's hand", () => {
  const arrivals = (ref: ScenarioRef) =>
    new Set(
      trailOf("texts-on-the-laptop", ref)
        .filter(({ to, channel }) => to === "handset:laptop" && channel === "web")
        .filter(({ what }) => what.id !== "prompt-shows")
        .map(({ what }) => what.id),
    );

  test("what arrives is read by a thief who has it open, and hidden from one who has not", () => {
    expect(arrivals({ id: "stolen-laptop", variant: "unlocked" })).toEqual(
      new Set(["text-on-stolen-screen"]),
    );
    expect(arrivals({ id: "stolen-laptop", variant: "locked" })).toEqual(new Set(["text-behind-lock"]));
  });
});

describe("a desk that has been talked round", () => {
  const trail = trailOf("bank-by-telephone", { id: "support-desk-talked-round", variant: "talked-round" });
  const about = (id: string) => trail.filter(({ what }) => what.id === id);

  test("calls back the owner and not the attacker whom it believes", () => {
    const begun = trail.findIndex(({ what, actor }) => what.id === "begins-recovery" && actor === "attacker");
    expect(trail[begun + 1]?.what.id).toBe("desk-skips-call");
    const calls = about("desk-calls-back").map(({ at }) => at);
    const owners = trail.filter(({ actor }) => actor === "owner").map(({ at }) => at);
    expect(calls.length).toBeGreaterThan(0);
    for (const at of calls) expect(at).toBeGreaterThan(Math.min(...owners));
  });

  test("was talked round by the attacker", () => {
    expect(new Set(about("desk-talked-round").map(({ actor }) => actor))).toEqual(new Set(["attacker"]));
  });
});

describe("what is offered where nothing could begin", () => {
  test.each([
    ["mail-link-only", { id: "mailbox-closed" }],
    ["texts-pressed-on-everybody", { id: "text-demanded" }],
  ] as const)("is told as turned away: %s", (setup, ref) => {
    const ids = trailOf(setup, ref).map(({ what }) => what.id);
    expect(ids).toContain("turned-away");
    expect(ids).not.toContain("not-asked");
  });
});

test("a link that is mailed is called a link, by the service, the mailbox and the owner", () => {
  const asks = (person: "owner" | "attacker") => {
    const doing = movesOf(person, "club");
    return play(club, [doing.begin(), doing.ask("link")]).trail;
  };
  expect(asks("owner").map(({ what }) => what.id)).toContain("link-arrives");
  const unasked = asks("attacker").find(({ what }) => what.id === "link-noticed");
  expect(unasked?.sees?.id).toBe("link-mail");
  for (const sentence of sentences("mail-link-only", { id: "clock-drift" }))
    expect(sentence).not.toMatch(/\bcode\b/);
});

test("a secret that is forgotten is named, with every account that it opens", () => {
  const entry = last({ actor: "chance", do: "forget-secret", secret: "the-usual" });
  expect(sayEntry(entry)).toBe("The owner no longer remembers: password of The club, password of The shop.");
  const forgotten = sentences("questions-and-answers", { id: "password-forgotten" }).filter((sentence) =>
    sentence.includes("no longer remembers"),
  );
  expect(new Set(forgotten).size).toBe(forgotten.length);
  expect(forgotten.length).toBeGreaterThan(1);
});

test("whoever cannot be reached is called by the title that the owner gave them", () => {
  expect(sayEntry(last({ actor: "chance", do: "lose-contact", contact: "aunt" }))).toContain("Her aunt");
  expect(last({ actor: "chance", do: "lose-contact", contact: "uncle" }).what.params).toEqual({
    contact: "uncle",
  });
});

test("a device on which an account is not open is told with the account", () => {
  const entry = last({ actor: "owner", do: "use-device", account: "club", device: "laptop" });
  expect(sayEntry(entry)).toBe("On laptop the owner does not get into The club.");
});

describe("guessing", () => {
  const trail = trailOf("careless-services", { id: "code-guessing", variant: "with-passwords" });
  const hits = trail.filter(({ what }) => what.id === "code-guessed");

  test("is told with the chance and the time that it takes, for codes of apps as for sent ones", () => {
    expect(new Set(hits.map(({ account }) => account)).size).toBe(3);
    // One in a million and ten tries a second: even after a million times ln 2, which are 19.3 hours.
    const app = hits.find(({ what }) => what.params["authenticator"] === "factor:totp");
    expect(app?.what.params).toMatchObject({ wait: "20h", rate: 10, hours: 24, percent: "58" });
    for (const hit of hits)
      expect(sayEntry(hit)).toMatch(/half of all cases within (about )?\d+ (minute|hour)/);
  });

  test("is done by the attacker", () => {
    const tries = trail.filter(({ what }) => what.id === "tries-codes");
    expect(new Set(tries.map(({ actor }) => actor))).toEqual(new Set(["attacker"]));
  });
});

test("prompt after prompt is told once, not one by one within the same second", () => {
  const trail = trailOf("sign-on-tenant", { id: "push-bombing" }, "payroll");
  const ids = trail.map(({ what }) => what.id);
  expect(ids.filter((id) => id === "prompts-go-on")).toHaveLength(1);
  expect(ids.filter((id) => id === "prompt-denied")).toHaveLength(1);
  expect(ids.indexOf("hands-over-to-prompts")).toBeGreaterThan(ids.indexOf("prompts-go-on"));
});

test("malware that passes texts on is the attacker's doing", () => {
  const passed = trailOf("unlocked-phone", { id: "malware", variant: "reads-everything" }).filter(
    ({ what }) => what.id === "text-read-along",
  );
  expect(passed.length).toBeGreaterThan(0);
  for (const { actor } of passed) expect(actor).toBe("attacker");
});

test("no notice is told as a text with a code", () => {
  const told = (["stolen-phone", "stolen-laptop", "malware"] as const).flatMap((id) =>
    exampleSetupIds.flatMap((setup) => trailOf(setup, { id })),
  );
  const withoutCode = told.filter(({ what }) => what.id.startsWith("text-") && what.params["code"] === "");
  expect(withoutCode.map(sayEntry)).toEqual([]);
});
