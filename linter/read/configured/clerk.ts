// Reads calls to Clerk that reset a password by a code sent to a phone number.
// @clerk/shared 4.41.0 was read in its types; that the reset signs in, and asks for an enrolled second factor, is documented.
import type { ConfiguredAuth } from "../../configured.ts";
import { nameOf } from "../called.ts";
import { expressionsOf, placeOf } from "./calls.ts";
import { optionsOf, textsIn } from "./options.ts";
import type { Reader } from "./reader.ts";

const strategy = "reset_password_phone_code";

export const clerk: Reader = (run, facts) => {
  if (!Object.values(facts.imports).some(({ from }) => from.startsWith("@clerk/"))) return [];
  for (const { e, part } of expressionsOf(facts)) {
    if (e.k !== "call" || !/(^|\.)(create|prepareFirstFactor|attemptFirstFactor)$/.test(nameOf(e.f)))
      continue;
    const site = { run, facts, scope: part.scope, at: e.at, around: part.around };
    const option = optionsOf(site, e.a[0]).option("strategy");
    const names = textsIn(option);
    if (names?.length !== 1 || names[0] !== strategy) continue;
    const place = placeOf(site);
    const setting = { place, text: `strategy: "${strategy}"`, byDefault: false };
    const found: ConfiguredAuth = {
      product: "clerk",
      title: "Clerk",
      place,
      subject: "a reset through Clerk",
      symbol: `${facts.file}#${part.around}`,
      signIn: [{ with: ["password"], setting }],
      secondFactors: null,
      recovery: [{ with: ["sms-code"], gives: "new-password", barredByText: false, setting }],
      recoverySetting: setting,
      complete: false,
      confidence: "medium",
      unknowns: ["whether users have a second factor, which Clerk would still ask for"],
    };
    // One reset takes several calls; the first of a file is the one to look at.
    return [found];
  }
  return [];
};
