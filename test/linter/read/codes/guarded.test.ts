// Which names of switches say that only development comes by.
import { expect, test } from "vitest";
import { tellsDevelopment } from "../../../../linter/read/codes/guarded.ts";
import type { Value } from "../../../../linter/read/values.ts";

const named = (name: string): Value => ({ k: "any", name, id: 1, from: [] });

test.each(["isDev", "MOCK_SMS", "OTP_DEBUG", "useMockSms", "smsMock", "otpDebug", "textsDryRun", "sandbox"])(
  "%s is on in development only",
  (name) => {
    expect(tellsDevelopment(named(name))).toBe(true);
  },
);

test.each(["isProd", "IS_PRODUCTION", "isProduction"])("%s is off in development", (name) => {
  expect(tellsDevelopment(named(name))).toBe(false);
});

test.each(["smsEnabled", "hammock", "debugger", "phone", "developer", "mockingbird"])(
  "%s says nothing of it",
  (name) => {
    expect(tellsDevelopment(named(name))).toBeUndefined();
  },
);
