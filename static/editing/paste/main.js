/**
 * Cleans what is pasted in a rich text before the editor sees it. See docs/paste.md.
 *
 * The editor gets the text in the form in which it copies its own (the fragment of
 * draftjs-conductor), so that nothing is lost on the way through the HTML that it would guess from.
 */

import {
  Notice, droppedSentences, keptPictureSentences, refusedPictureSentence, tableSentences,
} from "./notice.js";
import { upload } from "./pictures.js";
import { read } from "./reader.js";
import { accepts, insertAfter, placeOf, removeIfEmpty } from "./stream.js";

const FRAGMENT = "data-draftjs-conductor-fragment";
const LEVELS = { "header-two": 2, "header-three": 3, "header-four": 4 };
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const { pasteUpload, pastePrivate } = document.querySelector("script[data-paste-upload]").dataset;
const ours = new WeakSet();

const onPaste = (event) => {
  const wrapper = event.target.closest?.("[data-draftail-editor-wrapper]");
  const input = wrapper?.parentElement.querySelector(":scope > input[type='hidden']");
  if (!input?.draftailEditor || ours.has(event)) return;
  const html = event.clipboardData.getData("text/html");
  const file = [...event.clipboardData.files].find(({ type }) => PICTURE.test(type));
  if (html.includes(FRAGMENT) || !(html || file)) return;
  const { parts, dropped } = html
    ? read(html, optionsOf(input, file))
    : { parts: [{ kind: "picture", file, alt: "" }], dropped: {} };
  const isNothing = parts.length === 0 && !Object.values(dropped).some(Boolean);
  if (isNothing) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  deliver({ input, field: wrapper.parentElement, target: event.target }, parts, dropped);
};

const optionsOf = (input, file) => {
  const { blockTypes } = input.draftailEditor.props;
  const types = blockTypes.map(({ type }) => type);
  const levels = types.map((type) => LEVELS[type]).filter(Boolean).sort();
  const site = { origin: window.location.origin, privatePaths: pastePrivate.split(" ") };
  return { levels, hasQuotes: types.includes("blockquote"), site, file };
};

const deliver = async (where, parts, dropped) => {
  const place = placeOf(where.input);
  const tables = parts.filter(({ kind }) => kind === "table");
  const pictures = parts.filter(({ kind }) => kind === "picture");
  const keeps = { table: accepts(place, "table"), picture: accepts(place, "image"), text: true };
  const notice = new Notice(where.field);
  const refused = keeps.picture ? 0 : pictures.length;
  const left = { ...dropped, pictures: (dropped.pictures ?? 0) + refused };
  notice.say([...tableSentences(tables, keeps.table), ...droppedSentences(left)]);
  const kept = merged(parts.filter(({ kind }) => kind !== "picture" || keeps.picture), keeps);
  const blocks = place?.stream.children.length;
  await addPictures(place, placeParts(where, place, kept), notice);
  if (place?.stream.children.length > blocks) removeIfEmpty(place, where.input);
};

/** Turn refused tables into text, and put together the texts that nothing separates any more. */
const merged = (parts, keeps) => {
  const found = [];
  for (const part of parts) {
    const next = keeps[part.kind] ? part : { kind: "text", content: tableText(part) };
    const last = found.at(-1);
    if (next.kind === "text" && last?.kind === "text") last.content = joined(last.content, next.content);
    else found.push({ ...next });
  }
  return found;
};

const tableText = ({ grid }) => ({
  blocks: grid.map((row) => ({
    type: "unstyled",
    depth: 0,
    text: row.map(({ text }) => text).filter(Boolean).join(" — "),
    inlineStyleRanges: [],
    entityRanges: [],
    data: {},
  })),
  entityMap: {},
});

const joined = (first, second) => {
  const shift = Object.keys(first.entityMap).length;
  const entityMap = { ...first.entityMap };
  for (const [key, entity] of Object.entries(second.entityMap)) entityMap[Number(key) + shift] = entity;
  const moved = second.blocks.map((block) => ({
    ...block,
    entityRanges: block.entityRanges.map((range) => ({ ...range, key: range.key + shift })),
  }));
  return { blocks: [...first.blocks, ...moved], entityMap };
};

/** Place texts and tables at once; return the pictures, each with the block that it comes after. */
const placeParts = (where, place, parts) => {
  const [first, ...others] = parts;
  const isTextFirst = first?.kind === "text";
  const rest = isTextFirst ? others : parts;
  if (isTextFirst) insertText(where.target, first.content);
  if (rest.length === 0) return [];
  const tail = cutAtCaret(where.input);
  const loading = [];
  let before = place.child;
  for (const part of rest) {
    if (part.kind === "picture") loading.push({ ...part, before });
    else if (part.kind === "table") before = insertAfter(place, before, "table", part.value);
    else before = insertAfter(place, before, "text", JSON.stringify(part.content));
  }
  if (tail) insertAfter(place, before, "text", tail);
  return loading;
};

const insertText = (target, content) => {
  const holder = document.createElement("div");
  holder.setAttribute(FRAGMENT, JSON.stringify(content));
  holder.textContent = content.blocks.map(({ text }) => text).join("\n");
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", holder.textContent);
  clipboardData.setData("text/html", holder.outerHTML);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  ours.add(event);
  target.dispatchEvent(event);
};

/** Take from the editor what comes after the caret; return it, or null where nothing does. */
const cutAtCaret = (input) => {
  const editor = input.draftailEditor;
  const { stateBefore, stateAfter } = window.draftail.splitState(editor.getEditorState());
  if (!stateAfter.getCurrentContent().hasText()) return null;
  editor.onChange(stateBefore);
  return stateAfter;
};

const addPictures = async (place, loading, notice) => {
  let kept = 0;
  const last = new Map();
  for (const { before, ...picture } of loading) {
    const { block, refusal } = await upload(picture, pasteUpload);
    if (refusal) {
      notice.say([refusedPictureSentence(refusal)]);
      continue;
    }
    last.set(before, insertAfter(place, last.get(before) ?? before, "image", block));
    kept += 1;
  }
  notice.say(keptPictureSentences(kept));
};

document.addEventListener("paste", onPaste, true);
