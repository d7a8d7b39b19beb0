// Codes that a service sends: how long they are good, how often one may guess, and for what.
import { describe, expect, test } from "vitest";
import { transition } from "xstate";
import type { World } from "../../../simulator/machines/world.ts";
import type { Move } from "../../../simulator/model/move.ts";
import { goOn, isInside, lastOf, movesOf, onePhone, play, setupOf, stateOf, told, wait } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

/** A club that signs people in with a text and a password, and resets the password with a text. */
function club(controls: AccountInput["controls"] = {}) {
  return setupOf({
    ...onePhone,
    accounts: [
      {
        id: "club",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
        ],
        signIn: [{ with: ["text", "password"] }, { with: ["text"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
        controls,
      },
    ],
  });
}

const owner = movesOf("owner", "club");
const asked = [owner.begin(), owner.ask("text")];
/** From here on texts do not arrive, so that the code that the owner has is not the one sent last. */
const block: Move = { actor: "carrier", do: "block-texts", number: "mobile", senders: "all-services" };
const challenge = (world: World) => stateOf(world, "challenge:club/text/owner");
const codeShown = (world: World) =>
  String(world.trail.findLast(({ what }) => what.id === "text-arrives")?.what.params["code"]);

test("nothing has been sent at first", () => {
  const world = play(club(), [owner.begin()]);
  expect(challenge(world)).toBe("idle");
  // A person without a code has nothing to offer, so the refusal is for a guess.
  expect(told(goOn(world, [owner.present("text")])).at(-1)).toBe("has-nothing");
});

test("a guess at a code that was never sent is refused as such", () => {
  const snapshot = play(club(), []).actors["challenge:club/text/owner"];
  if (snapshot === undefined) throw new Error("there is a challenge for each person");
  const guess = {
    type: "VERIFY",
    proof: "000000",
    request: "sign-in/0",
    ceremony: "sign-in:club/owner",
    now: 0,
  };
  const [after, actions] = transition(snapshot.machine, snapshot, guess);
  expect(after.value).toBe("idle");
  expect(actions.map(({ params }) => params)).toMatchObject([
    { event: { message: { type: "REFUSED", why: "nothing-sent" } } },
  ]);
});

test("a code that is asked for is texted, arrives and is accepted", () => {
  const world = play(club(), [...asked, owner.present("text")]);
  expect(told(world)).toEqual(["begins-sign-in", "code-texted", "text-arrives", "accepted-code"]);
  expect(lastOf(world).what.params["code"]).toBe(codeShown(world));
  expect(challenge(world)).toBe("verified");
});

describe("how long a code is good", () => {
  test("to the last millisecond of its lifetime", () => {
    const world = play(club({ codeLifetime: "5m" }), [...asked, owner.present("text", 5 * 60_000 - 1)]);
    expect(lastOf(world).what.id).toBe("accepted-code");
  });

  test("and no longer", () => {
    const world = play(club({ codeLifetime: "5m" }), [...asked, owner.present("text", 5 * 60_000)]);
    expect(lastOf(world).what.id).toBe("refused-expired");
    expect(challenge(world)).toBe("expired");
  });

  test("a new code has the whole lifetime of its own", () => {
    const world = play(club({ codeLifetime: "5m" }), [
      ...asked,
      owner.ask("text", 4 * 60_000),
      owner.present("text", 4 * 60_000),
    ]);
    expect(lastOf(world).what.id).toBe("accepted-code");
  });

  test("after one has expired another can be asked for", () => {
    const world = play(club({ codeLifetime: "1m" }), [
      ...asked,
      wait(60_000),
      owner.ask("text"),
      owner.present("text"),
    ]);
    expect(lastOf(world).what.id).toBe("accepted-code");
  });
});

describe("how often one may be wrong", () => {
  const wrongCode = [...asked, block, owner.ask("text")];

  test.each([1, 2, 5])("with %i attempts, the last of them ends it", (attempts) => {
    const tries = Array.from({ length: attempts }, () => owner.present("text"));
    const world = play(club({ attempts }), [...wrongCode, ...tries]);
    const refusals = told(world).filter((id) => id.startsWith("refused"));
    expect(refusals).toEqual([
      ...Array.from({ length: attempts - 1 }, () => "refused-wrong"),
      "refused-exhausted",
    ]);
    expect(challenge(world)).toBe("exhausted");
  });

  test("asking for another code does not give the attempts back", () => {
    const world = play(club({ attempts: 2 }), [
      ...wrongCode,
      owner.present("text"),
      owner.ask("text"),
      owner.present("text"),
    ]);
    expect(told(world).slice(-4)).toEqual([
      "refused-wrong",
      "code-texted",
      "text-blocked",
      "refused-exhausted",
    ]);
  });

  test("nor does waiting until the code has expired", () => {
    const world = play(club({ attempts: 2, codeLifetime: "1m" }), [
      ...wrongCode,
      owner.present("text"),
      wait(60_000),
      owner.ask("text"),
      owner.present("text"),
    ]);
    expect(lastOf(world).what.id).toBe("refused-exhausted");
  });

  test("a right code wipes out the wrong ones before it", () => {
    const redirect: Move = { actor: "attacker", do: "redirect-texts", number: "mobile" };
    const endRedirect: Move = { actor: "attacker", do: "end-redirect", number: "mobile" };
    // A code that is intercepted leaves the owner with the one before, which is wrong by then.
    const wrong = [redirect, owner.ask("text"), endRedirect, owner.present("text")];
    const right = [owner.ask("text"), owner.present("text")];
    const world = play(club({ attempts: 2 }), [...asked, ...wrong, ...right, ...asked, ...wrong]);
    expect(told(world).filter((id) => id.startsWith("refused"))).toEqual(["refused-wrong", "refused-wrong"]);
  });

  test("then no more codes are sent, and none is listened to", () => {
    const world = play(club({ attempts: 1 }), [
      ...wrongCode,
      owner.present("text"),
      owner.ask("text"),
      owner.present("text"),
    ]);
    expect(told(world).slice(-2)).toEqual(["no-more-codes", "refused-exhausted"]);
  });

  test("an attacker who guesses does not use up the owner's attempts", () => {
    const attacker = movesOf("attacker", "club");
    const intercepted: Move = { actor: "attacker", do: "redirect-texts", number: "mobile" };
    const world = play(club({ attempts: 1 }), [
      intercepted,
      attacker.begin(),
      attacker.ask("text"),
      { actor: "attacker", do: "end-redirect", number: "mobile" },
      attacker.ask("text"),
      attacker.present("text"),
    ]);
    expect(lastOf(world).what.id).toBe("refused-exhausted");
    expect(lastOf(goOn(world, [...asked, owner.present("text")])).what.id).toBe("accepted-code");
  });
});

describe("what a code is good for", () => {
  test("once: the same code is refused the second time", () => {
    const world = play(club(), [...asked, owner.present("text"), owner.present("text")]);
    expect(lastOf(world).what.id).toBe("refused-used-already");
  });

  test("the newest one only: the one before it is wrong", () => {
    const world = play(club(), [...asked, block, owner.ask("text"), owner.present("text")]);
    expect(lastOf(world).what.id).toBe("refused-wrong");
  });

  test("what it was sent for: a code for signing in does not reset the password", () => {
    const world = play(club(), [...asked, owner.begin("recovery"), owner.present("text")]);
    expect(lastOf(world).what.id).toBe("refused-other-request");
  });

  test("the route it was sent for: a code for one does not open another", () => {
    const world = play(club(), [...asked, owner.begin("sign-in", 1), owner.present("text")]);
    expect(lastOf(world).what.id).toBe("refused-other-request");
    expect(isInside(world, "owner", "club")).toBe(false);
  });

  test("a code for something else is not counted as a wrong one", () => {
    const world = play(club({ attempts: 1 }), [
      ...asked,
      owner.begin("recovery"),
      owner.present("text"),
      owner.begin(),
      owner.present("text"),
    ]);
    expect(lastOf(world).what.id).toBe("accepted-code");
  });

  test("whoever asked for it: a code that the attacker asked for does not help the owner", () => {
    const attacker = movesOf("attacker", "club");
    const world = play(club(), [
      attacker.begin(),
      attacker.ask("text"),
      owner.begin(),
      owner.present("text"),
    ]);
    expect(told(world)).toContain("text-arrives");
    expect(lastOf(world).what.id).toBe("has-nothing");
  });
});

test("codes have as many digits as the service says", () => {
  for (const codeLength of [4, 8])
    expect(codeShown(play(club({ codeLength }), asked)).length).toBe(codeLength);
});

test("after the attacker has replaced everything, codes go elsewhere and old ones are refused", () => {
  const attacker = movesOf("attacker", "club");
  const world = play(club(), [
    { actor: "attacker", do: "redirect-texts", number: "mobile" },
    attacker.begin("sign-in", 1),
    attacker.ask("text"),
    attacker.present("text"),
    { actor: "attacker", do: "end-redirect", number: "mobile" },
    ...asked,
    attacker.replace(),
    owner.present("text"),
    owner.ask("text"),
  ]);
  expect(told(world).slice(-2)).toEqual(["refused-replaced", "code-texted-elsewhere"]);
});
