// Sharing exactly this situation: a button that copies the link, and a link from a lesson into the full player.
import { useEffect, useState } from "preact/hooks";
import { words } from "../i18n/player.ts";
import { linkState } from "./later.ts";
import type { LinkedPlay } from "./link-state.ts";

type Outcome = "none" | "copied" | "failed" | "too-large";

export function CopyLink({ setup, scenario, step }: LinkedPlay) {
  const [outcome, setOutcome] = useState<Outcome>("none");
  useEffect(() => setOutcome("none"), [setup, scenario, step]);
  const copy = async (): Promise<void> => {
    const { addressOf } = await linkState();
    const address = await addressOf({ setup, scenario, step }, location.pathname);
    if (address === undefined) return setOutcome("too-large");
    try {
      await navigator.clipboard.writeText(new URL(address, location.href).href);
      setOutcome("copied");
    } catch {
      // Without the right to copy, the address bar still has the link once it stands there.
      history.replaceState(null, "", address);
      setOutcome("failed");
    }
  };
  const { play } = words;
  const said = { none: "", copied: play.copied, failed: play.copyFailed, "too-large": play.tooLarge }[
    outcome
  ];
  return (
    <div class="copy-link">
      <span role="status">{said}</span>
      <button type="button" class="button quiet-button" onClick={() => void copy()}>
        {play.copy}
      </button>
    </div>
  );
}

export function OpenInPlayer({ setup, scenario, step, page }: LinkedPlay & { readonly page: string }) {
  const [address, setAddress] = useState(page);
  useEffect(() => {
    let isCurrent = true;
    void linkState().then(async ({ addressOf }) => {
      const found = await addressOf({ setup, scenario, step }, page);
      if (isCurrent) setAddress(found ?? page);
    });
    return () => {
      isCurrent = false;
    };
  }, [setup, scenario, step, page]);
  return (
    <a class="open-link" href={address}>
      {words.play.open}
    </a>
  );
}
