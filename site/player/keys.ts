// The keys of the player.

export type Command = "next" | "back" | "first" | "last" | "help";

const commands: Readonly<Record<string, Command>> = {
  ArrowRight: "next",
  ArrowLeft: "back",
  " ": "next",
  Home: "first",
  End: "last",
  "?": "help",
};

/** What a key asks of the player; undefined where it belongs to the browser or to the control that has the focus. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined;
  const command = commands[event.key];
  if (command === undefined || !(event.target instanceof Element)) return command;
  // Arrows move in fields and between options; space presses what has the focus.
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]"))
    return undefined;
  if (event.key === " " && event.target.closest("button, a, summary, label, input")) return undefined;
  return command;
}

/** The step that a command leads to. */
export function stepAfter(command: Exclude<Command, "help">, step: number, last: number): number {
  switch (command) {
    case "next":
      return Math.min(step + 1, last);
    case "back":
      return Math.max(step - 1, 0);
    case "first":
      return 0;
    case "last":
      return last;
  }
}
