// Services that send codes: by which way, to whom instead, not at all, and what guessing comes to.
import { describe, expect, test } from "vitest";
import type { World } from "../../../simulator/machines/world.ts";
import { goOn, isInside, lastOf, movesOf, onePhone, play, setupOf, stateOf, told } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

type Authenticators = NonNullable<AccountInput["authenticators"]>;

function club(controls: AccountInput["controls"] = {}, more: Authenticators = []) {
  const authenticators: Authenticators = [
    { id: "text", kind: "sms-code", number: "mobile" },
    { id: "call", kind: "voice-code", number: "mobile" },
    { id: "mail", kind: "email-code", mailbox: "mailbox" },
    { id: "link", kind: "email-link", mailbox: "mailbox" },
    { id: "chat", kind: "messenger-code", messenger: "messenger" },
    { id: "message", kind: "in-app-message", devices: ["phone"] },
    ...more,
  ];
  return setupOf({
    ...onePhone,
    numbers: [{ id: "mobile" }, { id: "hall", line: "landline" }],
    devices: [
      { id: "phone", kind: "smartphone", sims: ["mobile"] },
      { id: "hall-phone", kind: "landline-phone", sims: ["hall"] },
    ],
    accounts: [
      { id: "mailbox", modelled: false },
      { id: "messenger", kind: "messenger", modelled: false },
      {
        id: "club",
        authenticators,
        signIn: authenticators.map(({ id }) => ({ with: [id] })),
        recovery: [{ with: ["mail"], gives: "new-number" }],
        controls,
      },
    ],
  });
}

const ways = ["text", "call", "mail", "link", "chat", "message"] as const;

function ask(person: "owner" | "attacker", world: World, id: (typeof ways)[number]): World {
  const doing = movesOf(person, "club");
  return goOn(world, [doing.begin("sign-in", ways.indexOf(id)), doing.ask(id)]);
}

function waysIn(person: "owner" | "attacker", world: World): readonly string[] {
  const doing = movesOf(person, "club");
  const looks = ["mailbox", "messenger"].map((account) => movesOf(person, account).look());
  return ways.filter((id) =>
    isInside(goOn(ask(person, world, id), [...looks, doing.present(id)]), person, "club"),
  );
}

test("each kind of code reaches its owner and lets them in", () => {
  expect(waysIn("owner", play(club(), []))).toEqual(ways);
});

test("somebody in the mailbox or the messenger has what arrives there", () => {
  const options = { attackerHolds: ["account:mailbox", "account:messenger"] };
  expect(waysIn("attacker", play(club(), [], options))).toEqual(["mail", "link", "chat"]);
});

describe("an outage of the service", () => {
  test("of everything that it sends stops every code, until it is over", () => {
    const stopped = play(club(), [{ actor: "service", do: "stop-sending", account: "club" }]);
    expect(waysIn("owner", stopped)).toEqual([]);
    expect(lastOf(ask("owner", stopped, "text")).what.id).toBe("code-not-sent");
    const over = goOn(stopped, [{ actor: "service", do: "resume-sending", account: "club" }]);
    expect(waysIn("owner", over)).toEqual(ways);
  });

  test("of texts and calls stops only those", () => {
    const world = play(club(), [
      { actor: "service", do: "stop-sending", account: "club", only: "texts-and-calls" },
    ]);
    expect(waysIn("owner", world)).toEqual(["mail", "link", "chat", "message"]);
  });
});

test("texts that are copied at a company that passes them on reach both", () => {
  const world = play(club(), [{ actor: "attacker", do: "tap-sender", account: "club" }]);
  expect(waysIn("attacker", world)).toEqual(["text"]);
  expect(waysIn("owner", world)).toContain("text");
  expect(
    told(ask("attacker", world, "text"))
      .slice(-3)
      .toSorted(),
  ).toEqual(["code-texted", "text-arrives", "text-copied"]);
});

test("texts sent to a landline that is taken for a mobile number are read by nobody", () => {
  const world = play(club(), [
    { actor: "service", do: "misdirect-texts", account: "club", authenticator: "text", number: "hall" },
  ]);
  expect(lastOf(ask("owner", world, "text")).what.id).toBe("text-reaches-landline");
  expect(waysIn("owner", world)).not.toContain("text");
});

test("a new number on file takes texts and calls with it, to whoever gave it", () => {
  const attacker = movesOf("attacker", "club");
  const world = play(
    club(),
    [
      attacker.begin("recovery"),
      attacker.ask("mail"),
      movesOf("attacker", "mailbox").look(),
      attacker.present("mail"),
    ],
    { attackerHolds: ["account:mailbox"] },
  );
  expect(waysIn("attacker", world)).toEqual(["text", "call", "mail", "link"]);
  expect(waysIn("owner", world)).toEqual(["mail", "link", "chat", "message"]);
});

test("a service that texts nobody who has an app neither texts nor calls", () => {
  const world = play(club({ textsDespiteApp: false }), []);
  expect(waysIn("owner", world)).toEqual(["mail", "link", "chat", "message"]);
  expect(lastOf(ask("owner", world, "text")).what.id).toBe("code-withheld");
  const waived = goOn(world, [
    { actor: "service", do: "waive", account: "club", authenticators: ["message"] },
  ]);
  expect(told(ask("owner", waived, "text"))).toContain("text-arrives");
});

test("an app that the service accepts no longer is no app to such a service", () => {
  const world = play(club({ textsDespiteApp: false }), [
    { actor: "service", do: "withdraw", account: "club", authenticators: ["message"] },
  ]);
  expect(waysIn("owner", world)).toEqual(["text", "call", "mail", "link", "chat"]);
  expect(waysIn("attacker", world)).toEqual([]);
});

test("an app that is withdrawn while somebody signs in brings the texts back at once", () => {
  const owner = movesOf("owner", "club");
  const world = play(club({ textsDespiteApp: false }), [
    owner.begin(),
    owner.ask("text"),
    { actor: "service", do: "withdraw", account: "club", authenticators: ["message"] },
    owner.ask("text"),
  ]);
  expect(told(world)).toContain("code-withheld");
  expect(lastOf(world).what.id).toBe("text-arrives");
});

describe("codes that are good more than once", () => {
  test("are accepted again until they are too old", () => {
    const owner = movesOf("owner", "club");
    const again = [owner.begin(), owner.present("text", 60_000)];
    const world = play(club({ oneTimeUse: false, codeLifetime: "5m" }), [
      owner.begin(),
      owner.ask("text"),
      owner.present("text"),
      ...again,
    ]);
    expect(lastOf(world).what.id).not.toMatch(/^refused/);
    expect(stateOf(world, "challenge:club/text/owner")).toBe("issued");
    expect(lastOf(goOn(world, [owner.begin(), owner.present("text", 4 * 60_000)])).what.id).toBe(
      "refused-expired",
    );
  });
});

describe("counting wrong codes", () => {
  const owner = movesOf("owner", "club");
  const redirect = { actor: "attacker", do: "redirect-texts", number: "mobile" } as const;
  const wrong = [owner.begin(), owner.ask("text"), redirect, owner.ask("text"), owner.present("text")];

  test("anew with each code, where the service does that", () => {
    const counted = play(club({ attempts: 1 }), [...wrong, owner.ask("text")]);
    expect(lastOf(counted).what.id).toBe("no-more-codes");
    const anew = play(club({ attempts: 1, resendResetsAttempts: true }), [...wrong, owner.ask("text")]);
    expect(stateOf(anew, "challenge:club/text/owner")).toBe("issued");
  });

  test("not at all, where the service does not count", () => {
    const tries = Array.from({ length: 101 }, () => owner.present("text"));
    const world = play(club({ attempts: "unlimited" }), [...wrong, ...tries]);
    expect(stateOf(world, "challenge:club/text/owner")).toBe("issued");
    expect(lastOf(world).what.id).toBe("refused-wrong");
  });
});

describe("guessing", () => {
  const guess = { actor: "attacker", do: "start-guessing", account: "club" } as const;
  const attacker = movesOf("attacker", "club");
  const tries = [guess, attacker.begin(), attacker.present("text")];

  test("hits a code where tries are not limited, and says how likely that was", () => {
    const world = play(club({ attempts: "unlimited" }), tries);
    expect(told(world)).toContain("code-guessed");
    const entry = world.trail.find(({ what }) => what.id === "code-guessed");
    expect(Number(String(entry?.what.params["percent"]).replace("more than ", ""))).toBeGreaterThan(50);
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("comes to nothing where they are", () => {
    const world = play(club(), tries);
    expect(told(world)).toContain("code-not-guessed");
    expect(world.trail.find(({ what }) => what.id === "code-not-guessed")?.what.params["percent"]).toBe(
      "0.0005",
    );
    expect(isInside(world, "attacker", "club")).toBe(false);
    expect(stateOf(world, "challenge:club/text/attacker")).toBe("exhausted");
  });
});
