// Files in UTF-16, as some editors write them, made readable like all others.

/**
 * The bytes of a file as UTF-8. Only a byte order mark tells UTF-16; without one, its zero bytes make a file binary.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const first = bytes[0];
  const second = bytes[1];
  const order =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  return order === undefined ? bytes : new TextEncoder().encode(new TextDecoder(order).decode(bytes));
}
