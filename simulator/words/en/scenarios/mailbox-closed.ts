// English words of the scenario "mailbox closed".
import type { ScenarioWords } from "./scenario-words.ts";

export const mailboxClosedWords: ScenarioWords = {
  title: "Mailbox closed",
  summary: "The mailbox is gone, and with it every code sent there.",
  mechanism:
    "A provider closes down, a job ends, or the mailbox is deleted because nobody has visited it. Every account that sends its codes or its password resets there can then no longer be recovered. One loss then counts many times: that is what a graph of a person's accounts shows.",
  strikes: "a mailbox",
  needs: ["A mailbox that somebody else can close"],
  sees: ["The sign-in page of the mailbox says that there is no such account."],
  now: ["Sign in to the other accounts while passwords still work, and enter another address."],
  variants: { closed: "It is closed" },
};
