// The theme switch in the header. The choice is kept in this browser; public/theme.js reads it before the first paint.
const storageKey = "onefactor-theme";

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector("select");
    if (select === null) return;
    this.hidden = false;
    select.value = document.documentElement.dataset["theme"] ?? "auto";
    select.addEventListener("change", () => applyTheme(select.value));
  }
}

function applyTheme(theme: string): void {
  const root = document.documentElement;
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
  else delete root.dataset["theme"];
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

customElements.define("theme-switch", ThemeSwitch);
