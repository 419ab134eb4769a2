// « Situer l’adresse »: asks our own look-up where an address is, and tells the map of the point.
(function () {
  "use strict";

  const FAILED = "La recherche a échoué. Cliquez sur la carte ou tapez les coordonnées.";
  const NOTHING = "Aucun lieu trouvé. Choisissez une commune, ou placez le point vous-même.";

  class AddressController extends window.StimulusModule.Controller {
    static values = { url: String, address: String, commune: String };

    disconnect() {
      this.request?.abort();
    }

    async look() {
      this.request?.abort();
      this.request = new AbortController();
      this.say("Recherche en cours…");
      const question = new URLSearchParams({
        q: this.typed(this.addressValue),
        commune: this.typed(this.communeValue),
      });
      try {
        const answer = await fetch(`${this.urlValue}?${question}`, { signal: this.request.signal });
        this.take(await answer.json());
      } catch (error) {
        if (error.name !== "AbortError") this.say(FAILED);
      }
    }

    take({ message, notice, features }) {
      if (message) return this.say(message);
      const [place] = features;
      if (!place) return this.say(NOTHING);
      const [lng, lat] = place.geometry.coordinates;
      const { label, precision } = place.properties;
      this.dispatch("found", { detail: { point: { lat, lng }, precision } });
      this.say(notice || `Point placé\u00a0: ${label}`);
    }

    // The fields of the same form, and of the same row where the form has several.
    typed(name) {
      const point = this.element.parentElement.querySelector("input[type=hidden]");
      const field = point.form.elements[point.name.replace(/[^-]*$/, name)];
      return field ? field.value.trim() : "";
    }

    say(words) {
      this.element.querySelector("[role=status]").textContent = words;
    }
  }

  window.wagtail.app.register("territory-address", AddressController);
})();
