// Whether a condition lets only development or tests pass.
import { leafName, type Value } from "../values.ts";

const flags =
  /^(is|use|enable|in)?_?(dev|development|dev_?mode|debug_?mode|mock_?mode|test_?mode|test_?env|sandbox(_?mode)?|local_?dev)$/i;
/** `MOCK_SMS`, `OTP_DEBUG`, `SMS_DEV_MODE`, `useMockSms`, `isDevServer`, `smsMock`. */
const settings =
  /(^|_)(DEV|DEVELOPMENT|DEBUG|MOCK|SANDBOX|TEST_?MODE|DEMO_?MODE|DRY_?RUN)(_|$)|^(is|use|enable)(Dev|Development|Mock|Debug|Sandbox)([A-Z]\w*)?$|[a-z](Mock|Debug|Sandbox|DryRun|(Dev|Test|Demo)Mode)(Enabled)?$/;
const places = /^((node|app|deploy|server|vercel)_?env(ironment)?|env(ironment)?|stage|mode)$/i;

/**
 * What a value says of where the code runs: true if it holds in development only, false if in production only,
 * undefined if it says nothing of it.
 */
export function tellsDevelopment(value: Value): boolean | undefined {
  switch (value.k) {
    case "not":
      return inverse(tellsDevelopment(value.of));
    case "test": {
      if (value.op !== "==" && value.op !== "!=") return undefined;
      const [named, constant] = value.r.k === "const" ? [value.l, value.r] : [value.r, value.l];
      if (constant.k !== "const") return undefined;
      const told = compared(nameIn(named), constant.v);
      return value.op === "==" ? told : inverse(told);
    }
    case "package":
    case "any":
    case "record":
      return flagged(nameIn(value));
    default:
      return undefined;
  }
}

function compared(name: string, constant: unknown): boolean | undefined {
  if (places.test(name)) {
    if (typeof constant !== "string") return undefined;
    if (/^(dev|development|local|test|testing)$/i.test(constant)) return true;
    return /^prod(uction)?$/i.test(constant) ? false : undefined;
  }
  const told = flagged(name);
  if (constant === true || constant === "true" || constant === "1") return told;
  return constant === false || constant === "false" || constant === "0" ? inverse(told) : undefined;
}

function flagged(name: string): boolean | undefined {
  if (/(^|_)(is_?)?prod(uction)?(_|$)|^isProd(uction)?$/i.test(name)) return false;
  return flags.test(name) || settings.test(name) ? true : undefined;
}

function nameIn(value: Value): string {
  if (value.k === "package") return value.module === "env" ? value.path : "";
  return leafName(value);
}

function inverse(told: boolean | undefined): boolean | undefined {
  return told === undefined ? undefined : !told;
}
