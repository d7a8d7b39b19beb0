// An error that the user can mend: printed without a stack, with what to do next.

/** Something that the user asked for and that cannot be done. The command ends with exit code 2. */
export class UserError extends Error {
  /** What to do next, one line each. */
  readonly help: readonly string[];

  constructor(message: string, ...help: readonly string[]) {
    super(message);
    this.name = "UserError";
    this.help = help;
  }
}
