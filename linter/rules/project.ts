// What the flows of a project say together: whether numbers open accounts, and whether there are stronger factors.
import { type Flow, isPhoneCode } from "../flow.ts";

/** Whether somewhere in the project a code to a phone number is asked for before a session or a new password. */
export function numbersAreAsked(flows: readonly Flow[]): boolean {
  return flows.some(
    ({ effect, proofs, confidence }) =>
      confidence !== "low" &&
      (effect.what === "opens-session" || effect.what === "writes-password") &&
      proofs.some(({ kind }) => isPhoneCode(kind)),
  );
}

/** Whether somewhere in the project such a code alone opens an account or sets a password. */
export function numbersOpenAccounts(flows: readonly Flow[]): boolean {
  return flows.some(
    ({ effect, proofs, confidence, makesAccount }) =>
      confidence !== "low" &&
      !makesAccount &&
      (effect.what === "opens-session" || effect.what === "writes-password") &&
      proofs.length > 0 &&
      proofs.every(({ kind }) => isPhoneCode(kind)),
  );
}

/** Whether a handler serves the making of an account, told by its name; `loginOrRegister` signs in as well. */
export function namesSignUp({ entry }: Flow): boolean {
  const name = `${entry.name} ${entry.symbol.slice(entry.symbol.indexOf("#"))}`;
  return (
    /regist(er|ration)|sign_?-?up|onboard|create_?-?(account|user)|activat/i.test(name) &&
    !/log_?-?in|sign_?-?in/i.test(name)
  );
}

/** Whether a handler serves the way back in after a forgotten password, told by its name. */
export function namesReset({ entry }: Flow): boolean {
  return /reset|forgot|forget|recover|lost|restore|retrieve/i.test(`${entry.name} ${entry.symbol}`);
}

/** Whether a handler serves the end of an account, told by its name: the number goes because everything goes. */
export function namesClosing({ entry }: Flow): boolean {
  const name = `${entry.name} ${entry.symbol.slice(entry.symbol.indexOf("#"))}`;
  return /log_?-?off|sign_?-?off|delete|deactivat|clos(e|ing)_?-?account|cancel(l?ation)?_?-?account|unregister|anonymi|destroy|erase/i.test(
    name,
  );
}
