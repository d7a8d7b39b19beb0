// The example setups are what people see first: they must read without a warning.
import { expect, test } from "vitest";
import { readSetup } from "../../simulator/model/setup-text.ts";
import { factors } from "../../simulator/factors/index.ts";
import type { Controls } from "../../simulator/model/setup.ts";
import {
  exampleSetup,
  exampleSetupFiles,
  exampleSetupIds,
  exampleSetupText,
  foundingSetupIds,
} from "./example-setups.ts";

test("the five setups that everything started with are there, and at least twenty in all", () => {
  expect(exampleSetupIds).toEqual(expect.arrayContaining([...foundingSetupIds]));
  expect(exampleSetupIds.length).toBeGreaterThanOrEqual(20);
  expect(exampleSetupFiles).toEqual(exampleSetupIds.map((id) => `${id}.setup.yaml`));
});

test.each(exampleSetupIds)("%s reads without a problem or a warning", (id) => {
  expect(readSetup(exampleSetupText(id), `${id}.setup.yaml`)).toMatchObject({ ok: true, warnings: [] });
});

test.each(exampleSetupIds)("%s has a title and a story", (id) => {
  const { title, story } = exampleSetup(id);
  expect(title.length).toBeGreaterThan(5);
  expect(story?.length).toBeGreaterThan(100);
});

test.each(exampleSetupIds)("%s names the schema, so that editors complete it", (id) => {
  expect(exampleSetupText(id)).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/model\/setup\.schema\.json\n/,
  );
});

test("somewhere the chain is told: a mailbox that a text resets, and a bank that the mailbox resets", () => {
  const chains = exampleSetupIds.map(exampleSetup).filter(({ accounts }) => {
    const textResets = accounts.filter(({ kind, authenticators, recovery }) => {
      const texts = authenticators.filter((each) => each.kind === "sms-code").map(({ id }) => id);
      return kind === "mailbox" && recovery.some((route) => route.with.every((id) => texts.includes(id)));
    });
    return accounts.some(({ kind, authenticators, recovery }) => {
      const mails = authenticators.flatMap((each) =>
        each.kind === "email-code" && textResets.some(({ id }) => id === each.mailbox) ? [each.id] : [],
      );
      return kind === "bank" && recovery.some((route) => route.with.every((id) => mails.includes(id)));
    });
  });
  expect(chains.length).toBeGreaterThan(0);
});

test("every kind of authenticator occurs, and is asked for on some way in", () => {
  const asked = exampleSetupIds
    .flatMap((id) => exampleSetup(id).accounts)
    .flatMap(({ authenticators, signIn, recovery }) => {
      const named = new Set([...signIn, ...recovery].flatMap((route) => route.with));
      return authenticators.filter(({ id }) => named.has(id)).map(({ kind }) => kind);
    });
  expect([...new Set(asked)].toSorted()).toEqual(Object.keys(factors).toSorted());
});

test("every control is set to something other than its default somewhere", () => {
  const usual: { readonly [Control in keyof Required<Controls>]: Controls[Control] } = {
    codeLength: 6,
    codeLifetime: "10m",
    attempts: 5,
    resendResetsAttempts: false,
    oneTimeUse: true,
    carrierChangeCheck: false,
    holdAfterChange: undefined,
    textsDespiteApp: true,
    pushLimit: undefined,
    recoveryKey: false,
    driftSteps: 1,
    resetKeepsSecondFactor: true,
    resetOpensSession: false,
  };
  const controls = exampleSetupIds.flatMap((id) => exampleSetup(id).accounts.map((each) => each.controls));
  for (const [control, value] of Object.entries(usual))
    expect(controls.map((each) => each[control as keyof Controls])).toContainEqual(
      expect.toSatisfy((other: unknown) => other !== value, `${control} away from its default`),
    );
});
