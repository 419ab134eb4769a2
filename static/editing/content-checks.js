/** Leads from the panel of checks (hub/editing/checks/panel.py) to a place of the form. */
(() => {
  const FIELDS =
    "input:not([type='hidden'], [role='combobox']), textarea, select, [contenteditable='true']";
  // Of a field that is chosen in a window there is only this to reach.
  const BUTTON = "button:not([disabled])";

  /** The innermost element that a content path of Wagtail's comments leads to. */
  const placeOf = (path) => {
    const form = document.querySelector("form[data-edit-form]");
    const found = path.split(".").reduce((within, step) => {
      return within.querySelector(`[data-contentpath="${CSS.escape(step)}"]`) ?? within;
    }, form);
    // Inline objects have no content path: their fields are found by their names.
    return found === form ? document.querySelector(inlineObject(path)) ?? form : found;
  };

  const inlineObject = (name) => `#id_${CSS.escape(name)}, #id_${CSS.escape(name)}-FORMS`;

  const open = (place) => {
    const panel = place.closest("[role='tabpanel']");
    if (panel?.hidden) document.getElementById(panel.getAttribute("aria-labelledby"))?.click();
    for (let above = place; above; above = above.parentElement) {
      above.querySelector(":scope > .w-panel__header [data-panel-toggle][aria-expanded='false']")?.click();
    }
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-check-path]");
    if (!button) return;
    const place = placeOf(button.dataset.checkPath);
    open(place);
    // What was closed is shown a little later.
    requestAnimationFrame(() => goTo(place));
  });

  const goTo = (place) => {
    const shown = [place, ...place.querySelectorAll("*")].filter(
      (one) => one.checkVisibility() && !one.closest(".w-panel__header"),
    );
    const control = shown.find((one) => one.matches(FIELDS)) ?? shown.find((one) => one.matches(BUTTON));
    place.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    const panel = document.querySelector("[data-form-side]");
    const [{ left }, { left: edge }] = [panel.getBoundingClientRect(), place.getBoundingClientRect()];
    // On a narrow screen the panel covers the form.
    if (left <= edge) panel.querySelector("[data-form-side-close-button]").click();
  };
})();
