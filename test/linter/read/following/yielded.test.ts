// What a generator yields is awaited by co and by Koa 1: promises, generators, functions with a callback, lists of them.
import { describe, expect, test } from "vitest";
import { clubWith } from "../entries/club.ts";

/** What is told of a reset in a handler of Koa 1 with these functions beside it. */
async function resetBy(body: string, beside = ""): Promise<readonly string[]> {
  const told = await clubWith({
    "src/account.js": `
const router = require("koa-router")();
const co = require("co");
const { isRightCode, textCode } = require("./texts.js");
const { setPassword } = require("./members.js");
${beside}
router.post("/code", function* () { yield textCode(this.request.body.phone); });
router.post("/reset", function* (next) { ${body} });
module.exports = router;`,
  });
  return told.byTextAlone.map((line) => line.replace(/ src.*$/, ""));
}

const found = ["koa POST /reset"];
const check = "yield isRightCode(this.request.body.phone, this.request.body.code)";
const write = "yield setPassword(this.request.body.phone, this.request.body.password);";

describe("What is yielded", () => {
  test("a generator that is called on the context has it as `this`", async () => {
    const beside = `function* isRight() { return ${check}; }`;
    expect(await resetBy(`if (!(yield isRight.call(this))) this.throw(400); ${write}`, beside)).toEqual(
      found,
    );
    expect(await resetBy(`if (!(yield* isRight.apply(this))) this.throw(400); ${write}`, beside)).toEqual(
      found,
    );
    expect(await resetBy(`if (!(yield isRight.bind(this)())) this.throw(400); ${write}`, beside)).toEqual(
      found,
    );
  });

  test("a generator that is not called yet is called on the context of the one that yields it", async () => {
    expect(
      await resetBy(
        `if (!(yield isRight)) this.throw(400); ${write}`,
        `function* isRight() { return ${check}; }`,
      ),
    ).toEqual(found);
  });

  test("lists and objects are awaited part by part", async () => {
    expect(
      await resetBy(`const { right } = yield { right: isRightCode(this.request.body.phone, this.request.body.code) };
        if (!right) this.throw(400); ${write}`),
    ).toEqual(found);
    expect(
      await resetBy(
        `const [right] = yield [isRight]; if (!right) this.throw(400); ${write}`,
        `function* isRight() { return ${check}; }`,
      ),
    ).toEqual(found);
  });

  test("a function with a callback is called, and what it calls back with comes out", async () => {
    const beside = `
function isRight(phone, code) {
  return function (done) {
    isRightCode(phone, code).then((right) => done(null, right), done);
  };
}`;
    expect(
      await resetBy(
        `if (!(yield isRight(this.request.body.phone, this.request.body.code))) this.throw(400); ${write}`,
        beside,
      ),
    ).toEqual(found);
    expect(
      await resetBy(
        `const right = isRight(this.request.body.phone, this.request.body.code);
         if (!(yield right)) this.throw(400); ${write}`,
        beside,
      ),
    ).toEqual(found);
  });

  test("co goes through a generator, and wraps one in a function", async () => {
    const inner = `co(function* () { return yield isRightCode(context.request.body.phone, context.request.body.code); })`;
    expect(await resetBy(`const context = this; if (!(yield ${inner})) this.throw(400); ${write}`)).toEqual(
      found,
    );
    expect(
      await resetBy(
        `const { phone, code } = this.request.body; if (!(yield isRight(phone, code))) this.throw(400); ${write}`,
        `const isRight = co.wrap(function* (phone, code) { return yield isRightCode(phone, code); });`,
      ),
    ).toEqual(found);
    expect(
      await resetBy(
        `if (!(yield co.call(this, function* () { return ${check}; }))) this.throw(400); ${write}`,
      ),
    ).toEqual(found);
  });

  test("a generator in a handler of Express works for its request", async () => {
    const told = await clubWith({
      "src/account.js": `
const router = require("express").Router();
const co = require("co");
const { isRightCode, textCode } = require("./texts.js");
const { setPassword } = require("./members.js");
router.post("/code", (req, res) => co(function* () { yield textCode(req.body.phone); res.end(); }));
router.post("/reset", (req, res, next) => {
  co(function* () {
    if (!(yield isRightCode(req.body.phone, req.body.code))) return next({ status: 400 });
    yield setPassword(req.body.phone, req.body.password);
    res.end();
  }).catch(next);
});
router.post("/again", co.wrap(function* (req, res) {
  if (!(yield isRightCode(req.body.phone, req.body.code))) return res.status(400).end();
  yield setPassword(req.body.phone, req.body.password);
  res.end();
}));
module.exports = router;`,
    });
    expect(told.byTextAlone.map((line) => line.replace(/ src.*$/, ""))).toEqual([
      "express POST /reset",
      "express POST /again",
    ]);
  });
});
