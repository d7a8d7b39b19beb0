// The player, used as visitors use it: by keyboard, by switch, by link.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeLink, encodeLink } from "../../../simulator/index.ts";
import { launchBrowser, newVisitor, wakeIslands } from "../../helpers/browser.ts";
import { exampleSetup } from "../examples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPlayer(path = "play/"): Promise<{ page: Page; complaints: readonly string[] }> {
  const { page, complaints } = await newVisitor(browser, { reducedMotion: "reduce" });
  await page.goto(path);
  await page.locator(".player[data-ready]").first().waitFor();
  return { page, complaints };
}

/** Asks for the end of the play, which is kept back until then. */
const showEnd = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Show how it ends" }).first().click();

/** What can be seen of the play: the step and its text, the picture, the verdicts. */
async function seen(page: Page): Promise<string> {
  const parts = await page
    .locator(".player")
    .first()
    .locator(".step-count, .step-what, .in-wide, .phones, .verdict-list")
    .evaluateAll((elements) => elements.map((element) => element.outerHTML));
  return parts.join("\n");
}

const count = (page: Page): Promise<string | null> => page.locator(".step-count span").first().textContent();

describe("by keyboard", () => {
  test("a play goes to its end and back, one step at a time, and looks the same on the way back", async () => {
    const { page, complaints } = await openPlayer();
    const [, of] = /of (\d+) steps/u.exec((await count(page)) ?? "") ?? [];
    const steps = Number(of);
    expect(steps).toBeGreaterThan(5);

    await showEnd(page);
    const forwards = [await seen(page)];
    for (let n = 1; n <= steps; n += 1) {
      await page.keyboard.press(n % 2 === 0 ? "ArrowRight" : "Space");
      expect(await count(page)).toBe(`Step ${n} of ${steps}`);
      forwards.push(await seen(page));
    }
    expect(new Set(forwards).size).toBe(steps + 1);
    await page.keyboard.press("ArrowRight");
    expect(await count(page)).toBe(`Step ${steps} of ${steps}`);
    expect(await page.locator("svg.board.wide .account.taken-over").count()).toBe(3);

    for (let n = steps - 1; n >= 0; n -= 1) {
      await page.keyboard.press("ArrowLeft");
      expect(await seen(page), `step ${n}`).toBe(forwards[n]);
    }
    await page.keyboard.press("End");
    expect(await seen(page)).toBe(forwards.at(-1));
    await page.keyboard.press("Home");
    expect(await seen(page)).toBe(forwards[0]);
    expect(complaints).toEqual([]);
  });

  test("keys that come faster than frames are all counted", async () => {
    const { page } = await openPlayer();
    await page.evaluate(() => {
      for (let n = 0; n < 6; n += 1)
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }),
        );
    });
    await expect.poll(() => count(page)).toContain("Step 6 of");
  });

  test("the question mark opens the help, which Escape closes and in which arrows do not play on", async () => {
    const { page } = await openPlayer();
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog", { name: "Keys of the player" }).isVisible()).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await count(page)).toContain("Before the first");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("arrows in the list of scenarios choose a scenario and do not step", async () => {
    const { page } = await openPlayer();
    const list = page.getByLabel("What happens");
    await list.focus();
    await page.keyboard.press("ArrowDown");
    expect(await list.inputValue()).not.toBe("sim-swap");
    expect(await count(page)).toContain("Before the first");
  });

  test("all of the player can be reached with the tab key and shows where the focus is", async () => {
    const { page } = await openPlayer();
    const reached = new Set<string>();
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return "";
        const { outlineStyle } = getComputedStyle(activeElement);
        const label = activeElement.closest("label");
        const isShown =
          outlineStyle !== "none" || (label !== null && getComputedStyle(label).outlineStyle !== "none");
        return isShown
          ? (activeElement.getAttribute("aria-label") ?? activeElement.textContent ?? "").trim()
          : "unseen";
      });
      reached.add(name);
    }
    expect([...reached]).toEqual(expect.arrayContaining(["Copy link", "Next", "Skip to the content"]));
    expect([...reached]).not.toContain("unseen");
  });

  test("the list of steps is one stop of the tab key, with arrows, Home and End inside", async () => {
    const { page } = await openPlayer();
    const steps = page.locator(".step-item");
    const last = (await steps.count()) - 1;
    expect(await page.locator(".step-item[tabindex='0']").count()).toBe(1);
    const isFocused = (index: number): Promise<boolean> =>
      steps.nth(index).evaluate((element) => element === document.activeElement);
    await page.locator(".step-item[tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    expect(await isFocused(1)).toBe(true);
    await page.keyboard.press("End");
    expect(await isFocused(last)).toBe(true);
    await page.keyboard.press("Home");
    expect(await isFocused(0)).toBe(true);
    expect(await count(page)).toContain("Before the first");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => count(page)).toContain("Step 2 of");
    expect(await page.locator(".step-item[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.locator(".step-item:focus").count()).toBe(0);
  });

  test("at the end and at the beginning the button that was pressed keeps the focus and does nothing", async () => {
    const { page } = await openPlayer();
    const next = page.getByRole("button", { name: "Next", exact: true });
    await page.keyboard.press("End");
    await next.focus();
    const atEnd = await count(page);
    await page.keyboard.press("Enter");
    expect(await count(page)).toBe(atEnd);
    expect(await next.getAttribute("aria-disabled")).toBe("true");
    expect(await next.evaluate((element) => element === document.activeElement)).toBe(true);
    const back = page.getByRole("button", { name: "Back", exact: true });
    await back.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await count(page)).toContain("Before the first");
    expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe("on screens of all sizes", () => {
  test.each([
    [1440, 900],
    [1280, 640],
    [768, 1024],
  ])("pegs, accounts, parties and bar are seen together at %i by %i at every step", async (width, height) => {
    const { page } = await newVisitor(browser, { viewport: { width, height }, reducedMotion: "reduce" });
    await page.goto("play/");
    await page.locator(".player[data-ready]").waitFor();
    for (;;) {
      const room = await page.evaluate(() => {
        const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
        const bar = edge(".step-bar")?.top ?? 0;
        const bottoms = [".in-wide .board", ".in-wide .stage"].map((each) => edge(each)?.bottom ?? Infinity);
        return bar - Math.max(...bottoms);
      });
      const step = (await count(page)) ?? "";
      expect(room, `at "${step}"`).toBeGreaterThanOrEqual(0);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      const next = page.getByRole("button", { name: "Next", exact: true });
      if ((await next.getAttribute("aria-disabled")) === "true") break;
      await next.click();
    }
  });

  test("on a phone the sentence of the step, the number's peg and the first accounts are seen together", async () => {
    const { page } = await newVisitor(browser, {
      viewport: { width: 375, height: 740 },
      reducedMotion: "reduce",
    });
    await page.goto("play/");
    await page.locator(".player[data-ready]").waitFor();
    for (let n = 0; n < 8; n += 1) {
      await page.getByRole("button", { name: "Next", exact: true }).click();
      expect(await page.locator(".bar-said").textContent()).toBe(
        await page.locator(".step-what span").last().textContent(),
      );
      const bar = (await page.locator(".step-bar").boundingBox()) ?? { y: 0, height: 0 };
      expect(Math.round(bar.y + bar.height)).toBe(740);
      const shown = page.locator(".in-narrow :is([data-peg], [data-card])");
      const bottoms = await shown.evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().bottom),
      );
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(bar.y);
    }
  });
});

describe("switching", () => {
  const verdictsOf = (page: Page, account: string): Promise<readonly string[]> =>
    page.locator(`[data-account=${account}] .verdict`).allTextContents();

  test("how it ends is kept back until it is asked for or reached, and then stays open", async () => {
    const { page } = await openPlayer();
    expect(await page.locator(".verdict").count()).toBe(0);
    await page.locator("input[name=mail-back-sms-code-new-password]").click();
    await expect
      .poll(() => page.locator("[role=status]").last().textContent())
      .toContain("How it ends is not shown yet");
    expect(await page.locator(".verdict").count()).toBe(0);
    await page.keyboard.press("End");
    await page.locator("[data-account=mail] .verdict.safe").waitFor();
    await page.keyboard.press("Home");
    await page.locator("input[name=mail-recovery-codes]").click();
    await page.locator("[data-account=mail] .verdict.signed-in").waitFor();
    await page.getByLabel("What happens").selectOption("lost-phone");
    await expect.poll(() => page.locator(".verdict").count()).toBe(0);
  });

  test("asking for the end moves the focus to it, because the button goes away", async () => {
    const { page } = await openPlayer();
    const button = page.getByRole("button", { name: "Show how it ends" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator(".verdict-list").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("How it ends");
  });

  test("the reset by text off keeps the stranger out of the mailbox, and says what it was before", async () => {
    const { page } = await openPlayer();
    await showEnd(page);
    expect(await verdictsOf(page, "mail")).toEqual(["taken over", "locked out"]);
    await page.locator("input[name=mail-back-sms-code-new-password]").click();
    await page.locator("[data-account=mail] .verdict.safe").waitFor();
    expect(await verdictsOf(page, "mail")).toEqual(["safe", "locked out"]);
    expect(await page.locator("[data-account=mail] .was").textContent()).toBe("was taken over");
    expect(await page.locator("[role=status]").last().textContent()).toContain(
      "Mailbox: attacker kept out, owner locked out.",
    );
    expect(await page.locator("[data-account=mail] .factor-count strong").textContent()).toBe("2");
  });

  test("recovery codes on let the owner in again", async () => {
    const { page } = await openPlayer();
    await showEnd(page);
    await page.locator("input[name=mail-back-sms-code-new-password]").click();
    await page.locator("input[name=mail-recovery-codes]").click();
    await page.locator("[data-account=mail] .verdict.signed-in").waitFor();
    expect(await verdictsOf(page, "mail")).toEqual(["safe", "signed in"]);
  });

  test("by keyboard works like by pointer, and all changes can be undone", async () => {
    const { page } = await openPlayer();
    await showEnd(page);
    await page.locator("input[name=mobile-lock]").focus();
    await page.keyboard.press("Space");
    await page.locator("[data-account=bank] .verdict.safe").waitFor();
    await page.getByRole("button", { name: "Undo all changes" }).click();
    expect(await verdictsOf(page, "bank")).toEqual(["taken over", "locked out"]);
    expect(await page.locator("input[name=mobile-lock]").isChecked()).toBe(false);
  });

  test("another setup plays at once, without an error", async () => {
    const { page, complaints } = await openPlayer();
    const setups = page.locator("select[name=setup]");
    for (const setup of await setups.locator("option").all()) {
      await setups.selectOption((await setup.getAttribute("value")) ?? "");
      await playToTheEnd(page);
    }
    expect(complaints).toEqual([]);
  });

  test("another scenario plays at once, in each of its variants, without an error", async () => {
    const { page, complaints } = await openPlayer();
    const scenarios = page.locator("select[name=scenario]");
    for (const scenario of await scenarios.locator("option").all()) {
      await scenarios.selectOption((await scenario.getAttribute("value")) ?? "");
      await playToTheEnd(page);
      for (const variant of await page.locator("select[name=variant] option").all()) {
        await page.locator("select[name=variant]").selectOption((await variant.getAttribute("value")) ?? "");
        await playToTheEnd(page);
      }
    }
    expect(complaints).toEqual([]);
  });

  test("what the owner does at once changes how it ends, stays in the address, and goes with another scenario", async () => {
    const { page, complaints } = await openPlayer();
    await page.locator("select[name=setup]").selectOption("five-banks-and-a-charity");
    await page.locator("select[name=scenario]").selectOption("carrier-block");
    await playToTheEnd(page);
    expect(await verdictsOf(page, "mossfield")).toEqual(["safe", "locked out"]);
    const answer = page.getByLabel("What the owner does at once");
    await answer.selectOption({ label: "Call the carrier" });
    await page.locator("[data-account=mossfield] .verdict.signed-in").waitFor();
    expect(await page.locator("[data-account=mossfield] .was").textContent()).toBe("was locked out");
    const does = page.locator("#response-does");
    expect(await does.textContent()).toContain("The carrier removes the block");
    expect(await does.textContent()).not.toContain("before the attacker goes on");

    await expect
      .poll(async () => await decodeLink(new URL(page.url()).hash))
      .toMatchObject({ link: { scenario: { id: "carrier-block", response: "carrier-call-unblock" } } });
    const again = await openPlayer(page.url());
    await expect
      .poll(() => again.page.locator("select[name=response]").inputValue())
      .toBe("carrier-call-unblock");

    await page.locator("select[name=scenario]").selectOption("password-forgotten");
    expect(await answer.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("an answer to an attack says that it is judged as given in time, and how long it takes", async () => {
    const { page, complaints } = await openPlayer();
    await page.getByLabel("What the owner does at once").selectOption({ index: 1 });
    const said = await page.locator("#response-does").textContent();
    expect(said).toContain("How it ends holds if this is done before the attacker goes on.");
    expect(said).toMatch(/Takes about \d+/u);
    expect(complaints).toEqual([]);
  });

  test("a scenario that finds nothing to strike says so, and one that does is silent", async () => {
    const { page, complaints } = await openPlayer();
    const notice = page.locator(".strikes-nothing");
    expect(await notice.count()).toBe(0);
    await page.locator("select[name=scenario]").selectOption("security-key-lost");
    expect(await notice.textContent()).toContain("Nothing happens here: it strikes a security key");
    expect(complaints).toEqual([]);
  });

  test("how a scenario works is loaded when it is asked for", async () => {
    const { page, complaints } = await openPlayer();
    await page.getByText("How this works").click();
    await page.getByText("What to do now").waitFor();
    await page.getByText("Personal data of the owner").first().waitFor();
    expect(complaints).toEqual([]);
  });
});

/** From a list, whose keys are its own, to the last step. */
async function playToTheEnd(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Next", exact: true }).focus();
  await page.keyboard.press("End");
  await expect.poll(() => page.locator(".verdict-list > li").count()).toBeGreaterThan(0);
}

describe("links", () => {
  test("the address follows the play without filling the history, and opens it again where it stood", async () => {
    const { page } = await openPlayer();
    const history = await page.evaluate(() => window.history.length);
    await page.getByLabel("What happens").selectOption("lost-phone");
    await page.locator("input[name=mail-recovery-codes]").click();
    await page.getByRole("heading", { name: "All steps in words" }).click();
    for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowRight");
    // The address is written after the step is drawn; it has settled when it opens that very step.
    await expect
      .poll(async () => await decodeLink(new URL(page.url()).hash))
      .toMatchObject({ link: { step: 4 } });
    expect(await page.evaluate(() => window.history.length)).toBe(history);
    const before = { step: await count(page), what: await page.locator(".step-what").textContent() };

    const again = await openPlayer(page.url());
    await again.page
      .getByText(before.step ?? "")
      .first()
      .waitFor();
    expect(await again.page.locator(".step-what").textContent()).toBe(before.what);
    expect(await again.page.locator("input[name=mail-recovery-codes]").isChecked()).toBe(true);
    expect(await again.page.getByLabel("What happens").inputValue()).toBe("lost-phone");
  });

  test("the button copies the address of this very step", async () => {
    const { page } = await openPlayer();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const again = await openPlayer(copied);
    await expect.poll(() => count(again.page)).toContain("Step 2 of");
  });

  test.each([
    ["of another version", "9.abc"],
    ["that is no link", "constructor"],
    ["with markup", "1.<img src=x onerror=alert(1)>"],
    ["packed with nonsense", "1.AAAAAAAA"],
    ["with percent signs that decode to nothing", "%E0%A4%A"],
    ["of 200,000 letters", `1.${"A".repeat(200_000)}`],
  ])("a hash %s gets a clear message, and the player goes on", async (_, hash) => {
    const { page, complaints } = await openPlayer(`play/#${hash}`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("This link could not be opened.");
    await page.keyboard.press("ArrowRight");
    expect(await count(page)).toContain("Step 1 of");
    expect(complaints).toEqual([]);
  });

  test("a setup with markup in its names is shown as text", async () => {
    const setup = exampleSetup("one-phone-for-everything");
    const hostile = {
      ...setup,
      title: "<img src=x onerror=document.title='taken'>",
      accounts: setup.accounts.map((account) => ({ ...account, title: `</script><b>${account.id}` })),
    };
    const { page, complaints } = await openPlayer(
      `play/#${await encodeLink({ setup: hostile, scenario: { id: "sim-swap" }, step: 3 })}`,
    );
    await page.getByText("Step 3 of").first().waitFor();
    expect(await page.title()).toContain("Play");
    expect(await page.locator(".player img, .player b b").count()).toBe(0);
    expect(await page.locator(".scene-head").textContent()).toContain("<img src=x");
    expect(complaints).toEqual([]);
  });

  test("a new hash in the same tab opens the play that it holds", async () => {
    const { page } = await openPlayer();
    const hash = await encodeLink({
      setup: exampleSetup("traveller"),
      scenario: { id: "carrier-block" },
      step: 2,
    });
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await page.getByText("Step 2 of").first().waitFor();
    expect(await page.getByLabel("What happens").inputValue()).toBe("carrier-block");
  });
});

describe("in a lesson", () => {
  const lesson = "learn/the-phone-number/when-the-number-goes/";

  async function openLesson(): Promise<Page> {
    const { page } = await newVisitor(browser, { reducedMotion: "reduce" });
    await page.goto(lesson);
    await wakeIslands(page);
    await page.locator(".player[data-ready]").first().waitFor();
    return page;
  }

  test("the end is kept back until it is played or asked for", async () => {
    const page = await openLesson();
    const player = page.locator(".player").first();
    expect(await player.locator(".verdict-list").count()).toBe(0);
    await player.getByRole("button", { name: "Show how it ends" }).click();
    expect(await player.locator(".verdict-list > li").count()).toBe(3);
  });

  test("keys play where the focus is and nowhere else", async () => {
    const page = await openLesson();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByText("Step 1 of").count()).toBe(0);
    await page.locator(".player").first().getByRole("button", { name: "Next", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".step-count", { hasText: "Step 1 of" }).count()).toBe(1);
  });

  test("every answer explains itself, the wrong ones too", async () => {
    const page = await openLesson();
    const question = page.locator(".predict").first();
    const choices = await question.locator("details").all();
    expect(choices).toHaveLength(4);
    for (const choice of choices) {
      await choice.locator("summary").click();
      expect((await choice.locator(".why").textContent())?.length).toBeGreaterThan(60);
    }
    expect(await question.getByText("Yes.").count()).toBe(1);
  });

  test("the link into the full player opens the same step", async () => {
    const page = await openLesson();
    const player = page.locator(".player").first();
    await player.getByRole("button", { name: "Next", exact: true }).click();
    await player.getByRole("button", { name: "Next", exact: true }).click();
    const href = () => player.getByRole("link", { name: "Open in the player" }).getAttribute("href");
    await expect
      .poll(async () => await decodeLink((await href())?.split("#")[1] ?? ""))
      .toMatchObject({ link: { step: 2 } });
    await player.getByRole("link", { name: "Open in the player" }).click();
    await expect.poll(() => count(page)).toContain("Step 2 of");
  });
});

describe("motion", () => {
  const animations = (page: Page): Promise<number> =>
    page.evaluate(() => document.getAnimations().filter((each) => !(each instanceof CSSTransition)).length);

  test("carries the peg away where motion is welcome", async () => {
    const { page } = await newVisitor(browser, { reducedMotion: "no-preference" });
    await page.goto("play/");
    await page.locator(".player[data-ready]").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await animations(page)).toBeGreaterThan(0);
  });

  test("is absent where it is not", async () => {
    const { page } = await openPlayer();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".step-count", { hasText: "Step 2" }).count()).toBe(1);
    expect(await animations(page)).toBe(0);
  });
});
