/**
 * Tells the form of the version that the editor has just saved by itself: who then saves by hand
 * does not save over somebody else's. Wagtail sends that version with its own requests only.
 */
document.addEventListener("w-autosave:success", ({ target, detail }) => {
  const { revision_id: id, revision_created_at: createdAt } = detail.data;
  const known = { loaded_revision_id: id, loaded_revision_created_at: createdAt };
  for (const [name, value] of Object.entries(known)) {
    const input = target.querySelector(`input[name="${name}"]`);
    if (input && value) input.value = value;
  }
});
