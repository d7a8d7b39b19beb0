// Use Wi-Fi calling: at home the carrier switches it on for the number, and texts and calls come over the Internet.
import { numberById } from "../model/find.ts";
import type { Response } from "../model/response.ts";
import { numbersStruck, stoppedAt } from "./what-happened.ts";

/** An estimate: finding the setting, and the carrier switching it on. */
const takes = 60 * 60_000;

export const useWifiCalling: Response<"use-wifi-calling"> = {
  id: "use-wifi-calling",
  sources: ["tidbits", "brr-sms-mfa"],
  open: (setup, opening) => {
    // On a public hotspot it is no good idea, and in the air there is often no network at all.
    if (opening.where !== "at-home") return undefined;
    const numbers = numbersStruck(opening, "set-reception").filter(
      (number) => numberById(setup, number).wifiCalling === "none",
    );
    if (numbers.length === 0) return undefined;
    return {
      takes,
      steps: numbers.map((number) => ({
        moves: [{ actor: "carrier", do: "set-reception", number, reception: "everything" }],
        restores: stoppedAt(opening, number),
        revokes: [],
        stops: [],
      })),
    };
  },
};
