// What a command may touch: its output, its folder, its environment. Tests hand in their own.
import { styleText } from "node:util";
import { plain, type Paint } from "../report/paint.ts";
import { compileQuickly } from "./compile-quickly.ts";
import { descriptorOutput, isFileOrPipe } from "./descriptor-output.ts";

/** A stream that people or programs read. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where it is none, so that files look the same everywhere. */
  readonly columns: number;
}

export interface Io {
  /** The folder from which the command was started. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets the process ready to read much code, which it does once. */
  readonly beforeParsing?: () => void;
}

/** The world of the running process. */
export function processIo(): Io {
  // Nobody is left who could be told of what cannot be told.
  const stderr = outputOf(
    2,
    () => process.stderr,
    () => process.exit(2),
  );
  return {
    cwd: process.cwd(),
    stdout: outputOf(
      1,
      () => process.stdout,
      ({ code, message }) => {
        stderr.write(`onefactor: the output cannot be written (${code ?? message}).\n`);
        process.exit(2);
      },
    ),
    stderr,
    env: process.env,
    beforeParsing: compileQuickly,
  };
}

function outputOf(
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  failed: (error: NodeJS.ErrnoException) => void,
): Output {
  return isFileOrPipe(descriptor) ? descriptorOutput(descriptor, failed) : outputTo(stream(), failed);
}

/** A stream as an output. `failed` is called once, when something cannot be written: a full disk, a broken one. */
export function outputTo(stream: NodeJS.WriteStream, failed: (error: NodeJS.ErrnoException) => void): Output {
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (closed) return;
    closed = true;
    // `onefactor lint | head` closes our output early. That is no error of ours: the rest is simply not wanted.
    if (error.code !== "EPIPE") failed(error);
  });
  return {
    write: (text) => void (closed || stream.write(text)),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? usableWidth(stream.columns) : 80,
  };
}

/** Some terminals, such as those of CI and of editors, tell no width or none that can be. */
function usableWidth(columns: number | undefined): number {
  return columns !== undefined && columns > 0 ? Math.max(60, Math.min(columns, 120)) : 80;
}

/** Colours where the output is a terminal that wants them (https://no-color.org), else none. */
export function paintFor(output: Output, env: Io["env"]): Paint {
  const wanted = output.isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  return wanted ? colours : plain;
}

// Whether to colour is decided above, for the stream that is written to; `styleText` would look at another one.
const style = (format: Parameters<typeof styleText>[0], text: string) =>
  styleText(format, text, { validateStream: false });

const severityFormats = { error: "red", warning: "yellow", info: "cyan" } as const;

const colours: Paint = {
  severity: (severity, text) => style(severityFormats[severity], text),
  strong: (text) => style("bold", text),
  faint: (text) => style("dim", text),
  good: (text) => style("green", text),
  bad: (text) => style("red", text),
};
