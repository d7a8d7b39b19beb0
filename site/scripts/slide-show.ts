// The presenter view: shows one slide at a time, by buttons, keys and presenter remotes.

class SlideShow extends HTMLElement {
  #current = 0;

  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-go]"))
      button.addEventListener("click", () => this.#show(this.#current + Number(button.dataset["go"])));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    this.#show(Number.parseInt(location.hash.slice(1), 10) - 1 || 0);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const inControl =
      event.target instanceof Element && event.target.closest("input, select, textarea, dialog") !== null;
    const hasPlay = this.#slides[this.#current]?.querySelector(".player") !== null;
    // On a slide with a play the arrows and the space bar step through the play; the page keys always change slides.
    switch (event.key) {
      case "PageDown":
      case "n":
        this.#show(this.#current + 1);
        break;
      case "PageUp":
      case "p":
        this.#show(this.#current - 1);
        break;
      case "ArrowRight":
        if (hasPlay || inControl) return;
        this.#show(this.#current + 1);
        break;
      case "ArrowLeft":
        if (hasPlay || inControl) return;
        this.#show(this.#current - 1);
        break;
      case "a":
        this.#toggleAnswer();
        break;
      case "f":
        void (document.fullscreenElement === null
          ? document.documentElement.requestFullscreen()
          : document.exitFullscreen());
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  get #slides(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".slide")];
  }

  #show(wanted: number): void {
    const slides = this.#slides;
    this.#current = Math.max(0, Math.min(wanted, slides.length - 1));
    for (const [index, slide] of slides.entries()) slide.hidden = index !== this.#current;
    const output = this.querySelector("output");
    if (output) output.textContent = `${this.#current + 1} / ${slides.length}`;
    // A reload in the middle of a workshop comes back to the same slide.
    history.replaceState(null, "", `#${this.#current + 1}`);
    scrollTo({ top: 0 });
  }

  #toggleAnswer(): void {
    const answer = this.#slides[this.#current]?.querySelector<HTMLDetailsElement>("details.answer");
    if (!answer) return;
    answer.open = !answer.open;
    answer.scrollIntoView({ block: "nearest" });
  }
}

customElements.define("slide-show", SlideShow);
