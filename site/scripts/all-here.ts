// Says on a page when the network can go.

for (const status of document.querySelectorAll<HTMLElement>("[data-all-here]"))
  fetchRest().then(
    () => {
      status.textContent = status.dataset["allHere"] ?? "";
    },
    () => {
      status.textContent = status.dataset["notAllHere"] ?? "";
    },
  );

/** Fetches what else would be fetched only when it is first shown. Rejects if something does not come. */
async function fetchRest(): Promise<void> {
  await Promise.all([
    islandsAwake(),
    // The parts that players load later; named here once more, because a shared list would be one more script for all.
    import("../player/bibliography.ts"),
    import("../player/link-state.ts"),
    import("../player/long-words.ts"),
    // A typeface is fetched when the first text is set in it, which may stand on a later slide.
    ...[...document.fonts].map((face) => face.load()),
  ]);
}

/** Resolves when every island runs: Astro takes its mark off an island that does. */
function islandsAwake(): Promise<void> {
  const areAwake = (): boolean => document.querySelector("astro-island[ssr]") === null;
  if (areAwake()) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!areAwake()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ["ssr"] });
  });
}
