"""The pages of kiji serve in a real browser: search, drafts, both languages."""
import json
import os
import pathlib
import subprocess
import tempfile

from archive import make_archive
from browser import Checks
from server import Server

root = pathlib.Path(os.environ["KIJI_ROOT"])
# Where pictures of the pages go, to be looked at; nowhere by default.
pictures = os.environ.get("KIJI_PICTURES")
checks = Checks()
draft = (root / "samples/keyboard-review.md").read_text(encoding="utf-8")


def shown(page, selector):
    """Waits for an element to show; whether it does."""
    try:
        page.locator(selector).first.wait_for(state="visible", timeout=10_000)
        return True
    except Exception:  # noqa: BLE001 - a missing element is a failed check, whatever the browser calls it
        return False


def picture(page, name):
    if pictures:
        page.screenshot(path=f"{pictures}/{name}.png", full_page=True)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    make_archive(folder)
    server = Server(folder)
    url = server.url

    # Every page at both widths, light and dark.
    for name, path in [
        ("overview", ""), ("articles", "articles/index.html"), ("search", "search"),
        ("found", "search?q=NVIDIA"), ("refused", "search?q=("), ("nothing", "search?q=%E3%82%AD%E3%83%AA%E3%83%B3"),
        ("draft", "compose"), ("missing", None),
    ]:
        for width, height in [(1280, 900), (390, 844)]:
            for scheme in ["light", "dark"]:
                label = f"{name} {width} {scheme}"
                if path is None:
                    # Chromium tells of a 404 on the console, as it should.
                    context = checks.browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme, locale="ja")
                    page = context.new_page()
                    page.goto(url + "nowhere/at/all")
                    checks.check("serve.not-found" in page.content(), f"{label}: no code")
                else:
                    page = checks.page(url + path, width, height, scheme)
                checks.accessible(page, label)
                checks.fits(page, label)
                picture(page, f"{name}-{width}-{scheme}")
                page.context.close()

    # A link of a page of a problem leads home.
    context = checks.browser.new_context(locale="ja")
    page = context.new_page()
    page.goto(url + "nowhere/at/all")
    page.get_by_role("link", name="概要へ").click()
    checks.check(page.locator("div.overview").count() == 1, "a problem's link does not lead to the overview")
    context.close()

    # Search by keyboard alone: suggestions are chosen, results follow, the address too.
    page = checks.page(url + "search")
    page.get_by_role("combobox", name="検索式").focus()
    page.keyboard.type("nvi", delay=20)
    checks.check(shown(page, "#q-list li"), "no suggestions for nvi")
    checks.check(page.locator("#q").get_attribute("aria-expanded") == "true", "suggestions are not announced as open")
    picture(page, "suggestions-1280-light")
    page.keyboard.press("ArrowDown")
    active = page.locator("#q").get_attribute("aria-activedescendant")
    checks.check(active and page.locator(f"#{active}").get_attribute("aria-selected") == "true", "no suggestion is active")
    checks.accessible(page, "search with suggestions")
    page.keyboard.press("Enter")
    checks.check(page.locator("#q").input_value().strip() == "NVIDIA", f"taken: {page.locator('#q').input_value()}")
    checks.check(shown(page, ".hits .kwic mark"), "no places of NVIDIA")
    checks.check("件" in page.locator("#status").text_content(), "the status does not tell how many")
    checks.check("q=NVIDIA" in page.url, f"the address is {page.url}")
    page.locator("#q").fill("nvi")
    shown(page, "#q-list li")
    page.keyboard.press("Escape")
    checks.check(page.locator("#q-list").is_hidden(), "Escape does not close the suggestions")
    page.locator("#q").fill("date:2025-0")
    checks.check(shown(page, ".results .verdict"), "a query that is none is not told so")
    page.context.close()

    page = checks.page(url + "search?q=NVIDIA")
    checks.reachable(page, "found")
    page.locator(".hits a").first.click()
    checks.check(page.locator("article.post").count() == 1, "a hit leads to no article")
    page.context.close()
    page = checks.page(url + "search", scripts=False)
    page.locator("#q").fill("ゲーム")
    page.get_by_role("button", name="検索する").click()
    checks.check(page.locator(".hits li").count() > 3, "search finds nothing without scripts")
    checks.check("件" in page.locator("#status").text_content(), "no status without scripts")
    page.context.close()

    # A draft is read as one writes; what was switched off stays off.
    for width, height, scheme in [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]:
        page = checks.page(url + "compose", width, height, scheme)
        page.get_by_label("原稿", exact=True).fill(draft)
        label = f"analyzed {width} {scheme}"
        checks.check(shown(page, "#result article.post .prose .e"), f"{label}: no names are marked")
        checks.check("字" in page.locator("#status").text_content(), f"{label}: the status says nothing")
        checks.accessible(page, label)
        checks.fits(page, label)
        picture(page, f"analyzed-{width}-{scheme}")
        page.context.close()
    page = checks.page(url + "compose")
    box = page.get_by_label("原稿", exact=True)
    box.focus()
    page.keyboard.insert_text("# 題\n\nNVIDIAの新しい半導体は、とても素晴らしい。")
    checks.check(shown(page, "#result .c-positive"), "no judgment is marked")
    checks.check(page.locator("#result .related li").count() > 0, "no related articles beside a draft")
    page.locator("#show-names").uncheck()
    box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("料金は高い。", delay=15)
    checks.check(shown(page, "#result .c-negative"), "what was typed is not analyzed")
    checks.check(not page.locator("#show-names").is_checked(), "a layer that was switched off is back")
    page.locator("#show-names").check()
    box.fill("<script>document.title = 'broken'</script><img src=x onerror=\"document.title='broken'\">悪い文だ。")
    page.wait_for_timeout(1_500)
    checks.check("broken" not in page.title(), "a draft ran as a script")
    checks.check(page.locator("#result script, #result img").count() == 0, "a draft became an element")
    page.reload()
    page.context.close()
    page = checks.page(url + "compose")
    checks.reachable(page, "draft")
    page.context.close()

    # Files, chosen or dropped, in old encodings too.
    page = checks.page(url + "compose")
    page.locator("#file").set_input_files(str(root / "samples/sjis-notice.txt"))
    checks.check(shown(page, "#result article.post"), "a file in Shift_JIS is not analyzed")
    checks.check("\ufffd" not in page.locator("#draft").input_value(), "a file in Shift_JIS is broken")
    checks.check(page.locator("#format").input_value() == "plain", "the format of a .txt is not told")
    page.evaluate(
        """(text) => {
          const files = new DataTransfer();
          files.items.add(new File([text], "draft.md", { type: "text/markdown" }));
          document.querySelector("#draft").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }""", draft)
    page.wait_for_function("document.querySelector('#format').value === 'markdown'")
    checks.check("キーボード" in page.locator("#draft").input_value(), "a dropped file is not read")
    page.context.close()
    page = checks.page(url + "compose", scripts=False)
    page.get_by_label("原稿", exact=True).fill(draft)
    page.get_by_role("button", name="分析する").click()
    checks.check(page.locator("article.post .prose .e").count() > 0, "a draft is not analyzed without scripts")
    checks.check(page.locator("#draft").input_value().strip() == draft.strip(), "the draft is lost without scripts")
    page.context.close()

    # English, by the browser's wish.
    page = checks.page(url + "search?q=NVIDIA", language="en-US")
    checks.check(page.evaluate("document.documentElement.lang") == "en", "an English browser gets Japanese")
    checks.check(page.get_by_role("button", name="Search").count() == 1, "the button is not English")
    page.context.close()

    # A new batch shows without a new start.
    (folder / "posts" / "new.md").write_text("---\ntitle: 麒麟の記事\ndate: 2026-01-02\n---\n\n麒麟が来た。\n", encoding="utf-8")
    subprocess.run([os.environ["KIJI_BINARY"], "batch", "posts", "--output", "out", "--quiet"], cwd=folder, check=True)
    page = checks.page(url + "search")
    is_new = False
    for _ in range(40):
        answer = page.request.get(url + "api/search?q=%E9%BA%92%E9%BA%9F")
        is_new = answer.ok and json.loads(answer.text())["total"] == 1 and page.request.get(url + "months/2026-01.html").ok
        if is_new:
            break
        page.wait_for_timeout(500)
    checks.check(is_new, "a new article does not show")
    page.context.close()

    checks.check(server.stop() == 0, "the server does not end with 0")
    checks.check(len(server.said) == 1, f"the server said: {server.said[1:4]}")

checks.finish()
