"""The explorer in real Chromium, as a person uses it, with the network refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, Route, expect
from records import RECORDS

from communique.graph.frames import records_to_networkx
from communique.graph.model import Label
from communique.views.explorer import write_html

HEDGED = "It may also have sent artillery shells to Russia."
SUPPLIED = "We condemn the DPRK for its export of ballistic missiles to Russia, in breach of resolution 1718."
Opener = Callable[..., Page]

HOSTILE = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</SCRIPT ><img src=x onerror=window.hit=1>",
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "<!--<script>",
    "--><script>window.hit=1</script>",
    "]]><script>window.hit=1</script>",
    "'\"><body onload=window.hit=1>",
    "javascript:window.hit=1",
    "JaVaScRiPt&colon;window.hit=1",
    "data:text/html,<script>parent.hit=1</script>",
    "{{ 7*7 }}{% raw %}${window.hit=1}`",
    "\\u003cscript\\u003ewindow.hit=1",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "__proto__",
    "constructor",
    "'+(window.hit=1)+'",
    '"};window.hit=1;//',
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example/>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<a href=https://evil.example/ autofocus onfocus=window.hit=1>x</a>",
    "line\u2028separators\u2029and \u202ereversed",
)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a graph's page; whatever it asked of the network or complained of fails the test at its end."""
    trouble: list[str] = []
    context = browser.new_context(offline=True, viewport={"width": 1300, "height": 850})

    def guard(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            trouble.append(route.request.url)
            route.abort()

    def opener(graph: nx.MultiDiGraph, title: str = "A title", fragment: str = "") -> Page:
        write_html(graph, tmp_path / "page.html", title=title)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.goto((tmp_path / "page.html").as_uri() + fragment)
        page.wait_for_selector("body[data-ready]")  # the policy refuses the eval of wait_for_function
        return page

    context.route("**/*", guard)
    yield opener
    context.close()
    assert trouble == []


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return records_to_networkx(RECORDS)


@pytest.fixture
def page(open_page: Opener, graph: nx.MultiDiGraph) -> Page:
    return open_page(graph)


def middle(page: Page, source: str, relation: str, target: str) -> tuple[float, float]:
    """Where the middle of a line stands on the screen, asked of the page's documented hook."""
    line = """([source, relation, target]) => {
        const { nodes } = communique.model;
        const { id } = communique.picture.shown.find(({ from, to, types }) =>
            nodes[from].key === source && nodes[to].key === target && types.includes(relation));
        return communique.picture.middle(id);
    }"""
    point = page.evaluate(line, [source, relation, target])
    return point["x"], point["y"]


def test_click_on_a_line_shows_its_words(page: Page) -> None:
    page.mouse.click(*middle(page, "PRK", "SUPPLIES", "RUS"))
    panel = page.locator("#panel")
    assert panel.locator("mark").all_text_contents() == [
        SUPPLIED,
        "It may also have sent artillery shells to Russia.",
    ]
    assert panel.locator("mark b").all_text_contents() == ["export", "sent"]
    assert "2 claims in 1 statement" in panel.inner_text()


def test_card_names_speaker_modality_date_and_source(page: Page) -> None:
    page.mouse.click(*middle(page, "PRK", "SUPPLIES", "RUS"))
    card = page.locator(".card").nth(1)
    for fact in ("possible", "2024-12-16", "Australia, Canada", "Joint-1", "artillery shell"):
        assert fact in card.inner_text()
    link = card.get_by_role("link", name="source")
    assert link.get_attribute("href") == "https://example.org/1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_citation_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.mouse.click(*middle(page, "PRK", "DEPLOYS_TO", "RUS"))
    page.get_by_text("Cite").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("“Some 11,000 of its troops stand in Russia.” Joint-1, 2024-12-16, https://example.org/1.")


def test_search_opens_a_node_with_facts_and_grouped_claims(page: Page) -> None:
    page.get_by_label("Find").fill("north korea")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "North Korea"
    assert panel.locator("h3").all_inner_texts() == [
        "Is said to do, or declares",
        "Is named by others",
        "Structure",
    ]
    assert {"supplies", "violates", "deploys to"} <= set(panel.locator("h4").all_text_contents())


def test_line_says_what_is_shown_of_what(page: Page) -> None:
    shown = page.locator("#shown")
    assert shown.inner_text() == "Showing 14 of 14 claims as 12 lines · 10 of 16 nodes · 0 of 10 structural edges"
    page.get_by_label("Statements and structural edges").check()
    assert shown.inner_text().endswith("15 of 16 nodes · 10 of 10 structural edges")


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda page: page.get_by_role("checkbox", name="attacks").uncheck(), 11),
        (lambda page: page.get_by_role("checkbox", name="Conflict, in deeds").uncheck(), 7),
        (lambda page: page.get_by_role("checkbox", name="possible").uncheck(), 13),
        (lambda page: page.get_by_label("As told by").select_option(label="Antony Blinken (2)"), 2),
        (lambda page: page.get_by_label("At least").fill("2"), 4),
        (lambda page: page.get_by_label("One line for each").select_option("family"), 14),
    ],
    ids=["relation", "family", "modality", "speaker", "minimum", "lines"],
)
def test_filter(page: Page, act: Callable[[Page], object], left: int) -> None:
    act(page)
    assert page.locator("#shown").inner_text().startswith(f"Showing {left} of 14 claims")


def test_filters_stay_in_the_address_and_reset(open_page: Opener, graph: nx.MultiDiGraph) -> None:
    first = open_page(graph)
    first.get_by_role("checkbox", name="attacks").uncheck()
    again = open_page(graph, fragment=first.evaluate("location.hash"))
    assert again.locator("#shown").inner_text().startswith("Showing 11 of 14")
    again.get_by_role("button", name="Reset").click()
    expect(again.locator("#shown")).to_contain_text("Showing 14 of 14")


def test_table_holds_the_visible_lines_and_opens_them_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Table").click()
    rows = page.get_by_role("region", name="The lines shown, as a table").get_by_role("row")
    assert rows.count() == 1 + 12
    rows.filter(has_text="supplies").get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert SUPPLIED in page.locator("#panel").inner_text()


def test_every_control_has_a_name(page: Page) -> None:
    unnamed = """[...document.querySelectorAll('button, input, select, a')].filter((control) =>
        !(control.labels?.length || control.getAttribute('aria-label') || control.textContent.trim()))
        .map((control) => control.outerHTML)"""
    assert page.evaluate(unnamed) == []


def test_page_tells_title_corpus_dates_and_version(page: Page) -> None:
    assert page.locator("h1").inner_text() == page.title() == "A title"
    assert page.locator(".corpus").inner_text() == "4 statements 14 claims 2023-02 to 2024-12-16"
    assert "Made by communique" in page.locator("footer").inner_text()


def test_page_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def hostile(text: str) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    said = {"label": Label.STATEMENT, "name": text, "title": text, "text": text, "date": text, "url": text}
    graph.add_node(f"statement:{text}", id=text, **said)
    graph.add_node(text, label=Label.STATE, id=text, name=text, note=text)
    claim = {
        "claim_id": text,
        "statement_id": text,
        "quote": text,
        "start": 0,
        "end": len(text),
        "date": text,
    }
    told = {"modality": "possible", "speaker": [text], "items": [text], "rule": text, "locator": text}
    graph.add_edge(text, "other", key=text, type="SUPPLIES", **claim, **told)
    graph.add_edge(text, f"statement:{text}", key=f"{text}2", type=text, statement_id=text)
    return graph


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_never_runs(open_page: Opener, text: str) -> None:
    page = open_page(hostile(text), title=text)
    page.get_by_label("Statements and structural edges").check()
    page.get_by_role("button", name="Table").click()
    page.get_by_role("button", name="1 claim", exact=True).click()
    assert page.locator("h1").text_content() == text
    assert page.locator("#panel mark").text_content() == text
    assert page.locator("#panel h2 button").first.text_content() == text
    page.locator("#panel .card button.name").click()
    assert page.locator("#panel h2").text_content() == text
    assert page.evaluate("window.hit") is None
    assert page.locator("a[href]").count() == 0
    assert page.locator("img, iframe, base, [onload], [onerror]").count() == 0


def test_policy_refuses_a_script_that_is_not_ours(browser: Browser, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_html(graph, tmp_path / "page.html", title="A title")
    html = (tmp_path / "page.html").read_text("utf-8").replace("</main>", "</main><script>window.hit = 1</script>")
    (tmp_path / "page.html").write_text(html, "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("window.hit") is None
    page.close()
