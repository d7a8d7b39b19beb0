// The cast of a play: which statecharts a setup needs, and what each starts with.
import type { AnyStateMachine } from "xstate";
import { factorOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import { holdingParts, ownerHoldings } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";
import { accountMachine } from "./account.ts";
import { ceremonyOf, persons, sessionOf, verifierOf } from "./actor-ids.ts";
import { answersMachine } from "./answers.ts";
import { attackerMachine } from "./attacker.ts";
import { codeListOf, contentsOf, handsetInput, lineInput } from "./cast-inputs.ts";
import { challengeMachine } from "./challenge.ts";
import { seedFor } from "./codes.ts";
import { handsetMachine } from "./handset.ts";
import { hotpMachine } from "./hotp.ts";
import { originalPassword, rightAnswers, signatureKey } from "./knowledge.ts";
import type { ActorId, Message } from "./messages.ts";
import { deskMachine } from "./desk.ts";
import { ownerMachine } from "./owner.ts";
import { passwordMachine } from "./password.ts";
import { phoneLineMachine } from "./phone-line.ts";
import { promptMachine } from "./prompt.ts";
import { recoveryMachine } from "./recovery.ts";
import { recoveryCodesMachine } from "./recovery-codes.ts";
import { sessionMachine } from "./session.ts";
import { signInMachine } from "./sign-in.ts";
import { signatureMachine } from "./signature.ts";
import { totpMachine } from "./totp.ts";

/** One statechart of a world, with its input and the messages that it gets before the play begins. */
export interface CastMember {
  readonly id: ActorId;
  readonly machine: AnyStateMachine;
  readonly input: unknown;
  readonly first?: readonly Message[];
}

/** Everybody and everything that acts in a setup. */
export function cast(
  setup: Setup,
  worldSeed: number,
  attackerHolds: readonly string[],
): readonly CastMember[] {
  const portable = (holding: string): boolean => {
    const { kind } = holdingParts(holding as Holding);
    return kind !== "number" && kind !== "delivery" && kind !== "account";
  };
  const person = (holds: readonly string[]) => ({ setup, worldSeed, holds: holds.filter(portable) });
  return [
    { id: "owner", machine: ownerMachine, input: person(ownerHoldings(setup)) },
    { id: "attacker", machine: attackerMachine, input: person(attackerHolds) },
    ...setup.numbers.map((number): CastMember => ({
      id: `line:${number.id}`,
      machine: phoneLineMachine,
      input: lineInput(setup, number),
    })),
    ...setup.devices.map((device): CastMember => ({
      id: `handset:${device.id}`,
      machine: handsetMachine,
      input: handsetInput(setup, worldSeed, device),
    })),
    ...setup.accounts.flatMap((account) => castOfAccount(setup, worldSeed, account, attackerHolds)),
  ];
}

function castOfAccount(
  setup: Setup,
  worldSeed: number,
  account: Account,
  attackerHolds: readonly string[],
): readonly CastMember[] {
  const isHeld = { owner: !account.modelled, attacker: attackerHolds.includes(`account:${account.id}`) };
  return [
    {
      id: `account:${account.id}`,
      machine: accountMachine,
      input: { account, contents: contentsOf(setup, worldSeed, account.id) },
    },
    ...persons.flatMap((person): readonly CastMember[] => [
      {
        id: sessionOf(account.id, person),
        machine: sessionMachine,
        input: { account: account.id, accountTitle: titleOf(account), person },
        first: isHeld[person] ? [{ type: "OPEN" }] : [],
      },
      ...(["sign-in", "action", "recovery"] as const).map((ceremony): CastMember => ({
        id: ceremonyOf(account.id, ceremony, person),
        machine: ceremony === "recovery" ? recoveryMachine : signInMachine,
        input: { account, person, ceremony },
      })),
    ]),
    ...account.authenticators.flatMap((authenticator) => verifiersOf(worldSeed, account, authenticator)),
  ];
}

function verifiersOf(
  worldSeed: number,
  account: Account,
  authenticator: Authenticator,
): readonly CastMember[] {
  const key = `${account.id}/${authenticator.id}`;
  const id = verifierOf(account.id, authenticator, "owner");
  switch (factorOf(authenticator).verifier) {
    case "challenge":
      return persons.map((person) => ({
        id: verifierOf(account.id, authenticator, person),
        machine: challengeMachine,
        input: { account, authenticator, person, seed: seedFor(worldSeed, `${key}/${person}`) },
      }));
    case "password":
      return [
        {
          id,
          machine: passwordMachine,
          input: { authenticator: authenticator.id, value: originalPassword(account, authenticator) },
        },
      ];
    case "answers":
      return [
        {
          id,
          machine: answersMachine,
          input: { authenticator: authenticator.id, value: rightAnswers(account, authenticator) },
        },
      ];
    case "totp":
      return [
        {
          id,
          machine: totpMachine,
          input: { account, authenticator, seed: seedFor(worldSeed, key) },
        },
      ];
    case "hotp":
      return [{ id, machine: hotpMachine, input: { account, authenticator, seed: seedFor(worldSeed, key) } }];
    case "prompt":
      return persons.map((person) => ({
        id: verifierOf(account.id, authenticator, person),
        machine: promptMachine,
        input: { account, authenticator, person, seed: seedFor(worldSeed, `${key}/${person}`) },
      }));
    case "desk":
      return [{ id, machine: deskMachine, input: { account, authenticator, seed: seedFor(worldSeed, key) } }];
    case "recovery-codes":
      return [
        {
          id,
          machine: recoveryCodesMachine,
          input: {
            authenticator: authenticator.id,
            codes: codeListOf(worldSeed, key, authenticator),
            oneTimeUse: account.controls.oneTimeUse,
          },
        },
      ];
    case "signature":
      return [
        {
          id,
          machine: signatureMachine,
          input: { authenticator: authenticator.id, key: signatureKey(account.id, authenticator.id) },
        },
      ];
  }
}
