// Reads `AccountRecoverySetting` of a user pool as CloudFormation takes it: a list of addresses with their priorities.
import type { Place } from "../../flow.ts";
import type { Value } from "../values.ts";
import type { PoolRecovery } from "./pool.ts";

/** What a pool does that has no such setting: a phone number before a mailbox, also where texts are the second factor. */
export function legacyRecovery(place: Place, name = "AccountRecoverySetting"): PoolRecovery {
  return {
    order: ["phone", "email"],
    barredByText: false,
    oneOfSeveral: false,
    setting: {
      place,
      text: `no ${name}, which stands for texts before mails, also where texts are the second factor`,
      byDefault: true,
    },
  };
}

/** What the setting means, or undefined where it was not read in full. */
export function recoveryOfMechanisms(value: Value, place: Place): PoolRecovery | undefined {
  const list = value.k === "object" ? property(value, "recoveryMechanisms") : undefined;
  if (list?.k !== "array") return undefined;
  const mechanisms = list.items.map((item) => {
    const name = item.k === "object" ? property(item, "name") : undefined;
    const priority = item.k === "object" ? property(item, "priority") : undefined;
    return name?.k === "const" && priority?.k === "const"
      ? { name: String(name.v), priority: Number(priority.v) }
      : undefined;
  });
  const known = mechanisms.filter((mechanism) => mechanism !== undefined);
  if (known.length === 0 || known.length < mechanisms.length) return undefined;
  const names = known.toSorted((a, b) => a.priority - b.priority).map(({ name }) => name);
  return {
    order: names.flatMap((name) =>
      name === "verified_phone_number"
        ? (["phone"] as const)
        : name === "verified_email"
          ? (["email"] as const)
          : [],
    ),
    barredByText: true,
    oneOfSeveral: false,
    setting: { place, text: `RecoveryMechanisms: ${names.join(", ")}`, byDefault: false },
  };
}

/** A property by its name, which CDK writes small and templates write large. */
export function property(value: Extract<Value, { k: "object" }>, name: string): Value | undefined {
  const large = name.charAt(0).toUpperCase() + name.slice(1);
  return value.props[name] ?? value.props[large];
}
