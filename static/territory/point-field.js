// The map of a point in the editor: LeafletField of wagtailgeowidget, with local marker images,
// no point until somebody places one, and a way to take it away.
(function () {
  "use strict";

  const DECIMALS = 6;
  const NUMBER = "(-?\\d+(?:[.,]\\d+)?)";
  const LATITUDE_LONGITUDE = new RegExp(`^\\s*${NUMBER}\\s*[,;\\s]\\s*${NUMBER}\\s*$`);
  const WRITTEN = /^SRID=\d+;POINT ?\((-?[\d.]+) (-?[\d.]+)\)$/;

  const rounded = (degrees) => Number(Number(degrees).toFixed(DECIMALS));

  const readWritten = (text) => {
    const match = WRITTEN.exec(text);
    return match ? { lat: Number(match[2]), lng: Number(match[1]) } : null;
  };

  class PointField extends window.LeafletField {
    setup() {
      if (this.hasSetup) return;
      this.hasSetup = true;
      this.initMap(this.mapEl, this.defaultLocation);
      this.latLngField.on("input", (event) => this.clearWhenEmpty(event));
      this.initEvents();
      this.map.on("click", (event) => this.place(event.latlng));
      // A map that was hidden (a closed panel, another tab) learns its size when it is shown.
      new ResizeObserver(() => this.map.invalidateSize()).observe(this.mapEl[0]);
      this.show(this.getState());
    }

    initMap(mapEl, centre) {
      this.map = L.map(mapEl[0], {
        zoomControl: false,
        scrollWheelZoom: false,
        attributionControl: Boolean(this.tileLayer),
      }).setView(centre, this.zoom);
      L.control.zoom({ zoomInTitle: "Zoomer", zoomOutTitle: "Dézoomer" }).addTo(this.map);
      if (this.tileLayer) L.tileLayer(this.tileLayer, this.tileLayerOptions).addTo(this.map);
      // The visible coordinates are the keyboard's way to move it.
      this.marker = L.marker(centre, { draggable: true, keyboard: false, alt: "Point choisi" });
    }

    show(written) {
      const latLng = readWritten(written);
      if (latLng) {
        this.setMapPosition(latLng);
        this.updateLatLng(latLng);
      } else {
        this.marker.remove();
        this.latLngField.val(written);
      }
    }

    place(latLng) {
      this.clearFieldMessage({ field: this.latLngField });
      this.writeLocation(latLng);
      this.show(this.getState());
    }

    clearWhenEmpty(event) {
      if (this.latLngField.val().trim()) return;
      event.stopImmediatePropagation();
      this.clearFieldMessage({ field: this.latLngField });
      this.setState("");
      this.marker.remove();
    }

    // Accepts a decimal comma. What cannot be read is posted as it stands: the server answers.
    parseStrToLatLng(text) {
      const match = LATITUDE_LONGITUDE.exec(text);
      if (!match) {
        this.setState(text.trim());
        this.marker.remove();
        return null;
      }
      const [lat, lng] = match.slice(1).map((number) => rounded(number.replace(",", ".")));
      return L.latLng(lat, lng);
    }

    setMapPosition(latLng) {
      this.marker.setLatLng(latLng).addTo(this.map);
      this.map.panTo(latLng);
    }

    updateLatLng(latLng) {
      this.latLngField.val(`${rounded(latLng.lat)}, ${rounded(latLng.lng)}`);
    }

    writeLocation(latLng) {
      const { lat, lng } = latLng.wrap ? latLng.wrap() : latLng;
      super.writeLocation({ lat: rounded(lat), lng: rounded(lng) });
    }

    setState(written) {
      super.setState(written);
      // Wagtail looks for unsaved changes and refreshes the preview on this event.
      this.sourceField[0].dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  class PointController extends window.StimulusModule.Controller {
    static values = { options: Object };

    connect() {
      if (this.field) return;
      const options = this.optionsValue;
      const source = this.element.querySelector("input[type=hidden]");
      useMarkerImages(options.icons);
      this.field = new PointField({ ...options, id: source.id });
      if (options.communeField) this.followCommune(source, options.communeField);
      if (options.sourceField) this.keepOrigin(source, options);
    }

    // Whoever moves the point has placed it by hand, but for the two that say where it comes from.
    keepOrigin(source, options) {
      const name = source.name.replace(/[^-]*$/, options.sourceField);
      this.origin = source.form.elements[name];
      this.origins = options.sources;
      source.addEventListener("change", () => this.noteOrigin(source.value ? "main" : ""));
      this.element.addEventListener("territory-address:found", (event) => {
        this.field.place(event.detail.point);
        this.noteOrigin(event.detail.precision);
      });
      this.noteOrigin(this.origin.value);
    }

    noteOrigin(value) {
      if (!this.origin) return;
      this.origin.value = value;
      const shown = this.element.querySelector(".territory-point__source");
      shown.textContent = value ? `Précision du point\u00a0: ${this.origins[value]}` : "";
      shown.hidden = !value;
    }

    followCommune(source, communeField) {
      const commune = source.name.replace(/[^-]*$/, communeField);
      source.form.addEventListener("territory-commune:picked", (event) => {
        if (event.target.name !== commune) return;
        const { point, before } = event.detail;
        if (!source.value || source.value === before) {
          this.field.setState(point);
          this.field.show(point);
          this.noteOrigin(point ? "commune" : "");
        }
      });
    }
  }

  // Leaflet guesses these addresses from its style sheet, which fails under hashed file names.
  function useMarkerImages(icons) {
    delete L.Icon.Default.prototype._getIconUrl;
    L.Icon.Default.mergeOptions(icons);
  }

  window.wagtail.app.register("territory-point", PointController);
})();
