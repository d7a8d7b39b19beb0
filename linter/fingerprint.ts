// A short name for a finding that stays the same while lines move.

/**
 * FNV-1a with 64 bits over the parts, as 16 hexadecimal digits. It tells findings apart and protects nothing, so no
 * cryptographic hash is needed; and this one runs in a browser without waiting.
 */
export function fingerprint(...parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  // The separator cannot stand in a path or an id, so that two lists of parts never read the same.
  for (const byte of new TextEncoder().encode(parts.join("\0")))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
