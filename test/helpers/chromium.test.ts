// In which order a browser is looked for, and when one is installed.
import { describe, expect, test } from "vitest";
import { findChromium, headlessFlags, type Machine } from "./chromium.ts";

const playwright = "/home/ada/.cache/ms-playwright/chromium/chrome";

/** A Linux machine with these programs; `installing` says which programs a run of another brings along. */
function machineWith(
  programs: readonly string[],
  more: Partial<Machine> & { readonly installing?: Readonly<Record<string, string>> } = {},
): Machine & { readonly ran: readonly string[]; readonly said: readonly string[] } {
  const present = new Set(programs);
  const ran: string[] = [];
  const said: string[] = [];
  return {
    environment: { PATH: "/usr/local/bin:/usr/bin" },
    platform: "linux",
    isRoot: false,
    isExecutable: (path) => present.has(path),
    starts: () => true,
    playwrightPath: () => playwright,
    run: (program, args) => {
      const line = [
        program === process.execPath ? "node" : program,
        ...args.map((arg) => arg.replace(/.*\//, "")),
      ];
      ran.push(line.join(" "));
      const brought = more.installing?.[line.join(" ")];
      if (brought) present.add(brought);
      return brought !== undefined;
    },
    say: (sentence) => said.push(sentence),
    ran,
    said,
    ...more,
  };
}

describe("a browser that is there", () => {
  test("CHROMIUM_PATH wins over everything else", () => {
    const machine = machineWith(["/opt/mine", "/usr/bin/chromium", playwright], {
      environment: { CHROMIUM_PATH: "/opt/mine", PATH: "/usr/bin" },
    });
    expect(findChromium(machine)).toEqual({ path: "/opt/mine", how: "named by CHROMIUM_PATH" });
  });

  test("a CHROMIUM_PATH that leads nowhere is an error, although another browser is installed", () => {
    const machine = machineWith(["/usr/bin/chromium"], {
      environment: { CHROMIUM_PATH: "/opt/gone", PATH: "/usr/bin" },
    });
    expect(() => findChromium(machine)).toThrow('CHROMIUM_PATH is "/opt/gone"');
  });

  test("what stands first on PATH is taken before the usual places and Playwright's own", () => {
    const machine = machineWith(["/usr/local/bin/google-chrome", "/usr/bin/chromium", playwright]);
    expect(findChromium(machine).path).toBe("/usr/local/bin/google-chrome");
  });

  test("a browser in a usual place is found although PATH does not lead there", () => {
    const machine = machineWith(["/opt/google/chrome/chrome", playwright], { environment: {} });
    expect(findChromium(machine).path).toBe("/opt/google/chrome/chrome");
  });

  test("a browser that does not start is passed over", () => {
    const machine = machineWith(["/usr/bin/chromium-browser", playwright], {
      starts: (path) => path === playwright,
    });
    expect(findChromium(machine).path).toBe(playwright);
  });

  test("an empty part of PATH does not mean the current folder", () => {
    const machine = machineWith(["chromium", playwright], { environment: { PATH: ":/usr/bin" } });
    expect(findChromium(machine).path).toBe(playwright);
  });

  test("Playwright's own is taken where no other is installed, and nothing is run for it", () => {
    const machine = machineWith([playwright]);
    expect(findChromium(machine).how).toBe("Playwright's own, installed earlier");
    expect(machine.ran).toEqual([]);
  });
});

describe("no browser at all", () => {
  test("Playwright's own is installed, and the search says so", () => {
    const machine = machineWith([], { installing: { "node cli.js install chromium": playwright } });
    expect(findChromium(machine)).toEqual({ path: playwright, how: "Playwright's own, installed just now" });
    expect(machine.said.join("\n")).toContain("Installing Playwright's own");
  });

  test("where that fails, root on a Debian-like system gets the distribution's package", () => {
    const machine = machineWith(["/usr/bin/apt-get"], {
      isRoot: true,
      installing: {
        "apt-get update": "/var/lib/apt",
        "apt-get install --yes --no-install-recommends chromium": "/usr/bin/chromium",
      },
    });
    expect(findChromium(machine).path).toBe("/usr/bin/chromium");
    expect(machine.ran).toEqual([
      "node cli.js install chromium",
      "apt-get update",
      "apt-get install --yes --no-install-recommends chromium",
    ]);
    expect(machine.said.join("\n")).toContain("apt-get");
  });

  test("Playwright's own without the libraries that it needs gives way to the distribution's package", () => {
    const machine = machineWith(["/usr/bin/apt-get"], {
      isRoot: true,
      starts: (path) => path !== playwright,
      installing: {
        "node cli.js install chromium": playwright,
        "apt-get update": "/var/lib/apt",
        "apt-get install --yes --no-install-recommends chromium": "/usr/bin/chromium",
      },
    });
    expect(findChromium(machine).path).toBe("/usr/bin/chromium");
  });

  test.each([
    ["somebody who is not root", { isRoot: false }, ["/usr/bin/apt-get"]],
    ["root on a system without apt-get", { isRoot: true }, []],
  ])("%s is told what to do instead", (_, more, programs) => {
    const machine = machineWith(programs, more);
    expect(() => findChromium(machine)).toThrow("CHROMIUM_PATH=");
    expect(machine.ran).toEqual(["node cli.js install chromium"]);
  });

  test("a package that installs and leaves no browser behind is not taken for one", () => {
    const machine = machineWith(["/usr/bin/apt-get"], {
      isRoot: true,
      installing: {
        "apt-get update": "/var/lib/apt",
        "apt-get install --yes --no-install-recommends chromium": "/usr/share/doc/chromium",
      },
    });
    expect(() => findChromium(machine)).toThrow("None is installed, and installing one failed");
  });
});

test("the browser's sandbox is switched off for root alone", () => {
  expect(headlessFlags({ isRoot: true })).toContain("--no-sandbox");
  expect(headlessFlags({ isRoot: false })).not.toContain("--no-sandbox");
});
