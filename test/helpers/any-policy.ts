// Random policies: what carriers ask for, and what services do about codes, changes and recoveries.
import fc from "fast-check";

/** Every carrier there can be. */
export const anyCarrier = fc.record({
  simChange: fc.constantFrom(
    "nothing" as const,
    "personal-data" as const,
    "account-pin" as const,
    "photo-id-in-person" as const,
  ),
  numberLock: fc.boolean(),
  ss7Filtering: fc.boolean(),
  portOut: fc.constantFrom("letter" as const, "account-pin" as const),
  rerouting: fc.constantFrom("letter" as const, "confirmed" as const),
  forwarding: fc.constantFrom("personal-data" as const, "account-pin" as const),
});

/** The controls of a service, each near both of its ends. Codes live a minute or two hours, so that waiting matters. */
export const anyControls = fc.record(
  {
    codeLength: fc.constantFrom(4, 6, 8),
    codeLifetime: fc.constantFrom("1m", "1m", "2h"),
    attempts: fc.constantFrom(1, 2, 2, 2, "unlimited" as const),
    resendResetsAttempts: fc.boolean(),
    oneTimeUse: fc.boolean(),
    carrierChangeCheck: fc.boolean(),
    holdAfterChange: fc.constantFrom("1h", "3d"),
    textsDespiteApp: fc.boolean(),
    pushLimit: fc.constantFrom(1, 5),
    recoveryKey: fc.boolean(),
    driftSteps: fc.constantFrom(0, 1, 10),
    resetKeepsSecondFactor: fc.boolean(),
    resetOpensSession: fc.boolean(),
  },
  { requiredKeys: ["attempts", "codeLifetime"] },
);
