// The board: the same drawing for the same moment, nothing outside the picture, and what happened to each peg and card.
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { cords, holdingTitle, scenarios, story, type Scene, type Setup } from "../../../simulator/index.ts";
import { Board } from "../../../site/diagrams/board.tsx";
import { layoutBoard, type Shape } from "../../../site/diagrams/board-layout.ts";
import { boardInWords } from "../../../site/diagrams/board-in-words.ts";
import { type Hanging, hangingOf } from "../../../site/diagrams/hanging.ts";
import { words } from "../../../site/i18n/index.ts";
import { exampleIds, exampleSetup } from "../examples.ts";

const shapes: readonly Shape[] = ["wide", "narrow"];

function hanging(setup: Setup, scene: Scene): Hanging {
  const naming = {
    titleOf: (holding: Parameters<typeof holdingTitle>[1]) => holdingTitle(setup, holding),
    memory: "memory",
  };
  return hangingOf(setup, cords(setup), scene, naming);
}

function drawn(setup: Setup, scene: Scene, shape: Shape): string {
  return renderToString(<Board layout={layoutBoard(hanging(setup, scene), shape)} words={words.board} />);
}

const mira = exampleSetup("one-phone-for-everything");

describe("what hangs on what", () => {
  test("all that is remembered hangs on one peg, and the phone number is a peg of its own", () => {
    const { before } = story(mira, { id: "sim-swap" });
    expect(hanging(mira, before).pegs.map(({ id }) => id)).toEqual(["memory", "number:mobile"]);
  });

  test("an account that is reset by mail hangs below the mailbox", () => {
    const { before } = story(mira, { id: "sim-swap" });
    const levels = hanging(mira, before).cards.map(({ account, level }) => [account, level]);
    expect(levels).toEqual([
      ["mail", 0],
      ["bank", 1],
      ["shop", 1],
    ]);
  });

  test("accounts that reset each other are drawn all the same", () => {
    const mailbox = (id: string, other: string): Setup["accounts"][number] => {
      const [first] = mira.accounts;
      if (first === undefined) throw new Error("the example has no accounts");
      return {
        ...first,
        id,
        authenticators: [{ id: "code", kind: "email-code", mailbox: other }],
        signIn: [{ with: ["code"], limited: false }],
        recovery: [],
      };
    };
    const circle: Setup = { ...mira, accounts: [mailbox("a", "b"), mailbox("b", "a")] };
    const { before } = story(circle, { id: "lost-phone" });
    expect(
      hanging(circle, before)
        .cards.map(({ level }) => level)
        .toSorted((a, b) => a - b),
    ).toEqual([0, 1]);
    expect(() => drawn(circle, before, "wide")).not.toThrow();
  });

  test("a SIM swap carries the number's peg away from its hole, and the cards that fall leave their place", () => {
    const { before, steps } = story(mira, { id: "sim-swap" });
    const after = steps.findLast(({ entry }) => entry.actor === "attacker")?.scene ?? before;
    for (const shape of shapes) {
      const first = layoutBoard(hanging(mira, before), shape);
      const last = layoutBoard(hanging(mira, after), shape);
      const peg = last.pegs.find(({ id }) => id === "number:mobile");
      expect(peg?.hold).toBe("taken");
      expect(peg?.at).not.toEqual(peg?.hole);
      expect(last.cards.map(({ standing }) => standing)).toEqual(["taken-over", "taken-over", "taken-over"]);
      expect(last.cards.map(({ centre }) => centre)).not.toEqual(first.cards.map(({ centre }) => centre));
    }
  });

  test("a lost phone's number is gone, and nobody is shown to have it", () => {
    const { steps, before } = story(mira, { id: "lost-phone" });
    const board = hanging(mira, steps.at(-1)?.scene ?? before);
    expect(board.pegs.find(({ id }) => id === "number:mobile")?.hold).toBe("gone");
    expect(boardInWords(board, words.boardInWords)[0]).toBe("Nobody has Mira's number any more.");
  });

  test("a read-along number stays on its peg, and the picture in words says so", () => {
    const { steps } = story(mira, { id: "ss7-interception" });
    const tapped = steps.find(({ scene }) => scene.lines.some(({ intercepted }) => intercepted));
    if (tapped === undefined) throw new Error("nothing was intercepted");
    const board = layoutBoard(hanging(mira, tapped.scene), "wide");
    const peg = board.pegs.find(({ id }) => id === "number:mobile");
    expect(peg?.hold).toBe("shared");
    expect(peg?.at).toEqual(peg?.hole);
  });

  const pegAtEnd = (example: string, scenario: Parameters<typeof story>[1], id: string) => {
    const setup = exampleSetup(example);
    const { steps, before } = story(setup, scenario);
    const board = hanging(setup, steps.at(-1)?.scene ?? before);
    const peg = board.pegs.find((each) => each.id === id);
    return { hold: peg?.hold, how: peg?.how, said: boardInWords(board, words.boardInWords).join(" ") };
  };

  test("the number in a stolen phone is in the thief's hand", () => {
    const { hold } = pegAtEnd("one-phone-for-everything", { id: "stolen-phone" }, "number:mobile");
    expect(hold).toBe("taken");
  });

  test("where only calls are heard, that is said, and not that texts are read", () => {
    const ended = pegAtEnd("no-mobile-phone", { id: "voicemail-interception" }, "number:home");
    expect(ended).toMatchObject({ hold: "shared", how: "calls" });
    expect(ended.said).toContain("The attacker hears the calls to The telephone in the hall along.");
  });

  test("a number on a phone with malware is read along, and one that was given up is gone", () => {
    const one = "one-phone-for-everything";
    expect(pegAtEnd(one, { id: "malware" }, "number:mobile")).toMatchObject({
      hold: "shared",
      how: undefined,
    });
    expect(pegAtEnd(one, { id: "number-changed" }, "number:mobile").hold).toBe("gone");
  });

  test("abroad, texts are missing at the number that does not get them, and at no other", () => {
    const at = (id: string) => pegAtEnd("calls-but-no-texts", { id: "roaming-abroad" }, id).hold;
    const numbers = exampleSetup("calls-but-no-texts").numbers.map(({ id }) => at(`number:${id}`));
    expect(new Set(numbers)).toEqual(new Set(["blocked", "held"]));
  });

  test("the cords of what stays signed in go to the thief with the phone", () => {
    const unlocked = exampleSetup("unlocked-phone");
    const { steps, before } = story(unlocked, { id: "stolen-phone" });
    const phoneCords = (scene: Scene) =>
      hanging(unlocked, scene).cords.filter(({ from, way }) => from === "device:phone" && way === "sign-in");
    const signedIn = unlocked.accounts.filter(({ signedInOn }) => signedInOn.includes("phone"));
    expect(phoneCords(before).map(({ account, hold }) => [account, hold])).toEqual(
      signedIn.map(({ id }) => [id, "held"]),
    );
    const holds = new Set(phoneCords(steps.at(-1)?.scene ?? before).map(({ hold }) => hold));
    expect(holds).toEqual(new Set(["taken"]));
  });

  test("a carrier block frays the cords of the blocked accounts only", () => {
    const banks = exampleSetup("five-banks-and-a-charity");
    const { steps, before } = story(banks, { id: "carrier-block" });
    const { cords: drawnCords } = hanging(banks, steps.at(-1)?.scene ?? before);
    const blocked = new Set(
      drawnCords.filter(({ hold }) => hold === "blocked").map(({ account }) => account),
    );
    expect(blocked).toContain("heron-lane");
    expect(blocked).not.toContain("charity");
  });
});

describe("what is left for the attacker", () => {
  const boardAtEnd = (example: string, scenario: Parameters<typeof story>[1]) => {
    const setup = exampleSetup(example);
    const { steps, before } = story(setup, scenario);
    return hanging(setup, steps.at(-1)?.scene ?? before);
  };

  test("is a lock, and the card is not called open, where a stolen laptop is locked", () => {
    const board = boardAtEnd("texts-on-the-laptop", { id: "stolen-laptop", variant: "locked" });
    const card = board.cards.find(({ account }) => account === "mail");
    expect(card?.left).toBe("lock");
    const said = boardInWords(board, words.boardInWords).find((line) => line.startsWith(`${card?.title}:`));
    expect(said).toContain("only a screen lock left");
    expect(said).not.toContain("open to attack");
    expect(said).not.toContain("no factor left");
  });

  test.each(exampleIds)("stands inside its card on the boards of %s", (id) => {
    const setup = exampleSetup(id);
    const { before } = story(setup, { id: "lost-phone" });
    const texts = [...Object.values(words.board.standing), words.board.open].map((text) => `mk${text}`);
    const lefts = ([null, "lock", 0, 1, 2, 3] as const).map((left) => words.board.left(left));
    for (const shape of shapes) {
      const { width } = layoutBoard(hanging(setup, before), shape).card;
      const svg = drawn(setup, before, shape);
      const size = Number(/class="left" font-size="([\d.]+)"/u.exec(svg)?.[1]);
      for (const text of [...lefts, ...texts])
        expect(text.length * size * 0.54 + 10, `${text}, ${shape}`).toBeLessThan(width);
    }
  });
});

describe("the drawing", () => {
  test.each(exampleIds)("of %s stays within its frame at every step of every scenario", (id) => {
    const setup = exampleSetup(id);
    for (const scenario of scenarios) {
      const { before, steps } = story(setup, { id: scenario.id });
      for (const scene of new Set([before, ...steps.map((step) => step.scene)]))
        for (const shape of shapes) {
          const board = layoutBoard(hanging(setup, scene), shape);
          for (const { at } of board.pegs) expectInside(at, 10, 10, board);
          for (const { centre } of board.cards)
            expectInside(centre, board.card.width / 2, board.card.height / 2, board);
        }
    }
  });

  test("cards of one board do not lie on each other", () => {
    for (const id of exampleIds) {
      const setup = exampleSetup(id);
      const { before } = story(setup, { id: "lost-phone" });
      for (const shape of shapes) {
        const { cards, card } = layoutBoard(hanging(setup, before), shape);
        for (const [index, one] of cards.entries())
          for (const other of cards.slice(index + 1)) {
            const apart =
              Math.abs(one.centre.x - other.centre.x) >= card.width ||
              Math.abs(one.centre.y - other.centre.y) >= card.height;
            expect(apart, `${id}, ${shape}: ${one.account} and ${other.account}`).toBe(true);
          }
      }
    }
  });

  test("is the same for the same moment", () => {
    const { before } = story(mira, { id: "sim-swap" });
    expect(drawn(mira, before, "wide")).toBe(drawn(mira, before, "wide"));
  });

  test("says with a word and a shape what colour says", () => {
    const { before, steps } = story(mira, { id: "sim-swap" });
    const after = steps.findLast(({ entry }) => entry.actor === "attacker")?.scene ?? before;
    const svg = drawn(mira, after, "wide");
    expect(svg).toContain("taken over");
    expect(svg).toContain('d="M0 -6 L6 0 L0 6 L-6 0 Z"');
    expect(drawn(mira, before, "wide")).not.toContain("taken");
  });

  test("writes what a setup brings as text, never as markup", () => {
    const [first, ...rest] = mira.accounts;
    if (first === undefined) throw new Error("the example has no accounts");
    const hostile: Setup = { ...mira, accounts: [{ ...first, title: "<img src=x>" }, ...rest] };
    const svg = drawn(hostile, story(hostile, { id: "sim-swap" }).before, "wide");
    expect(svg).not.toContain("<img");
    expect(svg).toContain("&lt;img");
  });

  test("carries no style attributes, which the page's policy would refuse", () => {
    for (const shape of shapes)
      expect(drawn(mira, story(mira, { id: "sim-swap" }).before, shape)).not.toContain("style=");
  });
});

function expectInside(
  at: { readonly x: number; readonly y: number },
  halfWidth: number,
  halfHeight: number,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  expect(at.x - halfWidth).toBeGreaterThanOrEqual(0);
  expect(at.y - halfHeight).toBeGreaterThanOrEqual(0);
  expect(at.x + halfWidth).toBeLessThanOrEqual(width);
  expect(at.y + halfHeight).toBeLessThanOrEqual(height);
}
