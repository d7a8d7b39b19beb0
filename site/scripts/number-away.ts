// The home picture's movement: the number is carried off its peg, then what hung on it falls.
import { animateBoard, placesOf } from "../player/motion.ts";

class NumberAway extends HTMLElement {
  connectedCallback(): void {
    // The page's checkbox switches the frames by CSS alone; this only fills in the way between them.
    document.querySelector<HTMLInputElement>("#number-away")?.addEventListener("change", (event) => {
      const isAway = event.target instanceof HTMLInputElement && event.target.checked;
      for (const shape of this.querySelectorAll(".shape")) {
        const [from, to] = [isAway ? "before" : "after", isAway ? "after" : "before"].map((name) =>
          shape.querySelector<SVGSVGElement>(`[data-frame="${name}"] svg`),
        );
        if (from && to) animateBoard(to, placesOf(from));
      }
    });
  }
}

customElements.define("number-away", NumberAway);
