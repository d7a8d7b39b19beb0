// Paths of scanned files, as strings with `/`: reading runs in a browser, too, where there is no `node:path`.

/** The folder that a path lies in; `.` for what lies at the top. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash === -1) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** Puts parts of a path together and takes the steps `.` and `..` in them; what leads out of the top begins with `..`. */
export function join(...parts: readonly string[]): string {
  const steps: string[] = [];
  for (const step of parts.join("/").split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  const path = steps.join("/") || ".";
  return parts[0]?.startsWith("/") ? `/${path}` : path;
}
