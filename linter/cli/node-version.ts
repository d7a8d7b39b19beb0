// Whether the running Node is new enough, said before anything is loaded that an older one would stumble over.
import packageJson from "../../package.json" with { type: "json" };

/** What to tell somebody whose Node is older than `engines` in package.json asks for; undefined where it will do. */
export function nodeComplaint(version: string): string | undefined {
  const least = packageJson.engines.node.replace(">=", "");
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(least);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `onefactor: needs Node ${least} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`;
}

function numbers(version: string): number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10));
}
