// Koa 1: handlers are generators that find the context in `this`, and give what they wait for to whoever goes through them.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

const own = `
const { isRightCode, textCode } = require("./texts.js");
const { knowsPassword, setPassword, setPasswordOf, memberWith } = require("./members.js");`;

/** A router of Koa 1 with these routes. */
function router(routes: string): Readonly<Record<string, string>> {
  return {
    "src/account.js": `const router = require("koa-router")();${own}${routes}\nmodule.exports = router;`,
  };
}

const reset = `
  if (!(yield isRightCode(this.request.body.phone, this.request.body.code))) this.throw(400);
  yield setPassword(this.request.body.phone, this.request.body.password);
  this.body = { done: true };`;

describe("Koa's generators", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith(
      router(`
router.post("/code", function* () {
  yield textCode(this.request.body.phone);
});
router.post("/reset", function* (next) {${reset}
});`),
    );
    expect(told.byTextAlone).toEqual(["koa POST /reset src/account.js:7 writes-password"]);
    expect(told.reported).toEqual(["src/account.js:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith(
      router(`
router.post("/password", function* () {
  if (!this.session.userId) this.throw(401);
  if (!(yield knowsPassword(this.session.userId, this.request.body.currentPassword))) this.throw(400);
  if (!(yield isRightCode(this.request.body.phone, this.request.body.code))) this.throw(400);
  yield setPasswordOf(this.session.userId, this.request.body.password);
});`),
    );
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });

  test("a sign-in may set the whole visit at once", async () => {
    const told = await clubWith(
      router(`
router.post("/code", function* () {
  yield textCode(this.request.body.phone);
});
router.post("/login", function* () {
  const { phone, code } = this.request.body;
  if (!(yield isRightCode(phone, code))) return (this.body = { error: "wrong code" });
  const member = yield memberWith(phone);
  this.session = { user: member };
  this.redirect("/");
});`),
    );
    expect(told.byTextAlone).toEqual(["koa POST /login src/account.js:7 opens-session"]);
  });

  test("handlers that stand in a file of their own belong to the routes that name them", async () => {
    const told = await clubWith({
      "src/account.js": file(`${own}
exports.code = function* () {
  yield textCode(this.query.phone);
};
exports.reset = function* (next) {${reset}
};`),
      "src/routes.js": file(`
const Account = require("./account");
module.exports = (router) => {
  router.get("/code", Account.code);
  router.post("/reset", Account.reset);
};`),
    });
    expect(told.byTextAlone).toEqual(["koa POST /reset (reset) src/account.js:6 writes-password"]);
  });

  test("generators of an object are handlers, too", async () => {
    const told = await clubWith({
      "src/account.js": file(`${own}
module.exports = {
  *code() {
    yield* textCode(this.params.phone);
  },
  *reset(next) {
    const context = this;
    const { phone, code, password } = context.request.body;
    const [right] = yield [isRightCode(phone, code)];
    if (!right) return (context.status = 400);
    yield setPassword(phone, password);
  },
};`),
      "src/routes.js": file(`
const router = require("koa-router")();
const Account = require("./account");
router.get("/code/:phone", Account.code);
router.post("reset", "/reset", Account.reset);
module.exports = router;`),
    });
    expect(told.byTextAlone).toEqual(["koa POST /reset (reset) src/account.js:7 writes-password"]);
  });

  test("what koa-route finds in the address comes before `next`", async () => {
    const told = await clubWith({
      "src/app.js": file(`
const app = require("koa")();
const parse = require("co-body");
const route = require("koa-route");${own}
app.use(route.get("/code/:phone", function* (phone) {
  yield textCode(phone);
}));
app.use(route.post("/reset/:phone", function* (phone, next) {
  const body = yield parse(this);
  if (!(yield isRightCode(phone, body.code))) return yield next;
  yield setPassword(phone, body.password);
}));
app.listen(80);`),
    });
    expect(told.byTextAlone).toEqual(["koa POST /reset/:phone src/app.js:9 writes-password"]);
  });

  test("what an application is given without a `next` ends each request", async () => {
    const told = await clubWith({
      "src/app.js": file(`
const koa = require("koa");${own}
const app = koa();
app.use(function* (next) {
  if (this.path !== "/code") return yield next;
  yield textCode(this.query.phone);
});
app.use(function* () {${reset}
});
app.listen(80);`),
    });
    expect(told.byTextAlone).toEqual(["koa ALL * src/app.js:9 writes-password"]);
  });
});

describe("Generators before a handler", () => {
  const guarded = (guard: string): Readonly<Record<string, string>> =>
    router(`
${guard}
router.post("/code", function* () {
  yield textCode(this.request.body.phone);
});
router.post("/reset", before, function* () {
  yield setPassword(this.request.body.phone, this.request.body.password);
});`);

  test("what one asks for before it yields `next` is asked for by the handler", async () => {
    const told = await clubWith(
      guarded(`
function* before(next) {
  const { phone, code } = this.request.body;
  if (!(yield isRightCode(phone, code))) {
    this.status = 400;
    return;
  }
  yield next;
}`),
    );
    expect(told.byTextAlone).toEqual(["koa POST /reset src/account.js:16 writes-password"]);
  });

  test("one that is made by a call may delegate to `next`, and asks for as much", async () => {
    const told = await clubWith(
      guarded(`
const before = asking("code");
function asking(field) {
  return function* (next) {
    if (yield isRightCode(this.request.body.phone, this.request.body[field])) return yield* next;
    this.body = { error: "wrong code" };
  };
}`),
    );
    expect(told.byTextAlone).toEqual(["koa POST /reset src/account.js:15 writes-password"]);
  });

  test("the session and the password that one asks for keep others out", async () => {
    const told = await clubWith(
      router(`
router.use(function* (next) {
  this.state.user = yield memberWith(this.session.userId);
  if (!this.session.userId) return this.redirect("/login");
  yield next;
});
function* knows(next) {
  const { currentPassword } = this.request.body;
  this.assert(yield knowsPassword(this.session.userId, currentPassword), 403);
  return yield next;
}
router.post("/password", knows, function* () {
  if (!(yield isRightCode(this.session.userId, this.request.body.code))) this.throw(400);
  yield setPasswordOf(this.session.userId, this.request.body.password);
});`),
    );
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("Handlers that no route was seen to name", () => {
  test("a generator that reads a request is followed with the context as `this`", async () => {
    const told = await clubWith({
      "src/account.js": file(`${own}
exports.reset = function* (next) {
  const { phone, code, password } = this.request.body;
  const { userId } = this.session;
  if (!(yield isRightCode(phone, code))) this.throw(400);
  if (!(yield knowsPassword(userId, this.request.body.currentPassword))) this.throw(400);
  yield setPasswordOf(userId, password);
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
