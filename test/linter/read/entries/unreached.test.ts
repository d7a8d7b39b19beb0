// Functions that nobody was seen to call: each is followed by itself, unless it only gets a server ready.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

const imports = `import { isRightCode } from "./texts.js";
import { setPassword } from "./members.js";`;
const reset = `if (!(await isRightCode(phone, code))) throw new Error("wrong code");
  await setPassword(phone, password);`;

describe("a function that nobody was seen to call", () => {
  test("is followed by itself where its words belong to signing in", async () => {
    const told = await clubWith({
      "src/reset.ts": file(
        `${imports}\nexport async function resetByText(phone, code, password) {\n  ${reset}\n}`,
      ),
    });
    expect(told.byTextAlone).toEqual(["other resetByText src/reset.ts:3 writes-password"]);
  });

  test("and hangs up what answers requests is none, because it runs before there is one", async () => {
    const told = await clubWith({
      "src/server.ts": file(
        `${imports}\nexport async function resetDemo(app, { phone, code, password }) {\n  app.use("/boats", boats);\n  ${reset}\n}`,
      ),
    });
    expect(told.byTextAlone).toEqual([]);
  });
});
