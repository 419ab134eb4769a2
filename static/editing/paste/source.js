/**
 * What Word, LibreOffice, Google Docs and browsers write in the HTML that they put on the clipboard,
 * told from one element at a time.
 */

const LEFT_OUT = new Set([
  "head", "script", "style", "template", "noscript", "title", "meta", "link", "xml", "svg",
  "button", "input", "select", "textarea", "hr",
  // Struck out by a reviewer in a text whose changes are tracked.
  "del",
]);
const MEDIA = new Set(["iframe", "video", "audio", "object", "embed"]);
const BLOCKS = new Set([
  "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
  "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
  "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
  "td", "tfoot", "th", "thead", "tr", "ul",
]);
// A letter alone is a sign: Word draws its second bullet with an “o”.
const NUMBERED = /^\s*\(?(?:\d+|(?:[a-z]|[ivxlc]+)[.)])/i;
const NOTE_REFERENCES =
  ".MsoFootnoteReference, .MsoEndnoteReference, .sdfootnoteanc, .sdendnoteanc";
const EDGES = /^(?:Start|End)Fragment$/;

/** What the `style` attribute says of a property, in lower case; Word's own properties included. */
export const declared = (element, property) => {
  const style = element.getAttribute("style") ?? "";
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(style);
  return found ? found[1].trim().toLowerCase() : "";
};

export const isBlock = (element) => BLOCKS.has(element.localName);

export const isMedia = (element) => MEDIA.has(element.localName);

/** Notes of reviewers, which nobody wrote for readers. */
export const isComment = (element) =>
  declared(element, "mso-element") === "comment-list" ||
  element.matches(".MsoCommentReference, a.msocomanchor, a[href^='#_msocom']");

/** LibreOffice writes what reviewers noted as comments of HTML, which are nothing elsewhere. */
export const isHiddenComment = (node) =>
  node.nodeType === Node.COMMENT_NODE && node.data.trim() !== "" && !EDGES.test(node.data.trim());

export const isLibreOffice = (page) =>
  /^LibreOffice\b/.test(page.querySelector("meta[name='generator' i]")?.content ?? "");

/** What is not text of the document: scripts, controls, hidden parts, the signs of Word's lists. */
export const isLeftOut = (element) =>
  LEFT_OUT.has(element.localName) ||
  element.hidden ||
  declared(element, "display") === "none" ||
  declared(element, "mso-hide") === "all" ||
  declared(element, "mso-list") === "ignore";

/** The level of a heading, from 1; 0 for anything else. Word's title of a document counts as 1. */
export const headingLevel = (element) => {
  const heading = /^h([1-6])$/.exec(element.localName);
  if (heading) return Number(heading[1]);
  if (element.getAttribute("role") === "heading") return levelOf(element) || 2;
  return element.matches("p.MsoTitle") ? 1 : 0;
};

/** The list that an element is an item of: whether it is numbered, and how deep it is; or null. */
export const listItem = (element) => {
  if (element.localName === "li") return { numbered: inNumberedList(element), depth: depth(element) };
  const level = /\blevel(\d+)/.exec(declared(element, "mso-list"));
  if (!level) return null;
  const sign = [...element.querySelectorAll("[style]")].find(
    (child) => declared(child, "mso-list") === "ignore",
  );
  return { numbered: NUMBERED.test(sign?.textContent ?? ""), depth: Number(level[1]) - 1 };
};

/** The styles in force inside an element, from those in force around it. */
export const stylesInside = (element, around) => {
  const bold = isBold(element);
  const italic = isItalic(element);
  const raised = isRaised(element);
  return {
    BOLD: bold ?? around.BOLD,
    ITALIC: italic ?? around.ITALIC,
    SUPERSCRIPT: raised ?? around.SUPERSCRIPT,
  };
};

/** A space that stands for layout: Word's runs, and what browsers write at the edge of a span. */
export const isPlainSpace = (element) =>
  declared(element, "mso-spacerun") === "yes" || element.matches(".Apple-converted-space");

/** LibreOffice writes the number of a note alone, where Word puts it in brackets. */
export const isNoteNumber = (element) =>
  element.matches("a[class^='sdfootnote'], a[class^='sdendnote']");

/** The number at the head of the note itself, which LibreOffice glues to its first word. */
export const isNoteSign = (element) => element.matches("a.sdfootnotesym, a.sdendnotesym");

const levelOf = (element) =>
  Number(element.getAttribute("aria-level") ?? element.getAttribute("data-aria-level") ?? 0);

const inNumberedList = (item) => item.closest("ol, ul")?.localName === "ol";

const depth = (item) => {
  let lists = 0;
  for (let above = item.parentElement; above; above = above.parentElement) {
    if (above.localName === "ol" || above.localName === "ul") lists += 1;
  }
  return Math.max(lists, levelOf(item), 1) - 1;
};

const isBold = (element) => {
  const weight = declared(element, "font-weight");
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return element.localName === "b" || element.localName === "strong" ? true : undefined;
};

const isItalic = (element) => {
  const style = declared(element, "font-style");
  if (style) return style === "italic" || style === "oblique";
  return element.localName === "i" || element.localName === "em" ? true : undefined;
};

const isRaised = (element) => {
  const alignment = declared(element, "vertical-align");
  if (alignment === "super") return true;
  if (element.localName === "sup" || element.matches(NOTE_REFERENCES)) return true;
  return alignment === "baseline" ? false : undefined;
};
