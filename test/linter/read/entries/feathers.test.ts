// Feathers: methods of services, with the hooks before them.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("services of Feathers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/services.js": file(`
import { feathers } from "@feathersjs/feathers";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
const app = feathers();
class Codes {
  async create(data) {
    await textCode(data.phone);
  }
}
class Resets {
  async create(data, params) {
    if (!(await isRightCode(data.phone, data.code))) throw new BadRequest("wrong code");
    await setPassword(data.phone, data.password);
  }
}
app.use("codes", new Codes());
app.use("resets", new Resets());`),
    });
    expect(told.byTextAlone).toEqual([
      "feathers create /resets (Resets.create) src/services.js:11 writes-password",
    ]);
    expect(told.reported).toEqual(["src/services.js:11"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/services.js": file(`
import { feathers } from "@feathersjs/feathers";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
const app = feathers();
class Passwords {
  async patch(id, data, params) {
    if (!(await knowsPassword(params.user.id, data.currentPassword))) throw new BadRequest("wrong");
    if (!(await isRightCode(data.phone, data.code))) throw new BadRequest("wrong code");
    await setPasswordOf(params.user.id, data.password);
  }
}
app.use("passwords", new Passwords());
app.service("passwords").hooks({ before: { all: [authenticate("jwt")] } });`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
