// What the flows of a project say together: whether numbers open accounts, and whether there are stronger factors.
import { type CodeFacts, type Flow, isPhoneCode } from "../flow.ts";

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
  return soundsLikeSignUp(`${entry.name} ${entry.symbol.slice(entry.symbol.indexOf("#"))}`);
}

function soundsLikeSignUp(name: string): boolean {
  return (
    /regist(er|ration)|sign_?-?up|onboard|create_?-?(account|user)|activat/i.test(name) &&
    !/log_?-?in|sign_?-?in/i.test(name)
  );
}

/**
 * Whether a session is only that of an account which is being made there. A handler that is called after signing up lets
 * in whoever has an account, too, if it reads that account and if such codes are sent to anybody's number elsewhere.
 */
export function onlySignsUp(flow: Flow): boolean {
  if (flow.makesAccount) return true;
  return (
    namesSignUp(flow) && !(flow.isThere === true && flow.proofs.some(({ code }) => isSentToAnybody(code)))
  );
}

function isSentToAnybody(code: CodeFacts | undefined): boolean {
  return (
    code?.asked.some(
      ({ open, newcomers, entry }) => open && newcomers !== true && !soundsLikeSignUp(entry),
    ) === true
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
