// English words of the problems that a setup or a link can have.
import type { Problem, ProblemId } from "../../model/problems.ts";

type Params = Problem["params"];

/** The problem in one or two sentences: what was found, what was expected, and what may have been meant. */
export function sayProblem(problem: Problem): string {
  const near = problem.params["near"];
  const sentence = words[problem.id](problem.params);
  return near === undefined ? sentence : `${sentence} Did you mean "${near}"?`;
}

/** The same with its place in front: `my.setup.yaml:12:5 accounts[1].kind: …`. The name is the caller's to escape. */
export function sayProblemAt(problem: Problem, name: string): string {
  const path = problem.path === "" ? "" : ` ${problem.path}`;
  const warning = problem.severity === "warning" ? "warning: " : "";
  return `${name}:${problem.line}:${problem.column}${path}: ${warning}${sayProblem(problem)}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text (in YAML, quotes make a number text)",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  mapping: "a mapping of keys to values",
};

const jsonWords: Readonly<Record<string, string>> = {
  value: "a value",
  "value-or-end": "a value or ]",
  key: "a key in double quotes",
  "key-or-end": "a key in double quotes, or }",
  colon: "a colon after the key",
  "comma-or-end": "a comma, or the bracket that closes this",
  "end-of-text": "nothing more",
  "closed-text": "a text that ends with a double quote and has no line breaks or unknown escapes in it",
};

// By the codes of the YAML library; the words are ours.
const yamlWords: Readonly<Record<string, string>> = {
  BAD_ALIAS: "an alias needs a name",
  BAD_DQ_ESCAPE: "this escape does not exist in double quotes",
  BAD_INDENT: "the indentation does not fit what stands around it",
  BAD_SCALAR_START: "a value cannot begin like this; put it in quotes",
  BLOCK_AS_IMPLICIT_KEY: "a mapping inside a mapping starts on a line of its own",
  BLOCK_IN_FLOW: "inside brackets, lists and mappings need brackets too",
  KEY_OVER_1024_CHARS: "a key is at most 1024 characters long",
  MISSING_CHAR: "a quote, bracket, comma or space is missing",
  MULTILINE_IMPLICIT_KEY: "a key stands on one line",
  MULTIPLE_ANCHORS: "one value can have one anchor only",
  TAB_AS_INDENT: "tabs cannot indent; use spaces",
  UNEXPECTED_TOKEN: "this does not belong here",
};

const words: Readonly<Record<ProblemId, (params: Params) => string>> = {
  "too-large": ({ limit, format }) =>
    `The text is over the limit for ${of(format).toUpperCase()} of ${of(limit)} bytes.`,
  "not-utf-8": () => "The text is not UTF-8. Save it as UTF-8 and try again.",
  binary: () => "This is not a text: it holds a NUL character. A setup is YAML or JSON in UTF-8.",
  empty: () => "The text holds no setup. A setup begins with version: 1 and a title.",
  "yaml-syntax": ({ code, found }) =>
    `This is not YAML: ${yamlWords[of(code)] ?? "it is not well formed"}. Found ${of(found)}.`,
  "json-syntax": ({ expected, found }) =>
    `This is not JSON: expected ${jsonWords[of(expected)] ?? "something else"}, found ${of(found)}.`,
  "several-documents": () => "A second YAML document begins here. One file holds one setup.",
  "yaml-directive": ({ found }) => `Setups are YAML 1.2; the directive ${of(found)} is not accepted.`,
  "yaml-tag": ({ found }) => `YAML tags are not accepted. Leave out ${of(found)}.`,
  "too-many-aliases": ({ limit }) => `More than ${of(limit)} YAML aliases. Write the values out.`,
  "unusable-alias": () =>
    "A YAML alias names no anchor before it, stands inside what it names, or multiplies too much. Write the value out.",
  "merge-key": () => "YAML merge keys (<<) are not accepted. Write the keys out.",
  "key-not-text": ({ found }) => `Expected a key that is text, found ${of(found)}.`,
  "duplicate-key": ({ found }) => `The key ${of(found)} stands twice in one mapping.`,
  "forbidden-key": ({ found }) => `The key ${of(found)} is not accepted anywhere in a setup.`,
  "too-deep": ({ limit }) => `Lists and mappings are nested deeper than ${of(limit)} levels.`,
  "too-many-values": ({ limit }) => `The text holds more than ${of(limit)} values and signs.`,

  "not-a-mapping": ({ found }) =>
    `Expected a setup, that is a mapping with version and title; found ${of(found)}.`,
  "version-missing": ({ readable }) =>
    `The version is missing. This program reads version ${of(readable)}: add version: ${of(readable)}.`,
  "version-unknown": ({ found, readable }) =>
    `This program reads version ${of(readable)}; found version ${of(found)}.`,
  "missing-key": ({ key }) => `The key "${of(key)}" is missing here.`,
  "unknown-key": ({ found, known }) => `There is no key ${of(found)} here. Known are: ${of(known)}.`,
  "wrong-type": ({ expected, found }) =>
    `Expected ${typeWords[of(expected)] ?? of(expected)}, found ${of(found)}.`,
  "not-one-of": ({ words, found }) => `Expected one of ${of(words)}; found ${of(found)}.`,
  "bad-id": ({ found }) =>
    `Expected an id of lower-case letters, digits and hyphens (at most 64), found ${of(found)}.`,
  "bad-duration": ({ found }) => `Expected a length of time such as 30s, 10m, 24h or 7d; found ${of(found)}.`,
  "out-of-range": ({ bound, limit, found }) => `Expected at ${of(bound)} ${of(limit)}, found ${of(found)}.`,
  "not-whole": ({ found }) => `Expected a whole number, found ${of(found)}.`,
  "too-long": ({ limit }) => `Expected at most ${of(limit)} characters.`,
  "too-short": ({ limit }) => `Expected at least ${of(limit)} characters.`,
  "not-accepted": ({ expected, found }) => `Expected ${of(expected)}, found ${of(found)}.`,

  "duplicate-id": ({ found, of: what, first }) =>
    `The id ${of(found)} is taken: entry ${of(first)} of this list (counted from 0) is the ${of(what)} of that name.`,
  "dangling-reference": ({ found, to, known }) =>
    `${to === "authenticator" ? "This account has no authenticator" : `There is no ${of(to)}`} ${of(found)}` +
    `${known === "" ? "" : ` (there are: ${of(known)})`}.`,
  "reference-of-other-kind": ({ found, to, other }) =>
    `Expected the id of ${to === "authenticator" ? "an authenticator of this account" : article(of(to))}, but ${of(found)} is the id of ${article(of(other))}.`,
  "sim-in-two-devices": ({ found, other }) =>
    `The SIM of the number ${of(found)} is in the device "${of(other)}" already, and a SIM is in one place.`,
  "thing-of-other-kind": ({ found, kind, wanted }) =>
    `Expected a thing of the kind ${of(wanted)}; ${of(found)} is of the kind ${of(kind)}.`,
  "desk-without-ground": ({ asks, key }) =>
    `This desk asks for ${article(of(asks))}, but says nothing about which. Add ${of(key)}.`,
  nowhere: ({ kind, keys }) => `This ${of(kind)} is nowhere. Say where it is, with one of ${of(keys)}.`,
  "code-to-itself": ({ account }) =>
    `What opens "${of(account)}" is sent to "${of(account)}": one would have to be in already to get in.`,
  "kept-in-itself": ({ account }) => `The password of "${of(account)}" cannot be kept in "${of(account)}".`,
  "kept-behind-itself": ({ account }) =>
    `Every way into "${of(account)}" asks for this same password, so it cannot be the place where it is kept.`,
  "notice-nowhere": () => "This notice goes nowhere. Say where, with one of mailbox, number.",
  "notice-twice": () =>
    "This notice names both a mailbox and a number. Write two notices, so that each goes to one place.",
  "removes-nothing": () =>
    "A recovery that gives factor-removal names the authenticators it removes. Add removes.",
  "removes-without-removal": ({ gives }) =>
    `Only a recovery that gives factor-removal removes authenticators; this one gives ${of(gives)}.`,
  "described-although-not-modelled": ({ account, key }) =>
    `The account "${of(account)}" says modelled: false, that is, nothing is told about how to get in. Leave out ${of(key)}, or modelled: false.`,

  circle: ({ circle }) =>
    `These accounts are reached through each other: ${of(circle)}. Losing one can lose them all.`,
  "listed-twice": ({ found }) => `${of(found)} stands twice in this list, which says no more than once.`,
  "codes-nowhere": ({ keys }) =>
    `These recovery codes are neither printed nor stored, so nobody can use them. Say where they are, with one of ${of(keys)}.`,
  "sim-nowhere": ({ found }) =>
    `The SIM of the number ${of(found)} is in no device, so nothing that is sent there reaches the owner.`,
  "line-nowhere": ({ found }) =>
    `No device answers the landline ${of(found)}, so nothing that is sent there reaches the owner. Add a landline-phone that names it in sims.`,
  "mirrors-own-number": ({ found }) =>
    `This device answers the number ${of(found)} itself, so it has its texts without mirroring them.`,
  "real-phone-number": ({ found }) =>
    `${of(found)} looks like a real phone number. Setups get shared; use an invented name.`,
  "real-address": ({ found }) =>
    `${of(found)} looks like a real e-mail address. Setups get shared; use an invented name.`,
  "real-seed": ({ found }) =>
    `${of(found)} looks like the secret of an authenticator app. A setup needs none; leave it out, and replace it if it was shared.`,
  "real-secret-link": ({ found }) =>
    `${of(found)} looks like a link with a secret in it. A setup needs none; leave it out, and replace it if it was shared.`,

  "more-problems": ({ told, more }) =>
    `The first ${of(told)} are told; ${of(more)} more follow from here on.`,
  "link-too-large": ({ limit }) => `The link holds more than ${of(limit)} bytes, so it is not opened.`,
  "link-unreadable": () => "The link is damaged: part of it is missing or changed. Copy it again as a whole.",
  "link-version": ({ found, readable }) =>
    `This program reads links of version ${of(readable)}; this one begins with ${of(found)}.`,
  "link-incomplete": ({ path, expected }) =>
    `The link is not complete: expected ${of(expected)} at ${of(path)}.`,
};

function of(param: string | number | undefined): string {
  return param === undefined ? "?" : String(param);
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
