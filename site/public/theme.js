// Sets the theme that the visitor chose before the first paint; without a choice the system's theme stands.
try {
  const chosen = localStorage.getItem("onefactor-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden; then the system's theme stands.
}
