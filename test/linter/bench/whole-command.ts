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
  /** The least time of processors that any run took: other programs that run meanwhile change it little. */
  readonly busy: number;
  /** The most memory that any run held. */
  readonly megabytes: number;
}

const tellUse = `process.on("exit",()=>{const {maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write("\\npeak="+maxRSS+" busy="+(userCPUTime+systemCPUTime)+"\\n")})`;

/** Runs each command `times` times, one after the other in turn; a first round warms caches and does not count. */
export function measured(commands: readonly Command[], times: number): readonly Measured[] {
  const runs = commands.map(({ name }) => ({ name, all: [] as number[], busy: Infinity, megabytes: 0 }));
  for (let round = 0; round <= times; round++)
    for (const [index, command] of commands.entries()) {
      const { milliseconds, busy, megabytes } = run(command);
      const told = runs[index];
      if (told === undefined || round === 0) continue;
      told.all.push(milliseconds);
      told.busy = Math.min(told.busy, busy);
      told.megabytes = Math.max(told.megabytes, megabytes);
    }
  return runs.map(({ name, all, busy, megabytes }) => ({
    name,
    busy,
    megabytes,
    milliseconds: all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN,
  }));
}

function run({ name, args, cwd }: Command): Omit<Measured, "name"> {
  const began = performance.now();
  const { status, error, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(tellUse)}`, ...args],
    { cwd, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "ignore", "pipe"] },
  );
  const milliseconds = performance.now() - began;
  // 1 is for findings, here as with the others; whatever is more is no measurement.
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${name} ended with ${status}: ${error?.message ?? stderr.slice(-2_000)}`);
  const [, peak, busy] = /peak=(\d+) busy=(\d+)/.exec(stderr) ?? [];
  return { milliseconds, busy: Number(busy) / 1_000, megabytes: Number(peak) / 1_024 };
}

/** One line for each command: time as clocks and processors tell it, each as so many times the first one's, and memory. */
export function table(all: readonly Measured[]): string {
  const [first] = all;
  return all
    .map(({ name, milliseconds, busy, megabytes }) =>
      [
        name.padEnd(34),
        `${Math.round(milliseconds)} ms`.padStart(10),
        `× ${(milliseconds / (first?.milliseconds ?? 1)).toFixed(2)}`.padStart(9),
        `${Math.round(busy)} ms busy`.padStart(15),
        `× ${(busy / (first?.busy ?? 1)).toFixed(2)}`.padStart(9),
        `${Math.round(megabytes)} MB`.padStart(8),
      ].join(" "),
    )
    .join("\n");
}
