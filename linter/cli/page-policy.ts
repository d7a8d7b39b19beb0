// The Content-Security-Policy of one built page: our own files, and exactly the inline scripts and styles it came with.
import { createHash } from "node:crypto";

// Text of an element, and whether a script is one that runs. Pages are our own build: where this reading and the
// browser's differ, the browser finds no matching hash and refuses the script, so a mistake here cannot open anything.
const inlineScript =
  /<script(?![^>]*\ssrc[\s=>])(?![^>]*\stype="application\/(?:ld\+)?json")[^>]*>([^]*?)<\/script>/gi;
const inlineStyle = /<style[^>]*>([^]*?)<\/style>/gi;

/**
 * The policy for `html`, as the value of the header.
 *
 * Scripts need no `unsafe-inline` or `unsafe-eval`: the few that Astro puts inline to wake up its islands are named by
 * their SHA-256. A page without HTML of its own (an image, a missing file) gets the policy of an empty page.
 */
export function pagePolicy(html: string): string {
  const scripts = ["'self'", ...hashes(html, inlineScript)];
  const styles = ["'self'", ...hashes(html, inlineStyle)];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hashes(html: string, element: RegExp): readonly string[] {
  const found = new Set<string>();
  for (const [, text] of html.matchAll(element))
    if (text) found.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [...found].toSorted();
}
