// The English words of the site. Other languages are files of the same shape; the build reports a missing key.
import { enPlayer } from "./en-player.ts";
import { enTerms } from "./en-terms.ts";

export const en = {
  ...enPlayer,
  terms: enTerms,
  playPage: {
    lead: "Pick a setup and a scenario. Step through it. Then switch something and see who gets in and who is locked out.",
    noScript: "The player needs JavaScript. The lessons and the home page work without it.",
  },
  site: {
    name: "onefactor",
    tagline: "A second factor that rests on the same thing as the first is one factor.",
    skip: "Skip to the content",
    learn: "Learn",
    play: "Play",
    lint: "Lint",
    workshop: "Workshop",
    reference: "Reference",
    about: "About the model",
    rules: "Rules",
    theme: { label: "Theme", auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
    main: "Main",
    footer:
      "Everything runs in your browser. Nothing you do here leaves it, and there is nothing to sign up for.",
    source: "MIT licence",
  },
  home: {
    title: "Two factors. One peg.",
    lead: "A password and a texted code look like two locks. If a text can also reset the password, both hang on your phone number.",
    take: "Take the number away",
    back: "Put it back",
    start: "Start with lesson 1",
    saidBefore:
      "Mail and Bank ask for a password and a texted code. A text alone also sets a new password: the dotted cord.",
    saidAfter:
      "Whoever has the number resets both passwords and receives both codes. Work stays: its key did not move with the number.",
    before:
      "Before: Mail and Bank each hang on memory and on the phone number. Work hangs on memory and on a security key.",
    after: "After: the attacker took the phone number. Mail and Bank are taken over. Work is safe.",
    ways: "Three ways on",
    learn: { title: "Learn", text: "Short lessons. Guess what happens, play it, see why." },
    play: {
      title: "Play",
      text: "Switch factors and ways back in on and off. Step through an attack or a failure and see who gets in and who is locked out.",
    },
    lint: { title: "Lint", text: "Find the password reset in your own code that a texted code alone opens." },
  },
  learn: {
    title: "Learn",
    lead: "Each lesson is one idea. You guess what happens, play it, and see why.",
    minutes: (count: number): string => `${count} minutes`,
    more: "More lessons are being written. Until then:",
    toPlay: "Try your own setup in the player",
    all: "All lessons",
    next: (title: string): string => `Next: ${title}`,
  },
  lesson: {
    predict: "Before you play",
    right: "Yes.",
    wrong: "Not quite.",
    recap: "What to keep",
    howSure: "How sure are we?",
    source: "source",
    via: "read through",
    undated: (read: string): string => `undated, read ${read}`,
  },
  workshop: {
    title: "Workshop",
    lead: "Ready plans for a room: what to say, what to show, what to expect, and sheets to write on.",
    present: "Presenter view",
    handout: "Handout",
    goals: "Afterwards",
    needs: "You need",
    short: (minutes: number): string =>
      `Short of time? Without the parts marked so it takes ${minutes} minutes.`,
    plan: "Plan",
    fromMinute: (minute: number): string => `from minute ${minute}`,
    canSkip: "skip if short of time",
    script: "Do and say",
    expect: "What you may hear",
    answer: "Answer",
    notes: "Notes",
    keys: "→ or PageDown goes on. On a slide with a play, → steps through the play and PageDown goes on. A shows the answer, F fills the screen.",
    showAnswer: "Answer",
    slides: "Slides",
    before: "Slide before",
    next: "Next slide",
    leave: "Back to the plan",
    stillLoading: "Still loading. Keep the network on.",
    allHere: "All loaded. No network needed.",
    notAllHere: "Not all could be loaded. Reload while there is a network.",
    printHint: "Print this page: a sheet to write on, then the answers. Keep the second for yourself.",
    ownSheet: "This sheet is yours. Nobody collects it.",
    because: "Because",
    answers: "answers",
    asModelled: "As the simulator answers it",
    account: "Account",
    effective: "Effective factors",
  },
  rules: {
    title: "Rules",
    lead: "What the linter looks for, why, and when it is fine.",
    run: "How to run the linter",
    parts: "Kinds of rules",
    groups: {
      "single-factor": {
        title: "Who gets in",
        lead: "Ways into an account, or past one of its factors, that rest on less than it seems.",
      },
      code: {
        title: "Codes",
        lead: "How a code is made, kept, checked and shown. Careful codes do not mend a single factor; careless ones break two.",
      },
      configuration: {
        title: "Configuration",
        lead: "What a sign-in service or framework is told to do, in code or by its defaults.",
      },
    },
    severities: { error: "error", warning: "warning", info: "info" },
    strict: "only in stricter profiles",
    severity: (word: string): string => `Severity: ${word}`,
    about: (id: string): string =>
      `The rule ${id}: what it finds, why it matters, how to mend it, and when it is fine.`,
  },
  reference: {
    title: "Reference",
    lead: "Every attack and every failure, every kind of factor, every control, and what has really happened.",
    parts: "Parts of the reference",
    groupLeads: {
      number: "Somebody else gets the texts or calls of a number, for a moment or for good.",
      phone: "Somebody has the phone in the hand, or looks out of it.",
      code: "The code itself is handed over, guessed or copied, wherever it comes from.",
      recovery: "The way back in is the way in.",
      failure: "Nobody attacks. Something is lost, broken, late or far away, and the owner wants to get in.",
    },
    factors: "Kinds of factor",
    factorsLead: "What an account can ask for, when signing in or on the way back in.",
    controls: "Controls",
    controlsLead:
      "What services, carriers, devices and people can do differently. Each closes something, and most cost the owner something.",
    allControls: (count: number): string => `All ${count} controls`,
    controlGroups: {
      accounts: "What the service does",
      numbers: "What the carrier does, and what a number is set to",
      devices: "How a device is set up",
      people: "What the person does",
    },
    closes: "Closes",
    opens: "Can open",
    inSetup: "In a setup file",
    cases: "What has happened",
    casesLead:
      "Published cases, each as a small setup that can be replayed. Services in them have neutral names.",
    playIt: "Play it",
    on: (setup: string): string => `Played on: ${setup}.`,
    who: "Who can do it",
    nobody: "Nobody: it happens",
    attackers: {
      "bulk-remote": "Anybody, from afar, against many people at once",
      "targeted-remote": "Somebody far away who has picked this person",
      "thief-nearby": "A thief, or somebody else nearby",
      insider: "Somebody who works where the person is a customer",
      "operator-level": "Somebody with access to the phone network",
    },
    effort: "Effort",
    efforts: {
      "per-victim": "Each victim costs work anew",
      bulk: "One effort serves against many",
    },
    strikes: {
      number: "A phone number",
      device: "A device",
      thing: "A thing: a key, a sheet of paper, a document",
      account: "One account",
      everything: "Every account that it reaches",
    },
    ways: "Ways in which it happens",
    happened: "It has happened",
    restsOn: "What it rests on",
    presents: "Who can present it",
    overTime: "How it behaves over time",
    costs: "What it costs the owner",
    arrives: "What must reach the owner",
    needs: {
      nothing: "Nothing. It works without a network.",
      "phone-network": "A text or a call, over the phone network.",
      internet: "Something over the Internet.",
    },
    setups: "Setups that use it",
    caseLead: (year: string, scenario: string): string => `${year}. Replayed as: ${scenario}.`,
    replay: "Replay it",
    whatHappened: "What happened",
    teaches: "What it teaches",
    howEnded: "How it ended",
    published: "As published",
    unpublished: "Nothing was published about it.",
    replayed: "In the replay",
    replayNote:
      "A replay holds what the sources say that it turned on, and nothing more about anybody named there.",
    mechanism: "The mechanism",
  },
  missing: {
    title: "Nothing hangs here",
    lead: "There is no page at this address. A link may be old, or a letter may be missing.",
    home: "To the home page",
  },
  lint: {
    title: "Lint",
    lead: "Find the password reset in your own code that a texted code alone opens.",
    run: "Run it",
    runLead:
      "From a clone of the project, on any folder of TypeScript or JavaScript. It reads files and runs none of them; nothing leaves your machine.",
    commands:
      "npm ci\nnpx onefactor lint path/to/your/code\nnpx onefactor lint path/to/your/code --format sarif > findings.sarif\nnpx onefactor lint path/to/your/code --explain-flow path/to/your/code/file.ts:18\nnpx onefactor extract path/to/your/code > app.setup.yaml",
    finding: "What it says",
    findingLead:
      "This is what it prints for a careful-looking reset: random code, short life, counted guesses.",
    example: "The code stands on the page of the rule.",
    playable:
      "The line “play it” ends in a link. It opens the setup that the linter read from the code and plays the attack on it, on your own machine.",
    playThis: "Play this very finding",
    codes: "Exit codes",
    exitCodes: [
      ["0", "nothing at or above the chosen severity"],
      ["1", "findings"],
      ["2", "wrong use, configuration or setup"],
      ["3", "nothing to scan"],
    ],
    limits: "What it cannot see",
    limitsList: [
      "A second check in another service, or in the settings of a provider.",
      "Codes sent through a helper that it cannot follow: a name put together while the program runs, a package that it does not know.",
      "Languages other than TypeScript and JavaScript.",
    ],
    rules: "All rules",
  },
  about: {
    title: "About the model",
    lead: "What the simulator takes into account, what it leaves out, and where each claim comes from.",
    sections: [
      {
        heading: "The idea",
        paragraphs: [
          "A setup hangs on things that people hold: a phone number, a phone, a sheet of codes, what they remember. An attack gives such a thing to somebody else; a failure takes it away; some events do both. So every scenario has two answers for every account: does the attacker get in, and does the owner still get in?",
          "Effective factors are the size of the smallest set of independent things that lets a stranger in, over all ways into an account, the ways back in included. A password that anybody with the number can replace does not count.",
          "Account access graphs with alternatives and requirements were first published by Hammann and others in 2019; the analysis here follows the same form.",
        ],
        list: [],
      },
      {
        heading: "Two engines that must agree",
        paragraphs: [
          "Statecharts play: phone lines, handsets, codes that expire and are used once, sign-ins, recoveries, the owner and the attacker. The codes are real one-time codes. A separate analysis proves what can be reached at all. Tests run every takeover that the analysis claims on the statecharts, until it ends as claimed.",
        ],
        list: [],
      },
      {
        heading: "Where the model ends",
        paragraphs: [
          "A verdict says what is possible in the model, not how likely it is. Among what it leaves out:",
        ],
        list: [
          "How likely or how dear an attack is. Carriers, services and countries differ widely.",
          "What a service does behind the scenes, such as judging the device or the place of a sign-in.",
          "How long a carrier really takes to give a number back. The verdict is about the days before that, unless the owner is told to get it back at once.",
          "Real services. The setups are made up, and nothing is said about any named company's way back in.",
        ],
      },
      {
        heading: "Your data",
        paragraphs: [
          "Everything runs in your browser. There are no cookies, no counters and no requests to other places. A link that you copy carries the setup in the part behind the #, which browsers do not send to servers; whoever gets the link can read the setup. Use made-up names.",
        ],
        list: [],
      },
    ],
    scenarios: "The scenarios",
    scenariosLead: "How each attack and each failure comes about, with its sources:",
    sources: "Sources",
    sourcesLead:
      "A claim about the world stands on this site only if somebody of the project has read its source, or the text about it that is named.",
  },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Widened<Item>[]
    : T extends (...args: infer Args) => string
      ? (...args: Args) => string
      : { readonly [Key in keyof T]: Widened<T[Key]> };

/** The shape that every language fills. */
export type Words = Widened<typeof en>;
