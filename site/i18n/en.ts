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
    theme: { label: "Theme", auto: "System", light: "Light", dark: "Dark" },
    main: "Main",
    footer: "Everything runs in your browser. Nothing you do here leaves it, and there is nothing to sign up for.",
    source: "MIT licence",
  },
  party: { owner: "You", attacker: "Attacker", carrier: "Carrier", service: "Service", phone: "Phone" },
  channel: {
    text: "text",
    mail: "e-mail",
    web: "web",
    call: "phone call",
    signalling: "phone network",
    hand: "by hand",
    none: "",
  },
  verdict: {
    "safe": "safe",
    "taken-over": "taken over",
    "signed-in": "signed in",
    "recoverable": "recoverable",
    "locked-out": "locked out",
  },
  board: {
    label: "What hangs on what. The same in words stands below the picture.",
    memory: "memory",
    hold: { held: "", taken: "taken", shared: "read along", gone: "gone", blocked: "texts blocked" },
    standing: {
      "quiet": "safe so far",
      "owner-inside": "you are in",
      "owner-refused": "you are refused",
      "attacker-inside": "attacker inside",
      "taken-over": "taken over",
    },
    factorsLeft: (count: number | null): string =>
      count === null ? "no way in" : count === 1 ? "1 factor left" : `${count} factors left`,
  },
  home: {
    title: "Two factors. One peg.",
    lead: "A password and a texted code look like two locks. If a text can also reset the password, both hang on your phone number.",
    take: "Take the number away",
    back: "Put it back",
    start: "Start with lesson 1",
    saidBefore: "Mail and Bank ask for a password and a texted code. A text alone also sets a new password: the dotted cord.",
    saidAfter: "Whoever has the number resets both passwords and receives both codes. Work stays: its key did not move with the number.",
    before: "Before: Mail and Bank each hang on memory and on the phone number. Work hangs on memory and on a security key.",
    after: "After: the attacker took the phone number. Mail and Bank are taken over. Work is safe.",
    ways: "Three ways on",
    learn: { title: "Learn", text: "Short lessons. Guess what happens, play it, see why." },
    play: { title: "Play", text: "Switch factors and ways back in on and off. Step through an attack or a failure and see who gets in and who is locked out." },
    lint: { title: "Lint", text: "Find the password reset in your own code that a texted code alone opens." },
  },
  stage: { label: "Who acts in this step. The same stands in the text of the step." },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

/** The shape that every language fills. */
export type Words = Widened<typeof en>;
