// Opens the built site in the browser that was found, and keeps what its pages complain about.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { expect, inject } from "vitest";
import { headlessFlags, thisMachine } from "./chromium.ts";

/** Starts the browser; a test file starts one and closes it in the end. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject("chromiumPath"),
    headless: true,
    args: [...headlessFlags(thisMachine)],
  });
}

/** A fresh visitor: own storage, own settings, and everything that went wrong on the pages seen. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, uncaught errors, and requests that left the site or failed, in the order in which they came. */
  readonly complaints: readonly string[];
}

/**
 * Lets somebody new visit the site: addresses such as `play/` are understood relative to it, and every request to
 * another server is refused and noted, because the site promises to make none.
 */
export async function newVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const siteUrl = inject("siteUrl");
  const complaints: string[] = [];
  const context = await browser.newContext({ baseURL: siteUrl, ...options });
  await context.route(
    (url) => url.origin !== new URL(siteUrl).origin && /^https?:$/.test(url.protocol),
    (route) => {
      complaints.push(`asked another server: ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (webError) => complaints.push(`uncaught: ${webError.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { context, page: await context.newPage(), complaints };
}

/** Brings every island of a page into view, one after another, and waits for each to wake up. */
export async function wakeIslands(page: Page): Promise<void> {
  for (const island of await page.locator("astro-island").all())
    // Again and again: what stands above may still grow and push it out of view before the browser has looked.
    await expect
      .poll(() =>
        island.evaluate((element) => {
          element.firstElementChild?.scrollIntoView();
          return element.hasAttribute("ssr");
        }),
      )
      .toBe(false);
  await page.evaluate(() => scrollTo(0, 0));
}
