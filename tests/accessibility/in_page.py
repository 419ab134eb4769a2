"""What several tests do to a page and ask of it, as JavaScript."""

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 800}
FOLD = "open => { for (const fold of document.querySelectorAll('details')) fold.open = open; }"
# Tab begins where the focus was last, even after it is gone.
TO_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
}"""
LIBRARY = r"""
window.hubLook ??= (() => {
  const canvas = new OffscreenCanvas(1, 1);
  const ink = canvas.getContext("2d", { willReadFrequently: true });

  /** The red, green, blue and opacity of any CSS colour. */
  function rgba(colour) {
    ink.clearRect(0, 0, 1, 1);
    ink.fillStyle = colour;
    ink.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = ink.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  }

  function luminance(colour) {
    const { red, green, blue } = rgba(colour);
    const [r, g, b] = [red, green, blue].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** The contrast of two colours (WCAG 2.2, relative luminance). */
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The colours that may lie behind an element: a plain one, or all those of a gradient. */
  function grounds(element) {
    for (let place = element; place; place = place.parentElement) {
      const style = getComputedStyle(place);
      const gradient = style.backgroundImage.match(/(?:rgba?|color|oklab|oklch)\([^)]*\)/g);
      if (gradient) return gradient.filter(colour => rgba(colour).alpha === 1);
      if (rgba(style.backgroundColor).alpha > 0.99) return [style.backgroundColor];
    }
    return ["white"];
  }

  /** A short way to recognise an element in a message. */
  function called(element) {
    const text = (element.textContent || element.getAttribute("aria-label") || "").trim();
    const name = [element.tagName.toLowerCase(), ...element.classList].join(".");
    return `${name} « ${text.replace(/\s+/g, " ").slice(0, 40)} »`;
  }

  /** Whether an element shows something; what is kept for screen readers alone does not. */
  function isSeen(element) {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && !element.closest(".visually-hidden, .video__hidden");
  }

  /** Where Tab stops, in the order of the document. */
  function stops() {
    const kinds = "a[href], button, input, select, textarea, summary, iframe, [tabindex='0']";
    // Of a group of radio buttons, the chosen one; arrows go to the others.
    const isPassed = one => one.type === "radio" && !one.checked
      && one.form.querySelector(`[name="${one.name}"]:checked`);
    return [...document.querySelectorAll(kinds)].filter(one => !isPassed(one)
      && one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0);
  }

  /** The elements that hold text of their own. */
  function texts() {
    return [...document.body.querySelectorAll("*")].filter(one => isSeen(one)
      && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  }

  return { contrast, grounds, called, isSeen, stops, texts, rgba };
})();
"""


def ask(page, script, argument=None):
    """Return what the function `script` answers in the page; it may use `hubLook`."""
    page.evaluate(LIBRARY)
    return page.evaluate(script, argument)
