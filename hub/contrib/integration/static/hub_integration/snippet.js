/* Copies what « Intégrer » shows. Without this file, one selects it and copies it by hand. */

/** Copy the field of a button, and say whether it was done. */
async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  const said = button.closest(".embed").querySelector("[role=status]");
  field.select();
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = field.matches("textarea") ? "Code copié." : "Adresse copiée.";
  } catch {
    // No permission, or no secure address: the text is selected, which is half of the way.
    said.textContent = "Copie impossible d’ici : le texte est sélectionné, copiez-le au clavier.";
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copies]");
  if (button) copy(button);
});

// A list that narrows brings its own anew: the buttons show when it is unfolded.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.matches?.(".embed")) return;
    for (const button of target.querySelectorAll("[data-copies]")) button.hidden = false;
  },
  true,
);
