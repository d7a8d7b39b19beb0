// Africa's Talking, where a carrier is asked about a number. What it texts is among the services that only text.
// Read in the source of `africastalking` 0.8.3.
import type { Provider } from "./provider.ts";

export const africasTalkingInsights: Provider = {
  title: "Africa's Talking Insights",
  modules: ["africastalking"],
  checksCarrier: ({ path }) => /\bINSIGHTS\.checkSimSwapState$/.test(path),
};
