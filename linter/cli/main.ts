// The command `onefactor`: finds the command that is meant, runs it, and turns every error into words and an exit code.
import packageJson from "../../package.json" with { type: "json" };
import { visible } from "../report/escape.ts";
import { type Command, commandHelp, readArguments } from "./command.ts";
import { lintCommand } from "./commands/lint.ts";
import { type Io, processIo } from "./io.ts";
// Not by the door: whoever asks for help or mistypes an option need not wait for the statecharts.
import { nearest } from "../../simulator/model/nearest.ts";
import { UserError } from "./user-error.ts";

/** The commands, each loaded only when it is asked for, apart from the one that nearly everybody asks for. */
const commands: Readonly<
  Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>
> = {
  lint: {
    summary: "find ways into accounts that a phone number alone opens, and careless codes",
    load: async () => lintCommand,
  },
  extract: {
    summary: "write down the setup that code stands for, to be played and changed",
    load: async () => (await import("./commands/extract.ts")).extractCommand,
  },
  simulate: {
    summary: "play an attack or a failure against a setup, step by step",
    load: async () => (await import("./commands/simulate.ts")).simulateCommand,
  },
  explain: {
    summary: "tell about a rule, scenario, factor, control, response or case",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  schema: {
    summary: "print the JSON Schema of a setup file",
    load: async () => (await import("./commands/schema.ts")).schemaCommand,
  },
};

/** Runs the command; exit codes: 0 nothing found · 1 findings · 2 wrong use, or a bug · 3 nothing to scan. */
export async function main(args: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    if (error instanceof UserError) {
      io.stderr.write(
        `${[`onefactor: ${error.message}`, ...error.help.map((line) => `  ${line}`)].join("\n")}\n`,
      );
    } else {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr.write(
        `onefactor: this is a bug in onefactor, not in what you gave it. Please report it as CONTRIBUTING.md says,\n` +
          `with the lines below and, if you can share it, the input.\n${stack}\n`,
      );
    }
    return 2;
  }
}

async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) {
    io.stderr.write(overview());
    return 2;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    const [topic] = args;
    io.stdout.write(topic === undefined ? overview() : commandHelp(await find(topic).load()));
    return 0;
  }
  if (name === "--version" || name === "-V") {
    io.stdout.write(`onefactor ${packageJson.version}\n`);
    return 0;
  }
  const command = await find(name).load();
  if (args.includes("--help") || args.includes("-h")) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run(readArguments(command, args), io);
}

function find(name: string) {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found !== undefined) return found;
  const meant = nearest(name, Object.keys(commands));
  throw new UserError(
    `There is no command "${visible(name)}".`,
    meant === undefined
      ? `There are: ${Object.keys(commands).join(", ")}.`
      : `Did you mean: onefactor ${meant}?`,
    "See: onefactor --help",
  );
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `onefactor: a second factor that rests on the same thing as the first is one factor.

Usage: onefactor <command> [options]

${rows.join("\n")}

Try:
  onefactor lint .
  onefactor simulate my.setup.yaml --scenario sim-swap
  onefactor simulate --case german-banks-2017
  onefactor <command> --help

Exit codes: 0 nothing found, 1 findings, 2 wrong use, 3 nothing to scan.
`;
}
