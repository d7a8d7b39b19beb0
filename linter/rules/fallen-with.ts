// What falls along with a way that a number opens: the accounts whose own ways in lead through that account.
import type { Consequence } from "../finding.ts";
import type { JudgedSetup } from "./rule.ts";
import { restsOn, type WeakRoute, weakWays } from "./weak-routes.ts";

/** The routes that fall along with this one, each at its own place. */
export function fallenWith(fallen: WeakRoute, judged: JudgedSetup): readonly Consequence[] {
  const all = weakWays(judged.setup);
  return all
    .filter((route) => route.account !== fallen.account && restsOn(route, fallen, all))
    .flatMap((route): Consequence[] => {
      const evidence = judged.evidenceOf(route.ref);
      if (evidence === undefined) return [];
      const { subject, place } = evidence;
      const what = route.ref.ceremony === "recovery" ? "reset" : "sign-in";
      return [
        {
          rule: "reset-chain",
          severity: "error",
          message: `${subject} falls with it, because its ${what} rests on this account`,
          file: place.file,
          line: place.line,
        },
      ];
    });
}
