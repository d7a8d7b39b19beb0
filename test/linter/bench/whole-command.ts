// Runs whole commands in turn and tells how long each takes, so that what slows the machine down slows all of them.
import { spawnSync } from "node:child_process";

export interface Command {
  readonly name: string;
  /** A script for Node with its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface Measured {
  readonly name: string;
  /** The middle of all runs. */
  readonly milliseconds: number;
  /** The most memory that any run held. */
  readonly megabytes: number;
}

const tellPeak = `process.on("exit",()=>process.stderr.write("\\npeak="+process.resourceUsage().maxRSS+"\\n"))`;

/** Runs each command `times` times, one after the other in turn; a first round warms caches and does not count. */
export function measured(commands: readonly Command[], times: number): readonly Measured[] {
  const runs = commands.map(({ name }) => ({ name, all: [] as number[], megabytes: 0 }));
  for (let round = 0; round <= times; round++)
    for (const [index, command] of commands.entries()) {
      const { milliseconds, megabytes } = run(command);
      const told = runs[index];
      if (told === undefined || round === 0) continue;
      told.all.push(milliseconds);
      told.megabytes = Math.max(told.megabytes, megabytes);
    }
  return runs.map(({ name, all, megabytes }) => ({
    name,
    megabytes,
    milliseconds: all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN,
  }));
}

function run({ name, args, cwd }: Command): { milliseconds: number; megabytes: number } {
  const began = performance.now();
  const { status, error, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(tellPeak)}`, ...args],
    { cwd, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "ignore", "pipe"] },
  );
  const milliseconds = performance.now() - began;
  // 1 is for findings, here as with the others; whatever is more is no measurement.
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${name} ended with ${status}: ${error?.message ?? stderr.slice(-2_000)}`);
  return { milliseconds, megabytes: Number(/peak=(\d+)/.exec(stderr)?.[1] ?? 0) / 1_024 };
}

/** One line for each command: time, times the first one's, and memory. */
export function table(all: readonly Measured[]): string {
  const [first] = all;
  return all
    .map(({ name, milliseconds, megabytes }) =>
      [
        name.padEnd(34),
        `${Math.round(milliseconds)} ms`.padStart(10),
        `× ${(milliseconds / (first?.milliseconds ?? 1)).toFixed(2)}`.padStart(9),
        `${Math.round(megabytes)} MB`.padStart(8),
      ].join(" "),
    )
    .join("\n");
}
