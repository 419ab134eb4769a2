/** Writes text as the editor stores it: blocks, with ranges of styles and of links. */

const MOST_NESTED = 4;
// Soft hyphens, zero-width spaces, and the signs of symbol fonts, which mean nothing without them.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\ue000-\uf8ff]/g;
const SPACES = /[ \t\n\r\f]+/g;
const SPACE_RUN = /[ \u00a0]{2,}/g;
const FRENCH_AFTER = /[;:!?»%€]/;

/** Return text without what is there for layout alone; French non-breaking spaces stay. */
export const tidied = (text) =>
  text
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(SPACE_RUN, (run, at, whole) => {
      const isFrench = FRENCH_AFTER.test(whole[at + run.length] ?? "") || whole[at - 1] === "«";
      return isFrench && run.includes("\u00a0") ? "\u00a0" : " ";
    });

// The editor counts characters, not halves of them.
const length = (text) => [...text].length;

export class TextWriter {
  constructor() {
    this.blocks = [];
    this.entityMap = {};
    this.block = null;
  }

  /** Add text to the open block, or to a new one of this type. */
  write(text, { type, depth, item, styles, link }) {
    const before = this.block?.text ?? "";
    const isGlued = before === "" || /[ \u00a0\n]$/.test(before);
    const added = before === "" ? text.replace(/^[ \u00a0]+/, "") : isGlued ? text.replace(/^ /, "") : text;
    if (!added) return;
    this.block ??= this.#opened(type, depth, item);
    const offset = length(this.block.text);
    this.block.text += added;
    for (const [style, isOn] of Object.entries(styles)) {
      if (isOn) extend(this.block.inlineStyleRanges, { style }, offset, length(added));
    }
    if (link) extend(this.block.entityRanges, { key: this.#entity(link) }, offset, length(added));
  }

  /** Go to the next line; twice in a row, to the next paragraph. */
  breakLine() {
    if (!this.block) return;
    if (this.block.text.endsWith("\n")) this.close();
    else this.block.text = `${this.block.text.replace(/ $/, "")}\n`;
  }

  close() {
    const block = this.block;
    this.block = null;
    if (!block) return;
    block.text = block.text.replace(/[ \u00a0\n]+$/, "");
    const end = length(block.text);
    for (const name of ["inlineStyleRanges", "entityRanges"]) {
      block[name] = block[name]
        .map((range) => ({ ...range, length: Math.min(range.length, end - range.offset) }))
        .filter((range) => range.length > 0);
    }
    if (block.text && !this.blocks.includes(block)) this.blocks.push(block);
  }

  /** Return what was written since the last time, or null for nothing. */
  take() {
    this.close();
    if (this.blocks.length === 0) return null;
    const blocks = this.blocks.map(({ item, ...block }) => block);
    const taken = { blocks, entityMap: this.entityMap };
    this.blocks = [];
    this.entityMap = {};
    return taken;
  }

  /** A second paragraph of a list item goes on in the same block, on its own line. */
  #opened(type, depth, item) {
    const last = this.blocks.at(-1);
    if (item && last?.item === item) {
      last.text += "\n";
      return last;
    }
    const nested = item ? Math.min(depth, MOST_NESTED, last?.item ? last.depth + 1 : 0) : 0;
    return { type, depth: nested, item, text: "", inlineStyleRanges: [], entityRanges: [], data: {} };
  }

  #entity(url) {
    const known = Object.keys(this.entityMap).find((key) => this.entityMap[key].data.url === url);
    if (known !== undefined) return Number(known);
    const key = Object.keys(this.entityMap).length;
    this.entityMap[key] = { type: "LINK", mutability: "MUTABLE", data: { url } };
    return key;
  }
}

/** Lengthen the range that ends here and says the same, or begin one. */
const extend = (ranges, meaning, offset, added) => {
  const [name] = Object.keys(meaning);
  const open = ranges.find(
    (range) => range[name] === meaning[name] && range.offset + range.length === offset,
  );
  if (open) open.length += added;
  else ranges.push({ offset, length: added, ...meaning });
};
