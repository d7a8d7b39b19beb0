// The handset: hands, apps, clocks, copies of texts, malware, and what is left when it breaks or another takes its place.
import { describe, expect, test } from "vitest";
import type { HandsetContext } from "../../../simulator/machines/handset-context.ts";
import type { Knowledge } from "../../../simulator/machines/knowledge.ts";
import type { World } from "../../../simulator/machines/world.ts";
import type { Move } from "../../../simulator/model/move.ts";
import type { SetupInput } from "../../../simulator/model/setup.ts";
import { contextOf, goOn, isInside, lastOf, movesOf, play, setupOf, stateOf, told } from "../playing.ts";

type DeviceInput = NonNullable<SetupInput["devices"]>[number];

function home(phone: Partial<DeviceInput> = {}, others: readonly DeviceInput[] = [], simPin = false) {
  return setupOf({
    numbers: [{ id: "mobile", simPin }],
    devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"], ...phone }, ...others],
    accounts: [
      {
        id: "club",
        authenticators: [
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "call", kind: "voice-code", number: "mobile" },
          { id: "app", kind: "totp", devices: ["phone"] },
          { id: "bound", kind: "device-code", devices: ["phone"], needsInternet: true },
          { id: "counting", kind: "hotp", devices: ["phone"] },
          { id: "message", kind: "in-app-message", devices: ["phone"] },
          { id: "passkey", kind: "passkey", devices: ["phone"] },
          { id: "browser", kind: "trusted-browser", devices: ["phone"] },
        ],
        signIn: ["text", "call", "app", "bound", "counting", "message", "passkey", "browser"].map((id) => ({
          with: [id],
        })),
        signedInOn: ["phone"],
      },
    ],
  });
}

const routes = ["text", "call", "app", "bound", "counting", "message", "passkey", "browser"] as const;
const on = <What extends string>(what: What, device = "phone") => ({ do: what, device });
const take: Move = { actor: "attacker", ...on("take-device") };
const giveBack: Move = { actor: "attacker", ...on("return-device") };
const moveSims: Move = { actor: "attacker", ...on("move-sims") };
const watchUnlocking: Move = { actor: "attacker", ...on("learn-passcode") };
const findUnlocked: Move = { actor: "attacker", ...on("find-unlocked") };
const breakIt: Move = { actor: "chance", ...on("break-device") };
const lose: Move = { actor: "chance", ...on("lose-device") };
const renew: Move = { actor: "chance", ...on("replace-device") };
const wipe: Move = { actor: "chance", ...on("wipe-device") };
const infect = (reads: "texts" | "everything"): Move => ({
  actor: "attacker",
  ...on("infect-device"),
  reads,
});

/** Whether somebody gets in by one authenticator. */
function getsInBy(person: "owner" | "attacker", world: World, id: (typeof routes)[number]): boolean {
  const doing = movesOf(person, "club");
  const asks = ["text", "call", "message"].includes(id) ? [doing.ask(id)] : [];
  const after = goOn(world, [doing.begin("sign-in", routes.indexOf(id)), ...asks, doing.present(id)]);
  return isInside(after, person, "club");
}

const opensSession = (person: "owner" | "attacker", world: World) =>
  isInside(
    goOn(world, [{ actor: person, do: "use-device", account: "club", device: "phone" }]),
    person,
    "club",
  );
const holds = (world: World, person: "owner" | "attacker") => (contextOf(world, person) as Knowledge).holds;
const screen = (world: World, device: string) =>
  (contextOf(world, `handset:${device}`) as HandsetContext).messages;

test("its owner gets in with everything that is on it", () => {
  const world = play(home(), []);
  expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual(routes);
  expect(opensSession("owner", world)).toBe(true);
});

describe("in a thief's hand", () => {
  test("a locked one rings, and shows texts where previews are on", () => {
    const world = play(home(), [take]);
    expect(routes.filter((id) => getsInBy("attacker", world, id))).toEqual(["text", "call"]);
    expect(opensSession("attacker", world)).toBe(false);
  });

  test("with the passcode, every app on it opens, and it confirms passkeys too", () => {
    const world = play(home(), [watchUnlocking, take]);
    expect(routes.filter((id) => getsInBy("attacker", world, id))).toEqual(routes);
    expect(opensSession("attacker", world)).toBe(true);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual([]);
  });

  test("taken while it is open, it shows every app; a passkey wants to be confirmed once more", () => {
    const world = play(home(), [findUnlocked, take]);
    expect(told(world)).toEqual(["device-left-open", "device-taken"]);
    expect(routes.filter((id) => !getsInBy("attacker", world, id))).toEqual(["passkey"]);
    expect(opensSession("attacker", world)).toBe(true);
  });

  test("one that is given back is the owner's again", () => {
    const world = play(home(), [watchUnlocking, take, giveBack]);
    expect(stateOf(world, "handset:phone")).toBe("withOwner");
    expect(holds(world, "owner")).toContain("device:phone");
    expect(holds(world, "attacker")).not.toContain("device:phone");
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual(routes);
  });

  test("its SIM works in another phone, unless it asks for a PIN", () => {
    const moved = play(home({ previews: false }), [take, moveSims]);
    expect(told(moved).at(-1)).toBe("sim-stolen");
    expect(getsInBy("attacker", moved, "text")).toBe(true);
    const asked = play(home({ previews: false }, [], true), [take, moveSims]);
    expect(told(asked).at(-1)).toBe("sim-pin-asked");
    expect(getsInBy("attacker", asked, "text")).toBe(false);
  });

  test("erased from afar it holds nothing any more, and still rings", () => {
    const world = play(home(), [watchUnlocking, take, wipe]);
    expect(routes.filter((id) => getsInBy("attacker", world, id))).toEqual(["text", "call"]);
    expect(opensSession("attacker", world)).toBe(false);
  });
});

describe("malware on it", () => {
  test("that reads texts passes them on, and the owner sees nothing unusual", () => {
    const world = play(home(), [infect("texts")]);
    expect(lastOf(world).sees?.id).toBe("nothing-unusual");
    expect(routes.filter((id) => getsInBy("attacker", world, id))).toEqual(["text"]);
  });

  test("that reads everything copies seeds and sees messages in apps; a key in hardware stays", () => {
    const world = play(home(), [infect("everything")]);
    expect(routes.filter((id) => getsInBy("attacker", world, id))).toEqual([
      "text",
      "app",
      "bound",
      "counting",
      "message",
    ]);
    expect(getsInBy("owner", world, "text")).toBe(true);
  });
});

describe("when it is lost", () => {
  test("nobody gets in with it, and a call rings in vain", () => {
    const world = play(home(), [lose]);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual([]);
    const owner = movesOf("owner", "club");
    expect(told(goOn(world, [owner.begin("sign-in", 1), owner.ask("call")])).slice(-2)).toEqual([
      "call-unanswered",
      "call-recorded",
    ]);
  });
});

describe("when it breaks", () => {
  const spare: DeviceInput = { id: "old", kind: "feature-phone" };

  test("its SIM goes into another phone of the owner's", () => {
    const world = play(home({}, [{ id: "tablet", kind: "tablet" }, spare]), [breakIt]);
    expect(told(world)).toEqual(["device-broken", "sim-put-in"]);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual(["text", "call"]);
  });

  test("without another phone the number is out of reach", () => {
    const world = play(home({}, [{ id: "tablet", kind: "tablet" }]), [breakIt]);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual([]);
    expect(lastOf(world).sees?.id).toBe("screen-dark");
  });

  test("a new one brings the number back, and nothing else", () => {
    const world = play(home(), [breakIt, renew]);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual(["text", "call"]);
  });
});

describe("a new one in its place", () => {
  test("has the SIM, and none of what was on the old one", () => {
    const world = play(home(), [renew]);
    expect(routes.filter((id) => getsInBy("owner", world, id))).toEqual(["text", "call"]);
    expect(opensSession("owner", world)).toBe(false);
  });

  test("to which all was carried over lacks only what was bound to the old one", () => {
    const world = play(home(), [
      { actor: "chance", do: "replace-device", device: "phone", carriedOver: "all-but-device-codes" },
    ]);
    expect(routes.filter((id) => !getsInBy("owner", world, id))).toEqual(["bound"]);
  });
});

describe("clock and Internet", () => {
  const setClock = (seconds: number): Move => ({ actor: "chance", ...on("set-clock"), seconds });

  test.each([30, -30])("a clock that is %i seconds off still gives codes that are near enough", (seconds) => {
    expect(getsInBy("owner", play(home(), [setClock(seconds)]), "app")).toBe(true);
  });

  test.each([120, -120])("one that is %i seconds off does not", (seconds) => {
    const world = play(home(), [setClock(seconds)]);
    expect(getsInBy("owner", world, "app")).toBe(false);
    expect(getsInBy("owner", world, "counting")).toBe(true);
  });

  test("without Internet, messages in apps and codes that need it are gone, and come back", () => {
    const cut = play(home(), [{ actor: "chance", ...on("cut-internet") }]);
    expect(routes.filter((id) => !getsInBy("owner", cut, id))).toEqual(["bound", "message"]);
    const restored = goOn(cut, [{ actor: "chance", ...on("restore-internet") }]);
    expect(routes.filter((id) => !getsInBy("owner", restored, id))).toEqual([]);
  });
});

describe("a device that shows another one's texts", () => {
  const laptop: DeviceInput = { id: "laptop", kind: "computer", mirrors: ["mobile"] };
  const setup = home({}, [laptop]);
  const takeLaptop: Move = { actor: "attacker", ...on("take-device", "laptop") };
  const owner = movesOf("owner", "club");

  test("shows what arrives on the phone", () => {
    const world = play(setup, [owner.begin(), owner.ask("text")]);
    expect(told(world).slice(-2)).toEqual(["text-arrives", "text-mirrored"]);
    expect(screen(world, "laptop").length).toBe(1);
  });

  test("shows it to a thief who passes its lock, and to no other", () => {
    expect(getsInBy("attacker", play(setup, [takeLaptop]), "text")).toBe(false);
    const unlocked: Move = { actor: "attacker", ...on("learn-passcode", "laptop") };
    expect(getsInBy("attacker", play(setup, [unlocked, takeLaptop]), "text")).toBe(true);
  });

  test("shows nothing once the number has been moved away", () => {
    const world = play(setup, [
      { actor: "attacker", do: "swap-sim", number: "mobile", approach: "insider" },
      owner.begin(),
      owner.ask("text"),
    ]);
    expect(screen(world, "laptop")).toEqual([]);
  });
});

describe("things", () => {
  const setup = setupOf({ things: [{ id: "key", kind: "security-key", title: "Blue key" }] });

  test("that are lost are nobody's", () => {
    const world = play(setup, [{ actor: "chance", do: "lose-thing", thing: "key" }]);
    expect(lastOf(world)).toMatchObject({ what: { id: "thing-lost" }, sees: { id: "thing-gone" } });
    expect(holds(world, "owner")).not.toContain("thing:key");
    expect(holds(world, "attacker")).not.toContain("thing:key");
  });

  test("that are taken are the attacker's", () => {
    const world = play(setup, [{ actor: "attacker", do: "take-thing", thing: "key" }]);
    expect(holds(world, "owner")).not.toContain("thing:key");
    expect(holds(world, "attacker")).toContain("thing:key");
  });
});
