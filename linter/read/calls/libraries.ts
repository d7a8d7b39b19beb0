// Libraries that matter to a flow although they are no providers: hashes, random values, tokens, models.
import { noteFieldsLooked } from "../whole-body.ts";
import type { PackageCall } from "../../providers/provider.ts";
import type { Site } from "./call.ts";
import { withCallback } from "./callback.ts";
import { coroutineCall } from "./coroutines.ts";
import { optionIn } from "../codes/lifetimes.ts";
import { fresh, madeBy } from "../codes/random.ts";
import { noteSession } from "../effects.ts";
import { answeredWith } from "../events.ts";
import { keepField } from "../following/keeping.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { storeName } from "../store-name.ts";
import { inputIn, leafName, nothing, objectWith, parts, propOf, textsOf, type Value } from "../values.ts";

/** What a call into a known library gives, or undefined if it is not one of them. */
export function libraryCall(run: Run, call: PackageCall, s: State, site: Site): Out[] | undefined {
  const { module, path, args } = call;
  const [first, second] = args;
  const one = (v: Value): Out[] => withCallback(run, v, args, s);
  const member = path.slice(path.lastIndexOf(".") + 1);
  if (
    /^(@node-rs\/)?bcrypt(js|-nodejs)?$|^argon2(-browser)?$|^@node-rs\/argon2$|^@phc\/|^scrypt-kdf$|^oslo\/password$|^pbkdf2$/.test(
      module,
    )
  ) {
    const argon = /argon2|scrypt|oslo/.test(module);
    if (/^(compare|compareSync|verify|verifySync)$/.test(member)) {
      const [given, kept] = argon ? [second, first] : [first, second];
      return one({ k: "test", op: "hash", l: given ?? nothing, r: kept ?? nothing, spot: site.spot });
    }
    if (/^(hash|hashSync|kdf)$/.test(member)) return one({ k: "hash", of: first ?? nothing });
    return one(nothing);
  }
  if (module === "crypto") return cryptoCall(run, call, s, site, one);
  if (
    module === "md5" ||
    module === "sha1" ||
    module === "sha256" ||
    module === "js-sha256" ||
    module === "blueimp-md5" ||
    /^crypto-js/.test(module)
  )
    return one({ k: "hash", of: first ?? nothing });
  if (/^(uuid|nanoid|cuid|ulid|@paralleldrive\/cuid2|rand-token|hat|shortid)/.test(module))
    return one({ k: "fresh", id: run.newId(), long: true });
  if (
    /^(otp-generator|randomstring|crypto-random-string|random-number-csprng|randomatic|generate-password|random-int|voucher-code-generator)$/.test(
      module,
    ) ||
    (module === "lodash" && /^random|sample/.test(member))
  )
    return one({ k: "fresh", id: run.newId(), long: false });
  if (module === "speakeasy" && /totp$|hotp$/.test(member))
    return one({ k: "fresh", id: run.newId(), long: false });
  if (module === "otplib" && /generate/.test(member))
    return one({ k: "fresh", id: run.newId(), long: false });
  if (
    module === "jsonwebtoken" ||
    module === "@nestjs/jwt" ||
    module === "jwt-simple" ||
    module === "@fastify/jwt" ||
    module === "jose"
  )
    return tokenCall(run, module, member, args, s, site);
  if (
    /^(mongoose|sequelize|@nestjs\/mongoose)$/.test(module) &&
    /^(model|define|discriminator)$/.test(member)
  ) {
    const [name] = textsOf(first);
    return name === undefined
      ? undefined
      : one({ k: "store", name: storeName(name), filter: null, memory: false });
  }
  if (module === "drizzle-orm" || module.startsWith("drizzle-orm/")) return drizzleCall(member, args, one);
  // What stands in it is answered; what is done with it afterwards, such as setting cookies, is known by its name.
  if (module === "next/server" && member === "json") run.note(answeredWith(args, s, site.spot));
  if (module === "express-async-handler" || module === "express-async-errors") return one(first ?? nothing);
  if ((module === "util" && member === "promisify") || module === "thunkify") return one(first ?? nothing);
  const gone = coroutineCall(run, call, s);
  if (gone !== undefined) return gone;
  if (
    /^(joi|zod|yup|class-validator|validator|express-validator|libphonenumber-js|google-libphonenumber|awesome-phonenumber|ajv|valibot|superstruct|class-transformer|moment|dayjs|date-fns|winston|pino|debug|chalk|ms)(\/|$)/.test(
      module,
    )
  ) {
    // Libraries that look at the form of a value pass it on and prove nothing.
    const shown = args.find((arg) => inputIn(arg) !== undefined);
    noteFieldsLooked(member, args, s);
    return [
      {
        s,
        v:
          shown !== undefined &&
          /parse|validate|plainToInstance|plainToClass|matchedData|normalize/i.test(member)
            ? typed(shown)
            : /^(joi|zod|yup|ajv|valibot|superstruct)(\/|$)/.test(module)
              ? { k: "package", module, path: `${path}()`, args, id: run.newId() }
              : run.any(member, args),
      },
    ];
  }
  return undefined;
}

/** What was looked at for its form is of the type that was asked for. */
function typed(value: Value): Value {
  return value.k === "input" ? { ...value, typed: true, picked: [] } : value;
}

function cryptoCall(
  run: Run,
  call: PackageCall,
  s: State,
  site: Site,
  one: (v: Value) => Out[],
): Out[] | undefined {
  const [first, second] = call.args;
  const member = call.path.slice(call.path.lastIndexOf(".") + 1);
  switch (member) {
    case "randomInt":
      return one(fresh(run, s, site, false, madeBy(call) ?? { how: "random" }));
    case "randomBytes":
    case "randomUUID":
    case "getRandomValues":
      return one(fresh(run, s, site, true, madeBy(call) ?? { how: "random" }));
    case "createHash":
    case "createHmac":
      return one({ k: "hash", of: nothing });
    case "scrypt":
    case "scryptSync":
    case "pbkdf2":
    case "pbkdf2Sync":
      return one({ k: "hash", of: first ?? nothing });
    case "hash":
    case "digest":
      // `crypto.hash("sha256", text)`, and `crypto.subtle.digest("SHA-256", bytes)` of what the web has.
      return one({ k: "hash", of: second ?? nothing });
    case "timingSafeEqual":
      return one({ k: "test", op: "==", l: first ?? nothing, r: second ?? nothing, spot: site.spot });
    default:
      return undefined;
  }
}

/**
 * A call of Fastify's plugin for tokens, by whatever name it is reached: `fastify.jwt.sign`, `reply.jwtSign`, and with a
 * namespace, which has a secret of its own, `fastify.jwt.members.sign` and `reply.membersJwtSign`.
 */
export function fastifyToken(name: string, args: readonly Value[]): PackageCall {
  const path = /sign$/i.test(name) ? "sign" : "verify";
  const [, before, after] = /(?:^|\.)(?:(\w+)Jwt(?:Sign|Verify)|jwt\.(\w+)\.\w+)$/.exec(name) ?? [];
  const [token = nothing, ...options] = args;
  // The secret is the plugin's own; the namespace stands for it.
  return { module: "@fastify/jwt", path, args: [token, { k: "const", v: before ?? after }, ...options] };
}

/** Signing and verifying tokens: the payload is kept in the token, under the secret that signs it. */
function tokenCall(
  run: Run,
  module: string,
  member: string,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] | undefined {
  const [first, second] = args;
  const secret = module === "@nestjs/jwt" ? propOf(second, "secret") : second;
  const store = `token:${secretName(secret)}`;
  if (/^(sign|signAsync|encode|jwtSign)$/.test(member)) {
    const payload = first ?? nothing;
    const token: Value = { k: "fresh", id: run.newId(), long: true };
    run.keeping =
      optionIn(module === "@nestjs/jwt" ? second : args[2]) ??
      (propOf(payload, "exp") === undefined ? undefined : {});
    keepField(run, store, "#token", token, s, site.spot);
    keepField(run, store, "", payload, s, site.spot);
    run.keeping = undefined;
    noteSession(
      run,
      "a signed token",
      { k: "object", props: {}, rest: [payload, token], model: null },
      s,
      site.spot,
      wordsIn(payload),
    );
    return withCallback(run, token, args, s);
  }
  if (
    /^(verify|verifyAsync|jwtVerify|jwtDecrypt)$/.test(member) ||
    (module === "jwt-simple" && member === "decode")
  ) {
    const payload = run.record(store, null, site.spot, true);
    // A token that was made on this very path is the program's own, and shows nothing of the caller.
    if (first !== undefined && parts(first).some(({ k }) => k === "fresh"))
      return withCallback(run, payload, args, s);
    const from = first === undefined ? undefined : inputIn(first);
    const bearer =
      from === undefined ||
      /^(headers|cookies|signedCookies)/.test(from.path) ||
      /auth|bearer|access|refresh/i.test(leafName(from));
    s.claim({ k: "token", store, spot: site.spot, bearer, payload: {} });
    return withCallback(run, payload, args, s);
  }
  if (member === "decode" || member === "decodeJwt") return [{ s, v: run.record(store, null, site.spot) }];
  return undefined;
}

/** A name for a secret, so that who signs and who verifies with the same one are brought together. */
function secretName(secret: Value | undefined): string {
  if (secret === undefined) return "default";
  for (const part of parts(secret)) {
    if (part.k === "package" && part.module === "env") return part.path;
    if (part.k === "const" && typeof part.v === "string") return part.v.slice(0, 40);
    if (part.k === "any" && part.name !== "") return part.name;
  }
  return "default";
}

/** The fixed words of a payload: `{ purpose: "reset" }`. */
function wordsIn(payload: Value): Record<string, string | number | boolean> {
  const words: Record<string, string | number | boolean> = {};
  if (payload.k === "object")
    for (const [key, value] of Object.entries(payload.props))
      if (value.k === "const" && value.v !== null && value.v !== undefined) words[key] = value.v;
  return words;
}

function drizzleCall(member: string, args: readonly Value[], one: (v: Value) => Out[]): Out[] | undefined {
  const [first, second] = args;
  if (/^(pgTable|mysqlTable|sqliteTable|table)$/.test(member)) {
    const [name] = textsOf(first);
    return name === undefined
      ? undefined
      : one({ k: "store", name: storeName(name), filter: null, memory: false });
  }
  if (member === "eq" && first !== undefined) return one(objectWith(leafName(first), second ?? nothing));
  if (member === "and") return one({ k: "object", props: {}, rest: args, model: null });
  return undefined;
}
