// What hangs on what at one moment of a play: the picture of cords and pegs before it has any geometry.
import {
  type Account,
  type Cord,
  type Holding,
  holdingParts,
  type Scene,
  type Setup,
} from "../../simulator/index.ts";

/**
 * How a peg or a cord fares: `held` by the owner · `taken` by the attacker · `shared`, so that the attacker reads or
 * uses it too · `gone`, so that nobody has it · `blocked`, so that it is there and nothing comes through.
 */
export type Hold = "held" | "taken" | "shared" | "gone" | "blocked";

/** A holding on the rail. All that the owner remembers hangs on one peg, because people have one memory. */
export interface Peg {
  /** `memory`, or the holding itself. */
  readonly id: string;
  readonly kind: "memory" | "number" | "device" | "thing" | "account" | "contact" | "self" | "personal-data";
  readonly title: string;
  readonly hold: Hold;
  /** Where the attacker shares it in a way of its own: hears a number's calls, or looks out of a device. */
  readonly how?: "calls" | "watched" | undefined;
}

/** What a peg is, as far as words tell it apart. */
export type PegKind = Peg["kind"] | NonNullable<Peg["how"]>;

/** An account, and who is in it. */
export interface Card {
  readonly account: string;
  readonly title: string;
  readonly standing: Standing;
  readonly left: Left;
  /** How many other accounts it hangs below: 0 for those that hang on pegs alone. */
  readonly level: number;
}

/** How many factors the attacker still lacks; `lock` where only a lock is left; null where no number would do. */
export type Left = number | "lock" | null;

/** What has become of an account so far. */
export type Standing = "quiet" | "owner-inside" | "owner-refused" | "attacker-inside" | "taken-over";

/** The accounts whose owner has by now tried everything in vain. A scene alone does not show what was tried. */
export type LockedOut = ReadonlySet<string>;

/** One string between a peg, or another account's card, and a card. */
export interface HangingCord {
  /** The id of a peg, or of an account. */
  readonly from: string;
  readonly fromCard: boolean;
  readonly account: string;
  readonly way: Cord["way"];
  readonly hold: Hold;
}

export interface Hanging {
  readonly pegs: readonly Peg[];
  readonly cards: readonly Card[];
  readonly cords: readonly HangingCord[];
}

/** Names pegs: the simulator's `holdingTitle` with the setup filled in, and the word for all that is remembered. */
export interface Naming {
  readonly titleOf: (holding: Holding) => string;
  readonly memory: string;
}

/** What hangs on what in `scene`. Equal cords (a device and its screen lock, say) are drawn once. */
export function hangingOf(
  setup: Setup,
  cords: readonly Cord[],
  scene: Scene,
  naming: Naming,
  lockedOut: LockedOut = new Set(),
): Hanging {
  const modelled = new Map(
    setup.accounts.filter((account) => account.modelled).map((account) => [account.id, account]),
  );
  const pegs = new Map<string, Peg>();
  const strings = new Map<string, HangingCord>();
  for (const cord of cords) {
    const from = groundOf(cord.holding, modelled);
    if (from === undefined) continue;
    if (!from.isCard && !pegs.has(from.id)) {
      pegs.set(from.id, {
        id: from.id,
        kind: from.kind,
        title: from.id === "memory" ? naming.memory : naming.titleOf(from.id as Holding),
        hold: from.id === "memory" ? memoryHold(scene) : holdOf(from.id as Holding, scene),
        how: howShared(from.id, scene),
      });
    }
    const given = from.isCard ? cardHold(from.id, scene) : cordHold(cord, scene);
    // Where the attacker has replaced the authenticators, what the owner still holds opens nothing.
    const hold = given === "held" && isLost(cord.account, scene) ? "gone" : given;
    const key = `${from.id} ${cord.account} ${cord.way}`;
    const drawn = strings.get(key);
    if (drawn === undefined || worse(hold, drawn.hold))
      strings.set(key, { from: from.id, fromCard: from.isCard, account: cord.account, way: cord.way, hold });
  }
  const all = [...strings.values()];
  return {
    pegs: [...pegs.values()],
    cards: cardsOf([...modelled.values()], scene, all, lockedOut),
    cords: all,
  };
}

type Ground = { readonly id: string; readonly isCard: boolean; readonly kind: Peg["kind"] };

/** What a holding hangs on. How the world is arranged and what only attacks give is nothing that anybody hangs up. */
function groundOf(holding: Holding, modelled: ReadonlyMap<string, Account>): Ground | undefined {
  const { kind, id } = holdingParts(holding);
  switch (kind) {
    case "secret":
      return { id: "memory", isCard: false, kind: "memory" };
    case "number":
    case "interception":
    case "calls":
    case "voicemail":
      return { id: `number:${id}`, isCard: false, kind: "number" };
    case "delivery":
    case "line":
    case "ringing":
      return { id: `number:${id.split("/")[0] ?? id}`, isCard: false, kind: "number" };
    case "device":
    case "unlock":
      return { id: `device:${id}`, isCard: false, kind: "device" };
    case "activation":
      return groundOf(id.replace("/", ":") as Holding, modelled);
    case "thing":
      return { id: `thing:${id}`, isCard: false, kind: "thing" };
    case "account":
      return modelled.has(id)
        ? { id, isCard: true, kind: "account" }
        : { id: holding, isCard: false, kind: "account" };
    case "contact":
    case "self":
    case "personal-data":
      return { id: holding, isCard: false, kind };
    case "works":
    case "watch":
    case "pass":
    case "coax":
      return undefined;
  }
}

/** How a peg fares; of a number the line and the phones that answer it know more than the list of holders. */
function holdOf(holding: Holding, scene: Scene): Hold {
  const { kind, id } = holdingParts(holding);
  const line = kind === "number" ? scene.lines.find(({ number }) => number === id) : undefined;
  if (line !== undefined) {
    const phones = scene.handsets.filter(({ device }) => line.liveIn.includes(device));
    if (line.holder === "attacker" || phones.some(({ custody }) => custody === "attacker")) return "taken";
    if (line.intercepted || phones.some(({ watched }) => watched)) return "shared";
    if (line.callsTaken || line.voicemailOpened) return "shared";
    if (line.undelivered.length > 0 && line.inUse) return "blocked";
  }
  if (kind === "device" && scene.handsets.some(({ device, watched }) => device === id && watched))
    return "shared";
  const holders = scene.pegs.find((peg) => peg.holding === holding)?.holders ?? ["owner"];
  if (holders.includes("attacker")) return holders.includes("owner") ? "shared" : "taken";
  return holders.includes("owner") ? "held" : "gone";
}

function howShared(id: string, scene: Scene): Peg["how"] {
  const line = scene.lines.find(({ number }) => id === `number:${number}`);
  if (line !== undefined)
    return !line.intercepted && (line.callsTaken || line.voicemailOpened) ? "calls" : undefined;
  return scene.handsets.some(({ device, watched }) => watched && id === `device:${device}`)
    ? "watched"
    : undefined;
}

/** Nobody can take a memory away; the attacker may know some of what is in it. */
function memoryHold(scene: Scene): Hold {
  const isKnown = scene.pegs.some(
    ({ holding, holders }) => holdingParts(holding).kind === "secret" && holders.includes("attacker"),
  );
  return isKnown ? "shared" : "held";
}

function cordHold(cord: Cord, scene: Scene): Hold {
  const { kind, id } = holdingParts(cord.holding);
  const hold = holdOf(cord.holding, scene);
  if (kind !== "number" || hold !== "blocked") return hold;
  const line = scene.lines.find(({ number }) => number === id);
  return line?.undelivered.includes(cord.account) ? "blocked" : "held";
}

function isLost(account: string, scene: Scene): boolean {
  return scene.accounts.some((each) => each.account === account && each.replaced);
}

function cardHold(account: string, scene: Scene): Hold {
  const state = scene.accounts.find((each) => each.account === account);
  if (state === undefined) return "held";
  if (state.replaced) return "taken";
  return state.inside.includes("attacker") ? "shared" : "held";
}

const gravity: Readonly<Record<Hold, number>> = { held: 0, blocked: 1, shared: 2, gone: 3, taken: 4 };

function worse(a: Hold, b: Hold): boolean {
  return gravity[a] > gravity[b];
}

function cardsOf(
  accounts: readonly Account[],
  scene: Scene,
  cords: readonly HangingCord[],
  lockedOut: LockedOut,
): readonly Card[] {
  const levels = levelsOf(accounts, cords);
  return accounts.map((account) => {
    const state = scene.accounts.find((each) => each.account === account.id);
    return {
      account: account.id,
      title: account.title ?? account.id,
      standing: standingOf(state, lockedOut),
      left: leftOf(scene, account.id),
      level: levels.get(account.id) ?? 0,
    };
  });
}

/** What still stands between the attacker and an account. */
export function leftOf(scene: Scene, account: string): Left {
  const state = scene.accounts.find((each) => each.account === account);
  if (state === undefined) return null;
  return state.lockLeft ? "lock" : state.factorsLeft;
}

function standingOf(state: Scene["accounts"][number] | undefined, lockedOut: LockedOut): Standing {
  if (state === undefined) return "quiet";
  if (state.replaced) return "taken-over";
  if (state.inside.includes("attacker")) return "attacker-inside";
  if (state.inside.includes("owner")) return "owner-inside";
  return lockedOut.has(state.account) ? "owner-refused" : "quiet";
}

/** How deep each account hangs. A circle of accounts is cut where it closes, so that every setup can be drawn. */
function levelsOf(accounts: readonly Account[], cords: readonly HangingCord[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const onTheWay = new Set<string>();
  const levelOf = (account: string): number => {
    const known = levels.get(account);
    if (known !== undefined) return known;
    onTheWay.add(account);
    let level = 0;
    for (const cord of cords)
      if (cord.account === account && cord.fromCard && !onTheWay.has(cord.from))
        level = Math.max(level, levelOf(cord.from) + 1);
    onTheWay.delete(account);
    levels.set(account, level);
    return level;
  };
  for (const account of accounts) levelOf(account.id);
  return levels;
}
