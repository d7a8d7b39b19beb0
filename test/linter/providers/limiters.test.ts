// What limits how often somebody may try, and what only sounds like it.
import { describe, expect, test } from "vitest";
import {
  isLimiter,
  liftsLimit,
  limitsAttempts,
  limitsByOptions,
} from "../../../linter/providers/limiters.ts";
import type { Value } from "../../../linter/read/values.ts";

const object = (props: Readonly<Record<string, Value>>): Value => ({
  k: "object",
  props,
  rest: [],
  model: null,
});
const key = object({ key: { k: "input", path: "body.phone" } });

describe("what stands before the door of the bakery's web shop", () => {
  test.each([
    ["()", "express-rate-limit"],
    ["rateLimit()", "express-rate-limit"],
    ["slowDown()", "express-slow-down"],
    ["().prevent", "express-brute"],
    ["ThrottlerGuard", "@nestjs/throttler"],
    ["Throttle()", "@nestjs/throttler"],
    ["()", "koa-ratelimit"],
    ["RateLimit.middleware()", "koa2-ratelimit"],
    ["rateLimiter()", "hono-rate-limiter"],
    ["", "@fastify/rate-limit"],
  ])("%s of %s limits attempts", (name, module) => {
    expect(isLimiter(name, module)).toBe(true);
  });

  test.each([
    "otpLimiter",
    "this.rateLimiter.forCodes",
    "limitOtpRequests",
    "throttleSignIn",
    "bruteForce()",
  ])("its own %s limits attempts by what it is called", (name) => expect(isLimiter(name, "")).toBe(true));

  test.each([
    ["ipKeyGenerator()", "express-rate-limit"],
    ["throttle()", "lodash"],
    ["()", "p-throttle"],
    ["()", "axios-rate-limit"],
    ["SkipThrottle()", "@nestjs/throttler"],
    ["bodySizeLimiter", ""],
    ["uploadLimiter", ""],
    ["pageLimit", ""],
    ["authenticate", ""],
  ])("%s of %s limits no attempts", (name, module) => {
    expect(isLimiter(name, module)).toBe(false);
  });

  test("a skipped throttle lifts the limit, a throttle does not", () => {
    expect(liftsLimit("SkipThrottle()", "@nestjs/throttler")).toBe(true);
    expect(liftsLimit("SkipThrottle()", "")).toBe(true);
    expect(liftsLimit("Throttle()", "@nestjs/throttler")).toBe(false);
  });

  test("a Fastify route is limited by its options, unless they say false", () => {
    const route = (rateLimit: Value): Value => object({ config: object({ rateLimit }) });
    expect(limitsByOptions(route(object({ max: { k: "const", v: 5 } })))).toBe(true);
    expect(limitsByOptions(route({ k: "const", v: false }))).toBe(false);
    expect(limitsByOptions(object({ config: object({}) }))).toBe(false);
  });
});

describe("calls that count an attempt", () => {
  test.each([
    ["rate-limiter-flexible", "RateLimiterRedis().consume"],
    ["@upstash/ratelimit", "Ratelimit().limit"],
    ["@unkey/ratelimit", "Ratelimit().limit"],
    ["@vercel/firewall", "unstable_checkRateLimit"],
    ["@arcjet/next", "().protect"],
    ["sveltekit-rate-limiter/server", "RateLimiter().isLimited"],
    [
      "firebase-functions-rate-limiter",
      "FirebaseFunctionsRateLimiter.withFirestoreBackend().rejectOnQuotaExceeded",
    ],
  ])("%s: %s", (module, path) => {
    expect(limitsAttempts({ module, path, args: [key] })).toBe(true);
  });

  test("a binding of Cloudflare's counts by its key; a query that takes ten rows does not", () => {
    expect(limitsAttempts({ module: "", path: "env.CODES.limit", args: [key] })).toBe(true);
    expect(limitsAttempts({ module: "", path: "query.limit", args: [{ k: "const", v: 10 }] })).toBe(false);
  });

  test("a limiter that is asked for its state or reset does not count", () => {
    expect(
      limitsAttempts({ module: "rate-limiter-flexible", path: "RateLimiterRedis().delete", args: [key] }),
    ).toBe(false);
    expect(limitsAttempts({ module: "", path: "loginLimiter.reset", args: [key] })).toBe(false);
    expect(limitsAttempts({ module: "", path: "this.loginLimiter.consume", args: [key] })).toBe(true);
  });
});
