// Moments and chapters of a play, and the times on its clock.
import { describe, expect, test } from "vitest";
import { chaptersOf } from "../../../site/player/chapters.ts";
import { clockTime, spanOf } from "../../../site/player/clock.ts";
import { momentOf, playOf } from "../../../site/player/moment.ts";
import { exampleSetup } from "../examples.ts";

const mira = exampleSetup("one-phone-for-everything");
const play = playOf(mira, { id: "sim-swap" }, undefined);

describe("a moment", () => {
  test("before the first step has no step and the untouched scene", () => {
    const { n, step, scene, attackersTexts } = momentOf(play, 0);
    expect({ n, step, attackersTexts }).toEqual({ n: 0, step: undefined, attackersTexts: [] });
    expect(scene).toBe(play.story.before);
  });

  test("belongs to a play that says whether the scenario finds anything to strike", () => {
    expect(play.strikes).toBe(true);
    expect(playOf(mira, { id: "security-key-lost" }, undefined).strikes).toBe(false);
    expect(playOf(mira, { id: "security-key-lost" }, "mail").strikes).toBe(false);
  });

  test("beyond the last step is the last", () => {
    expect(momentOf(play, 10_000).n).toBe(play.story.steps.length);
    expect(momentOf(play, -3).n).toBe(0);
  });

  test("shows the attacker only the texts that have reached the attacker by then", () => {
    const first =
      play.story.steps.findIndex(({ entry }) => entry.channel === "text" && entry.to === "attacker") + 1;
    expect(momentOf(play, first - 1).attackersTexts).toHaveLength(0);
    const [text] = momentOf(play, first).attackersTexts;
    expect(text?.text).toMatch(/^Mailbox: your code is \d{6}$/u);
  });

  test("shows calls on the phone that was answered, and to the attacker what the voicemail recorded", () => {
    const hall = playOf(exampleSetup("no-mobile-phone"), { id: "voicemail-interception" }, undefined);
    const { calls, attackersTexts } = momentOf(hall, Number.POSITIVE_INFINITY);
    expect(calls.map(({ device, from }) => [device, from])).toEqual([["hall-phone", "mail"]]);
    expect(attackersTexts.at(0)?.text).toMatch(/^The town council's page calls: your code is \d{6}$/u);
  });

  test("shows the attacker what the owner hands over, and what shows on a stolen phone", () => {
    const textsOf = (id: "phishing-relay" | "stolen-phone") =>
      momentOf(playOf(mira, { id }, undefined), Number.POSITIVE_INFINITY).attackersTexts;
    expect(textsOf("phishing-relay").at(0)?.text).toBe("The owner enters it on the false page: password.");
    expect(textsOf("stolen-phone").at(0)?.text).toMatch(/your code is \d{6}$/u);
  });

  test("calls nobody locked out before the owner has tried everything", () => {
    expect(momentOf(play, 5).lockedOut.size).toBe(0);
    expect([...momentOf(play, 10_000).lockedOut].toSorted()).toEqual(["bank", "mail", "shop"]);
  });
});

test("a play for one account shows that account and those it hangs on", () => {
  const ofBank = playOf(mira, { id: "sim-swap" }, "bank");
  expect(ofBank.shown.accounts.map(({ id }) => id)).toEqual(["mail", "bank"]);
  expect(playOf(mira, { id: "sim-swap" }, "mail").shown.accounts.map(({ id }) => id)).toEqual(["mail"]);
});

test("chapters follow each other without a gap and begin with what strikes", () => {
  const chapters = chaptersOf(play.story);
  expect(chapters[0]).toMatchObject({ kind: "event", from: 1 });
  for (const [index, chapter] of chapters.entries())
    expect(chapter.from).toBe((chapters[index - 1]?.to ?? 0) + 1);
  expect(chapters.at(-1)?.to).toBe(play.story.steps.length);
  expect(chapters.map(({ kind }) => kind)).toContain("owner");
});

describe("the clock", () => {
  const day = (n: number) => `day ${n}`;

  test("begins when plays begin and counts days", () => {
    expect(clockTime(0, day)).toBe("09:00");
    expect(clockTime(125_000, day)).toBe("09:02");
    expect(clockTime(24 * 3_600_000, day)).toBe("day 2, 09:00");
  });

  test("tells a wait in its largest fitting unit", () => {
    expect(spanOf(7 * 24 * 3_600_000, "en")).toBe("7 days");
    expect(spanOf(24 * 3_600_000, "en")).toBe("24 hours");
    expect(spanOf(600_000, "en")).toBe("10 minutes");
  });
});
