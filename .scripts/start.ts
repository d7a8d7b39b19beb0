// `npm start`: builds the training site, serves it on this machine, and says what to try next.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startStaticServer } from "../linter/cli/static-server.ts";
import { buildSite } from "./build-site.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const site = join(root, "dist", "site");
const usualPort = 4321;

/** The port that PORT asks for, and no other; else the usual one or the next that is free. */
function wantedPort(): { port: number; furtherPorts: number } {
  const wanted = process.env["PORT"];
  if (!wanted) return { port: usualPort, furtherPorts: 50 };
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535)
    stop(`PORT is "${wanted}"; expected a number from 0 to 65535, for example PORT=8080 npm start.`);
  return { port: Number(wanted), furtherPorts: 0 };
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

const ports = wantedPort();
console.log("Building the site …");
try {
  buildSite(site);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const server = await startStaticServer({ folder: site, ...ports }).catch((error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") stop(`Port ${ports.port} is taken. Choose another: PORT=8080 npm start`);
  if (error.code === "EACCES")
    stop(`Port ${ports.port} is not open to you. Choose one above 1023: PORT=8080 npm start`);
  throw error;
});

console.log(`
onefactor is at ${server.url}

What to try next
  ${server.url}play/   switch factors on and off, then play a SIM swap
  npx onefactor simulate simulator/setups/one-phone-for-everything.setup.yaml --scenario sim-swap
  npx onefactor lint <a folder of TypeScript or JavaScript>

Only this machine can open the site. Stop it with Ctrl+C.`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => void server.close().then(() => process.exit(0)));
