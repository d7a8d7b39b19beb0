// Where what is kept or made can be seen: in logs, in answers, in addresses that are answered.
import type { CodeShown } from "../../flow.ts";
import { canBe } from "../conditions.ts";
import type { Happening } from "../events.ts";
import { parts, type Value } from "../values.ts";
import { codePlace } from "./places.ts";
import { placeKey } from "./traces.ts";

type Shown = Extract<Happening, { k: "logged" | "answered" }>;
type Sent = Extract<Happening, { k: "sent" }>;
type Seen = Omit<CodeShown, "what">;

/** What was shown, and for a field of a row what that row was looked for with. */
interface SeenOf {
  readonly seen: Seen;
  readonly filter: Value | null;
}

/** What was shown, by what it shows: made values by their numbers, kept ones by their slots. */
export class ShownThings {
  private readonly byKey = new Map<string, SeenOf[]>();

  note(happening: Shown, entry: number, sends: readonly Sent[]): void {
    const { spot } = happening;
    if (spot === undefined || spot.file === "") return;
    const beside = happening.k === "logged" ? channelsBeside(happening, sends) : undefined;
    const seen: Seen = {
      ...codePlace(spot),
      ...wayOf(happening),
      guarded: happening.guarded,
      ...(beside === undefined ? {} : { beside }),
    };
    for (const value of happening.values)
      for (const [key, filter] of keysIn(value, happening.k === "logged", entry)) {
        const known = this.byKey.get(key);
        if (known === undefined) this.byKey.set(key, [{ seen, filter }]);
        else known.push({ seen, filter });
      }
  }

  /** Where something that was made is shown. */
  ofMade(ids: ReadonlySet<number>): readonly Seen[] {
    return [...ids].flatMap((id) => this.under(`f:${id}`));
  }

  /** Where a slot of a row is shown that can be the one which is looked for with the filter. */
  ofSlot(store: string, path: string, filter: Value | null): readonly Seen[] {
    return this.under(`r:${store}#${path}`, filter);
  }

  /** Where what the caller gave under that name is logged in the same handler. */
  ofInput(path: string, entry: number): readonly Seen[] {
    return this.under(`i:${entry}:${path}`).filter(({ where }) => where === "log");
  }

  private under(key: string, filter: Value | null = null): readonly Seen[] {
    return (this.byKey.get(key) ?? []).filter((one) => canBe(one.filter, filter)).map(({ seen }) => seen);
  }
}

/** By which channels something is sent on the paths of a log line, before it or after it. */
function channelsBeside(
  { sent, spot }: Extract<Shown, { k: "logged" }>,
  sends: readonly Sent[],
): readonly string[] | undefined {
  if (sends.length === 0) return undefined;
  const place = placeKey(spot);
  const later = sends.filter(({ logged }) => logged.includes(place)).flatMap(({ channels }) => channels);
  return [...new Set([...sent, ...later])];
}

function wayOf(happening: Shown): Pick<CodeShown, "where" | "source"> {
  if (happening.k === "logged") return { where: "log", source: happening.source };
  const [first] = happening.values;
  const address =
    happening.values.length === 1 &&
    (first?.k === "text" || first?.k === "any") &&
    /[?&]/.test(spelled(first));
  return { where: address ? "link" : "answer", source: "" };
}

function spelled(value: Value): string {
  let text = "";
  for (const part of parts(value)) if (part.k === "const") text += String(part.v);
  return text;
}

/**
 * The keys of what can be read in a value as it is. What an unknown call makes of its arguments is another thing, but a
 * log takes messages that were put together by a template.
 */
function keysIn(value: Value, logged: boolean, entry: number): Map<string, Value | null> {
  const keys = new Map<string, Value | null>();
  const waiting: Value[] = [value];
  const seen = new Set<Value>();
  for (let next = waiting.pop(); next !== undefined && seen.size < 200; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    switch (next.k) {
      case "fresh":
        keys.set(`f:${next.id}`, null);
        break;
      case "record":
        keys.set(`r:${next.store}#${next.path}`, next.filter);
        break;
      case "input":
        keys.set(`i:${entry}:${next.path}`, null);
        break;
      case "text":
        waiting.push(...next.parts);
        break;
      case "object":
        waiting.push(...Object.values(next.props), ...next.rest);
        break;
      case "array":
        waiting.push(...next.items);
        break;
      case "either":
        waiting.push(...next.of);
        break;
      case "any":
        if (
          next.size !== undefined ||
          next.name === "" ||
          (logged && /template|render|format|message|compile|body/i.test(next.name))
        )
          waiting.push(...next.from);
        break;
      default:
        break;
    }
  }
  return keys;
}
