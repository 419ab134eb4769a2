/** Says under a field what became of what was pasted. */

const several = (number, one, many) => (number === 1 ? one : many.replace("%", number));

/** What was left out, one sentence each, with what to do about it. */
export const droppedSentences = ({ pictures, links, media, comments }) =>
  [
    pictures &&
      several(
        pictures,
        "L’image n’a pas été collée\u00a0: enregistrez-la sur votre ordinateur, puis ajoutez-la par " +
          "un bloc «\u00a0Image\u00a0».",
        "% images n’ont pas été collées\u00a0: enregistrez-les sur votre ordinateur, puis " +
          "ajoutez-les par des blocs «\u00a0Image\u00a0».",
      ),
    media &&
      "Une vidéo ou un contenu d’un autre site n’a pas été collé\u00a0: ajoutez-le par un bloc " +
        "«\u00a0Vidéo\u00a0».",
    links &&
      several(
        links,
        "Un lien a été retiré, son texte est gardé\u00a0: il menait à un fichier de votre " +
          "ordinateur, à l’administration du site ou à une adresse que personne ne peut ouvrir.",
        "% liens ont été retirés, leur texte est gardé\u00a0: ils menaient à des fichiers de votre " +
          "ordinateur, à l’administration du site ou à des adresses que personne ne peut ouvrir.",
      ),
    comments && "Les commentaires du document n’ont pas été collés.",
  ].filter(Boolean);

export const tableSentences = (tables, areKept) => {
  if (tables.length === 0) return [];
  if (!areKept) {
    return [
      several(
        tables.length,
        "Il n’y a pas de place ici pour un tableau\u00a0: son texte est gardé, une ligne par " +
          "paragraphe.",
        "Il n’y a pas de place ici pour des tableaux\u00a0: leur texte est gardé, une ligne par " +
          "paragraphe.",
      ),
    ];
  }
  return [
    several(
      tables.length,
      "Le tableau est devenu un bloc «\u00a0Tableau\u00a0»\u00a0: écrivez sa légende et vérifiez " +
        "l’en-tête de chaque colonne.",
      "% tableaux sont devenus des blocs «\u00a0Tableau\u00a0»\u00a0: écrivez leur légende et " +
        "vérifiez l’en-tête de chaque colonne.",
    ),
    ...(tables.some(({ hasMerged }) => hasMerged)
      ? ["Les cellules fusionnées ont été séparées\u00a0: vérifiez où se trouve leur texte."]
      : []),
  ];
};

export const keptPictureSentences = (number) =>
  number === 0
    ? []
    : [
        several(
          number,
          "L’image est dans la médiathèque, avec l’étiquette «\u00a0à compléter\u00a0»\u00a0: écrivez " +
            "son texte alternatif et son crédit.",
          "% images sont dans la médiathèque, avec l’étiquette «\u00a0à compléter\u00a0»\u00a0: " +
            "écrivez leur texte alternatif et leur crédit.",
        ),
      ];

export const refusedPictureSentence = (reason) => `Une image n’a pas été collée\u00a0: ${reason}`;

export class Notice {
  /** The notice of a field; a new paste replaces what it says. */
  constructor(field) {
    const known = field.querySelector(":scope > [data-paste-notice]");
    this.element = known ?? field.appendChild(emptyNotice());
    this.list = this.element.querySelector("ul");
    this.list.replaceChildren();
    this.element.hidden = true;
  }

  say(sentences) {
    if (sentences.length === 0) return;
    this.element.hidden = false;
    // A region must be there before its words for screen readers to read them.
    requestAnimationFrame(() => this.list.append(...sentences.map(item)));
  }
}

const item = (sentence) => {
  const element = document.createElement("li");
  element.textContent = sentence;
  return element;
};

const emptyNotice = () => {
  const element = document.createElement("div");
  element.className = "paste-notice";
  element.dataset.pasteNotice = "";
  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.append(document.createElement("ul"));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-small button-secondary";
  close.textContent = "J’ai compris";
  close.addEventListener("click", () => {
    element.hidden = true;
    element.parentElement.querySelector("[contenteditable='true']")?.focus();
  });
  element.append(region, close);
  return element;
};
