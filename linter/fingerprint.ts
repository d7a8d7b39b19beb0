// A short name for a finding that stays the same while lines move.

/**
 * FNV-1a with 64 bits over the parts, as 16 hexadecimal digits. It tells findings apart and protects nothing, so no
 * cryptographic hash is needed; and this one runs in a browser without waiting.
 */
export function fingerprint(...parts: readonly string[]): string {
  // In two halves of 32 bits: a BigInt would be made anew for every byte.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  // The separator cannot stand in a path or an id, so that two lists of parts never read the same.
  for (const byte of encoder.encode(parts.join("\0"))) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3: all of it times 0x1b3, and the lower half once more 40 bits further up.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + low * 2 ** 8) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return digits(high) + digits(low);
}

const encoder = new TextEncoder();

function digits(half: number): string {
  return half.toString(16).padStart(8, "0");
}
