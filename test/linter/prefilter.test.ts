// Which files are worth parsing, told from their bytes, and when a whole project is not.
import { describe, expect, test } from "vitest";
import { candidates } from "../../linter/prefilter.ts";
import { lookThrough } from "../../linter/prefilter/look.ts";

function worthReading(files: Readonly<Record<string, string>>): readonly string[] {
  const found = candidates();
  for (const [file, text] of Object.entries(files))
    found.add(file, lookThrough(new TextEncoder().encode(text)));
  return found.files();
}

/** A shop that has nothing to do with any of this, to be hidden in. */
const shelves = Object.fromEntries(
  Array.from({ length: 200 }, (_, n) => [
    `shelf-${n}.ts`,
    `export const rye${n} = { price: ${n}, statusCode: 200, rootPath: "/bread", phone: "", countryCode: "SE" };`,
  ]),
);

describe("one file in a bakery of two hundred is found by", () => {
  test.each([
    ["a code at sign-in", "app.post('/login', (q) => loginByCode(q.body.phone, q.body.code));"],
    [
      "a number and a code",
      "async function checkIn(mobile: string, code: string) { return cache.get(mobile) === code; }",
    ],
    ["a captcha that is texted", "async genCaptcha(phone: string) { await redis.set(phone, random()); }"],
    ["Chinese", "// 发送短信\nfunction send(to) { return api.post('/x', to, '验证码'); }"],
    ["Chinese in Latin letters", "const yzmCode = rand(); sendSms(shouji, yzmCode);"],
    ["Spanish", "enviarSms(celular, codigoVerificacion)"],
    ["Portuguese", "await enviarSms(telefone, codigoDeConfirmacao);"],
    ["Turkish", "smsGonder(telefon, dogrulamaKodu); netgsm.send(x)"],
    ["Vietnamese", "guiSms(soDienThoai, maXacThuc); sendSms(maXacThuc)"],
    ["Korean", "sendSms(to, `인증번호 ${n}`);"],
    ["German", "sendeSms(rufnummer, bestätigungscode); smsClient.send()"],
    ["an identity service that texts", "await signInWithPhoneNumber(auth, number, verifier);"],
    [
      "a trigger of an identity service",
      "event.response.answerCorrect = event.request.challengeAnswer === known;",
    ],
    ["an identity service that is configured", "defineAuth({ loginWith: { phone: true } })"],
    ["a provider and a word for its codes", "twilio.messages.create({ body: `Your code: ${otp}` })"],
  ])("%s", (_, text) => {
    expect(worthReading({ ...shelves, "counter.ts": text })).toEqual(["counter.ts"]);
  });
});

describe("a project", () => {
  test("of many files that neither texts nor asks for codes is not read", () => {
    expect(
      worthReading({
        ...shelves,
        "sign-in.ts": "if (await verify(user.password, body.password)) session.user = user.id;",
        "reset.ts": "resetPassword(token, password); const code = error.code;",
        "footprint.ts": "const footprint = rootPath + slotProps; export const isNotPending = true;",
      }),
    ).toEqual([]);
  });

  test("is read where one file texts and another one makes the codes", () => {
    expect(
      worthReading({
        ...shelves,
        "texts.ts": "import twilio from 'twilio';",
        "codes.ts": "export const verificationCode = () => randomInt(1e6);",
      }),
    ).toEqual(["texts.ts", "codes.ts"]);
  });

  test("is read with the files that only pass a password and a code on", () => {
    expect(
      worthReading({
        ...shelves,
        "texts.ts": "sendSms(phone, otp);",
        "route.ts": "router.post('/x', (q) => change(q.body.password, q.body.code));",
      }),
    ).toEqual(["texts.ts", "route.ts"]);
  });

  test("with authenticator apps is read, though it texts nobody", () => {
    const app = {
      "apps.ts":
        'import { verify } from "otplib";\nexport const isRight = (seed, token) => verify({ seed, token });',
      "sign-in.ts": "router.post('/x', (q) => enter(q.body.password, q.body.code));",
    };
    expect(worthReading({ ...shelves, ...app })).toEqual(["apps.ts", "sign-in.ts"]);
  });

  test("that is small and mails its codes is read, since it is about little else", () => {
    const code = "export const otp = () => crypto.randomInt(1e6);";
    expect(worthReading({ "mail.ts": code, "oven.ts": "export const heat = 220;" })).toEqual(["mail.ts"]);
    expect(worthReading({ "mail.ts": code, ...shelves })).toEqual([]);
  });

  test("is read whatever stands around a word and however long its lines are", () => {
    const padding = "x".repeat(4_000);
    expect(worthReading({ "long.ts": `${padding} loginByCode(phone, code) ${padding}` })).toEqual([
      "long.ts",
    ]);
  });
});
