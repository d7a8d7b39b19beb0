// Each attack in a household that has something for all of them: what it takes and gives, reasoned from its mechanism.
import { describe, expect, test } from "vitest";
import { scenarios } from "../../../simulator/index.ts";
import type { ScenarioRef, Setup, SetupInput } from "../../../simulator/index.ts";
import { openScenario } from "../../../simulator/scenarios/index.ts";
import { setupOf } from "../playing.ts";

type NumberInput = NonNullable<SetupInput["numbers"]>[number];
type ControlsInput = NonNullable<NonNullable<SetupInput["accounts"]>[number]["controls"]>;

/** Somebody with one of everything; the mobile number and the controls of the bank can be arranged differently. */
function household(mobile: Partial<NumberInput> = {}, controls: ControlsInput = {}): Setup {
  return setupOf({
    numbers: [
      { id: "hall", line: "landline" },
      { ...mobile, id: "mobile" },
      { id: "work", line: "mobile" },
    ],
    devices: [
      { id: "hall-phone", kind: "landline-phone", sims: ["hall"] },
      { id: "desk", kind: "computer" },
      { id: "tablet", kind: "tablet", mirrors: ["mobile"] },
      { id: "phone", kind: "smartphone", sims: ["mobile"] },
      { id: "work-phone", kind: "feature-phone", sims: ["work"] },
    ],
    things: [
      { id: "key", kind: "security-key", keptWith: "phone" },
      { id: "token", kind: "otp-token", keptWith: "tablet" },
      { id: "sheet", kind: "paper" },
    ],
    accounts: [
      {
        id: "mailbox",
        kind: "mailbox",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"], syncedTo: "cloud", printedOn: "sheet" },
          { id: "prompt", kind: "push", devices: ["phone"] },
          { id: "friend", kind: "recovery-contact", contact: "friend" },
        ],
        signIn: [{ with: ["password", "app"] }, { with: ["password", "prompt"] }],
      },
      {
        id: "bank",
        kind: "bank",
        authenticators: [
          { id: "password", kind: "password", keptIn: "vault" },
          { id: "pin", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "call", kind: "voice-code", number: "mobile" },
          { id: "own-app", kind: "device-code", devices: ["phone"] },
          { id: "fob", kind: "otp-token", thing: "token" },
          { id: "stick", kind: "security-key", thing: "key" },
          { id: "desk", kind: "support-desk", asks: "personal-data" },
          { id: "branch", kind: "support-desk", asks: "document" },
        ],
        signIn: [{ with: ["pin", "text"] }, { with: ["password", "stick"] }],
        controls,
      },
      {
        id: "club",
        authenticators: [
          { id: "text", kind: "sms-code", number: "work" },
          { id: "hall-text", kind: "sms-code", number: "hall" },
        ],
        signIn: [{ with: ["text"] }],
      },
      { id: "vault", kind: "password-manager", modelled: false },
      { id: "cloud", kind: "cloud", modelled: false },
    ],
  });
}

const opened = (ref: ScenarioRef, setup: Setup = household()) => openScenario(setup, ref);
const nobody = setupOf({});
const attacks = scenarios.filter(({ kind }) => kind === "attack");
const attackRefs = attacks.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

const data = "personal-data:owner";
const passwords = ["secret:mailbox/password", "secret:bank/pin"];

describe.each(attackRefs)("$id/$variant", (ref) => {
  test("counts what the attacker knows among what the attacker holds", () => {
    const { gains, knows } = opened(ref);
    expect(gains).toEqual(expect.arrayContaining([...knows]));
    expect(new Set(gains).size).toBe(gains.length);
  });

  test("strikes something in this household, after a quiet moment", () => {
    const opening = opened(
      ref,
      household({ voicemail: "open" }, { attempts: "unlimited", oneTimeUse: false }),
    );
    expect(opening.attacked).toBe(true);
    expect(opening.target).toBeDefined();
    expect(opening.moves[0]?.after).toBeGreaterThan(0);
  });

  test("does nothing to somebody who has nothing", () => {
    const opening = opened(ref, nobody);
    expect(opening).toMatchObject({ attacked: true, moves: [], closing: [], losses: [] });
    expect(opening.gains).toEqual(opening.knows);
    expect(opening.target).toBeUndefined();
  });

  test("does nothing where the named target does not exist", () => {
    const opening = opened({ ...ref, target: "nowhere" });
    expect(opening).toMatchObject({ moves: [], closing: [], losses: [] });
    expect(opening.target).toBeUndefined();
  });
});

test("every attack has an attacker, an effort and a source of its own for each variant", () => {
  for (const { attacker, effort, variants } of attacks) {
    expect(attacker).toBeDefined();
    expect(effort).toBeDefined();
    for (const { sources } of variants) expect(sources).not.toEqual([]);
  }
});

describe("attacks on the number", () => {
  const open: Partial<NumberInput> = { voicemail: "open" };

  test.each([
    [{ id: "sim-swap" }, [data, "number:mobile"]],
    [{ id: "sim-swap", variant: "insider" }, [data, "number:mobile"]],
    [{ id: "sim-swap", variant: "bribed-store" }, [data, "number:mobile"]],
    [{ id: "sim-swap", variant: "with-passwords" }, [data, ...passwords, "number:mobile"]],
    [{ id: "port-out" }, [data, "number:mobile"]],
    [{ id: "port-out", variant: "with-passwords" }, [data, ...passwords, "number:mobile"]],
    [{ id: "text-rerouting" }, [data, "interception:mobile"]],
    [{ id: "ss7-interception" }, ["interception:mobile", "calls:mobile"]],
    [
      { id: "ss7-interception", variant: "with-passwords" },
      [...passwords, "interception:mobile", "calls:mobile"],
    ],
    [{ id: "voicemail-interception" }, ["voicemail:mobile"]],
    [{ id: "call-forwarding" }, [data, "calls:mobile"]],
    [{ id: "recycled-number" }, ["number:mobile"]],
    [{ id: "aggregator-insider" }, ["pass:bank/text", "pass:club/text", "pass:club/hall-text"]],
  ] as const)("%j gives what it is about", (ref, gains) => {
    expect(opened(ref, household(open)).gains).toEqual(gains);
  });

  test.each(["sim-swap", "port-out", "recycled-number"] as const)("%s moves the number away", (id) => {
    expect(opened({ id })).toMatchObject({ moved: ["mobile"], losses: ["number:mobile"] });
  });

  test.each([
    [{ id: "sim-swap" }, { carrier: { simChange: "account-pin" } }],
    [{ id: "sim-swap" }, { carrier: { numberLock: true } }],
    [{ id: "port-out" }, { carrier: { portOut: "account-pin" } }],
    [{ id: "port-out" }, { carrier: { numberLock: true } }],
    [{ id: "text-rerouting" }, { carrier: { rerouting: "confirmed" } }],
    [{ id: "ss7-interception" }, { carrier: { ss7Filtering: true } }],
    [{ id: "voicemail-interception" }, { voicemail: "pin" }],
    [{ id: "voicemail-interception" }, { voicemail: "none" }],
    [{ id: "call-forwarding" }, { carrier: { forwarding: "account-pin" } }],
  ] as const)("%j is tried and fails where the policy is %j", (ref, mobile) => {
    const opening = opened(ref, household(mobile));
    expect(opening).toMatchObject({ target: "mobile", closing: [], losses: [] });
    expect(opening.moves).toHaveLength(1);
    expect(opening.gains).toEqual(opening.knows);
    expect(opening.moved ?? []).toEqual([]);
  });

  test.each(["insider", "bribed-store"])("no policy stops a SIM swap by %s", (variant) => {
    const locked = household({ carrier: { simChange: "photo-id-in-person", numberLock: true } });
    expect(opened({ id: "sim-swap", variant }, locked).gains).toContain("number:mobile");
  });

  test("a landline has no SIM to swap and no number to port, but its texts can be re-routed", () => {
    const target = "hall";
    expect(opened({ id: "sim-swap", variant: "insider", target }).losses).toEqual([]);
    expect(opened({ id: "port-out", target }).losses).toEqual([]);
    expect(opened({ id: "text-rerouting", target })).toMatchObject({ losses: ["delivery:hall/club"] });
  });

  test("re-routed texts no longer reach the owner, though the number is still theirs", () => {
    const opening = opened({ id: "text-rerouting" });
    expect(opening.losses).toEqual(["delivery:mobile/bank"]);
    expect(opening.moved).toBeUndefined();
  });

  test("forwarded calls no longer reach the owner, and texts do", () => {
    expect(opened({ id: "call-forwarding" }).losses).toEqual(["ringing:mobile"]);
  });

  test("interception in the phone network ends by itself and takes nothing for good", () => {
    expect(opened({ id: "ss7-interception" })).toMatchObject({
      closing: [{ do: "end-redirect", number: "mobile" }],
      losses: [],
    });
  });

  test("a number whose SIM is in no device is nothing that the owner could lose", () => {
    const setup = setupOf({ numbers: [{ id: "mobile" }] });
    expect(opened({ id: "sim-swap" }, setup)).toMatchObject({ moved: ["mobile"], losses: [] });
  });
});

describe("attacks on devices", () => {
  test.each([
    ["locked", ["device:phone", "thing:key"]],
    ["sim-moved", ["device:phone", "thing:key", "number:mobile"]],
    ["passcode-watched", ["device:phone", "thing:key", "unlock:phone", "activation:device/phone"]],
    ["unlocked", ["device:phone", "thing:key", "unlock:phone"]],
  ])("a thief of the phone (%s) has it and what is kept with it", (variant, gains) => {
    const opening = opened({ id: "stolen-phone", variant });
    expect(opening.gains).toEqual(gains);
    expect(opening.losses).toEqual(["device:phone", "number:mobile", "thing:key"]);
  });

  test("a SIM with a PIN does not work in the thief's phone", () => {
    const setup = household({ simPin: true });
    expect(opened({ id: "stolen-phone", variant: "sim-moved" }, setup).gains).not.toContain("number:mobile");
  });

  test("a borrowed phone comes back, with what is kept with it", () => {
    expect(opened({ id: "borrowed-phone" })).toMatchObject({
      gains: ["device:phone", "thing:key", "unlock:phone"],
      losses: [],
      closing: [{ do: "return-device", device: "phone" }],
    });
  });

  test("the laptop that is stolen is the one that shows texts, and else a computer", () => {
    expect(opened({ id: "stolen-laptop" })).toMatchObject({
      target: "tablet",
      gains: ["device:tablet", "thing:token"],
      losses: ["device:tablet", "thing:token"],
    });
    expect(opened({ id: "stolen-laptop", variant: "unlocked", target: "desk" }).gains).toEqual([
      "device:desk",
      "unlock:desk",
    ]);
    const plain = setupOf({
      devices: [
        { id: "tablet", kind: "tablet" },
        { id: "desk", kind: "computer" },
      ],
    });
    expect(opened({ id: "stolen-laptop" }, plain).target).toBe("desk");
  });

  test("malware that reads texts sees what arrives, and no password", () => {
    expect(opened({ id: "malware" })).toMatchObject({ knows: [], gains: ["watch:phone"], losses: [] });
  });

  test("malware that reads everything sees the codes that are shown on this device, and what is typed", () => {
    const { gains } = opened({ id: "malware", variant: "reads-everything" });
    expect(gains).toEqual([...passwords, "watch:phone", "pass:mailbox/app", "pass:bank/own-app"]);
    const elsewhere = opened({ id: "malware", variant: "reads-everything", target: "work-phone" });
    expect(elsewhere.gains).toEqual([...passwords, "watch:work-phone"]);
  });
});

describe("attacks on the code", () => {
  test("a relay gets what is typed and tapped, and no signature", () => {
    const { gains } = opened({ id: "phishing-relay" });
    expect(gains).toEqual(
      expect.arrayContaining([
        "coax:mailbox/password",
        "coax:mailbox/app",
        "coax:mailbox/prompt",
        "coax:bank/text",
      ]),
    );
    expect(gains).not.toContain("coax:bank/stick");
  });

  test("a caller gets codes, and no password", () => {
    const { gains } = opened({ id: "code-call", variant: "without-passwords" });
    expect(gains).toEqual(expect.arrayContaining([data, "coax:bank/text", "coax:mailbox/app"]));
    expect(gains).not.toContain("coax:mailbox/password");
  });

  test("an account that is named is the only one", () => {
    for (const id of ["phishing-relay", "code-call"] as const) {
      const { gains, moves, target } = opened({ id, variant: "", target: "club" });
      expect(target).toBe("club");
      expect(moves).toHaveLength(1);
      expect(gains.filter((holding) => holding.startsWith("coax:"))).toEqual([
        "coax:club/text",
        "coax:club/hall-text",
      ]);
    }
  });

  test("guessing gets nowhere against a limit, and through where there is none", () => {
    expect(opened({ id: "code-guessing" }).gains).toEqual(passwords);
    expect(opened({ id: "code-guessing" }, household({}, { attempts: "unlimited" }))).toMatchObject({
      target: "bank",
      gains: [...passwords, "pass:bank/text", "pass:bank/call", "pass:bank/own-app", "pass:bank/fob"],
    });
    expect(
      opened({ id: "code-guessing" }, household({}, { resendResetsAttempts: true, codeLength: 4 })).gains,
    ).toContain("pass:bank/text");
  });

  test("a code that is seen is of use only where it is accepted twice, a password always", () => {
    expect(opened({ id: "code-replay" })).toMatchObject({ moves: [], gains: passwords });
    expect(opened({ id: "code-replay" }, household({}, { oneTimeUse: false }))).toMatchObject({
      overlooked: ["bank"],
      gains: [...passwords, "coax:bank/text"],
    });
  });

  test("prompts are approved to make them stop, unless a limit stops them first", () => {
    expect(opened({ id: "push-bombing" }).gains).toEqual([...passwords, "coax:mailbox/prompt"]);
    const limited = setupOf({
      devices: [{ id: "phone", kind: "smartphone" }],
      accounts: ["limited", "matching"].map((id) => ({
        id,
        authenticators: [
          {
            id: "prompt",
            kind: "push",
            devices: ["phone"],
            answer: id === "matching" ? "number-matching" : "approve",
          },
        ],
        signIn: [{ with: ["prompt"] }],
        controls: id === "limited" ? { pushLimit: 3 } : {},
      })),
    });
    expect(opened({ id: "push-bombing" }, limited)).toMatchObject({ moves: [], gains: [] });
  });

  test("a copied database gives every code that the service computes too, and no text or key", () => {
    expect(opened({ id: "seed-database-breach" }).gains).toEqual([
      "pass:mailbox/app",
      "pass:bank/own-app",
      "pass:bank/fob",
    ]);
  });

  test("a stolen copy gives the codes of that app only", () => {
    expect(opened({ id: "seed-copy-stolen" })).toMatchObject({
      gains: ["pass:mailbox/app"],
      moves: [{ do: "take-copy", account: "mailbox", authenticator: "app" }],
    });
  });

  test("the cloud account that is taken is one that something is synced to", () => {
    expect(opened({ id: "authenticator-cloud-taken" })).toMatchObject({
      target: "cloud",
      knows: [],
      // Besides being inside: a copy of what lies there.
      gains: expect.arrayContaining(["account:cloud", expect.stringMatching(/^pass:/)]),
    });
    expect(opened({ id: "authenticator-cloud-taken", target: "vault" }).target).toBeUndefined();
  });
});

describe("attacks on recovery", () => {
  test("a breach gives one password or all, but none that a password manager keeps", () => {
    expect(opened({ id: "password-breach" }).gains).toEqual(["secret:mailbox/password"]);
    expect(opened({ id: "password-breach", target: "bank" }).gains).toEqual(["secret:bank/pin"]);
    expect(opened({ id: "password-breach", variant: "all-services" }).gains).toEqual(passwords);
  });

  test("a password that is used twice is known once", () => {
    const setup = setupOf({
      accounts: ["shop", "club"].map((id) => ({
        id,
        authenticators: [{ id: "password", kind: "password", secret: "old-favourite" }],
        signIn: [{ with: ["password"] }],
      })),
    });
    expect(opened({ id: "password-breach", variant: "all-services" }, setup).knows).toEqual([
      "secret:old-favourite",
    ]);
  });

  test.each([
    ["reset-chain", [], ["new-password", "session"]],
    ["reset-skips-second-factor", [], ["new-password"]],
    ["factor-removal-by-text", passwords, ["factor-removal", "new-number"]],
  ] as const)("%s begins with the texts, and uses that kind of recovery only", (id, knows, uses) => {
    // Whoever talks the carrier round has the owner's data for that.
    expect(opened({ id })).toMatchObject({
      knows: [...knows, data],
      uses,
      gains: [...knows, data, "number:mobile"],
      losses: ["number:mobile"],
      moved: ["mobile"],
    });
    expect(opened({ id, variant: "interception" })).toMatchObject({
      uses,
      gains: [...knows, "interception:mobile", "calls:mobile"],
      losses: [],
    });
    expect(opened({ id }, household({ carrier: { numberLock: true } })).gains).toEqual([...knows, data]);
  });

  test("a desk can be talked round unless it wants to see a document", () => {
    expect(opened({ id: "support-desk-talked-round" }).gains).toEqual([data]);
    expect(opened({ id: "support-desk-talked-round", variant: "talked-round" }).gains).toEqual([
      data,
      "pass:bank/desk",
    ]);
    expect(opened({ id: "support-desk-talked-round", variant: "contact-persuaded" }).gains).toEqual([
      data,
      "pass:mailbox/friend",
    ]);
  });

  test("only accounts whose second factor is a text are left without one", () => {
    expect(opened({ id: "two-factor-switched-off" })).toMatchObject({
      target: "bank",
      waives: ["bank/text", "bank/stick"],
      gains: passwords,
      losses: [],
    });
    expect(opened({ id: "two-factor-switched-off", variant: "sim-swap" })).toMatchObject({
      gains: [data, "number:mobile"],
      losses: ["number:mobile"],
    });
    expect(opened({ id: "two-factor-switched-off", target: "mailbox" }).target).toBeUndefined();
  });
});
