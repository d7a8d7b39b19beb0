// English words of the player, which go into its script: apart from the words of pages, which do not.

export const enPlayer = {
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
            : kind === "calls"
              ? "calls heard"
              : kind === "watched"
                ? "watched"
                : kind === "memory"
                  ? "partly known"
                  : kind === "personal-data"
                    ? "known"
                    : "shared";
        case "gone":
          return "gone";
        case "blocked":
          return "texts missing";
      }
    },
    standing: {
      quiet: "safe so far",
      "owner-inside": "owner in",
      "owner-refused": "locked out",
      "attacker-inside": "attacker in",
      "taken-over": "taken over",
    },
    open: "wide open",
    // At most as long as "2 factors left": the narrowest card holds no more.
    left: (left: number | "lock" | null): string =>
      left === null
        ? "no way in"
        : left === "lock"
          ? "a lock is left"
          : left === 1
            ? "1 factor left"
            : `${left} factors left`,
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
            ? `The attacker reads the texts to ${title} along.`
            : kind === "calls"
              ? `The attacker hears the calls to ${title} along.`
              : kind === "watched"
                ? `The attacker sees what arrives on ${title}.`
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
      left: number | "lock" | null,
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
          : left === "lock"
            ? ", only a screen lock left"
            : left === 0
              ? ", no factor left"
              : left === 1
                ? ", 1 factor left"
                : `, ${left} factors left`;
      return `${title}: signing in hangs on ${signIn.join(" and ")}; ${back}. ${state.slice(0, 1).toUpperCase()}${state.slice(1)}${count}.`;
    },
  },
  play: {
    title: "Play",
    setup: "Setup",
    ownSetup: "From the link",
    changed: "changed by you",
    restore: "Undo all changes",
    scenario: "What happens",
    variant: "How it happens",
    target: "What it strikes",
    response: "What the owner does at once",
    noResponse: "nothing",
    responseTakes: (time: string): string => `Takes about ${time} in the play.`,
    responseInTime: "How it ends holds if this is done before the attacker goes on.",
    responseNeeds: "Needs",
    moreAboutScenario: "More about it",
    scene: "Scene",
    step: (n: number, of: number): string =>
      n === 0 ? `Before the first of ${of} steps` : `Step ${n} of ${of}`,
    beginning: "Nothing has happened yet. This is what hangs on what.",
    factorsNote:
      "Factors left: the fewest independent things that a stranger still has to get hold of to be let in.",
    effectiveNote:
      "Effective factors: the fewest independent things that a stranger has to get hold of to be let in, ways back in included.",
    changedUnseen: "The scenario starts again with the change. How it ends is not shown yet.",
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
    strikesNothing: (what: string): string =>
      `Nothing happens here: it strikes ${what}, and this setup has none that it can reach.`,
    nothing: "There is nothing to play here.",
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
    who: { attacker: "Attacker", owner: "Owner" },
    was: (verdict: string): string => `was ${verdict}`,
    after: (time: string): string => `after ${time}`,
    before: (verdict: string): string => `${verdict} until the attacker changed the account`,
    obtained: "The attacker can",
    blockedActions: "The owner can no longer",
    effective: (count: number | null): string =>
      count === null ? "no way in for a stranger" : count === 1 ? "effective factor" : "effective factors",
    asked: (count: number): string => (count === 1 ? "1 step to sign in" : `${count} steps to sign in`),
    leftNow: (left: number | "lock" | null): string =>
      left === null
        ? ""
        : left === "lock"
          ? "only a screen lock left now"
          : left === 0
            ? "none left now"
            : `${left} left now`,
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
      attackers: "What reaches the attacker",
      attackersNone: "Nothing so far.",
      noCalls: "No call so far",
      broken: "Broken",
      watched: "The attacker reads along",
      replaced: "A new one in its place",
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
  stage: { label: "Who acts in this step. The same stands in the text of the step." },
} as const;
