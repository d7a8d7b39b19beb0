// In the place of the SHA-2 functions of `@noble/hashes` in the scripts of pages (see astro.config.mjs).
// The codes of plays are SHA-1, as authenticator apps make them. The tables of SHA-2, which the library of one-time codes
// brings along for other codes, would be some kilobytes of every page with a player.

function leftOut(): never {
  throw new Error("SHA-2 is left out of the scripts of pages; see site/left-out-hashes.ts");
}

export { leftOut as sha256, leftOut as sha512 };
