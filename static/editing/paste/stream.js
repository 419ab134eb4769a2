/** Puts the parts of what was pasted among the blocks of a page. */

/** The block of a stream that a field is, with its stream; null for a field deeper in a block. */
export const placeOf = (input) => {
  let element = input;
  while (element && !element.streamBlock) element = element.parentElement;
  const stream = element?.streamBlock;
  const child = stream?.children.find(({ block }) => block.widget?.input === input);
  return child ? { stream, child } : null;
};

/** Tell whether the stream takes blocks of this type here, and texts after them. */
export const accepts = (place, type) => hasRoom(place?.stream, type) && hasRoom(place.stream, "text");

const hasRoom = (stream, type) => {
  if (!stream?.blockDef.childBlockDefsByName[type]) return false;
  const most = stream.getBlockMax(type);
  return typeof most !== "number" || stream.getBlockCount(type) < most;
};

/** Add a block after another one of the stream; return it. */
export const insertAfter = ({ stream }, before, type, value) =>
  stream.insert({ type, value, id: null }, stream.children.indexOf(before) + 1, { animate: false });

/** Take away a block of text in which nothing was written, where it stands before what was pasted. */
export const removeIfEmpty = ({ stream, child }, input) => {
  if (child.type !== "text" || stream.children.length < 2) return;
  const isEmpty = !input.draftailEditor.getEditorState().getCurrentContent().hasText();
  if (isEmpty) stream.deleteBlock(stream.children.indexOf(child));
};
