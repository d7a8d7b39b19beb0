// English words of the cases: what happened, as far as our sources tell it, and what it teaches.
import type { CaseId } from "../../cases/index.ts";

/** The words of one case. */
export interface CaseWords {
  readonly title: string;
  readonly happened: string;
  /** What it teaches, and where the replay fills in what is not told. */
  readonly teaches: string;
  /** How it ended for each account of the replay, as published. */
  readonly published: Readonly<Record<string, string>>;
}

export const caseWords: Readonly<Record<CaseId, CaseWords>> = {
  "german-banks-2017": {
    title: "Texts of German banks, redirected",
    happened:
      "Bank customers in Germany lost money in January 2017. The passwords of their online banking had been phished before. Then the texts with the codes for transfers were redirected through signalling between phone networks, and read by the thieves. The carrier confirmed it in May.",
    teaches:
      "A password that is known and a text that is read elsewhere are both factors at once. The phone shows nothing.",
    published: { bank: "Money was transferred out of the accounts." },
  },
  "british-bank-2019": {
    title: "Codes of a British bank, intercepted",
    happened:
      "At the end of January 2019 it was reported that texts with codes had been intercepted through SS7, and a British bank confirmed that a few of its customers had been hit. The national cyber security centre said that it knew of such attacks on bank accounts. By the bank's account no customer had to bear a loss.",
    teaches: "It is not only for secret services. Criminals read texts on their way too.",
    published: { bank: "Thieves got into a few accounts with intercepted codes." },
  },
  "staff-accounts-2018": {
    title: "A way by text that nobody could switch off",
    happened:
      "In June 2018 somebody got into accounts of a few employees of a large web site, at the companies that hosted its code and data. The site's rule was an app as second factor. Some providers kept a way back by text all the same, and the texts were intercepted.",
    teaches:
      "An account is as strong as its weakest way in, and the owner does not always choose the ways. The replay has the text take the app away; how it went at each provider is not told.",
    published: { "code-host": "The attacker got in by intercepted texts, although the rule was an app." },
  },
  "exchange-2021": {
    title: "A recovery that hands out the code",
    happened:
      "Between March and May 2021 thieves took money from at least 6,000 accounts of an exchange. They knew passwords and phone numbers, and were in the mailboxes. A flaw in the recovery by SMS then gave them the code as well. The exchange says that it closed the flaw and made good the losses.",
    teaches:
      "A second factor that recovery gives away is none. The replay has the mailbox change the number on file; the letter does not say how the flaw worked.",
    published: {
      exchange: "Funds were moved out of at least 6,000 accounts.",
      mail: "The thieves were in the mailboxes too.",
    },
  },
  "rerouted-texts-2021": {
    title: "All texts for 16 dollars",
    happened:
      "In March 2021 a reporter let somebody show how easy it is. For 16 dollars a month and a letter with false particulars, a text service for businesses took the texts of his number over. His phone went on looking normal. Accounts that a text alone opens were taken.",
    teaches: "A number can be taken without its SIM. There is nothing to see, since calls and coverage stay.",
    published: {
      messenger: "His messenger was taken over.",
      dating: "His account at a dating app was taken over.",
      delivery: "His account at a delivery service was taken over.",
    },
  },
  "agency-2024": {
    title: "Switched off, then swapped",
    happened:
      "In January 2024 somebody took over the number of an agency's account at a social network, and had its password reset. The second factor had been switched off in July 2023, because the staff had trouble getting in.",
    teaches:
      "Fear of being locked out opened the door. A second factor that cannot be lived with is switched off. Which kind it had been is not told; the replay takes a text.",
    published: { social: "Somebody who was not the agency reset the password." },
  },
  "prompts-2022": {
    title: "Prompt after prompt",
    happened:
      "In September 2022 somebody told how he had got into a company. With an employee's password he sent prompt after prompt, and wrote to the employee in the name of the company's IT. After an hour one was approved. From there the way led into the company's systems.",
    teaches:
      "A prompt that only wants a tap can be tapped to be left in peace. A number to match, and a limit of prompts, close that.",
    published: { work: "One prompt was approved, and the attacker was in." },
  },
  "messenger-2022": {
    title: "The sender of the codes was broken into",
    happened:
      "In the summer of 2022 employees of a company that texts codes for others typed their passwords into a false site. Whoever had them could read the codes of about 1,900 users of a messenger. They looked for three of them; one reported that his number had been registered anew.",
    teaches:
      "A code that is texted passes through hands that nobody has chosen. A PIN of the messenger's own would have been in the way.",
    published: { messenger: "One of the three users reported that the number had been registered anew." },
  },
  "keys-2022": {
    title: "The same attack, with keys",
    happened:
      "In July 2022 at least 76 employees of another company got the same kind of text as those of the sender of codes. Three typed their passwords into the false site. The thieves tried them, and could not get past the security keys that every employee has.",
    teaches:
      "People fall for good imitations. A security key signs for the real site only, so there is nothing to hand over.",
    published: { work: "The passwords were tried. By the company's account no system was entered." },
  },
  "synced-codes-2023": {
    title: "Codes that lay in the cloud",
    happened:
      "In August 2023 an employee signed in on a false site, and gave a code away in a call. The thieves got into the employee's cloud account, where the authenticator app kept its seeds. So, the company says, they had the codes of the other accounts as well, and they took over the accounts of 27 of its customers.",
    teaches:
      "Syncing saves the owner from a lost phone and makes all second factors one account. The replay begins where the thieves are in that account.",
    published: { admin: "With the codes from the cloud they reached the company's administration tools." },
  },
  "tokens-2011": {
    title: "Copied tokens",
    happened:
      "In March 2011 something about the code tokens of a large maker was stolen from it. In June it confirmed that this had been used in an attack on a customer, which was stopped. It offered customers new tokens.",
    teaches:
      "A code token and the service share a seed, so a copy at the maker is a copy of the token. What then holds is whatever is asked for beside it. How the attack was stopped is not told; the replay has the password hold.",
    published: { network: "The attack on the customer was stopped." },
  },
  "watched-passcode-2023": {
    title: "The passcode was all it took",
    happened:
      "In 2023 reporters told of thieves in bars who watched how somebody typed the passcode of a phone, and then took the phone. With the passcode they changed the password of the account behind it, and set a recovery key. Without that key, the reporters wrote, the rules of the maker of the phone left the owners almost without a way back.",
    teaches:
      "One short code opened the account, and one protective setting kept its owner out. Both sides of the question, in one mechanism.",
    published: {
      cloud: "The thieves had the account, and owners who had no recovery key were not let back in.",
    },
  },
  "social-outage-2022": {
    title: "The codes stopped coming",
    happened:
      "In November 2022 users of a social network reported that texts with codes no longer came, while parts of the service were being switched off. Others came hours late. Whoever had to sign in could be locked out.",
    teaches:
      "A second factor that the service sends works for as long as the service sends. Nobody attacked.",
    published: { social: "Codes by text came hours late or not at all, for some users." },
  },
  "sign-in-outage-2018": {
    title: "Fourteen hours without a second factor",
    happened:
      "On 19 November 2018 the service that many offices use for second factors was down, from 04:39 to 18:38 UTC. Whoever had to give one could not sign in, and the reset that people can do themselves was hit too.",
    teaches:
      "Every second factor that one company checks fails with it. A factor that nobody has to send, or a session that is still open, would have carried people over the day.",
    published: { work: "Whoever had to give a second factor could not sign in." },
  },
  "network-outage-2022": {
    title: "A carrier down for a day",
    happened:
      "On 8 July 2022 a carrier in Canada was down for more than 15 hours. Sign-ins at banks that needed the phone failed with it.",
    teaches:
      "A text needs the carrier on the very day. Nobody attacked, and nothing of the owner's was lost.",
    published: { bank: "Sign-ins that needed the phone failed." },
  },
  "mountains-2025": {
    title: "No codes in the mountains",
    happened:
      "A woman in the mountains of North Carolina has no coverage at home. With Wi-Fi calling she gets the texts of her friends, but codes from five-digit short codes do not come. Her bank, her mailbox and her health insurance all text.",
    teaches: "A code can fail although texts work. Her landline works well, and nobody calls it with a code.",
    published: {
      bank: "The codes of her bank did not come.",
      health: "The codes of her health insurance did not come.",
    },
  },
  "antarctica-2023": {
    title: "No tower in Antarctica",
    happened:
      "No carrier has a tower at the American stations in Antarctica. People are told to switch codes by text off before they go. Where an app or a key takes its place, nothing changes; some services, banks above all, offer no other way.",
    teaches:
      "What arrives by phone arrives where there are phones. The advice that helps has to be taken before the trip.",
    published: {
      bank: "A bank that only texts cannot be signed in to.",
      mail: "An app makes its codes without any network.",
    },
  },
  "kept-number-2017": {
    title: "The number stayed on file",
    happened:
      "A report of March 2017 says that a service for blogs kept the number after its owner had switched the second factor off. The password could still be reset by a text to it. Nobody had set it up for that.",
    teaches:
      "A number that was given for one purpose opens a way for another. Whoever has the number next, has the way.",
    published: { blog: "A text to the number that was kept is enough for a new password." },
  },
  "old-number-2018": {
    title: "The number on file was the old one",
    happened:
      "A year later the same report tells the other side. People who had forgotten their password, and no longer had that number, got no link: the code went to the old number.",
    teaches:
      "One mechanism, both answers: the number that should be gone lets a stranger in and keeps the owner out.",
    published: { blog: "The code of the reset went to a number that the owner no longer had." },
  },
  "blocked-codes-2022": {
    title: "Every text came, except the codes",
    happened:
      "Somebody changed carriers in 2021. Texts from people arrived, texts with codes did not, and nothing said so. His pension account stayed closed; his bookkeeping let him use e-mail instead. One call to the carrier removed the block.",
    teaches:
      "The carrier decides which senders may text. A second way in is what makes such a day a nuisance rather than a loss.",
    published: {
      pension: "He could not sign in, since the code never came.",
      books: "He signed in with a code by e-mail instead.",
    },
  },
};
