// What limits how often somebody may try: packages, middlewares, guards, decorators and calls that count attempts.
// Read in the types or sources of the packages that are named here, in the versions of November 2026. What limits work that
// goes out (`p-throttle`, `axios-rate-limit`, `bottleneck`, the throttle of lodash) is left out: it never refuses a caller.
import { propOf, type Value } from "../read/values.ts";
import type { PackageCall } from "./provider.ts";

interface LimiterPackage {
  readonly module: string;
  /** What stands before a handler once it is made; absent where nothing of the package does. */
  readonly middleware?: RegExp;
  /** Calls that count one attempt, and refuse or say so if there were too many. */
  readonly counts?: RegExp;
  /** What takes a handler out of a limit that holds for all. */
  readonly lifts?: RegExp;
}

const anything = /^/;

const packages: readonly LimiterPackage[] = [
  { module: "express-rate-limit", middleware: /^(\(\)|(rateLimit|RateLimit)\b)/ },
  { module: "express-slow-down", middleware: /^(\(\)|slowDown\b)/ },
  { module: "express-brute", middleware: /(^|\.)(prevent|getMiddleware)\b/ },
  { module: "express-bouncer", middleware: /(^|\.)block$/ },
  { module: "rate-limiter-flexible", counts: /\.(consume|penalty)$/ },
  { module: "@upstash/ratelimit", counts: /\.(limit|blockUntilReady)$/ },
  { module: "@unkey/ratelimit", counts: /\.limit$/ },
  { module: "@convex-dev/rate-limiter", counts: /\.limit$/ },
  {
    module: "@nestjs/throttler",
    middleware: /^(Throttle|ThrottlerGuard)\b/,
    lifts: /^SkipThrottle\b/,
  },
  {
    module: "@fastify/rate-limit",
    middleware: anything,
  },
  { module: "fastify-rate-limit", middleware: anything },
  { module: "koa-ratelimit", middleware: /^\(\)/ },
  { module: "koa-simple-ratelimit", middleware: /^ratelimit\b/ },
  { module: "koa2-ratelimit", middleware: /^RateLimit\b/ },
  { module: "hono-rate-limiter", middleware: /^rateLimiter\b/ },
  { module: "@elithrar/workers-hono-rate-limit", middleware: /^rateLimit\b(?!Passed)/ },
  { module: "elysia-rate-limit", middleware: /^rateLimit\b/ },
  { module: "hapi-rate-limit", middleware: anything },
  {
    module: "graphql-rate-limit",
    middleware: /^(createRateLimitDirective|createRateLimitRule)\b/,
    counts: /^getGraphQLRateLimiter\(\)$/,
  },
  {
    module: "firebase-functions-rate-limiter",
    counts: /\.(isQuotaExceeded|rejectOnQuotaExceeded)(OrRecordUsage)?$/,
  },
  { module: "sveltekit-rate-limiter", counts: /\.(isLimited|check)$/ },
  { module: "async-ratelimiter", counts: /\.get$/ },
  { module: "ratelimiter", counts: /\.get$/ },
  { module: "lambda-rate-limiter", counts: /\.check$/ },
  { module: "next-rate-limit", counts: /\.checkNext$/ },
  { module: "fast-ratelimit", counts: /\.consume(Sync)?$/ },
  { module: "limiter", counts: /\.(tryRemoveTokens|removeTokens)$/ },
  { module: "@vercel/firewall", counts: /^(unstable_)?checkRateLimit$/ },
  { module: "@arcjet/", counts: /\.protect$/ },
  { module: "arcjet", counts: /\.protect$/ },
];

/**
 * Whether a middleware, a guard or a decorator limits attempts. `name` is its path in the package (`rateLimit()`,
 * `ThrottlerGuard`), or what the code calls it where `module` is empty because it is the project's own.
 */
export function isLimiter(name: string, module: string): boolean {
  if (module === "") return soundsLikeLimiting(name);
  return packages.some((one) => isOf(module, one) && one.middleware?.test(name) === true);
}

/** Whether a decorator takes a handler out of the limit that holds for the others. */
export function liftsLimit(name: string, module: string): boolean {
  if (module === "") return /^Skip(Throttle|RateLimit)\b/.test(name);
  return packages.some((one) => isOf(module, one) && one.lifts?.test(name) === true);
}

/** Whether a call counts an attempt and refuses, or says, when there were too many. */
export function limitsAttempts({ module, path, args }: PackageCall): boolean {
  if (module !== "") return packages.some((one) => isOf(module, one) && one.counts?.test(path) === true);
  // A binding of Cloudflare's comes out of the environment: `env.LIMITER.limit({ key })`.
  if (/\.limit$/.test(path) && propOf(args[0], "key") !== undefined) return true;
  return soundsLikeLimiting(path) && !/\.(delete|reset|reward|get|set)$/.test(path);
}

/** Whether options that stand before a handler limit it: those of a Fastify route, for example. */
export function limitsByOptions(options: Value): boolean {
  const limit = propOf(propOf(options, "config"), "rateLimit");
  return limit !== undefined && !(limit.k === "const" && limit.v === false);
}

/** Something of the project's own that is called after limiting attempts. */
export function soundsLikeLimiting(name: string): boolean {
  const last = name.replace(/\(\)$/, "").replace(/^.*\.(?=[^.]+\.[^.]+$)/, "");
  if (/size|body|file|upload|page|cors|json|payload|axios|fetch/i.test(last)) return false;
  return /rate_?limit|limiter|throttl|slow_?down|brute_?force|too_?many|limit\w*(attempt|request|otp|login|tries)|(otp|login|attempts?|request)s?_?limit/i.test(
    last,
  );
}

/** `@arcjet/` stands for all packages of that name. */
function isOf(module: string, { module: known }: LimiterPackage): boolean {
  return module === known || module.startsWith(known.endsWith("/") ? known : `${known}/`);
}
