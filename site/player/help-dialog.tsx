// The keys of the player, on the key `?`.
import type { RefObject } from "preact";
import { words } from "../i18n/player.ts";

export function HelpDialog({ dialog }: { readonly dialog: RefObject<HTMLDialogElement> }) {
  const { help } = words.play;
  return (
    <dialog class="help" ref={dialog} aria-labelledby="player-help">
      <h2 id="player-help">{help.title}</h2>
      <dl>
        {help.rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button first">
          {help.close}
        </button>
      </form>
    </dialog>
  );
}
