// Reads the arguments of a call: the input of a command or of a request object, and the channels that words stand for.
import { parts, propOf, textsOf, type Value } from "../read/values.ts";
import type { Channel, PackageCall } from "./provider.ts";

/**
 * The input of a call to one of Amazon's services, however it is written: `client.send(new PublishCommand(input))` or
 * `client.publish(input)`.
 */
export function commandInput({ path, args }: PackageCall, name: string): Value | undefined {
  const [first] = args;
  const member = lastOf(path);
  if (member === `${name.charAt(0).toLowerCase()}${name.slice(1)}`) return first;
  if (member !== "send" || first?.k !== "package" || !first.path.endsWith(`${name}Command()`))
    return undefined;
  return first.args[0];
}

/** What a request object was made of: `new SendSmsRequest({ … })`. Anything else is the input itself. */
export function requestInput(value: Value | undefined): Value | undefined {
  return value?.k === "package" && value.path.endsWith("()") ? value.args[0] : value;
}

/** The last member of a path: `().messages.create` ends in `create`. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The first of these properties that the value is known to have. */
export function firstOf(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  for (const name of names) {
    const found = propOf(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The property at the end of a way through objects: `valueAt(input, "MessageRequest", "Addresses")`. */
export function valueAt(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  return names.reduce<Value | undefined>((inner, name) => propOf(inner, name), value);
}

const channelNames: Readonly<Record<string, Channel>> = {
  sms: "sms",
  text: "sms",
  mms: "sms",
  flash: "sms",
  call: "voice",
  voice: "voice",
  tts: "voice",
  phone_call: "voice",
  whatsapp: "whatsapp",
  whatsapp_interactive: "whatsapp",
  email: "email",
};

/** The channels that are written in the code, each once, or what it is if none is. */
export function channelsIn(value: Value | undefined, otherwise: readonly Channel[]): readonly Channel[] {
  const written = textsOf(value).flatMap((text) => channelNames[text.toLowerCase()] ?? []);
  return written.length === 0 ? otherwise : [...new Set(written)];
}

/** Whether a word stands somewhere inside. */
export function hasWord(value: Value | undefined, word: RegExp): boolean {
  if (value === undefined) return false;
  for (const part of parts(value))
    if (part.k === "const" && typeof part.v === "string" && word.test(part.v)) return true;
  return false;
}
