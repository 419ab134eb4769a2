// Makes the input of a commune a combobox (WAI-ARIA 1.2, list autocomplete). Without it, the typed
// text is resolved by the server.
(function () {
  "use strict";

  const WAIT_MS = 200;
  const MIN_LETTERS = 2;

  class CommuneController extends window.StimulusModule.Controller {
    static values = { url: String, point: String };

    connect() {
      const input = this.element;
      this.list = document.getElementById(`${input.id}_communes`);
      this.status = document.getElementById(`${input.id}_status`);
      this.communes = [];
      this.active = -1;
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", this.list.id);
      input.setAttribute("aria-expanded", "false");
      this.listeners = new AbortController();
      const options = { signal: this.listeners.signal };
      input.addEventListener("input", () => this.askSoon(), options);
      input.addEventListener("keydown", (event) => this.onKey(event), options);
      input.addEventListener("blur", () => this.close(), options);
      // Before the blur that a click would cause.
      this.list.addEventListener("pointerdown", (event) => this.onPointer(event), options);
    }

    disconnect() {
      this.listeners.abort();
      this.cancel();
    }

    askSoon() {
      this.cancel();
      const text = this.element.value.trim();
      if (!text) this.announcePick("");
      if (text.length < MIN_LETTERS) return this.close();
      this.timer = setTimeout(() => this.ask(text), WAIT_MS);
    }

    cancel() {
      clearTimeout(this.timer);
      this.request?.abort();
    }

    async ask(text) {
      this.request = new AbortController();
      try {
        const address = `${this.urlValue}?q=${encodeURIComponent(text)}`;
        const answer = await fetch(address, { signal: this.request.signal });
        if (answer.ok) this.open((await answer.json()).communes);
      } catch (error) {
        // The server resolves the text on saving: a failed look-up loses nothing.
        if (error.name !== "AbortError") this.close();
      }
    }

    open(communes) {
      this.communes = communes;
      this.list.replaceChildren(...communes.map((commune, index) => this.option(commune, index)));
      this.list.hidden = communes.length === 0;
      this.element.setAttribute("aria-expanded", String(communes.length > 0));
      this.activate(-1);
      this.status.textContent = counted(communes.length);
    }

    close() {
      this.cancel();
      this.communes = [];
      this.list.hidden = true;
      this.element.setAttribute("aria-expanded", "false");
      this.activate(-1);
    }

    option(commune, index) {
      const item = document.createElement("li");
      item.id = `${this.list.id}_${index}`;
      item.setAttribute("role", "option");
      const detail = document.createElement("small");
      detail.textContent = ` ${commune.detail}`;
      item.append(commune.label, detail);
      return item;
    }

    activate(index) {
      this.active = index;
      [...this.list.children].forEach((item, position) => {
        item.setAttribute("aria-selected", String(position === index));
        if (position === index) item.scrollIntoView({ block: "nearest" });
      });
      const item = this.list.children[index];
      if (item) this.element.setAttribute("aria-activedescendant", item.id);
      else this.element.removeAttribute("aria-activedescendant");
    }

    onKey(event) {
      const count = this.communes.length;
      if (!count) return;
      const moves = { ArrowDown: this.active + 1, ArrowUp: Math.max(this.active, 0) - 1 };
      if (event.key in moves) {
        event.preventDefault();
        this.activate((moves[event.key] + count) % count);
      } else if (event.key === "Enter") {
        event.preventDefault();
        this.pick(this.communes[Math.max(this.active, 0)]);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.close();
      }
    }

    onPointer(event) {
      event.preventDefault();
      const index = [...this.list.children].indexOf(event.target.closest("[role=option]"));
      if (index >= 0) this.pick(this.communes[index]);
    }

    pick(commune) {
      this.element.value = commune.label;
      this.close();
      this.status.textContent = `${commune.label} choisie`;
      this.element.dispatchEvent(new Event("change", { bubbles: true }));
      this.announcePick(commune.point);
    }

    announcePick(point) {
      this.dispatch("picked", { detail: { point, before: this.pointValue } });
      this.pointValue = point;
    }
  }

  function counted(count) {
    if (count === 0) return "Aucune commune trouvée";
    return count === 1 ? "Une commune proposée" : `${count} communes proposées`;
  }

  window.wagtail.app.register("territory-commune", CommuneController);
})();
