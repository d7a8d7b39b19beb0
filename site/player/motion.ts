// The way between two frames of a picture. The frames themselves are complete without it, so with reduced motion they
// simply follow each other.

/** Where each peg, card and cord of a board stands: the value of its `transform` or `d` attribute. */
export type Places = ReadonlyMap<string, string>;

const carry = 420;
const drop = 320;

/** Reads the places from the attributes of a drawn board, without measuring the page. */
export function placesOf(board: SVGSVGElement): Places {
  const places = new Map<string, string>();
  for (const element of board.querySelectorAll("[data-peg], [data-card], [data-cord]"))
    places.set(keyOf(element), placeOf(element));
  return places;
}

/** Moves what changed from where it was: first pegs and cords, then the cards, which fall by their own weight. */
export function animateBoard(board: SVGSVGElement, before: Places): void {
  if (wantsNoMotion()) return;
  const moved = [...board.querySelectorAll("[data-peg], [data-card], [data-cord]")].filter((element) => {
    const old = before.get(keyOf(element));
    return old !== undefined && old !== placeOf(element);
  });
  const isCarried = moved.some((element) => element.hasAttribute("data-peg"));
  for (const element of moved) {
    const old = before.get(keyOf(element)) ?? "";
    const isCard = element.hasAttribute("data-card");
    const frames = element.hasAttribute("data-cord")
      ? cordFrames(old, placeOf(element))
      : transformFrames(old, placeOf(element));
    element.animate(frames, {
      duration: isCard ? drop : carry,
      delay: isCard && isCarried ? carry : 0,
      easing: isCard ? "cubic-bezier(0.5, 0, 0.8, 0.6)" : "cubic-bezier(0.3, 0.7, 0.2, 1)",
      fill: "backwards",
    });
  }
}

/** Lets the parcel of a step travel to its place from where it was sent. */
export function animateParcel(stage: SVGSVGElement): void {
  if (wantsNoMotion()) return;
  const parcel = stage.querySelector("[data-parcel]");
  const [x = "0", y = "0"] = parcel?.getAttribute("data-from")?.split(" ") ?? [];
  parcel?.firstElementChild?.animate(
    [
      { transform: `translate(${x}px, ${y}px)`, opacity: 0.2 },
      { transform: "none", opacity: 1 },
    ],
    { duration: carry, easing: "cubic-bezier(0.3, 0.7, 0.2, 1)", fill: "backwards" },
  );
}

function wantsNoMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function keyOf(element: Element): string {
  return ["peg", "card", "cord"]
    .map((kind) => `${kind} ${element.getAttribute(`data-${kind}`) ?? ""}`)
    .join("|");
}

function placeOf(element: Element): string {
  return element.getAttribute(element.hasAttribute("data-cord") ? "d" : "transform") ?? "";
}

/** SVG attributes have no units; CSS wants them. */
function transformFrames(from: string, to: string): Keyframe[] {
  return [{ transform: toCss(from) }, { transform: toCss(to) }];
}

function toCss(attribute: string): string {
  const [, x = "0", y = "0"] = /translate\(([-\d.]+) ([-\d.]+)\)/u.exec(attribute) ?? [];
  const [, angle = "0"] = /rotate\(([-\d.]+)\)/u.exec(attribute) ?? [];
  return `translate(${x}px, ${y}px) rotate(${angle}deg)`;
}

/** Where the browser can bend a path (`d` in CSS) the cord bends; elsewhere it fades in. */
function cordFrames(from: string, to: string): Keyframe[] {
  if (!CSS.supports("d", `path("${to}")`)) return [{ opacity: 0 }, { opacity: 1 }];
  return [{ d: `path("${from}")` }, { d: `path("${to}")` }];
}
