// Stop the forwarding: the carrier ends it, and the number's calls ring at the owner's again.
import type { Response } from "../model/response.ts";
import { numberBack } from "./number-back.ts";
import { isGained, numbersStruck } from "./what-happened.ts";

/** An estimate: noticing that nobody calls, and a call to the carrier. */
const takes = 2 * 60 * 60_000;

export const stopForwarding: Response<"stop-forwarding"> = {
  id: "stop-forwarding",
  sources: ["forwarding-2022"],
  open: (setup, opening) => {
    const numbers = numbersStruck(opening, "forward-calls").filter((number) =>
      isGained(opening, `calls:${number}`),
    );
    if (numbers.length === 0) return undefined;
    return { takes, steps: numbers.map((number) => numberBack(setup, opening, number)) };
  },
};
