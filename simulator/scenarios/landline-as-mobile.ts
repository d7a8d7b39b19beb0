// Landline as mobile: services text the number that is labelled "home", and a landline shows no texts.
import { numberById } from "../model/find.ts";
import type { Condition } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";

export const landlineAsMobile: Scenario<"landline-as-mobile", "labelled-home"> = {
  id: "landline-as-mobile",
  kind: "failure",
  strikes: "number",
  variants: [{ id: "labelled-home", sources: ["tidbits"] }],
  sources: ["tidbits"],
  open: (setup, _variant, target) => {
    const landline = setup.numbers.find(
      ({ id, line }) => line === "landline" && (target === undefined || id === target),
    );
    if (landline === undefined) return nothingHappens(false);
    const misdirected = setup.accounts.flatMap((account) =>
      account.authenticators.flatMap((authenticator) =>
        authenticator.kind === "sms-code" && numberById(setup, authenticator.number).line === "mobile"
          ? [{ account: account.id, authenticator: authenticator.id, meant: authenticator.number }]
          : [],
      ),
    );
    return failure(setup, {
      target: landline.id,
      moves: misdirected.map(({ account, authenticator }): Move => ({
        actor: "service",
        do: "misdirect-texts",
        account,
        authenticator,
        number: landline.id,
      })),
      losses: misdirected.map(({ account, meant }): Condition => `delivery:${meant}/${account}`),
    });
  },
};
