// Wait: what is over by itself gives everything back, and nothing has been weakened in the meantime.
import type { Response } from "../model/response.ts";
import { undoing } from "./undoing.ts";

export const waitItOut: Response<"wait-it-out"> = {
  id: "wait-it-out",
  sources: ["azure-mfa-2018", "rogers-2022"],
  open: (_setup, { lasts, moves, losses }) => {
    const ends = moves.map(undoing).filter((move) => move !== undefined);
    if (lasts === undefined || ends.length < moves.length) return undefined;
    return { takes: lasts, steps: [{ moves: ends, restores: losses, revokes: [], stops: [] }] };
  },
};
