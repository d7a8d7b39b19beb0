// Brings the many ways to name a package, with a registry, an address or a version in it, to its one name.

/** The name under which npm knows a package: `twilio` for `npm:twilio@5.3`, `https://esm.sh/twilio@5`, `twilio`. */
export function packageName(specifier: string): string {
  const served =
    /^(?:npm|jsr):\/?(.+)$/.exec(specifier) ??
    /^https:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/(?:v\d+\/)?(.+)$/.exec(
      specifier,
    );
  if (served?.[1] !== undefined) return withoutVersion(served[1]);
  const standard = /^https:\/\/deno\.land\/std(?:@[^/]*)?\/(.+)$/.exec(specifier);
  if (standard?.[1] !== undefined) return `@std/${standard[1]}`;
  const other = /^https:\/\/deno\.land\/x\/([^/@]+)/.exec(specifier);
  return other?.[1] ?? specifier;
}

function withoutVersion(name: string): string {
  return name.replace(/^((?:@[^/]+\/)?[^/@?]+)(?:@[^/?]*)?/, "$1").replace(/\?.*$/, "");
}
