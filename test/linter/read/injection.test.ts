// Services that a container hands over are followed, by token, by name and by abstract class.
import { describe, expect, test } from "vitest";
import { clubWith } from "./entries/club.ts";

/** The service that stands behind the token, with a stand-in for tests beside it. */
const sender = `
  import { isRightCode, textCode } from "./texts.js";
  export class TwilioTexts {
    async send(phone) { await textCode(phone); }
    async isRight(phone, code) { return isRightCode(phone, code); }
  }
  export class FakeTexts {
    async send() {}
    async isRight() { return true; }
  }`;

/** A controller of NestJS with this constructor. */
function controller(made: string): string {
  return `
  import { setPassword } from "./members.js";
  import { Texts } from "./texts-port";
  import { TYPES } from "./types";
  @Controller("account")
  export class AccountController {
    constructor(${made}) {}
    @Post("reset")
    async reset(@Body() body) {
      if (!(await this.texts.isRight(body.phone, body.code))) throw new BadRequestException();
      await setPassword(body.phone, body.password);
    }
  }`;
}

const found = [
  "nest POST /account/reset (AccountController.reset) src/account.controller.ts:9 writes-password",
];

describe("what is injected", () => {
  test.each([
    {
      by: "a text",
      made: `@Inject("TEXTS") private readonly texts: Texts`,
      container: {
        "src/app.module.ts": `
          import { FakeTexts, TwilioTexts } from "./sender";
          @Module({ providers: [{ provide: "TEXTS", useClass: FakeTexts }, { provide: "TEXTS", useClass: TwilioTexts }] })
          export class AppModule {}`,
      },
    },
    {
      by: "an abstract class",
      made: `private readonly texts: Texts`,
      container: {
        "src/app.module.ts": `
          import { TwilioTexts } from "./sender";
          @Module({ providers: [{ provide: Texts, useClass: TwilioTexts }] })
          export class AppModule {}`,
      },
    },
    {
      by: "a symbol, as inversify binds it",
      made: `@inject(TYPES.Texts) private texts: Texts`,
      container: {
        "src/container.ts": `
          import { TwilioTexts } from "./sender";
          container.bind(TYPES.Texts).to(TwilioTexts).inSingletonScope();`,
      },
    },
    {
      by: "a name, as awilix registers it",
      made: `private texts`,
      container: {
        "src/container.ts": `
          import { TwilioTexts } from "./sender";
          container.register({ texts: asClass(TwilioTexts).singleton() });`,
      },
    },
    {
      by: "a token, as tsyringe registers it",
      made: `@inject("Texts") private texts: Texts`,
      container: {
        "src/container.ts": `
          import { TwilioTexts } from "./sender";
          container.register("Texts", { useClass: TwilioTexts });`,
      },
    },
  ])("a service that is injected by $by is the one that texts", async ({ made, container }) => {
    const told = await clubWith({
      "src/account.controller.ts": controller(made),
      "src/sender.ts": sender,
      "src/texts-port.ts": `export abstract class Texts { abstract send(phone); abstract isRight(phone, code); }`,
      ...container,
    });
    expect(told.byTextAlone).toEqual(found);
  });

  test("without a container nothing is made up", async () => {
    const told = await clubWith({
      "src/account.controller.ts": controller(`@Inject("TEXTS") private readonly texts`),
      "src/sender.ts": sender,
    });
    expect(told.byTextAlone).toEqual([]);
  });
});
