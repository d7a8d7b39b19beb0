// Reads the sign-in methods that FirebaseUI is told to offer.
// firebaseui 6.1.0 was read in its types and documentation.
import type { ConfiguredAuth } from "../../configured.ts";
import type { Value } from "../values.ts";
import { expressionsOf, placeOf } from "./calls.ts";
import { itemsOf, optionsOf } from "./options.ts";
import type { Reader } from "./reader.ts";

export const firebaseUi: Reader = (run, facts) => {
  if (!Object.values(facts.imports).some(({ from }) => /firebaseui/.test(from))) return [];
  const found: ConfiguredAuth[] = [];
  for (const { e, part } of expressionsOf(facts)) {
    if (e.k !== "object") continue;
    const written = e.props.find(([key]) => key === "signInOptions");
    const at = written?.[2];
    if (at === undefined) continue;
    const site = { run, facts, scope: part.scope, at, around: part.around };
    const offered = itemsOf(optionsOf(site, e).option("signInOptions"))?.map(providerOf);
    if (offered === undefined || offered.length === 0 || offered.some((one) => one !== "phone")) continue;
    const setting = {
      place: placeOf(site),
      text: "signInOptions with a phone number and nothing else",
      byDefault: false,
    };
    found.push({
      product: "firebase",
      title: "FirebaseUI",
      place: setting.place,
      subject: "FirebaseUI",
      symbol: `${facts.file}#${[part.around, "signInOptions"].filter((name) => name !== "").join(".")}`,
      signIn: [{ with: ["sms-code"], setting }],
      secondFactors: null,
      recovery: [],
      recoverySetting: null,
      complete: false,
      confidence: "high",
      unknowns: [],
    });
  }
  return found;
};

/** The provider's id is the text `phone`, and a constant of the class that is called after it. */
function providerOf(value: Value): string | undefined {
  if (value.k === "const") return String(value.v);
  if (value.k === "object")
    return value.props["provider"] === undefined ? undefined : providerOf(value.props["provider"]);
  const path = value.k === "package" ? value.path : "";
  return /(^|\.)PhoneAuthProvider\.(PROVIDER_ID|PHONE_SIGN_IN_METHOD)$/.test(path)
    ? "phone"
    : path || undefined;
}
