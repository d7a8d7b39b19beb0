// Call the carrier: have the block on senders removed that its filter has set.
import type { Response } from "../model/response.ts";
import { numbersStruck, stoppedAt } from "./what-happened.ts";

/** A quick call in the case that the project began with; half an hour is an estimate. */
const takes = 30 * 60_000;

export const carrierCallUnblock: Response<"carrier-call-unblock"> = {
  id: "carrier-call-unblock",
  sources: ["tidbits"],
  open: (_setup, opening) => {
    const numbers = numbersStruck(opening, "block-texts");
    if (numbers.length === 0) return undefined;
    return {
      takes,
      steps: numbers.map((number) => ({
        moves: [{ actor: "carrier", do: "unblock-texts", number }],
        restores: stoppedAt(opening, number),
        revokes: [],
        stops: [],
      })),
    };
  },
};
