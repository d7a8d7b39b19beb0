// The English words of the site. Other languages are files of the same shape; the build reports a missing key.

export const en = {
  site: {
    name: "onefactor",
    tagline: "A second factor that rests on the same thing as the first is one factor.",
    skip: "Skip to the content",
    learn: "Learn",
    play: "Play",
    lint: "Lint",
    workshop: "Workshop",
    about: "About the model",
    rules: "Rules",
    theme: { label: "Theme", auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
    main: "Main",
    footer:
      "Everything runs in your browser. Nothing you do here leaves it, and there is nothing to sign up for.",
    source: "MIT licence",
  },
  party: { owner: "Owner", attacker: "Attacker", carrier: "Carrier", service: "Service", phone: "Phone" },
  channel: {
    text: "text",
    mail: "e-mail",
    web: "web",
    call: "phone call",
    signalling: "network",
    hand: "by hand",
    none: "",
  },
  verdict: {
    safe: "safe",
    "taken-over": "taken over",
    "signed-in": "signed in",
    recoverable: "recoverable",
    "locked-out": "locked out",
  },
  board: {
    label: "What hangs on what. The same in words stands below the picture.",
    memory: "memory",
    peg: (kind: string, hold: "held" | "taken" | "shared" | "gone" | "blocked"): string => {
      switch (hold) {
        case "held":
          return "";
        case "taken":
          return "taken";
        case "shared":
          return kind === "number"
            ? "texts read along"
            : kind === "memory"
              ? "partly known"
              : kind === "personal-data"
                ? "known"
                : "shared";
        case "gone":
          return "gone";
        case "blocked":
          return "texts blocked";
      }
    },
    standing: {
      quiet: "safe so far",
      "owner-inside": "owner in",
      "owner-refused": "locked out",
      "attacker-inside": "attacker in",
      "taken-over": "taken over",
    },
    open: "open to attack",
    factorsLeft: (count: number | null): string =>
      count === null
        ? "no way in"
        : count === 0
          ? "nothing left to get"
          : count === 1
            ? "1 factor left"
            : `${count} factors left`,
  },
  boardInWords: {
    peg: (title: string, kind: string, hold: "held" | "taken" | "shared" | "gone" | "blocked"): string => {
      switch (hold) {
        case "held":
          return `The owner has ${title}.`;
        case "taken":
          return `The attacker has taken ${title}.`;
        case "shared":
          return kind === "number"
            ? `The attacker reads the texts to ${title} on their way.`
            : kind === "memory"
              ? "The attacker knows some of the owner's passwords."
              : kind === "personal-data"
                ? "The attacker knows the owner's personal data."
                : `The attacker has ${title} as well.`;
        case "gone":
          return `Nobody has ${title} any more.`;
        case "blocked":
          return `Texts from some services no longer arrive at ${title}.`;
      }
    },
    account: (
      title: string,
      standing: "quiet" | "owner-inside" | "owner-refused" | "attacker-inside" | "taken-over",
      left: number | null,
      signIn: readonly string[],
      recovery: readonly string[],
    ): string => {
      const state = {
        quiet: left === 0 ? "open to attack, nobody is in yet" : "safe so far",
        "owner-inside": "the owner is in",
        "owner-refused": "the owner is locked out",
        "attacker-inside": "the attacker is in",
        "taken-over": "taken over",
      }[standing];
      const back =
        recovery.length === 0 ? "no way back in" : `the ways back in hang on ${recovery.join(" and ")}`;
      const count =
        left === null
          ? ""
          : left === 0
            ? ", nothing left to get"
            : left === 1
              ? ", 1 factor left"
              : `, ${left} factors left`;
      return `${title}: signing in hangs on ${signIn.join(" and ")}; ${back}. ${state.slice(0, 1).toUpperCase()}${state.slice(1)}${count}.`;
    },
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
  play: {
    title: "Play",
    lead: "Pick a setup and a scenario. Step through it. Then switch something and see who gets in and who is locked out.",
    noScript: "The player needs JavaScript. The lessons and the home page work without it.",
    setup: "Setup",
    ownSetup: "From the link",
    changed: "changed by you",
    restore: "Undo all changes",
    scenario: "What happens",
    variant: "How it happens",
    target: "What it strikes",
    scene: "Scene",
    step: (n: number, of: number): string =>
      n === 0 ? `Before the first of ${of} steps` : `Step ${n} of ${of}`,
    beginning: "Nothing has happened yet. This is what hangs on what.",
    factorsNote:
      "Factors left: the fewest independent things that a stranger still has to get hold of to be let in.",
    effectiveNote:
      "Effective factors: the fewest independent things that a stranger has to get hold of to be let in, ways back in included.",
    changedUnseen: "The scenario starts again with the change. How it ends is not shown yet.",
    terms: {
      "ss7-interception":
        "SS7 is Signalling System No. 7: the messages by which phone networks tell each other where a number is.",
    } as Readonly<Partial<Record<string, string>>>,
    aboutScenario: "How this works",
    aboutNeeds: "What it needs",
    aboutSees: "What can be noticed",
    aboutNow: "What to do now",
    aboutFailed: "The text could not be loaded. The page that says how it works has it too.",
    scenarioGroups: {
      number: "Attacks on the number",
      phone: "Attacks on the phone",
      code: "Attacks on the code",
      recovery: "Attacks on recovery",
      failure: "Failures",
    },
    anyTarget: "whatever it reaches",
    nothing: "This scenario finds nothing to strike in this setup.",
    sees: "What the owner notices",
    sources: "Sources",
    day: (day: number): string => `day\u00a0${day}`,
    steps: "All steps in words",
    back: "Back",
    next: "Next",
    partBefore: "To the part before",
    partAfter: "To the part after",
    progress: "Step",
    keys: "Keys",
    help: {
      title: "Keys of the player",
      close: "Close",
      rows: [
        ["→ or space", "one step on"],
        ["←", "one step back"],
        ["Home", "to the beginning"],
        ["End", "to the end"],
        ["?", "this help"],
      ],
    },
    copy: "Copy link",
    copied: "Link copied",
    copyFailed: "The browser did not allow copying. The address bar holds the same link.",
    tooLarge: "This setup is too large for a link.",
    badLink: "This link could not be opened.",
    badLinkNext: "The first example is shown instead. Ask for the link again, or go on from here.",
    end: "How it ends",
    endLead: "Who is in and who is out once everything has been tried.",
    who: { attacker: "Attacker", owner: "Owner" },
    was: (verdict: string): string => `was ${verdict}`,
    after: (time: string): string => `after ${time}`,
    before: (verdict: string): string => `${verdict} until the attacker changed the account`,
    obtained: "The attacker can",
    blockedActions: "The owner can no longer",
    effective: (count: number | null): string =>
      count === null ? "no way in for a stranger" : count === 1 ? "effective factor" : "effective factors",
    asked: (count: number): string => (count === 1 ? "1 step to sign in" : `${count} steps to sign in`),
    leftNow: (count: number | null): string =>
      count === null ? "" : count === 0 ? "nothing left to get now" : `${count} left now`,
    verdictSaid: (account: string, attacker: string, owner: string): string =>
      `${account}: attacker ${attacker === "safe" ? "kept out" : "inside"}, owner ${owner}.`,
    controls: "Change the setup",
    controlsLead: "Each change replays the scenario at once.",
    signIn: "Second factor when signing in",
    recovery: "Ways back in",
    carrier: (number: string): string => `Carrier of ${number}`,
    lock: "Number lock",
    lockNote: "SIM changes are refused until the owner unlocks.",
    filtering: "Filters foreign signalling",
    filteringNote: "Refuses orders from other networks to move the number.",
    simChange: "Before a SIM change the carrier asks for",
    simChanges: {
      nothing: "nothing",
      "personal-data": "personal data",
      "account-pin": "a PIN",
      "photo-id-in-person": "photo ID, in person",
    },
    gives: {
      "new-password": (by: string): string => `New password by ${by}`,
      session: (by: string): string => `Straight in by ${by}`,
      "factor-removal": (by: string): string => `Second factor removed by ${by}`,
      "new-number": (by: string): string => `Another number on file by ${by}`,
    },
    needed: "the only way in",
    phone: {
      title: "What the phones show",
      lost: "Nobody has it",
      stolen: "The attacker has it",
      noService: "No service",
      service: "Signal",
      empty: "No messages",
      attackers: "What the attacker reads",
      attackersNone: "No text so far.",
      none: "This setup has no phone.",
    },
    picture: "The picture in words",
    stepsLater: "Steps appear here as the play goes on.",
    chapter: {
      event: (_account: string): string => "What strikes",
      attacker: (account: string): string => `The attacker at ${account}`,
      owner: (account: string): string => `The owner at ${account}`,
    },
    change: "Change setup",
    guess: "Say first what you expect: who gets in, and who is locked out?",
    reveal: "Show how it ends",
    open: "Open in the player",
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
    about: (id: string): string =>
      `The rule ${id}: what it finds, why it matters, how to mend it, and when it is fine.`,
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
      "npm ci\nnpx onefactor lint path/to/your/code\nnpx onefactor lint path/to/your/code --format sarif > findings.sarif",
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
          "Guessing, phishing, malware and support desks that can be talked round. They are scenarios of their own, and not built yet.",
          "What a service does behind the scenes, such as judging the device or the place of a sign-in.",
          "Time to get a number back from a carrier. The verdict is about the days before that.",
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
    sources: "Sources",
    sourcesLead:
      "A claim about the world stands on this site only if somebody of the project has read its source, or the text about it that is named.",
  },
  stage: { label: "Who acts in this step. The same stands in the text of the step." },
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
