"""The words that say nothing of what a text is about, in their folded form."""

_ARTICLES = """
    le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses
    notre nos votre vos leur leurs
"""
# What an elision leaves where it is typed apart (« l egalite »), and the n of « n° 5 ».
_LETTERS = "l d j m t s c n qu"
_PRONOUNS = """
    je tu il elle on nous vous ils elles iel iels me te se moi toi lui soi eux y en
    ceci cela ca celui celle ceux celles ci qui que quoi dont ou
"""
_PREPOSITIONS = "a dans par pour sur sous sans avec chez vers entre depuis pendant selon afin lors"
_CONJUNCTIONS = "et mais donc ni si comme lorsque puisque quoique jusque"
_ADVERBS = """
    ne pas plus moins tres aussi ainsi alors deja encore meme memes etc
    tout toute tous toutes tou aujourdhui aujourd hui cestadire
"""
# As in ordinary prose; « été » is not there, since it is a season as well.
_AUXILIARIES = """
    etre suis es est sommes etes sont etais etait etaient etant sera seront serait seraient
    soit soient fut avoir ai as avons avez ont avais avait avaient ayant aura auront aurait
    auraient ait aient eu
"""
_ASKING = """
    comment pourquoi quand combien quel quelle quels quelles lequel laquelle lesquels lesquelles
    qui que quoi ou est ce quelque quelques
    peut peux pouvons pouvez peuvent puis pouvoir dois doit devons devez doivent faut faudrait
    existe existent faire fait faites fais font
    veux veut voulons voulez voudrais voudrait voudrions souhaite souhaitons aimerais aimerait
    cherche cherchons trouver trouve bonjour merci svp stp
"""

STOP_WORDS = frozenset(
    word
    for group in (
        _ARTICLES,
        _LETTERS,
        _PRONOUNS,
        _PREPOSITIONS,
        _CONJUNCTIONS,
        _ADVERBS,
        _AUXILIARIES,
    )
    for word in group.split()
)
"""Words of which the index holds no stem."""

QUESTION_WORDS = frozenset(_ASKING.split())
"""Stop words of queries only: what a question is asked with, not what it is about."""


def is_question_word(word: str) -> bool:
    """Tell whether a folded word only asks (« comment », « peut-on »…)."""
    return word in QUESTION_WORDS
