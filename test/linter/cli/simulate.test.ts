// `onefactor simulate`: both verdicts, the play step by step, and what is said when it cannot be played.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cases, scenarios } from "../../../simulator/index.ts";
import { clubSetup } from "./club.ts";
import { folderOf, onefactor } from "./run.ts";

const club = () => ({ cwd: folderOf({ "club.setup.yaml": clubSetup }) });

/** The parts of the JSON that these tests look at. */
interface Told {
  readonly version: number;
  readonly setup: { readonly title: string };
  readonly scenario: { readonly id: string; readonly variant: string };
  readonly accounts: readonly {
    readonly id: string;
    readonly attacker: string;
    readonly owner: string;
    readonly trail: readonly {
      readonly n: number;
      readonly at: number;
      readonly actor: string;
      readonly channel: string;
      readonly what: { readonly id: string; readonly params: object };
      readonly text: string;
      readonly sees?: { readonly text: string };
    }[];
  }[];
}

describe("a play as text", () => {
  test("tells the SIM swap against a club from the first call to the last refusal", async () => {
    const { code, stdout, stderr } = await onefactor(
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap"],
      club(),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "SIM swap against "The rowing club": a caller who knows the owner's personal data

      A number is not in the phone. It is an entry with the carrier, and it points to
      a SIM. Whoever gets the carrier to change that entry gets every text and call
      from then on. In a study of five prepaid carriers in the USA, 39 of 50 attempts
      worked. The verdict is about the time before the number is back; to get it back
      is an answer of its own.

      Who does it: somebody from anywhere who has picked this person; every victim is
      work anew.

        account       attacker      owner         factors
        Club mailbox  ◆ taken over  ▮ locked out  1
        Club website  ◆ taken over  ▮ locked out  1
        factors: effective ones, the fewest independent things that let a stranger in

      Club mailbox: the attacker gets in, the owner is locked out.
        - Before the attacker changed anything, the owner was signed in.
        - Effective factors: 1 (Ana's number is enough).

      Club website: the attacker gets in, the owner is locked out.
        - Before the attacker changed anything, the owner was signed in.
        - Effective factors: 1 (Ana's number is enough).

      What the owner can do, if it is done before the attacker goes on
        Get the number back (--response get-number-back), takes 4 hours
          - Club mailbox: safe, signed in
          - Club website: safe, signed in

      Step by step

      What happens
        09:02:00  attacker  The attacker calls the carrier, gives the owner's name and
                            date of birth, and asks for Ana's number on a new SIM.
        09:02:00  carrier   The carrier moves Ana's number to the attacker's SIM.
        09:02:00  carrier   Ana's phone loses its network.
                            the owner sees: "No service"

      The attacker at Club mailbox
        09:02:20  attacker  The attacker asks Club mailbox for a way back in: SMS
                            code.
        09:02:25  service   Club mailbox texts a code.
        09:02:25  carrier   The text with 175126 goes to Ana's number. The attacker
                            reads it.
        09:02:35  service   Club mailbox accepts 175126: SMS code.
        09:02:35  service   Club mailbox takes a new password from the attacker.
        09:02:35  service   With the new password, Club mailbox no longer asks for
                            anything else.
        09:02:55  attacker  The attacker begins to sign in to Club mailbox: password.
        09:03:05  service   Club mailbox accepts: password.
        09:03:05  attacker  The attacker is in Club mailbox.

      The attacker at Club website
        09:03:25  attacker  The attacker asks Club website for a way back in: e-mail
                            code.
        09:03:30  service   Club website sends the code 512298 to Club mailbox.
        09:03:30  service   Club mailbox shows the owner a code that they did not ask
                            for.
                            the owner sees: "Club website: your code is 512298"
        09:03:45  attacker  The attacker looks into Club mailbox.
        09:03:55  service   Club website accepts 512298: e-mail code.
        09:03:55  service   Club website takes a new password from the attacker.
        09:04:15  attacker  The attacker begins to sign in to Club website: password.
        09:04:25  service   Club website accepts: password.
        09:04:25  attacker  The attacker is in Club website.

      The attacker stays in Club mailbox
        09:04:55  attacker  The attacker puts their own password, number and keys in
                            the place of the owner's.

      The attacker stays in Club website
        09:05:25  attacker  The attacker puts their own password, number and keys in
                            the place of the owner's.

      The owner at Club mailbox
        09:05:45  owner     The owner begins to sign in to Club mailbox: password +
                            authenticator app.
        09:05:55  service   Club mailbox refuses what the attacker has replaced:
                            password.
        09:06:25  service   Club mailbox refuses what the attacker has replaced:
                            authenticator app.
        09:06:45  owner     The owner asks Club mailbox for a way back in: SMS code.
        09:06:50  service   Club mailbox texts the code to another number: the
                            attacker's.
        09:07:00  owner     The owner has nothing to give for: SMS code.

      The owner at Club website
        09:07:20  owner     The owner begins to sign in to Club website: password.
        09:07:30  service   Club website refuses what the attacker has replaced:
                            password.
        09:07:50  owner     The owner asks Club website for a way back in: e-mail
                            code.
        09:07:55  service   Club website sends the code to another address: the
                            attacker's.
        09:08:05  owner     The owner has nothing to give for: e-mail code.
      "
    `);
  });

  test("without a scenario, has a row for each that strikes something, and names the others", async () => {
    const { code, stdout } = await onefactor(["simulate", "club.setup.yaml"], club());
    expect(code).toBe(0);
    expect(stdout).toContain("\n  1  Club mailbox\n  2  Club website\n");
    expect(stdout).toMatch(/\n {2}sim-swap +◆▮ ◆▮\n/);
    expect(stdout).toMatch(/\n {2}lost-phone +●▮ ●●\n/);
    expect(stdout).toMatch(/\nNothing to strike here: [^.]*\bstolen-laptop,/);
    const told = scenarios.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(stdout));
    expect(told).toEqual(scenarios);
  });

  test("says why nothing happens where a scenario has nothing to strike", async () => {
    const { code, stdout } = await onefactor(
      ["simulate", "club.setup.yaml", "--scenario", "security-key-lost"],
      club(),
    );
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", " ")).toContain(
      "Nothing happens here: it strikes a security key or code token, and this setup has none.",
    );
    expect(stdout).not.toContain("What happens");
    const struck = await onefactor(["simulate", "club.setup.yaml", "--scenario", "sim-swap"], club());
    expect(struck.stdout).not.toContain("Nothing happens here");
  });

  test("begins every stretch of steps with who deals with what, also where the play begins inside", async () => {
    const { stdout } = await onefactor([
      "simulate",
      "simulator/setups/everything-in-one-cloud.setup.yaml",
      "--scenario",
      "authenticator-cloud-taken",
    ]);
    expect(stdout).toMatch(/\nStep by step\n\nWhat happens\n {2}09:/);
    expect(stdout).toMatch(/\n\nThe attacker at Heron Lane Bank\n {2}09:/);
  });

  test("keeps its columns where it goes on for days", async () => {
    const { stdout } = await onefactor([
      "simulate",
      "simulator/setups/always-signed-in.setup.yaml",
      "--scenario",
      "broken-phone",
    ]);
    const steps = stdout.split("\n").filter((line) => /^ {2}\d\d:\d\d:\d\d/.test(line));
    expect(steps.some((line) => line.includes("+1d  owner "))).toBe(true);
    expect(new Set(steps.map((line) => line.search(/(owner|service|carrier|chance) /))).size).toBe(1);
  });

  test("can be told for one account alone", async () => {
    const { stdout } = await onefactor(
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap", "--account", "mail"],
      club(),
    );
    expect(stdout).toContain("Club mailbox");
    expect(stdout).not.toContain("Club website");
  });

  test("needs no colour: the same words stand there with and without", async () => {
    const args = ["simulate", "club.setup.yaml", "--scenario", "lost-phone"];
    const plain = await onefactor(args, club());
    const coloured = await onefactor(args, { ...club(), terminal: true });
    expect(coloured.stdout).toContain("\u001b[");
    expect(coloured.stdout.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.stdout);
    expect(await onefactor(args, { ...club(), terminal: true, env: { NO_COLOR: "1" } })).toEqual(plain);
  });

  test("stays within 80 columns even where accounts have very long names", async () => {
    const long = clubSetup.replace("Club mailbox", "The mailbox ".repeat(9).trim());
    const cwd = folderOf({ "club.setup.yaml": long });
    const { stdout } = await onefactor(["simulate", "club.setup.yaml", "--scenario", "sim-swap"], { cwd });
    expect(stdout.split("\n").filter((line) => line.length > 80 && !line.includes("The mailbox"))).toEqual(
      [],
    );
  });

  test("names in a setup cannot steer the terminal", async () => {
    const evil = clubSetup.replace("Club mailbox", '"a\\e[2Jb\\u202Ec"');
    const cwd = folderOf({ "club.setup.yaml": evil });
    const { stdout } = await onefactor(["simulate", "club.setup.yaml", "--scenario", "sim-swap"], { cwd });
    expect(stdout).toContain("a\\x1b[2Jb\\u{202e}c");
    expect(stdout).not.toMatch(/[^\n\P{C}]/u);
  });
});

describe("what is struck", () => {
  const twoNumbers = clubSetup
    .replace("devices:\n", "  - { id: work, title: Work number }\ndevices:\n")
    .replace(
      "sims: [mobile] }\n",
      "sims: [mobile] }\n  - { id: old, title: Old phone, kind: feature-phone, sims: [work] }\n",
    );
  const two = () => ({ cwd: folderOf({ "club.setup.yaml": twoNumbers }) });
  const play = async (...more: readonly string[]) =>
    (await onefactor(["simulate", "club.setup.yaml", ...more], two())).stdout;

  test("is the first number unless another is named, and the heading says which", async () => {
    expect(await play("--scenario", "sim-swap")).toMatch(
      /^SIM swap against "The rowing club", striking Ana's number: a caller/,
    );
    const other = await play("--scenario", "sim-swap", "--target", "work");
    expect(other).toMatch(/^SIM swap against "The rowing club", striking Work number: a caller/);
    expect(other).toContain("Club mailbox  ● safe");
  });

  test("can be a phone where phones are lost", async () => {
    expect(await play("--scenario", "lost-phone")).toContain("▮ locked out");
    const other = await play("--scenario", "lost-phone", "--target", "old");
    expect(other).toContain("striking Old phone");
    expect(other).not.toContain("▮ locked out");
  });

  test("is named in JSON", async () => {
    const json = JSON.parse(
      await play("--scenario", "sim-swap", "--target", "work", "--format", "json"),
    ) as Told;
    expect(json.scenario).toEqual({ id: "sim-swap", variant: "phone-call", target: "work" });
  });

  test("is not named where there is only one thing to strike", async () => {
    const { stdout } = await onefactor(["simulate", "club.setup.yaml"], club());
    expect(stdout).not.toContain("striking");
  });

  test("that does not exist at all is said as such", async () => {
    const cwd = folderOf({ "none.setup.yaml": "version: 1\ntitle: Nothing\n" });
    const { code, stderr } = await onefactor(
      ["simulate", "none.setup.yaml", "--scenario", "sim-swap", "--target", "mobile"],
      { cwd },
    );
    expect(code).toBe(2);
    expect(stderr).toContain("It can strike nothing in it.");
  });
});

describe("a setup without an account that can be played", () => {
  test.each([
    [[], "version: 1\ntitle: Nothing\n"],
    [["--scenario", "sim-swap"], "version: 1\ntitle: Nothing\n"],
    [["--scenario", "sim-swap"], "version: 1\ntitle: Nothing\naccounts: [{ id: a, modelled: false }]\n"],
  ])("gets one sentence instead of empty tables: %j", async (args, text) => {
    const cwd = folderOf({ "none.setup.yaml": text });
    const { code, stdout } = await onefactor(["simulate", "none.setup.yaml", ...args], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      '"Nothing" describes no account, so there is nothing that could be taken over or\nlocked.\n',
    );
  });
});

describe("the effective number of factors", () => {
  test("says that the lock of a device counts nothing beside the device", async () => {
    const locked = clubSetup.replace(
      "    recovery:\n      - { with: [text], gives: new-password }\n    controls",
      "    recovery:\n      - { with: [app], gives: new-password }\n    controls",
    );
    const cwd = folderOf({ "club.setup.yaml": locked });
    const { stdout } = await onefactor(["simulate", "club.setup.yaml", "--scenario", "carrier-block"], {
      cwd,
    });
    expect(stdout.replaceAll(/\n +/g, " ")).toContain(
      "Effective factors: 1 (Ana's phone is enough, with the lock of Ana's phone, which counts nothing).",
    );
  });
});

describe("a play as JSON", () => {
  test("has the documented shape, and every text of a trail in words", async () => {
    const { code, stdout } = await onefactor(
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap/insider", "--format", "json"],
      club(),
    );
    expect(code).toBe(0);
    const told = JSON.parse(stdout) as Told;
    expect(Object.keys(told)).toEqual(["version", "setup", "scenario", "responses", "accounts"]);
    expect(told.setup.title).toBe("The rowing club");
    expect(told.scenario).toEqual({ id: "sim-swap", variant: "insider" });
    expect(told.accounts.map(({ id, attacker, owner }) => [id, attacker, owner])).toEqual([
      ["mail", "taken-over", "locked-out"],
      ["site", "taken-over", "locked-out"],
    ]);
    expect(Object.keys(told.accounts[0]!)).toEqual([
      "id",
      "attacker",
      "owner",
      "ownerBefore",
      "recoverableAfter",
      "obtained",
      "blocked",
      "effectiveFactors",
      "trail",
    ]);
    for (const { trail } of told.accounts) {
      expect(trail.map(({ n }) => n)).toEqual(trail.map((_, index) => index + 1));
      for (const entry of trail) expect(entry.text).toMatch(/^[^{}]+$/);
    }
  });

  test("the code that the attacker reads is the code that the service accepts", async () => {
    const { stdout } = await onefactor(
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap", "--account", "mail", "--format", "json"],
      club(),
    );
    const texts = (JSON.parse(stdout) as Told).accounts[0]!.trail.map(({ text }) => text);
    const read = texts.join("\n").match(/The text with (\d{6}) .* The attacker reads it/)?.[1];
    expect(read).toMatch(/^\d{6}$/);
    expect(texts.some((text) => text.includes(`accepts ${read}`))).toBe(true);
  });

  test("without a scenario, it is a list of all of them", async () => {
    const { stdout } = await onefactor(["simulate", "club.setup.yaml", "--format", "json"], club());
    expect((JSON.parse(stdout) as readonly Told[]).map(({ scenario }) => scenario.id)).toEqual(
      scenarios.map(({ id }) => id),
    );
  });

  test("the same command says the same again", async () => {
    const args = ["simulate", "club.setup.yaml", "--scenario", "ss7-interception", "--format", "json"];
    expect(await onefactor(args, club())).toEqual(await onefactor(args, club()));
  });
});

describe("a case", () => {
  test.each(cases.map(({ id }) => id))("%s is replayed, and ends as it says", async (id) => {
    const { code, stdout, stderr } = await onefactor(["simulate", "--case", id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("\nHow it ended, as published\n  - ");
    expect(stdout).toMatch(/\nStep by step\n\n(What happens|The attacker at .+)\n {2}09:/);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("is named in JSON, with what was published", async () => {
    const { stdout } = await onefactor(["simulate", "--case", "german-banks-2017", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      case: "german-banks-2017",
      published: { bank: { attacker: "taken-over", obtained: ["transfer"] } },
      scenario: { id: "ss7-interception", variant: "with-passwords" },
    });
  });

  test("can be answered", async () => {
    const { stdout } = await onefactor([
      "simulate",
      "--case",
      "german-banks-2017",
      "--response",
      "change-passwords",
    ]);
    expect(stdout.replaceAll("\n", " ")).toContain("The owner's answer: change the passwords");
    expect(stdout).toMatch(/Bank +● safe/);
  });
});

describe("what cannot be played", () => {
  test.each([
    [["simulate"], "simulate needs a setup file, or --case."],
    [["simulate", "club.setup.yaml", "other.yaml"], "simulate plays one setup, found 2."],
    [["simulate", "nowhere.yaml"], 'There is no file "nowhere.yaml".'],
    [["simulate", "."], '"." is a folder.'],
    [
      ["simulate", "club.setup.yaml", "--scenario", "simswap"],
      'There is no scenario "simswap".\n  Did you mean --scenario sim-swap?',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap/bribe"],
      'The scenario sim-swap has no variant "bribe".\n  It has: sim-swap/phone-call, sim-swap/insider, sim-swap/bribed-store, sim-swap/with-passwords.',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap/insidr"],
      'The scenario sim-swap has no variant "insidr".\n  Did you mean --scenario sim-swap/insider?\n  It has: sim-swap/phone-call,',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "nope"],
      'There is no scenario "nope".\n  See: onefactor simulate --help',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "stolen"],
      'There is no scenario "stolen".\n  Perhaps: stolen-phone, stolen-laptop, seed-copy-stolen.',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap", "--target", "nope"],
      'sim-swap cannot strike "nope" in this setup.\n  It can strike: mobile.',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "sim-swap", "--target", "phone"],
      'sim-swap cannot strike "phone" in this setup.\n  It can strike: mobile.',
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "lost-phone", "--target", "phnoe"],
      'lost-phone cannot strike "phnoe" in this setup.\n  Did you mean --target phone?\n  It can strike: phone.',
    ],
    [
      ["simulate", "club.setup.yaml", "--target", "mobile"],
      "--target needs --scenario, because scenarios strike different things.",
    ],
    [
      ["simulate", "club.setup.yaml", "--response", "new-sim"],
      "--response needs --scenario, because it answers one scenario and not all of them.",
    ],
    [
      ["simulate", "club.setup.yaml", "--scenario", "lost-phone", "--response", "new-sin"],
      '"new-sin" is nothing that the owner can do about lost-phone in this setup.\n  Did you mean --response new-sim?',
    ],
    [
      ["simulate", "--case", "german-bank-2017"],
      'There is no case "german-bank-2017".\n  Did you mean --case german-banks-2017?',
    ],
    [
      ["simulate", "club.setup.yaml", "--case", "keys-2022"],
      "--case brings its own setup; leave out the setup file.",
    ],
    [
      ["simulate", "--case", "keys-2022", "--scenario", "sim-swap"],
      "--case says what happened; leave out --scenario.\n  What it is: onefactor explain keys-2022",
    ],
    [
      ["simulate", "--case", "keys-2022", "--response", "new-sim"],
      '"new-sim" is nothing that the owner can do about phishing-relay in this setup.',
    ],
    [
      ["simulate", "club.setup.yaml", "--account", "mial"],
      'The setup has no account "mial".\n  Did you mean --account mail?',
    ],
  ])("%j ends with 2 and says why", async (args, message) => {
    const { code, stdout, stderr } = await onefactor(args, club());
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`onefactor: ${message}`);
    expect(stderr).not.toContain("    at ");
  });

  test("a setup with errors gets each of them with file, line, column and path", async () => {
    const cwd = folderOf({ "club.setup.yaml": clubSetup.replace("with: [text]", "with: [txet]") });
    const { code, stderr } = await onefactor(["simulate", "club.setup.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^onefactor: "club\.setup\.yaml" is not a setup that can be played\.\n {2}club\.setup\.yaml:19:\d+ accounts\[0\]\.recovery\[0\]\.with\[0\]: .*Did you mean "text"\?\n/,
    );
  });

  test.skipIf(process.platform === "win32")("a named pipe is refused at once", async () => {
    const cwd = folderOf({});
    execFileSync("mkfifo", [join(cwd, "pipe.setup.yaml")]);
    expect((await onefactor(["simulate", "pipe.setup.yaml"], { cwd })).stderr).toContain(
      "is no ordinary file",
    );
  });

  test("an account that is not described is named as such", async () => {
    const cwd = folderOf({
      "club.setup.yaml": `${clubSetup}  - { id: bank, title: Bank, modelled: false }\n`,
    });
    const { stderr } = await onefactor(["simulate", "club.setup.yaml", "--account", "bank"], { cwd });
    expect(stderr).toContain('does not describe how to get into "bank"');
  });
});
