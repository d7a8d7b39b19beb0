// Every built page, opened as a visitor opens it: under the server's policy, without a complaint, with nothing from elsewhere.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, newVisitor, wakeIslands } from "../../helpers/browser.ts";
import { entriesOf, pages, referenceParts } from "../../helpers/site-pages.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("the home page is among the pages", () => {
  expect(pages).toContain("");
});

test.each(pages)("/%s loads whole, asks no other server and breaks no rule of its policy", async (path) => {
  const { context, page, complaints } = await newVisitor(browser);
  const response = await page.goto(path, { waitUntil: "networkidle" });
  // The page for missing pages answers as such only where a page is missing.
  expect(response?.status()).toBe(200);
  expect(response?.headers()["content-security-policy"]).not.toContain("unsafe");
  expect(await page.title()).not.toBe("");
  // Islands wake up when they come into view; one that did not still carries its marker.
  await wakeIslands(page);
  expect(await page.locator("astro-island[ssr]").count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(referenceParts)("every page of reference/%s/ loads whole, without a complaint", async (part) => {
  const { context, page, complaints } = await newVisitor(browser);
  for (const path of entriesOf(part)) {
    const response = await page.goto(path);
    expect([path, response?.status()]).toEqual([path, 200]);
    expect([path, await page.locator("h1").count()]).toEqual([path, 1]);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test("a script that was not built into the page does not run", async () => {
  const { context, page, complaints } = await newVisitor(browser);
  await page.goto("");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over';";
    document.body.append(script);
  });
  expect(await page.title()).not.toBe("taken over");
  expect(complaints.join("\n")).toContain("Content Security Policy");
  await context.close();
});
