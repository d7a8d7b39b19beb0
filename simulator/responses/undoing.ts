// The move that ends what another one began.
import type { Move } from "../model/move.ts";

/** What ends a passing event; undefined where nothing ends it by itself. */
export function undoing(move: Move): Move | undefined {
  switch (move.do) {
    case "block-texts":
      return { actor: "carrier", do: "unblock-texts", number: move.number };
    case "set-reception":
      return { actor: "carrier", do: "set-reception", number: move.number, reception: "everything" };
    case "delay-texts":
      return { actor: "carrier", do: "delay-texts", number: move.number, by: 0 };
    case "stop-sending":
      return { actor: "service", do: "resume-sending", account: move.account };
    case "cut-internet":
      return { actor: "chance", do: "restore-internet", device: move.device };
    case "set-clock":
      return { actor: "chance", do: "set-clock", device: move.device, seconds: 0 };
    default:
      return undefined;
  }
}
