// The words that the player shows. One language so far; the player asks here, so that the words of pages stay out of it.
import { enPlayer } from "./en-player.ts";
import type { Words } from "./en.ts";

/** The player's words in the page's language. */
export const words: Pick<Words, keyof typeof enPlayer> = enPlayer;
