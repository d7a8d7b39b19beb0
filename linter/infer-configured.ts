// From settings to the setup that they stand for: what somebody holds who uses the product as it was told to work.
import { type CeremonyRef, readSetup, type Setup, type SetupInput } from "../simulator/index.ts";
import type { ConfiguredAuth, ConfiguredRecovery, ConfiguredRoute, Setting } from "./configured.ts";
import type { ProofKind } from "./flow.ts";
import { authenticators } from "./infer.ts";
import type { Evidence, JudgedSetup } from "./rules/rule.ts";

/** Whoever has no second factor, and whoever has one: settings can be good for the one and bad for the other. */
interface Holder {
  readonly id: "account" | "guarded";
  readonly title: string;
  readonly signIn: readonly ConfiguredRoute[];
  readonly recovery: readonly ConfiguredRecovery[];
}

/** The setup with the settings as evidence of its routes; undefined where nothing in them opens or closes anything. */
export function judgedConfiguration(auth: ConfiguredAuth): JudgedSetup | undefined {
  const holders = holdersOf(auth);
  if (holders.every(({ signIn, recovery }) => signIn.length + recovery.length === 0)) return undefined;
  return {
    setup: setupOf(auth, holders),
    evidenceOf: (route) => evidenceOf(auth, holders, route),
    evidenceOfAccount: (account) => {
      const { recoverySetting } = auth;
      if (!auth.complete || !holders.some(({ id }) => id === account)) return undefined;
      const setting = recoverySetting ?? auth.secondFactors?.setting;
      return setting === undefined ? undefined : evidence(auth, setting, account, holders);
    },
    writes: (account, control) =>
      account === "guarded" && control === "textsDespiteApp" && auth.secondFactors?.textsDespiteApp === true,
  };
}

function holdersOf({ signIn, recovery, secondFactors }: ConfiguredAuth): readonly Holder[] {
  const plain: Holder = { id: "account", title: "an account", signIn, recovery };
  if (secondFactors === null) return [plain];
  const { mode, kinds, setting, beside } = secondFactors;
  const others = kinds.filter((kind) => kind !== "sms-code");
  // Whoever has both is refused the phone; the one who is let in by it has an app or the like and no texts.
  const own = recovery.some(({ barredByText }) => barredByText) && others.length > 0 ? others : kinds;
  const guarded: Holder = {
    id: "guarded",
    title: "an account with a second factor",
    signIn: signIn.flatMap((route) =>
      route.with.includes("password")
        ? own.map((kind) => ({ with: [...route.with, kind], setting }))
        : beside === "everything"
          ? withEach(route, own)
          : [route],
    ),
    recovery: recovery
      .filter(({ barredByText }) => !barredByText || !own.includes("sms-code"))
      .flatMap((way) => (beside === "everything" ? withEach(way, own) : [way])),
  };
  return mode === "required"
    ? [guarded]
    : [{ ...plain, title: "an account without a second factor" }, guarded];
}

/** The way with each second factor that it does not ask for already. A passkey is two factors in one, and stays as it is. */
function withEach<Way extends ConfiguredRoute>(way: Way, kinds: readonly ProofKind[]): readonly Way[] {
  const others = way.with.includes("passkey") ? [] : kinds.filter((kind) => !way.with.includes(kind));
  return others.length === 0 ? [way] : others.map((kind) => ({ ...way, with: [...way.with, kind] }));
}

function setupOf({ secondFactors }: ConfiguredAuth, holders: readonly Holder[]): Setup {
  const input: SetupInput = {
    version: 1,
    title: "Inferred from settings",
    numbers: [{ id: "mobile", title: "the phone number" }],
    devices: [{ id: "phone", title: "the phone", kind: "smartphone", sims: ["mobile"] }],
    things: [{ id: "paper", title: "the sheet of codes", kind: "paper" }],
    accounts: [
      { id: "mailbox", title: "the mailbox", kind: "mailbox", modelled: false },
      ...holders.map(({ id, title, signIn, recovery }) => {
        const codes = id === "guarded" && secondFactors?.recoveryCodes === true;
        const kinds: readonly ProofKind[] = [
          ...new Set<ProofKind>([
            "password",
            ...[...signIn, ...recovery].flatMap((route) => route.with),
            ...(codes ? (["recovery-code"] as const) : []),
          ]),
        ];
        return {
          id,
          title,
          authenticators: kinds.flatMap((kind) => authenticators[kind] ?? []),
          signIn: [
            ...signIn.map((route) => ({ with: idsOf(route.with) })),
            ...(codes ? [{ with: idsOf(["password", "recovery-code"]) }] : []),
          ],
          recovery: recovery.map((route) => ({ with: idsOf(route.with), gives: route.gives })),
        };
      }),
    ],
  };
  const reading = readSetup(JSON.stringify(input), "inferred.json");
  if (!reading.ok) throw new Error(`an inferred setup is wrong: ${JSON.stringify(reading.problems)}`);
  return reading.setup;
}

function idsOf(kinds: readonly ProofKind[]): string[] {
  return kinds.flatMap((kind) => authenticators[kind]?.id ?? []);
}

function evidenceOf(
  auth: ConfiguredAuth,
  holders: readonly Holder[],
  { account, ceremony, route }: CeremonyRef,
): Evidence | undefined {
  const holder = holders.find(({ id }) => id === account);
  const routes =
    ceremony === "recovery" ? holder?.recovery : ceremony === "sign-in" ? holder?.signIn : undefined;
  const setting = routes?.[route]?.setting;
  return setting === undefined ? undefined : evidence(auth, setting, `${account} ${ceremony}`, holders);
}

function evidence(
  auth: ConfiguredAuth,
  setting: Setting,
  part: string,
  holders: readonly Holder[],
): Evidence {
  const { product, title, confidence, unknowns, secondFactors, recovery } = auth;
  const holder = holders.find(({ id }) => id === part);
  return {
    place: setting.place,
    subject: auth.subject,
    identity: [auth.symbol, product, part, setting.byDefault ? "by default" : "written"],
    configured: {
      product,
      title,
      setting: setting.text,
      byDefault: setting.byDefault,
      confidence,
      unknowns,
      phoneRefusedBesideTexts: recovery.some(({ barredByText }) => barredByText),
      phoneBarred: recovery.some((way) => way.barredByText && holder?.recovery.includes(way) === false),
      otherRecovery: recovery.some((way) => !way.with.includes("sms-code")),
      ordered: secondFactors?.ordered === true,
    },
  };
}
