// What the home page says about its three accounts is what the simulator says.
import { expect, test } from "vitest";
import { homeBoards } from "../../site/home/home-boards.ts";

const { before, after, verdicts } = homeBoards();

test("mail and bank have one factor, work has two", () => {
  expect(verdicts.map(({ account, effectiveFactors }) => [account, effectiveFactors])).toEqual([
    ["mail", 1],
    ["bank", 1],
    ["work", 2],
  ]);
  expect(before.cards.map(({ left }) => left)).toEqual([1, 1, 2]);
});

test("when the number goes, mail and bank go with it and work stays", () => {
  expect(verdicts.map(({ attacker }) => attacker)).toEqual(["taken-over", "taken-over", "safe"]);
  expect(after.cards.map(({ standing }) => standing)).toEqual(["taken-over", "taken-over", "quiet"]);
  expect(after.pegs.find(({ kind }) => kind === "number")?.hold).toBe("taken");
});
