"""The pages of kiji report, opened from the file system in a real browser."""
import os
import pathlib
import subprocess
import tempfile

from archive import make_archive
from browser import Checks

kiji = os.environ["KIJI_BINARY"]
checks = Checks()

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    make_archive(folder)
    run = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for language in ["ja", "en"]:
        subprocess.run(
            [kiji, "report", "--index", "out", "--output", language, "--language", language, "--quiet"], **run)

    def url(path, language="ja"):
        return (folder / language / path).as_uri()

    def first(pattern):
        return sorted((folder / "ja").glob(pattern))[0].relative_to(folder / "ja").as_posix()

    article = first("articles/post-10*.html")
    pages = {
        "overview": "index.html", "articles": "articles/index.html", "tags": "tags/index.html",
        "entities": "entities/index.html", "article": article, "hostile": first("articles/hostile*.html"),
        "tag": first("tags/nvidia*.html"), "entity": first("entities/nvidia*.html"), "month": "months/2025-03.html",
        "term": first("terms/*.html"), "category": first("categories/*.html"),
    }
    for name, path in pages.items():
        for width, height in [(1280, 900), (390, 844)]:
            for scheme in ["light", "dark"]:
                page = checks.page(url(path), width, height, scheme)
                label = f"{name} {width} {scheme}"
                checks.accessible(page, label)
                checks.fits(page, label)
                page.context.close()

    # The overview: charts are there and drawn, each with words and a table.
    page = checks.page(url("index.html"))
    wanted = [
        "course-chart", "term-lines", "name-ranks", "sentiment-line", "sentiment-shares", "name-network", "tag-map",
        "reading-minutes", "sentence-lengths", "han-shares",
    ]
    for chart in wanted:
        figure = page.locator(f"figure#{chart}")
        checks.check(figure.count() == 1, f"the overview has no chart {chart}")
        if figure.count() == 1:
            svg = figure.locator("svg[role=img]:visible")
            checks.check(svg.count() == 1, f"{chart}: {svg.count()} pictures show")
            marks = svg.locator("rect, path, circle, line").count()
            checks.check(marks > 3, f"{chart}: only {marks} marks")
            checks.check(len(svg.locator("desc").text_content()) > 10, f"{chart}: no description")
            figure.locator("summary").click()
            checks.check(figure.locator("tbody tr").first.is_visible(), f"{chart}: its table does not open")
    for section in ["findings", "lists", "tags"]:
        checks.check(page.locator(f"section#{section}").count() == 1, f"the overview has no section {section}")
    checks.check(page.locator(".variants li").count() > 0, "the overview shows no variants")
    checks.check(page.locator(".findings li").count() > 0, "the overview shows no findings")
    checks.check(page.locator(".passages li").count() > 0, "the overview shows no passages")
    size = page.locator(".plot:visible text").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a")
    checks.check(size >= 10, f"texts of charts are {size:.1f} px high at 1280 px")
    page.context.close()
    page = checks.page(url("index.html"), 390, 844)
    checks.check(page.locator(".plot.narrow:visible").count() >= 6, "a narrow window shows no narrow charts")
    checks.check(page.locator(".plot.wide:visible").count() == 0, "a narrow window shows wide charts")
    page.context.close()

    # An article: marks can be taken away and put back, by keyboard too.
    page = checks.page(url(article))
    for box, mark, style in [
        ("#show-names", ".prose .e", "borderBottomColor"), ("#show-values", ".prose .v", "borderBottomColor"),
        ("#show-cues", ".prose .c", "textDecorationLine"), ("#show-summary", ".summary-sentence", "backgroundImage"),
    ]:
        read = f"e => getComputedStyle(e).{style}"
        before = page.locator(mark).first.evaluate(read)
        page.locator(box).focus()
        page.keyboard.press("Space")
        checks.check(page.locator(mark).first.evaluate(read) != before, f"{box} takes nothing away")
        page.keyboard.press("Space")
        checks.check(page.locator(mark).first.evaluate(read) == before, f"{box} puts nothing back")
    checks.check(page.locator(".related li").count() > 0, "the article shows no related ones")
    checks.check(page.locator(".deals li").count() > 0, "the article shows no deals")
    page.locator(".related a").first.click()
    checks.check(page.locator("article.post").count() == 1, "a link to a related article leads nowhere")
    page.context.close()

    # Lists are narrowed as one types; without scripts there is no field that does nothing.
    page = checks.page(url("articles/index.html"))
    page.get_by_label("絞り込む").fill("ゲームの話 その4")
    shown = page.locator("#article-list li:visible").count()
    checks.check(0 < shown < 20, f"the filter leaves {shown} articles")
    checks.check(str(shown) in page.locator("output").text_content(), "the filter does not tell how many it leaves")
    page.context.close()
    page = checks.page(url("articles/index.html"), scripts=False)
    checks.check(page.locator(".filter:visible").count() == 0, "without scripts a useless field shows")
    checks.check(page.locator("#article-list li:visible").count() > 60, "without scripts the list is not there")
    page.context.close()

    # Keyboard.
    for name in ["overview", "article", "tags"]:
        page = checks.page(url(pages[name]))
        page.keyboard.press("Tab")
        checks.check(page.evaluate("document.activeElement.className") == "skip", f"{name}: Tab does not begin with the skip link")
        page.keyboard.press("Enter")
        checks.check(page.evaluate("document.activeElement.id") == "main", f"{name}: the skip link does not lead to main")
        page.context.close()
        page = checks.page(url(pages[name]))
        checks.reachable(page, name)
        page.context.close()

    # English pages, and nothing that asks the network.
    page = checks.page(url("index.html", "en"), language="en")
    checks.check(page.evaluate("document.documentElement.lang") == "en", "the English page says another language")
    checks.check("Articles over time" in page.locator("h2").all_text_contents(), "the English page is not English")
    checks.accessible(page, "overview en")
    page.context.close()
    page = checks.page(url(pages["hostile"]))
    checks.check(page.locator("main script, main iframe, main img, main style").count() == 0, "a text became an element")
    page.context.close()

checks.finish()
