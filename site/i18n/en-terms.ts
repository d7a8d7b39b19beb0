// English words that explain the name of a scenario: apart from the player's words, which every visit loads.

export const enTerms: Readonly<Partial<Record<string, string>>> = {
  "ss7-interception":
    "SS7 is Signalling System No. 7: the messages by which phone networks tell each other where a number is.",
};
