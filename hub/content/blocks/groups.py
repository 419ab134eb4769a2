"""Names of the groups under which the editor finds the blocks."""

GUIDED = "Fiche"
TEXT = "Texte"
MEDIA = "Images et vidéos"
DATA = "Chiffres et tableaux"
LINKS = "Liens et documents"
LAYOUT = "Mise en page"
HOME = "Accueil"
