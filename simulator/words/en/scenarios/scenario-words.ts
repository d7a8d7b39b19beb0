// What the words of a scenario consist of.
/** The words of one scenario. Lists are in the order in which they matter. */
export interface ScenarioWords {
  readonly title: string;
  /** One sentence, for cards and headings. */
  readonly summary: string;
  /** How it comes about, in a few sentences. */
  readonly mechanism: string;
  /** What there has to be in a setup for it to happen, with its article: `a mobile number`. */
  readonly strikes: string;
  readonly needs: readonly string[];
  readonly sees: readonly string[];
  /** What the owner can do now. */
  readonly now: readonly string[];
  readonly variants: Readonly<Record<string, string>>;
}
