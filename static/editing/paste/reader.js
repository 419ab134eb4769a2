/** Reads pasted HTML as parts in their order: texts, tables, pictures; and counts what is dropped. */

import { readAddress } from "./address.js";
import {
  declared, headingLevel, isBlock, isComment, isHiddenComment, isLeftOut, isLibreOffice, isMedia,
  isNoteNumber, isNoteSign, isPlainSpace, listItem, stylesInside,
} from "./source.js";
import { isData, readTable } from "./table.js";
import { TextWriter, tidied } from "./text.js";

const HEADINGS = { 2: "header-two", 3: "header-three", 4: "header-four" };
const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
const PLAIN = { BOLD: false, ITALIC: false, SUPERSCRIPT: false };
const START = { type: "unstyled", depth: 0, item: null, styles: PLAIN, link: "", isHeading: false };

/**
 * Read HTML. `levels` are the headings that the field allows; `site` is its origin and its private
 * paths; `file` is the image that came beside the HTML, if there is one.
 */
export const read = (html, options) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const reader = new Reader(page.body, { ...options, hasHiddenComments: isLibreOffice(page) });
  reader.readInside(page.body, START);
  return { parts: reader.finished(), dropped: reader.dropped };
};

class Reader {
  constructor(body, options) {
    this.options = options;
    this.writer = new TextWriter();
    this.parts = [];
    this.waiting = [];
    this.isInCell = false;
    this.dropped = { links: 0, pictures: 0, media: 0, comments: 0 };
    const isTitled = [...body.querySelectorAll("*")].some(
      (one) => headingLevel(one) === 1 && one.textContent.trim(),
    );
    this.shift = isTitled ? 1 : 0;
    this.isOnlyPicture = body.querySelectorAll("img").length === 1;
  }

  finished() {
    this.#endText();
    return this.parts;
  }

  readInside(node, context) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#readText(child, context);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#readElement(child, context);
      else if (this.options.hasHiddenComments && isHiddenComment(child)) this.dropped.comments += 1;
    }
  }

  #readText(node, context) {
    const text = context.isVerbatim ? node.data : tidied(node.data);
    const lines = context.isVerbatim ? text.split(/\r?\n/) : [text];
    lines.forEach((line, at) => {
      if (at > 0) this.writer.breakLine();
      this.writer.write(line, context);
    });
  }

  #readElement(element, context) {
    if (isComment(element)) this.dropped.comments += 1;
    else if (isMedia(element)) this.dropped.media += 1;
    else if (isLeftOut(element)) return;
    else if (isPlainSpace(element)) this.#readSpace(element, context);
    else if (element.localName === "br") this.writer.breakLine();
    else if (element.localName === "img") this.#readPicture(element, context);
    else if (element.localName === "table" && isData(element)) this.#readTable(element);
    else if (isBlock(element)) this.#readBlock(element, context);
    else this.#readInline(element, context);
  }

  /** Words of which Word says that they hold runs of spaces stay, with one space for each run. */
  #readSpace(element, context) {
    if (element.textContent.trim()) this.#readInline(element, context);
    else this.writer.write(" ", context);
  }

  #readBlock(element, context) {
    this.#endBlock();
    this.readInside(element, this.#contextOfBlock(element, context));
    this.#endBlock();
  }

  #contextOfBlock(element, context) {
    const styles = stylesInside(element, context.styles);
    const item = listItem(element);
    const level = headingLevel(element);
    if (item) {
      const type = item.numbered ? "ordered-list-item" : "unordered-list-item";
      return { ...context, styles, type, depth: item.depth, item: element };
    }
    // A heading in an item of a list is its text.
    if (level && !context.item) return { ...context, styles: PLAIN, ...this.#heading(level) };
    const isQuoted = element.localName === "blockquote" && this.options.hasQuotes && !context.item;
    const isVerbatim = context.isVerbatim || element.localName === "pre";
    return { ...context, styles, isVerbatim, type: isQuoted ? "blockquote" : context.type };
  }

  #heading(level) {
    const { levels } = this.options;
    if (levels.length === 0) return { type: "unstyled", isHeading: false };
    const wanted = level + this.shift - 2 + levels[0];
    const given = Math.max(levels[0], Math.min(wanted, levels.at(-1)));
    return { type: HEADINGS[given], isHeading: true };
  }

  #readInline(element, context) {
    const inside = { ...context };
    const styles = stylesInside(element, context.styles);
    // A heading is bold by itself.
    inside.styles = context.isHeading ? { ...styles, BOLD: false } : styles;
    if (element.localName === "a") inside.link = this.#address(element);
    const number = isNoteNumber(element) ? element.textContent.trim() : "";
    if (number) this.writer.write(`[${number}]${isNoteSign(element) ? " " : ""}`, inside);
    else this.readInside(element, inside);
  }

  #address(link) {
    const address = readAddress(link.getAttribute("href") ?? "", this.options.site);
    if (address === null && link.textContent.trim()) this.dropped.links += 1;
    return address ?? "";
  }

  #readPicture(image, context) {
    const source = image.getAttribute("src") ?? "";
    const alt = (image.getAttribute("alt") ?? "").trim();
    const isDot = ["width", "height"].some((side) => Number(image.getAttribute(side) ?? 9) <= 2);
    if (isDot || declared(image, "display") === "none") return;
    if (image.matches("[class*='emoji' i]") && alt) this.writer.write(alt, context);
    else if (EMBEDDED.test(source)) this.waiting.push({ kind: "picture", source, alt });
    else if (this.options.file && this.isOnlyPicture) {
      this.waiting.push({ kind: "picture", file: this.options.file, alt });
    } else this.dropped.pictures += 1;
  }

  #readTable(element) {
    this.#endText();
    this.parts.push(readTable(element, (cell) => this.#readCell(cell)));
    this.#endBlock();
  }

  #readCell(cell) {
    const around = this.writer;
    this.writer = new TextWriter();
    this.isInCell = true;
    this.readInside(cell, START);
    this.isInCell = false;
    const rich = this.writer.take() ?? { blocks: [], entityMap: {} };
    this.writer = around;
    const isRich =
      Object.keys(rich.entityMap).length > 0 || rich.blocks.some(({ type }) => type !== "unstyled");
    const text = rich.blocks.map((block) => block.text).join("\n");
    return { text, rich: JSON.stringify(rich), isRich };
  }

  /** A picture in a paragraph comes after it. */
  #endBlock() {
    this.writer.close();
    if (this.waiting.length > 0 && !this.isInCell) this.#endText();
  }

  #endText() {
    const content = this.writer.take();
    if (content) this.parts.push({ kind: "text", content });
    this.parts.push(...this.waiting.splice(0));
  }
}
