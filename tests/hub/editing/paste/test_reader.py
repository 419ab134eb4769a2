"""What the reader makes of the habits of writing tools, one at a time."""

import pytest

from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
NBSP = "\N{NO-BREAK SPACE}"
READ = """async ([html, levels]) => {
  const { read } = await import("/static/editing/paste/reader.js");
  const site = { origin: "https://hub.example", privatePaths: ["/admin/", "/apercu/"] };
  return read(html, { levels, hasQuotes: true, site });
}"""
MARKS = {
    "unstyled": "",
    "header-two": "## ",
    "header-three": "### ",
    "header-four": "#### ",
    "blockquote": "> ",
    "unordered-list-item": "- ",
    "ordered-list-item": "1. ",
}
WORD_ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
    "<span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span>{text}</p>"
)


@pytest.fixture
def read(browser, live_server):
    """Read HTML as lines: marks stand for types, tabs for depth, * for styles, [] for links."""
    factories.HomePageFactory()
    visit = browser.new_context(bypass_csp=True)
    tab = visit.new_page()
    tab.goto(f"{live_server.url}/static/editing/paste.css")

    def act(html, levels=(2, 3, 4)):
        return tab.evaluate(READ, [html, list(levels)])

    yield act
    visit.close()


def lines(result):
    found = []
    for part in result["parts"]:
        if part["kind"] != "text":
            found.append(f"({part['kind']})")
            continue
        entities = part["content"]["entityMap"]
        found += [line(block, entities) for block in part["content"]["blocks"]]
    return found


def line(block, entities):
    text = block["text"]
    signs = [(r["offset"], r["length"], "*", "*") for r in block["inlineStyleRanges"]]
    for r in block["entityRanges"]:
        address = entities[str(r["key"])]["data"]["url"]
        signs.append((r["offset"], r["length"], "[", f"]({address})"))
    for offset, length, before, after in sorted(signs, reverse=True):
        inside = text[offset : offset + length]
        text = text[:offset] + before + inside + after + text[offset + length :]
    return "\t" * block["depth"] + MARKS[block["type"]] + text


CASES = {
    "spaces of the source are one": ("<p>Un\n   <b>deux</b>\n trois </p>", ["Un *deux* trois"]),
    "French spaces stay": ("<p>Quoi&nbsp;? «&nbsp;Un&nbsp;» 1&#8239;000</p>",
        [f"Quoi{NBSP}? «{NBSP}Un{NBSP}» 1\N{NARROW NO-BREAK SPACE}000"]),
    "runs of spaces are one": (
        "<p>Un&nbsp;&nbsp; deux&nbsp; : trois</p>", [f"Un deux{NBSP}: trois"]),
    "invisible signs go": ("<p>in&shy;no&#8203;ver \uf0b7</p>", ["innover"]),
    "empty paragraphs go": (
        "<p>Un</p><p>&nbsp;</p><p><br></p><h2> </h2><p>Deux</p>", ["Un", "Deux"]),
    "a line break stays": ("<p>Un<br>deux</p>", ["Un\ndeux"]),
    "two line breaks part": ("<p>Un<br><br>deux</p>", ["Un", "deux"]),
    "lines of a verbatim text stay": ("<pre>Un\ndeux</pre>", ["Un\ndeux"]),
    "headings keep their order": (
        "<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4>", ["## A", "### B", "#### C", "#### D"]),
    "headings without a first stay": ("<h2>A</h2><h3>B</h3>", ["## A", "### B"]),
    "a title of Word is a heading": (
        "<p class=MsoTitle>A</p><h1>B</h1>", ["## A", "## B"]),
    "a heading of Word online": (
        '<div role="heading" aria-level="2"><b>A</b></div>', ["## A"]),
    "items of Word online": (
        '<ul><li data-aria-level="1"><p>A</p></li></ul>'
        '<ul><li data-aria-level="2"><p>B</p></li></ul>',
        ["- A", "\t- B"]),
    "items of Word, of both kinds": (
        WORD_ITEM.format(level=1, sign="a)", text="A")
        + WORD_ITEM.format(level=3, sign="o", text="B"),
        ["1. A", "\t- B"]),
    "a number of Word without a point": (WORD_ITEM.format(level=1, sign="2", text="A"), ["1. A"]),
    "an item that LibreOffice leaves open": (
        "<ul><li><p>A</p><ul><li><p>B</p></ul><li><p>C</p></ul>", ["- A", "\t- B", "- C"]),
    "notes of LibreOffice": (
        '<p>A<a class="sdendnoteanc" href="#x"><sup>i</sup></a></p>'
        '<p><a class="sdendnotesym" href="#y">i</a>B</p>',
        ["A*[i]*", "[i] B"]),
    "the buttons of a page": ("<p>A<button>Partager</button></p>", ["A"]),
    "two paragraphs of an item": ("<ul><li><p>A</p><p>B</p></li></ul>", ["- A\nB"]),
    "depth without its parents": ("<ul><ul><ul><li>A</li></ul></ul></ul>", ["- A"]),
    "a quotation": ("<blockquote><p>A</p></blockquote>", ["> A"]),
    "what a reviewer struck out": ("<p><del>Un</del><ins>Deux</ins></p>", ["Deux"]),
    "hidden text": ("<p>A<span style='mso-hide:all'>B</span><span hidden>C</span></p>", ["A"]),
    "bold undone": (
        "<b style='font-weight:normal'>A <span style='font-weight:700'>B</span></b>", ["A *B*"]),
    "a layout of tables": (
        "<table><tr><td><p>A</p><table><tr><td>B</td></tr></table></td></tr></table>", ["A", "B"]),
    "a table of data": (
        "<p>A</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
        ["A", "(table)"]),
    "an emoji drawn as a picture": ("<p>A <img class=emoji alt='👍' src=x></p>", ["A 👍"]),
    "signs beyond the first plane count once": ("<p>👍👍 <b>A</b></p>", ["👍👍 *A*"]),
    "a link behind Google": (
        '<a href="https://www.google.com/url?q=https://a.example/b%3Fc%3Dd&amp;sa=D">A</a>',
        ["[A](https://a.example/b?c=d)"]),
    "a link behind Outlook": (
        '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F'
        '&amp;data=x">A</a>',
        ["[A](https://a.example/)"]),
    "a tracked link": (
        '<a href="https://a.example/?utm_source=x&amp;id=3&amp;fbclid=y">A</a>',
        ["[A](https://a.example/?id=3)"]),
    "a place in the document": ('<p><a href="#_Toc1">A</a></p>', ["A"]),
}  # fmt: skip


def test_each_habit_is_read_as_it_is_meant(read):
    found = {name: lines(read(html)) for name, (html, _) in CASES.items()}
    assert found == {name: expected for name, (_, expected) in CASES.items()}


def test_links_that_lead_no_reader_anywhere_are_counted_and_their_words_kept(read):
    addresses = [
        "javascript:alert(1)", "data:text/html,x", "file:///C:/bilan.docx", "bilan.docx",
        "https://hub.example/admin/pages/3/edit/", "https://hub.example/apercu/abc/",
        "vbscript:x", "JAVASCRIPT:x",
    ]  # fmt: skip
    result = read("".join(f'<p><a href="{address}">A</a></p>' for address in addresses))
    assert lines(result) == ["A"] * len(addresses)
    assert result["dropped"]["links"] == len(addresses)


def test_the_comments_that_libreoffice_hides_are_counted(read):
    text = "<p>A<!-- À ne pas publier ! --></p>"
    libreoffice = '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)">'
    edges = "<!--StartFragment-->%s<!--EndFragment-->"
    assert read(libreoffice + edges % text)["dropped"]["comments"] == 1
    assert read(edges % text)["dropped"]["comments"] == 0


def test_a_field_without_headings_keeps_their_words(read):
    assert lines(read("<h1>A</h1><p>B</p>", levels=())) == ["A", "B"]


def test_merged_cells_are_parted_and_rows_stay_even(read):
    table = (
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td></tr></table>"
    )
    [part] = read(table)["parts"]
    assert part["hasMerged"]
    assert [row["values"] for row in part["value"]["rows"]] == [["1", "2", ""], ["", "3", ""]]


def test_a_first_row_with_an_empty_cell_gives_no_headings(read):
    table = "<table><tr><td></td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    [part] = read(table)["parts"]
    assert [column["heading"] for column in part["value"]["columns"]] == ["", ""]
    assert len(part["value"]["rows"]) == 2
