// Reads the recipes of SuperTokens that sign in, or prove a second time, with a code sent to a phone number.
// supertokens-node 24.0.3 was read in its types.
import type { ConfiguredAuth, ConfiguredSecondFactors } from "../../configured.ts";
import type { FileFacts } from "../facts.ts";
import { memberOf } from "./options.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { callsInto, type ConfiguringCall, placeOf } from "./calls.ts";
import { itemsOf, optionsOf, textsIn } from "./options.ts";
import type { Reader } from "./reader.ts";

function isRecipe(name: string): (module: string) => boolean {
  return (module) => module.toLowerCase() === `supertokens-node/recipe/${name}`;
}

export const supertokens: Reader = (run, facts, { files }) =>
  [...callsInto(run, facts, isRecipe("passwordless"), /^init$/)].flatMap((call) => authOf(call, run, files));

function authOf(
  { call, site }: ConfiguringCall,
  run: Run,
  files: readonly FileFacts[],
): readonly ConfiguredAuth[] {
  const option = optionsOf(site, call.a[0]).option("contactMethod");
  const methods = textsIn(option);
  const [method, ...others] = methods ?? [];
  if (method === undefined || others.length > 0 || method === "EMAIL") return [];
  const setting = { place: option.place, text: `contactMethod: "${method}"`, byDefault: false };
  const isFirst = firstFactors(run, files);
  if (isFirst === undefined) return [];
  const [totp] = initsOf(run, files, "totp");
  const secondFactors: ConfiguredSecondFactors = {
    mode: "optional",
    kinds: totp === undefined ? ["sms-code"] : ["sms-code", "totp"],
    setting,
    ordered: false,
    textsDespiteApp: false,
    recoveryCodes: false,
  };
  return [
    {
      product: "supertokens",
      title: "SuperTokens",
      place: placeOf(site),
      subject: "the Passwordless recipe",
      symbol: `${site.facts.file}#${[site.around, "Passwordless"].filter((part) => part !== "").join(".")}`,
      signIn: [{ with: [isFirst ? "sms-code" : "password"], setting }],
      secondFactors: isFirst || method !== "PHONE" ? null : secondFactors,
      recovery: [],
      recoverySetting: null,
      complete: false,
      confidence: "high",
      unknowns: [],
    },
  ];
}

/** Whether texts are a first factor; undefined where the list of first factors was not read. */
function firstFactors(run: Run, files: readonly FileFacts[]): boolean | undefined {
  const [found] = initsOf(run, files, "multifactorauth");
  if (found === undefined) return true;
  const option = optionsOf(found.site, found.call.a[0]).option("firstFactors");
  if (option.state === "absent") return true;
  const items = itemsOf(option);
  const names = items?.map(factorName);
  if (names === undefined || names.includes(undefined)) return undefined;
  return names.some((name) => /^(otp|link)-phone$/.test(name ?? ""));
}

function initsOf(run: Run, files: readonly FileFacts[], recipe: string): readonly ConfiguringCall[] {
  return files.flatMap((facts) => [...callsInto(run, facts, isRecipe(recipe), /^init$/)]);
}

function factorName(value: Value): string | undefined {
  if (value.k === "const" && typeof value.v === "string") return value.v;
  return memberOf(value, "FactorIds")?.toLowerCase().replace("_", "-");
}
