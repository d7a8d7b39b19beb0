// The rule `sms-although-app`, on setups written by hand: a default is nobody's statement.
import { expect, test } from "vitest";
import { club, found } from "./written-setups.ts";

const both = `    signIn:
      - with: [password, app]
      - with: [password, text]
`;
const beside = (lines: string) => found("sms-although-app", club(lines));

test("a text beside the app is found where it is written down that it is sent all the same", async () => {
  const [finding] = await beside(`${both}    controls: { textsDespiteApp: true }\n`);
  expect(finding).toMatchObject({
    rule: "sms-although-app",
    severity: "warning",
    line: 27,
    scenario: "sim-swap",
  });
  expect(finding!.trail.length).toBeGreaterThan(0);
});

test("left out, the control has its default and says nothing", async () => {
  expect(await beside(both)).toEqual([]);
  expect(await beside(`${both}    controls: { attempts: 3 }\n`)).toEqual([]);
});

test("a text that is not sent to whoever has the app opens nothing", async () => {
  expect(await beside(`${both}    controls: { textsDespiteApp: false }\n`)).toEqual([]);
});

test("a text that opens a limited view only is no second door", async () => {
  const limited = both.replace("- with: [password, text]", "- { with: [password, text], limited: true }");
  expect(await beside(`${limited}    controls: { textsDespiteApp: true }\n`)).toEqual([]);
});

test("a text beside the app and the app together is no weaker door", async () => {
  const together = both.replace("[password, text]", "[password, app, text]");
  expect(await beside(`${together}    controls: { textsDespiteApp: true }\n`)).toEqual([]);
});
