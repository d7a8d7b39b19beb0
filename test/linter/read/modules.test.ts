// Which file an import means, in projects of one package and of many.
import { describe, expect, test } from "vitest";
import { Modules } from "../../../linter/read/modules.ts";

/** Resolves imports among these files; asked for anything above the root, it fails. */
function project(
  files: Readonly<Record<string, string>>,
): (from: string, specifier: string) => string | undefined {
  const modules = new Modules({
    files: Object.keys(files).filter((file) => !file.endsWith(".json")),
    readFile: (file) => {
      if (file.startsWith("..") || file.startsWith("/")) throw new Error(`${file} lies outside of the root`);
      return files[file];
    },
  });
  return (from, specifier) => modules.resolve(from, specifier);
}

describe("packages of a workspace", () => {
  test("exports that point to what is built lead to its source", () => {
    const resolve = project({
      "apps/club/src/server.ts": "",
      "packages/texts/package.json": JSON.stringify({
        name: "@club/texts",
        exports: {
          ".": { types: "./dist/index.d.ts", import: "./dist/index.js" },
          "./codes": { import: { default: "./dist/esm/codes.js" } },
          "./senders/*": "./dist/senders/*.js",
        },
      }),
      "packages/texts/src/index.ts": "",
      "packages/texts/src/codes.ts": "",
      "packages/texts/src/senders/boat-house.ts": "",
    });
    const from = "apps/club/src/server.ts";
    expect(resolve(from, "@club/texts")).toBe("packages/texts/src/index.ts");
    expect(resolve(from, "@club/texts/codes")).toBe("packages/texts/src/codes.ts");
    expect(resolve(from, "@club/texts/senders/boat-house")).toBe("packages/texts/src/senders/boat-house.ts");
    expect(resolve(from, "@club/unknown")).toBeUndefined();
  });

  test("a package without exports begins where main says", () => {
    const resolve = project({
      "server.js": "",
      "packages/boats/package.json": JSON.stringify({ name: "boats", main: "lib/fleet.js" }),
      "packages/boats/lib/fleet.js": "",
      "packages/boats/index.js": "",
    });
    expect(resolve("server.js", "boats")).toBe("packages/boats/lib/fleet.js");
  });

  test("names that begin with # are told by the package that they stand in", () => {
    const resolve = project({
      "packages/club/package.json": JSON.stringify({
        name: "club",
        imports: { "#store": { default: "./src/store.js" }, "#texts/*": "./src/texts/*.js" },
      }),
      "packages/club/src/routes/reset.ts": "",
      "packages/club/src/store.ts": "",
      "packages/club/src/texts/send.ts": "",
    });
    const from = "packages/club/src/routes/reset.ts";
    expect(resolve(from, "#store")).toBe("packages/club/src/store.ts");
    expect(resolve(from, "#texts/send")).toBe("packages/club/src/texts/send.ts");
    expect(resolve(from, "#elsewhere")).toBeUndefined();
  });
});

describe("names for folders", () => {
  test("paths are taken from what a tsconfig extends, and belong to the file that says them", () => {
    const resolve = project({
      "tsconfig.base.json": `{ // shared
        "compilerOptions": { "baseUrl": ".", "paths": { "@club/*": ["libraries/*/index"], } } }`,
      "apps/site/tsconfig.json": JSON.stringify({ extends: "../../tsconfig.base.json" }),
      "apps/site/server.ts": "",
      "libraries/members/index.ts": "",
    });
    expect(resolve("apps/site/server.ts", "@club/members")).toBe("libraries/members/index.ts");
  });

  test("of several that are extended the last one counts, and a package of the workspace can be one", () => {
    const resolve = project({
      "packages/settings/package.json": JSON.stringify({ name: "@club/settings" }),
      "packages/settings/base.json": JSON.stringify({
        compilerOptions: { paths: { "~boats": ["../../boats/new"] } },
      }),
      "old.json": JSON.stringify({ compilerOptions: { paths: { "~boats": ["./boats/old"] } } }),
      "tsconfig.json": JSON.stringify({ extends: ["./old", "@club/settings/base.json"] }),
      "server.ts": "",
      "boats/old.ts": "",
      "boats/new.ts": "",
    });
    expect(resolve("server.ts", "~boats")).toBe("boats/new.ts");
  });

  test("a tsconfig that extends itself in a circle, or something outside of the root, comes to an end", () => {
    const resolve = project({
      "a.json": JSON.stringify({ extends: "./tsconfig.json" }),
      "tsconfig.json": JSON.stringify({
        extends: ["./a.json", "../outside.json", "/etc/tsconfig.json", "../../../up"],
        compilerOptions: { paths: { "@/*": ["./source/*"] } },
      }),
      "server.ts": "",
      "source/texts.ts": "",
    });
    expect(resolve("server.ts", "@/texts")).toBe("source/texts.ts");
    expect(resolve("server.ts", "@/nothing")).toBeUndefined();
  });

  test.each([
    `import path from "path"; export default { resolve: { alias: { "@boats": path.resolve(__dirname, "src/boats") } } };`,
    `export default { resolve: { alias: { "@boats": fileURLToPath(new URL("./src/boats", import.meta.url)) } } };`,
    `module.exports = { resolve: { alias: { "@boats": "./src/boats" } } };`,
  ])("aliases that a bundler is told are read, not run: %s", (config) => {
    const resolve = project({
      "vite.config.js": config,
      "src/server.js": "",
      "src/boats/eight.js": "",
      "src/boats/index.js": "",
    });
    expect(resolve("src/server.js", "@boats/eight")).toBe("src/boats/eight.js");
    expect(resolve("src/server.js", "@boats")).toBe("src/boats/index.js");
    expect(resolve("src/server.js", "@boatshed")).toBeUndefined();
  });

  test("aliases of module-alias and the names that SvelteKit and Nuxt give are known", () => {
    const resolve = project({
      "package.json": JSON.stringify({ _moduleAliases: { "@models": "server/models" } }),
      "server/app.js": "",
      "server/models/member.js": "",
      "src/routes/+server.ts": "",
      "src/lib/texts.ts": "",
      "pages/Club.vue": "",
    });
    expect(resolve("server/app.js", "@models/member")).toBe("server/models/member.js");
    expect(resolve("src/routes/+server.ts", "$lib/texts")).toBe("src/lib/texts.ts");
    expect(resolve("server/app.js", "~~/pages/Club.vue")).toBe("pages/Club.vue");
  });

  test("a name never leads out of the root", () => {
    const resolve = project({
      "package.json": JSON.stringify({ name: "club", imports: { "#x": "../../../etc/passwd" } }),
      "tsconfig.json": JSON.stringify({
        compilerOptions: { baseUrl: "../..", paths: { "@x": ["../../x"] } },
      }),
      "a.ts": "",
    });
    expect([resolve("a.ts", "#x"), resolve("a.ts", "@x"), resolve("a.ts", "../../x")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
