// The sign-in of Supabase, as `supabase/config.toml` tells it.
import { expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const club = (text: string) => ({ "supabase/config.toml": text });

const texting = `[auth.sms]
enable_signup = true
[auth.sms.vonage]
enabled = true
`;

test("phone sign-in is one finding at its switch, with the takeover played", async () => {
  expect(await findingsIn(club(texting))).toMatchObject([
    {
      rule: "framework-phone-reset",
      severity: "warning",
      confidence: "medium",
      line: 2,
      column: 1,
      message: "the sign-in of Supabase lets in for a texted code alone (auth.sms.enable_signup = true)",
      notes: ["whether these settings are those of the hosted project, too"],
      scenario: "sim-swap",
    },
  ]);
});

test("keys with dots and tables on one line say the same", async () => {
  const told = ["warning/medium framework-phone-reset supabase/config.toml:1"];
  expect(await toldOf(club("auth.sms = { enable_signup = true, twilio = { enabled = true } }"))).toEqual(
    told,
  );
  expect(await toldOf(club("auth.sms.enable_signup = true\nauth.sms.textlocal.enabled = true"))).toEqual(
    told,
  );
});

test.each([
  ["no service that texts is on", "[auth.sms]\nenable_signup = true\n[auth.sms.twilio]\nenabled = false\n"],
  [
    "only numbers for tests are there",
    '[auth.sms]\nenable_signup = true\n[auth.sms.test_otp]\n46700000000 = "123456"\n',
  ],
  ["phone sign-in is off", "[auth.sms]\nenable_signup = false\n[auth.sms.twilio]\nenabled = true\n"],
  ["all of the sign-in is off", `[auth]\nenabled = false\n${texting}`],
  ["everything is in comments", texting.replaceAll(/^/gm, "# ")],
  ["the file is none of Supabase's", '[params]\nenable_signup = true\nsms = "twilio"\n'],
])("nothing is said where %s", async (_, text) => {
  expect(await toldOf(club(text))).toEqual([]);
});

const second = (apps: string) => `[auth.mfa.phone]
enroll_enabled = true
verify_enabled = true
${apps}`;

test("phones are the only second factor where apps are switched off in writing", async () => {
  expect(
    await toldOf(club(second("[auth.mfa.totp]\nenroll_enabled = false\nverify_enabled = false"))),
  ).toEqual(["warning/medium sms-only-mfa supabase/config.toml:2"]);
});

test.each([
  ["apps are offered", "[auth.mfa.totp]\nenroll_enabled = true\nverify_enabled = true"],
  ["nothing is said of apps, which older projects have on", ""],
  ["passkeys sign in", "[auth.mfa.totp]\nenroll_enabled = false\n[auth.passkey]\nenabled = true"],
])("phones are not the only second factor where %s", async (_, apps) => {
  expect(await toldOf(club(second(apps)))).toEqual([]);
});

test("a second factor beside phone sign-in is no way round it: it is asked for after every sign-in", async () => {
  const told = await toldOf(
    club(texting + second("[auth.mfa.totp]\nenroll_enabled = true\nverify_enabled = true")),
  );
  expect(told).toEqual(["warning/medium framework-phone-reset supabase/config.toml:2"]);
});

test("a remote that switches phone sign-in on is told by its name", async () => {
  const [finding] = await findingsIn(
    club(`[auth.sms.twilio]
enabled = true
[remotes.production]
project_id = "swimmingclub"
[remotes.production.auth.sms]
enable_signup = true
`),
  );
  expect(finding).toMatchObject({
    line: 6,
    message: expect.stringContaining(
      'the sign-in of Supabase\'s remote "production" lets in for a texted code',
    ),
  });
});

test("a remote that switches it off leaves little confidence", async () => {
  expect(await toldOf(club(`${texting}[remotes.production.auth.sms]\nenable_signup = false\n`))).toEqual([
    "warning/low framework-phone-reset supabase/config.toml:2",
  ]);
});
