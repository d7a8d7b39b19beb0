// What a command is made of, and how its arguments are read.
import { parseArgs } from "node:util";
import { visible } from "../report/escape.ts";
import { hang, padTo } from "../report/layout.ts";
import type { Io } from "./io.ts";
// Not by the door: whoever asks for help or mistypes an option need not wait for the statecharts.
import { nearest } from "../../simulator/model/nearest.ts";
import { UserError } from "./user-error.ts";

/** An option of a command: with a value of some kind, or without one. */
export interface Option {
  /** For people: `ID` or `text|json`; absent for an option without a value. */
  readonly value?: string;
  /** The values that are allowed, where they are few. */
  readonly oneOf?: readonly string[];
  readonly help: string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the command's name. */
  readonly operands: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Paragraphs and examples under the options. */
  readonly more: readonly string[];
  /** Gives the exit code. */
  readonly run: (given: Arguments, io: Io) => Promise<number> | number;
}

/** Reads the arguments of a command; throws a `UserError` that names the nearest option or value. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const known = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? "boolean" : "string" } as const,
    ]),
  );
  // Not `strict`: its errors name no nearest option. The tokens tell everything that it would have found.
  const { tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const options = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind === "option") {
      if (options.has(token.name)) throw usageError(command, `${token.rawName} is given twice.`);
      options.set(token.name, optionValue(command, token.name, token.rawName, token.value));
    }
  }
  return { positionals, options };
}

function optionValue(command: Command, name: string, rawName: string, value: string | undefined): string {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(command.options));
    throw usageError(
      command,
      `There is no option ${visible(rawName)}.`,
      ...(meant === undefined ? [] : [`Did you mean --${meant}?`]),
    );
  }
  if (option.value === undefined) {
    if (value !== undefined)
      throw usageError(command, `--${name} takes no value, found "${visible(value)}".`);
    return "";
  }
  // `--format --no-links` would read the next option as the value.
  if (value === undefined || value === "" || value.startsWith("--"))
    throw usageError(command, `--${name} needs a value: ${option.oneOf?.join("|") ?? option.value}.`);
  if (option.oneOf !== undefined && !option.oneOf.includes(value)) {
    const meant = nearest(value, option.oneOf);
    throw usageError(
      command,
      `--${name} is one of ${option.oneOf.join(", ")}; found "${visible(value)}".`,
      ...(meant === undefined ? [] : [`Did you mean --${name} ${meant}?`]),
    );
  }
  return value;
}

/** An error of use, with where to read on. */
export function usageError(command: Command, message: string, ...help: readonly string[]): UserError {
  return new UserError(message, ...help, `See: onefactor ${command.name} --help`);
}

/** The help page of a command. */
export function commandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { value, help }]) => ({
    left: `  --${name}${value === undefined ? "" : ` ${value}`}`,
    help,
  }));
  const column = Math.max(0, ...rows.map(({ left }) => left.length)) + 2;
  return `${[
    command.summary,
    "",
    `Usage: onefactor ${command.name}${command.operands === "" ? "" : ` ${command.operands}`}${rows.length === 0 ? "" : " [options]"}`,
    ...(rows.length === 0 ? [] : ["", "Options:"]),
    ...rows.flatMap(({ left, help }) => hang(padTo(left, column), help, 80)),
    ...(command.more.length === 0 ? [] : ["", ...command.more]),
  ].join("\n")}\n`;
}
