// The server of the built site: what it answers, and what it must never give away.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startStaticServer, type StaticServer } from "../../../linter/cli/static-server.ts";

const bootstrap = "customElements.define('an-island', class extends HTMLElement {});";
let outside: string;
let folder: string;
let server: StaticServer;

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), "onefactor-served-"));
  folder = join(outside, "site");
  for (const path of ["play", "empty", ".hidden", "site-secrets"])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(outside, "private.txt"), "private");
  mkdirSync(join(outside, "site-neighbour"));
  writeFileSync(join(outside, "site-neighbour", "private.txt"), "private");
  writeFileSync(join(folder, "index.html"), `<title>Home</title><script>${bootstrap}</script>`);
  writeFileSync(join(folder, "play", "index.html"), "<title>Play</title>");
  writeFileSync(join(folder, "404.html"), "<title>No such page</title>");
  writeFileSync(join(folder, "app.js"), "export {};");
  writeFileSync(join(folder, "style.css"), "body {}");
  writeFileSync(join(folder, "scene.svg"), "<svg/>");
  writeFileSync(join(folder, "letters.woff2"), "woff2");
  writeFileSync(join(folder, "strange.xyz"), "?");
  writeFileSync(join(folder, ".hidden", "notes.txt"), "private");
  writeFileSync(join(folder, "a page.html"), "<title>A page</title>");
  symlinkSync(join(outside, "private.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "up"));
  server = await startStaticServer({ folder, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly host?: string;
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

// `fetch` tidies a path up before it sends it, and sets Host itself; an attacker does neither.
function ask({ path, method = "GET", host }: Asked): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const headers = { host: host ?? `127.0.0.1:${port}` };
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (body += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("what is served", () => {
  test("the home page answers at the server's address", async () => {
    const home = await ask({ path: "/" });
    expect(home.status).toBe(200);
    expect(home.body).toContain("<title>Home</title>");
  });

  test("a page answers in its folder, with whatever a link adds to the address", async () => {
    expect((await ask({ path: "/play/?scenario=sim-swap" })).body).toContain("<title>Play</title>");
  });

  test("a page asked for without its slash is found by being sent on", async () => {
    const sentOn = await ask({ path: "/play" });
    expect(sentOn.status).toBe(308);
    expect(sentOn.headers["location"]).toBe("/play/");
  });

  test("a file with a space in its name is found", async () => {
    expect((await ask({ path: "/a%20page.html" })).status).toBe(200);
  });

  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/app.js", "text/javascript; charset=utf-8"],
    ["/style.css", "text/css; charset=utf-8"],
    ["/scene.svg", "image/svg+xml"],
    ["/letters.woff2", "font/woff2"],
    ["/strange.xyz", "application/octet-stream"],
  ])("%s is sent as %s", async (path, type) => {
    expect((await ask({ path })).headers["content-type"]).toBe(type);
  });

  test("HEAD tells what GET would send, without sending it", async () => {
    const head = await ask({ path: "/", method: "HEAD" });
    const get = await ask({ path: "/" });
    expect(head.status).toBe(200);
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
  });

  test("a page that does not exist is answered with the site's own 404 page", async () => {
    const missing = await ask({ path: "/nowhere/" });
    expect(missing.status).toBe(404);
    expect(missing.body).toContain("<title>No such page</title>");
  });
});

describe("what is never served", () => {
  test.each([
    ["a way up", "/../private.txt"],
    ["a way up in disguise", "/%2e%2e/private.txt"],
    ["a way up within one part", "/..%2fprivate.txt"],
    ["a way up twice encoded", "/%252e%252e%252fprivate.txt"],
    ["a way up from a folder", "/play/../../private.txt"],
    ["a way up with backslashes", "/..\\private.txt"],
    ["a way up with encoded backslashes", "/..%5cprivate.txt"],
    ["a folder that begins with the same name", "/../site-neighbour/private.txt"],
    ["an absolute path", "//etc/passwd"],
    ["another server's address", "http://example.test/private.txt"],
    ["a link that leads out", "/link.txt"],
    ["a folder link that leads out", "/up/private.txt"],
    ["a hidden folder", "/.hidden/notes.txt"],
    ["a name with NUL in it", "/index.html%00.txt"],
    ["an encoding that is none", "/%zz"],
    ["a folder's own name as a file", "/empty"],
    ["the list of a folder", "/empty/"],
  ])("%s", async (_, path) => {
    const heard = await ask({ path });
    expect(heard.status).toBe(404);
    expect(heard.body).not.toContain("private");
    expect(heard.body).not.toContain("root:");
  });

  test("an address that would send the visitor to another server", async () => {
    const heard = await ask({ path: "//example.test/play" });
    expect(heard.status).toBe(404);
    expect(heard.headers["location"]).toBeUndefined();
  });

  test.each(["example.test", "127.0.0.1", "127.0.0.1:1", "localhost.example.test"])(
    "anything to a page that came under the name %j",
    async (host) => {
      const heard = await ask({ path: "/", host });
      expect(heard.status).toBe(421);
      expect(heard.body).not.toContain("Home");
    },
  );

  test("localhost is this machine's other name and is answered", async () => {
    expect((await ask({ path: "/", host: `localhost:${new URL(server.url).port}` })).status).toBe(200);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("an answer to %s", async (method) => {
    const heard = await ask({ path: "/", method });
    expect(heard.status).toBe(405);
    expect(heard.headers["allow"]).toBe("GET, HEAD");
  });

  test("other machines reach nothing: the port is closed on every other address of this one", async () => {
    const { port } = new URL(server.url);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((network) => network?.family === "IPv4" && !network.internal)
      .map((network) => network?.address);
    for (const other of others)
      await expect(fetch(`http://${other}:${port}/`)).rejects.toThrow("fetch failed");
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
  });
});

describe("what comes with every answer", () => {
  test("scripts may come from the site itself only, and inline ones only if the page was built with them", async () => {
    const policy = String((await ask({ path: "/" })).headers["content-security-policy"]);
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src "));
    const hash = createHash("sha256").update(bootstrap).digest("base64");
    expect(scripts).toBe(`script-src 'self' 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("a page without inline scripts allows none", async () => {
    const policy = String((await ask({ path: "/play/" })).headers["content-security-policy"]);
    expect(policy.split("; ")).toContain("script-src 'self'");
  });

  test.each(["/", "/app.js", "/nowhere/", "/play"])(
    "%s is neither guessed at, framed nor followed",
    async (path) => {
      const { headers } = await ask({ path });
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    },
  );
});

describe("starting and stopping", () => {
  test("a taken port is an error", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startStaticServer({ folder, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("where further ports may be tried, the next free one is taken", async () => {
    const port = Number(new URL(server.url).port);
    const second = await startStaticServer({ folder, port, furtherPorts: 20 });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
  });

  test("a folder that is not there is an error, not an empty site", async () => {
    await expect(startStaticServer({ folder: join(folder, "absent"), port: 0 })).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  test("after closing nothing answers", async () => {
    const brief = await startStaticServer({ folder, port: 0 });
    expect((await fetch(brief.url)).status).toBe(200);
    await brief.close();
    await expect(fetch(brief.url)).rejects.toThrow("fetch failed");
  });
});
