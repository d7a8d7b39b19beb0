// Serves a folder of built pages to this machine alone: for `npm start`, for `onefactor serve` and for the browser tests.
import { readFile, realpath, stat } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { extname, join, sep } from "node:path";
import { pagePolicy } from "./page-policy.ts";

/** A server that is listening. */
export interface StaticServer {
  /** Where it answers, with a slash at the end: `http://127.0.0.1:4321/`. */
  readonly url: string;
  /** Stops listening and ends the connections that are open. */
  readonly close: () => Promise<void>;
}

export interface StaticServerOptions {
  /** The folder of built pages. Nothing outside of it is served, and no link in it that leads out. */
  readonly folder: string;
  /** The port to ask for; 0 lets the system choose. */
  readonly port: number;
  /** How many of the ports that follow to try where one is taken; none unless said. */
  readonly furtherPorts?: number;
}

const address = "127.0.0.1";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
};

const alwaysSent: OutgoingHttpHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | string;
}

/**
 * Starts to serve `folder` on 127.0.0.1.
 *
 * @throws the system's error where the folder is missing (`ENOENT`) or all ports asked for are taken (`EADDRINUSE`)
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const root = await realpath(options.folder);
  const server = createServer((request, response) => {
    void respond(root, request, response);
  });
  const port = await listen(server, options.port, options.furtherPorts ?? 0);
  return {
    url: `http://${address}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number, furtherPorts: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, address, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken || furtherPorts === 0) throw error;
    return listen(server, port + 1, furtherPorts - 1);
  }
  const bound = server.address();
  return typeof bound === "object" && bound ? bound.port : port;
}

async function respond(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { status, headers, body } = await answer(root, request);
    response.writeHead(status, {
      ...alwaysSent,
      "Content-Security-Policy": pagePolicy(""),
      ...headers,
      "Content-Length": Buffer.byteLength(body),
    });
    // A HEAD request gets the same headers; Node itself leaves the body out.
    response.end(body);
  } catch {
    // A file that went away between finding and reading, while the site is built anew: the browser asks again.
    response.destroy();
  }
}

async function answer(root: string, request: IncomingMessage): Promise<Answer> {
  // A page of the Internet can point a name of its own at 127.0.0.1 (DNS rebinding) and would then read us as itself.
  if (!isOurHost(request)) return plain(421, "This server answers to 127.0.0.1 and localhost only.\n");
  if (request.method !== "GET" && request.method !== "HEAD")
    return plain(405, "Pages can be read here, nothing else.\n", { Allow: "GET, HEAD" });

  const segments = pathSegments(request.url ?? "/");
  if (!segments) return missing(root);
  const inFolder = segments.at(-1) === "";
  const file = await fileWithin(root, [
    ...segments.slice(0, -1),
    inFolder ? "index.html" : (segments.at(-1) ?? ""),
  ]);
  if (file) return fileAnswer(200, file);
  // A page's own address ends in a slash; its relative links would go astray without it.
  if (!inFolder && (await fileWithin(root, [...segments, "index.html"])))
    return plain(308, "", { Location: `/${segments.map(encodeURIComponent).join("/")}/` });
  return missing(root);
}

function isOurHost({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort;
  return headers.host === `${address}:${port}` || headers.host === `localhost:${port}`;
}

/** The path of a request in decoded parts, the last one empty for a folder; nothing for what can name no page of ours. */
function pathSegments(target: string): readonly string[] | undefined {
  const path = target.split(/[?#]/, 1)[0] ?? "";
  if (!path.startsWith("/")) return undefined;
  const segments: string[] = [];
  for (const part of path.slice(1).split("/")) {
    let segment: string;
    try {
      segment = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    // Leading dots are `..` and hidden files; separators and NUL have no business in one part of a path.
    if (segment.startsWith(".") || /[/\\\0:]/.test(segment)) return undefined;
    segments.push(segment);
  }
  // An empty part is allowed at the end only: `//host/page` would be another server's address in a redirect.
  return segments.slice(0, -1).includes("") ? undefined : segments;
}

/** The real path of a file of the folder, links followed; nothing where there is none or where it leads out. */
async function fileWithin(root: string, segments: readonly string[]): Promise<string | undefined> {
  try {
    const file = await realpath(join(root, ...segments));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

async function fileAnswer(status: number, file: string): Promise<Answer> {
  const body = await readFile(file);
  const extension = extname(file);
  const headers: OutgoingHttpHeaders = {
    "Content-Type": contentTypes[extension] ?? "application/octet-stream",
    "Cache-Control": "no-cache",
  };
  if (extension === ".html") headers["Content-Security-Policy"] = pagePolicy(body.toString("utf8"));
  return { status, headers, body };
}

async function missing(root: string): Promise<Answer> {
  const page = await fileWithin(root, ["404.html"]);
  return page ? fileAnswer(404, page) : plain(404, "There is no such page.\n");
}

function plain(status: number, body: string, headers: OutgoingHttpHeaders = {}): Answer {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body };
}
