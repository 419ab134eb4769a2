/**
 * Editor side of hub/content/blocks/stream.py and unavailable.py.
 *
 * The block that keeps the content of an absent module must be known to the editor, which shows
 * what is stored, but not offered: nobody can add one. Its name is UNAVAILABLE in unavailable.py.
 */
(() => {
  const UNAVAILABLE = "unavailable";
  const { FieldBlockDefinition, StreamBlockDefinition } = window.wagtailStreamField.blocks;

  class PreservingStreamBlockDefinition extends StreamBlockDefinition {
    constructor(...args) {
      super(...args);
      // childBlockDefsByName, filled by the parent, still knows every type.
      this.groupedChildBlockDefs = this.groupedChildBlockDefs
        .map(([group, definitions]) => [
          group,
          definitions.filter(({ name }) => name !== UNAVAILABLE),
        ])
        .filter(([, definitions]) => definitions.length > 0);
    }

    render(...args) {
      const block = super.render(...args);
      // Where what is pasted in a text looks for the blocks beside it (static/editing/paste/).
      block.element.streamBlock = block;
      return block;
    }
  }

  class UnavailableBlockDefinition extends FieldBlockDefinition {
    render(...args) {
      const block = super.render(...args);
      // Folded, a block is titled by its value: here signed text, which tells nothing.
      block.getTextLabel = () => null;
      return block;
    }
  }

  window.telepath.register("hub.content.PreservingStreamBlock", PreservingStreamBlockDefinition);
  window.telepath.register("hub.content.UnavailableBlock", UnavailableBlockDefinition);
})();
