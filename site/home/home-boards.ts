// The two moments that the home page shows, from the same simulator that plays everything else.
import { type Hanging, hangingOf } from "../diagrams/hanging.ts";
import { words } from "../i18n/index.ts";
import { threeAccounts } from "./three-accounts.ts";
import { parse, cords, quiet, swapped } from "../../test/site/fake-door.ts";

export function homeBoards(): { readonly before: Hanging; readonly after: Hanging } {
  const setup = parse(threeAccounts);
  const titleOf = (h: string) => ({ "number:mobile": "phone number", "thing:key": "security key" })[h] ?? h;
  const at = (scene: ReturnType<typeof quiet>) => hangingOf(setup, cords(setup), scene, titleOf, words.board.memory);
  return { before: at(quiet(setup)), after: at(swapped(setup)) };
}
