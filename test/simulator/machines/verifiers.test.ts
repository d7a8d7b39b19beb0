// What services check without sending anything: passwords, app codes, recovery codes, keys and passkeys.
import { describe, expect, test } from "vitest";
import type { World } from "../../../simulator/machines/world.ts";
import { goOn, isInside, lastOf, movesOf, onePhone, play, setupOf, stateOf, told } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

type Authenticators = NonNullable<AccountInput["authenticators"]>;

/** A club with one route for each authenticator, and one route that asks for two of them. */
function club(authenticators: Authenticators, more: Partial<AccountInput> = {}) {
  return setupOf({
    ...onePhone,
    devices: [...onePhone.devices, { id: "laptop", kind: "computer", lock: "none" }],
    things: [
      { id: "key", kind: "security-key" },
      { id: "sheet", kind: "paper" },
    ],
    accounts: [
      {
        id: "club",
        authenticators,
        signIn: authenticators.map(({ id }) => ({ with: [id] })),
        ...more,
      },
    ],
  });
}

const owner = movesOf("owner", "club");
const attacker = movesOf("attacker", "club");
const lastWords = (world: World) => lastOf(world).what.id;

describe("a password", () => {
  const password = { id: "password", kind: "password" } as const;

  test("opens for whoever knows it", () => {
    expect(
      isInside(play(club([password]), [owner.begin(), owner.present("password")]), "owner", "club"),
    ).toBe(true);
  });

  test("is not shown in the trail", () => {
    const world = play(club([password]), [owner.begin(), owner.present("password")]);
    expect(JSON.stringify(world.trail)).not.toContain("original");
  });

  test("an attacker who does not know it has nothing to offer", () => {
    expect(lastWords(play(club([password]), [attacker.begin(), attacker.present("password")]))).toBe(
      "has-nothing",
    );
  });

  test("an attacker who learned it elsewhere, where it is used again, gets in", () => {
    const shared = { ...password, secret: "the-usual" } as const;
    const world = play(club([shared]), [attacker.begin(), attacker.present("password")], {
      attackerHolds: ["secret:the-usual"],
    });
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("set anew by a reset, is wrong for whoever knows the old one only", () => {
    const reset = club([password, { id: "codes", kind: "recovery-codes", sheet: "sheet" }], {
      recovery: [{ with: ["codes"], gives: "new-password" }],
    });
    const world = play(
      reset,
      [attacker.begin("recovery"), attacker.present("codes"), owner.begin(), owner.present("password")],
      { attackerHolds: ["thing:sheet"] },
    );
    expect(lastWords(world)).toBe("refused-wrong");
    expect(lastWords(goOn(world, [attacker.begin(), attacker.present("password")]))).toBe("enters");
  });

  test("replaced, is refused until a reset sets a new one", () => {
    const reset = club([password, { id: "key", kind: "security-key", thing: "key" }], {
      recovery: [{ with: [], gives: "new-password" }],
    });
    const replaced = play(reset, [attacker.begin(), attacker.present("password"), attacker.replace()], {
      attackerHolds: ["secret:club/password"],
    });
    const refused = goOn(replaced, [owner.begin(), owner.present("password")]);
    expect(lastWords(refused)).toBe("refused-replaced");
    const mended = goOn(refused, [owner.begin("recovery"), owner.begin(), owner.present("password")]);
    expect(isInside(mended, "owner", "club")).toBe(true);
  });
});

describe("an authenticator app", () => {
  const app = { id: "app", kind: "totp", devices: ["phone"] } as const;
  const both = { signIn: [{ with: ["app", "password"] }, { with: ["app"] }] } as const;
  const withPassword = club([app, { id: "password", kind: "password" }], both);

  test("shows a code that the service accepts", () => {
    expect(isInside(play(club([app]), [owner.begin(), owner.present("app")]), "owner", "club")).toBe(true);
  });

  test("its code is refused when it has been used, and the next one is accepted", () => {
    const used = play(withPassword, [owner.begin(), owner.present("app"), owner.present("app", 29_999)]);
    expect(lastWords(used)).toBe("refused-used-already");
    expect(lastWords(goOn(used, [owner.present("app", 1)]))).toBe("accepted-code");
  });

  test("a used code is used for everybody, in every other try to sign in too", () => {
    const world = play(
      club([{ ...app, printedOn: "sheet" }]),
      [owner.begin(), owner.present("app"), attacker.begin(), attacker.present("app")],
      { attackerHolds: ["thing:sheet"] },
    );
    expect(lastWords(world)).toBe("refused-used-already");
  });

  test("a seed printed on paper makes the same codes as the app", () => {
    const world = play(club([{ ...app, printedOn: "sheet" }]), [attacker.begin(), attacker.present("app")], {
      attackerHolds: ["thing:sheet"],
    });
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("on a stolen phone that is locked it stays shut", () => {
    const world = play(club([app]), [
      { actor: "attacker", do: "take-device", device: "phone" },
      attacker.begin(),
      attacker.present("app"),
    ]);
    expect(lastWords(world)).toBe("has-nothing");
  });

  test("on a stolen phone whose lock the thief can pass it opens", () => {
    const world = play(
      club([app]),
      [{ actor: "attacker", do: "take-device", device: "phone" }, attacker.begin(), attacker.present("app")],
      { attackerHolds: ["unlock:phone"] },
    );
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("is out of the owner's reach when the phone is gone, unless it is on another device", () => {
    const lose = { actor: "chance", do: "lose-device", device: "phone" } as const;
    const one = play(club([app]), [lose, owner.begin(), owner.present("app")]);
    expect(lastWords(one)).toBe("has-nothing");
    const two = play(club([{ ...app, devices: ["phone", "laptop"] }]), [
      lose,
      owner.begin(),
      owner.present("app"),
    ]);
    expect(isInside(two, "owner", "club")).toBe(true);
  });
});

describe("recovery codes", () => {
  const codes = (left: number) => ({ id: "codes", kind: "recovery-codes", sheet: "sheet", left }) as const;
  const again = [owner.begin(), owner.present("codes")];

  test("each is good once, and when all are used there is nothing left to offer", () => {
    const world = play(club([codes(2)]), [...again, ...again, ...again]);
    expect(told(world).filter((id) => id === "accepted-code").length).toBe(2);
    expect(lastWords(world)).toBe("has-nothing");
    const shown = world.trail.filter(({ what }) => what.id === "accepted-code");
    expect(new Set(shown.map(({ what }) => what.params["code"])).size).toBe(2);
  });

  test("a code that somebody else has used is refused, and the next one on the list is good", () => {
    const world = play(club([codes(2)]), [attacker.begin(), attacker.present("codes"), ...again], {
      attackerHolds: ["thing:sheet"],
    });
    expect(lastWords(world)).toBe("refused-used-already");
    expect(isInside(goOn(world, again), "owner", "club")).toBe(true);
  });

  test("an empty list opens nothing", () => {
    expect(lastWords(play(club([codes(0)]), again))).toBe("has-nothing");
  });
});

describe("a security key", () => {
  const key = { id: "key", kind: "security-key", thing: "key" } as const;
  const tries = [attacker.begin(), attacker.present("key")];

  test("signs for whoever has it", () => {
    const world = play(club([key]), tries, { attackerHolds: ["thing:key"] });
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("with a PIN signs only for somebody who knows the PIN too", () => {
    const withPin = club([{ ...key, pin: true }]);
    expect(lastWords(play(withPin, tries, { attackerHolds: ["thing:key"] }))).toBe("has-nothing");
    const both = play(withPin, tries, { attackerHolds: ["thing:key", "activation:thing/key"] });
    expect(isInside(both, "attacker", "club")).toBe(true);
  });
});

describe("a passkey", () => {
  const passkey = { id: "passkey", kind: "passkey", devices: ["phone"] } as const;
  const steal = { actor: "attacker", do: "take-device", device: "phone" } as const;
  const tries = [attacker.begin(), attacker.present("passkey")];

  test("signs on its device for its owner", () => {
    const world = play(club([passkey]), [owner.begin(), owner.present("passkey")]);
    expect(isInside(world, "owner", "club")).toBe(true);
  });

  test("does not sign for a thief, even where the screen is unlocked", () => {
    const world = play(club([passkey]), [steal, ...tries], { attackerHolds: ["unlock:phone"] });
    expect(lastWords(world)).toBe("has-nothing");
  });

  test("signs for a thief who can make the gesture that the service insists on", () => {
    const world = play(club([passkey]), [steal, ...tries], { attackerHolds: ["activation:device/phone"] });
    expect(isInside(world, "attacker", "club")).toBe(true);
  });
});

test.each([
  ["an app", { id: "it", kind: "totp", devices: ["phone"] }, "totp:club/it"],
  ["a list of codes", { id: "it", kind: "recovery-codes", sheet: "sheet" }, "recovery-codes:club/it"],
  ["a key", { id: "it", kind: "security-key", thing: "key" }, "signature:club/it"],
] as const)("%s that the attacker has replaced is refused", (_, authenticator, chart) => {
  const setup = club([authenticator], { recovery: [{ with: [], gives: "session" }] });
  const world = play(setup, [
    attacker.begin("recovery"),
    attacker.replace(),
    owner.begin(),
    owner.present("it"),
  ]);
  expect(lastWords(world)).toBe("refused-replaced");
  expect(stateOf(world, chart)).toBe("replaced");
});
