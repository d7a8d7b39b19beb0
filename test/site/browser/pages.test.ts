// The home page, the themes, the presenter view and the handout, used as visitors and facilitators use them.
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "../../helpers/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("the home page", () => {
  test("takes the number away by keyboard, and says what fell", async () => {
    const { page } = await newVisitor(browser);
    await page.goto("");
    await page.getByLabel("Take the number away").focus();
    await page.keyboard.press("Space");
    expect(await page.locator(".wide .after .account.taken-over").count()).toBe(2);
    expect(await page.locator(".wide .after").isVisible()).toBe(true);
    expect(await page.locator(".wide .before").isVisible()).toBe(false);
    expect(await page.locator("figcaption").innerText()).toContain("Whoever has the number");
  });

  test("does the same without JavaScript", async () => {
    const { page } = await newVisitor(browser, { javaScriptEnabled: false });
    await page.goto("");
    expect(await page.locator(".wide .before").isVisible()).toBe(true);
    await page.locator("label.button").click();
    expect(await page.locator(".wide .after").isVisible()).toBe(true);
  });
});

describe("what a page loads", () => {
  /** Bytes of JavaScript, as packed as hosts send it. */
  async function scriptBytes(path: string): Promise<number> {
    const { page, context } = await newVisitor(browser);
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response.body());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const packed = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    await context.close();
    return packed.reduce((sum, bytes) => sum + bytes, 0);
  }

  test.each([
    "",
    "learn/",
    "lint/",
    "about/",
    "rules/sms-only-reset/",
    "workshop/two-factors-one-peg/",
    "reference/",
    "reference/scenarios/sim-swap/",
  ])("is small on /%s, which has no player", async (path) => {
    expect(await scriptBytes(path)).toBeLessThan(3_000);
  });

  test("stays within the budget of the player", async () => {
    expect(await scriptBytes("play/")).toBeLessThan(95_000);
  });
});

describe("the theme", () => {
  test("that a visitor chose holds on every page and after coming back", async () => {
    const { page } = await newVisitor(browser, { colorScheme: "light" });
    await page.goto("");
    await page.getByLabel("Theme").selectOption("dark");
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.goto("about/");
    expect(await ground()).toBe(dark);
    await page.getByLabel("Theme").selectOption("auto");
    expect(await ground()).not.toBe(dark);
  });
});

describe("the presenter view", () => {
  const present = "workshop/two-factors-one-peg/present/";

  test("goes through a workshop by keyboard: slides, a vote, a play, an answer", async () => {
    const { page, complaints } = await newVisitor(browser, { reducedMotion: "reduce" });
    await page.goto(present);
    await page.getByText("All loaded. No network needed.").waitFor();
    const shown = () => page.locator(".slide:not([hidden])");
    const output = () => page.locator("output").textContent();
    expect(await shown().count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("PageDown");
    expect(await output()).toBe("3 / 7");
    expect(await shown().locator(".options li").count()).toBe(4);

    await page.keyboard.press("PageDown");
    expect(
      await shown()
        .locator("details.answer")
        .evaluate((answer) => answer.hasAttribute("open")),
    ).toBe(false);
    expect(await shown().locator(".verdict-list").count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    expect(await shown().locator(".step-count").textContent()).toContain("Step 2 of");
    expect(await output()).toBe("4 / 7");
    await page.keyboard.press("End");
    expect(await shown().locator(".verdict.taken-over").count()).toBe(3);
    await page.keyboard.press("a");
    expect(await shown().locator("details.answer p").isVisible()).toBe(true);

    await page.keyboard.press("PageUp");
    expect(await output()).toBe("3 / 7");
    for (let n = 0; n < 9; n += 1) await page.keyboard.press("PageDown");
    expect(await output()).toBe("7 / 7");
    expect(complaints).toEqual([]);
  });

  test("needs no network once it has loaded", async () => {
    const { page, context, complaints } = await newVisitor(browser, { reducedMotion: "reduce" });
    await page.goto(present);
    await page.getByText("All loaded. No network needed.").waitFor();
    await context.setOffline(true);
    for (let n = 0; n < 4; n += 1) await page.keyboard.press("PageDown");
    await page.keyboard.press("End");
    await page.locator(".slide:not([hidden]) input[name=mail-back-sms-code-new-password]").click();
    await page.locator(".slide:not([hidden]) .verdict.safe").waitFor();
    expect(complaints).toEqual([]);
  });

  test("shows every step with its sources, and types codes in their own letters, without a network", async () => {
    const { page, context, complaints } = await newVisitor(browser, { reducedMotion: "reduce" });
    await page.goto(present);
    await page.getByText("All loaded. No network needed.").waitFor();
    await context.setOffline(true);
    expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).not.toContain(
      "unloaded",
    );
    for (let n = 0; n < 3; n += 1) await page.keyboard.press("PageDown");
    const shown = page.locator(".slide:not([hidden])");
    const [, steps = "0"] = /of (\d+)/u.exec((await shown.locator(".step-count").textContent()) ?? "") ?? [];
    for (let n = 0; n < Number(steps); n += 1) await page.keyboard.press("ArrowRight");
    await shown.locator(".step-count", { hasText: `Step ${steps} of` }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("says so where something did not come, and shows its slides all the same", async () => {
    const { page } = await newVisitor(browser);
    await page.route(/bibliography/u, (route) => route.abort());
    await page.goto(present);
    await page.getByText("Not all could be loaded.").waitFor();
    await page.keyboard.press("PageDown");
    expect(await page.locator("output").textContent()).toBe("2 / 7");
  });

  test("shows no navigation of the site", async () => {
    const { page } = await newVisitor(browser);
    await page.goto(present);
    expect(await page.locator("body > header, body > footer").count()).toBe(0);
  });
});

describe("the handout", () => {
  test("is black on white in print, without navigation, with the answers on a page of their own", async () => {
    const { page } = await newVisitor(browser, { colorScheme: "dark" });
    await page.goto("workshop/two-factors-one-peg/handout/");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { backgroundColor, color };
    });
    expect(colours).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
    const answers = page.locator(".answers");
    expect(await answers.evaluate((element) => getComputedStyle(element).breakBefore)).toBe("page");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)).toHaveLength(2);
  });

  test("asks on the first page without giving the answers away, and gives them on the second", async () => {
    const { page } = await newVisitor(browser);
    await page.goto("workshop/two-factors-one-peg/handout/");
    const [sheet, answers] = await page.locator(".sheet").allInnerTexts();
    expect(sheet).toContain("What falls?");
    expect(sheet).not.toContain("locked out");
    // The reset by text is off on this answer, so the attacker is not inside.
    expect(answers).toMatch(/The reset by text is switched off[^]*Mailbox\s+safe\s+locked out\s+2/u);
    expect(await page.locator(".line").count()).toBeGreaterThan(5);
  });
});
