// The command `onefactor`: takes the arguments after its name, and says with which exit code the process is to end.
import packageJson from "../../package.json" with { type: "json" };

/** Runs the command; exit codes: 0 nothing found · 1 findings · 2 wrong use · 3 nothing to scan. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--version")) {
    process.stdout.write(`onefactor ${packageJson.version}\n`);
    return 0;
  }
  process.stderr.write("onefactor: expected a command; none is built in yet.\n");
  return 2;
}
