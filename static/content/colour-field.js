// Puts the palette of the browser beside the code of a colour. An empty code stays empty until a
// colour is picked; the palette then shows the colour that an empty code stands for.
(() => {
  const CODE = /^#[0-9a-f]{6}$/i;

  const addPalette = (field) => {
    const code = field.querySelector('input[type="text"]');
    if (!code || field.querySelector('input[type="color"]')) return;
    const label = document.querySelector(`label[for="${code.id}"]`)?.firstChild?.textContent.trim();
    const palette = document.createElement('input');
    palette.type = 'color';
    palette.setAttribute('aria-label', `Nuancier\u00a0: ${label || 'couleur'}`);
    const follow = () => {
      palette.value = CODE.test(code.value) ? code.value.toLowerCase() : field.dataset.default;
    };
    palette.addEventListener('input', () => {
      code.value = palette.value;
      // So that Wagtail sees the form as changed.
      code.dispatchEvent(new Event('change', { bubbles: true }));
    });
    code.addEventListener('input', follow);
    follow();
    field.append(palette);
  };

  const addAll = () => document.querySelectorAll('[data-colour-field]').forEach(addPalette);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addAll);
  else addAll();
})();
