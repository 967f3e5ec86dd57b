"""What the checks in this folder share: the browser, a list of what failed, and looks at a page as axe takes them.

A check file is run by scripts/test-web; it makes a Checks, opens pages with it, and ends with checks.finish().
"""
import os
import sys

from playwright.sync_api import sync_playwright

# Errors that a page's own code, or the policy, would cause; read from the console.
ACCESSIBILITY = r"""
() => {
  const problems = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const where = (element) => `<${element.tagName.toLowerCase()} ${element.id || element.className.baseVal || element.className || ""}>`;
  const named = (element) => {
    const ids = element.getAttribute("aria-labelledby");
    if (ids) return ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    const label = element.getAttribute("aria-label");
    if (label) return label.trim();
    if (element.labels?.length) return [...element.labels].map((l) => l.textContent).join(" ").trim();
    return element.textContent.trim();
  };

  if (!document.documentElement.lang) problems.push("the page has no language");
  if (!document.title.trim()) problems.push("the page has no title");
  if (document.querySelectorAll("main").length !== 1) problems.push("not one main");
  if (document.querySelectorAll("h1").length !== 1) problems.push("not one h1");
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) problems.push(`the id ${element.id} stands twice`);
    ids.add(element.id);
  }
  for (const element of document.querySelectorAll("[aria-labelledby]"))
    for (const id of element.getAttribute("aria-labelledby").split(/\s+/))
      if (!ids.has(id)) problems.push(`${where(element)}: no element has the id ${id}`);
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) problems.push(`${where(heading)} "${heading.textContent.slice(0, 30)}" stands below h${level}`);
    level = own;
  }
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, nav, [role=img], [role=region]"))
    if (!named(element)) problems.push(`${where(element)} has no name`);
  for (const picture of document.querySelectorAll("svg"))
    if (picture.getAttribute("role") !== "img" && picture.getAttribute("aria-hidden") !== "true" && !picture.closest("svg svg"))
      problems.push(`${where(picture)} is neither a picture with a name nor hidden`);
  for (const table of document.querySelectorAll("table"))
    for (const cell of table.querySelectorAll("thead th"))
      if (cell.scope !== "col") problems.push(`${where(cell)} heads no column`);

  // Contrast: WCAG 2.2, 1.4.3 for text, 1.4.11 for marks of pictures.
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const light = ([r, g, b]) => {
    const part = (value) => (value /= 255, value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const contrast = (color, background) => {
    const [one, two] = [light(over(color, background)), light(background)].sort((a, b) => b - a);
    return (one + 0.05) / (two + 0.05);
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || ["SCRIPT", "title", "desc"].includes(element.tagName) || !shown(element)) continue;
    const style = getComputedStyle(element);
    const isPicture = element instanceof SVGElement;
    const color = isPicture ? style.fill : style.color;
    const size = parseFloat(style.fontSize);
    const background = ground(isPicture ? element.ownerSVGElement.parentElement : element);
    const key = `${color} ${background} ${size >= 24}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const ratio = contrast(rgba(color), background);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if (ratio < needed)
      problems.push(`${where(element)} "${walker.currentNode.data.trim().slice(0, 20)}": contrast ${ratio.toFixed(2)} < ${needed}`);
  }
  return problems;
}
"""


class Checks:
    """A browser, and what was found wrong so far."""

    def __init__(self):
        self.failures = []
        self.count = 0
        self._playwright = sync_playwright().start()
        self.browser = self._playwright.chromium.launch(
            executable_path=os.environ["KIJI_BROWSER"], args=["--no-sandbox"])

    def check(self, is_true, what):
        """Counts a check, and remembers what failed."""
        self.count += 1
        if not is_true:
            self.failures.append(what)
            print(f"   FAILED {what}")

    def page(self, url, width=1280, height=900, scheme="light", language="ja", scripts=True):
        """Opens a page; whatever it says on the console is a failure."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, java_script_enabled=scripts)
        page = context.new_page()
        page.on("console", lambda message: self.check(message.type not in ("error", "warning"), f"{url}: {message.text}"))
        page.on("pageerror", lambda error: self.check(False, f"{url}: {error}"))
        page.on("requestfailed", lambda request: self._failed(url, request))
        page.goto(url)
        return page

    def _failed(self, url, request):
        """A request that failed; one that the page itself gave up, since the words changed meanwhile, did not."""
        is_given_up = request.resource_type == "fetch" and request.failure == "net::ERR_ABORTED"
        if not is_given_up:
            self.check(False, f"{url}: could not load {request.url} ({request.failure})")

    def accessible(self, page, name):
        """Looks for names, headings, ids and contrast."""
        problems = page.evaluate(ACCESSIBILITY)
        self.check(not problems, f"{name}: " + "; ".join(problems[:6]))

    def fits(self, page, name):
        """The page is no wider than the window."""
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.check(width <= 0, f"{name}: {width} px wider than the window")

    def reachable(self, page, name, limit=400):
        """Tab alone comes to everything that can be used, and it shows where it is."""
        wanted = page.evaluate(
            """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
              .filter((e) => e.checkVisibility() && !e.disabled).length""")
        seen, unseen = set(), []
        for _ in range(min(wanted, limit)):
            page.keyboard.press("Tab")
            found = page.evaluate(
                """() => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  e.dataset.kijiSeen ??= String(Math.random());
                  const style = getComputedStyle(e);
                  const isShown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
                  return [e.dataset.kijiSeen, isShown, e.outerHTML.slice(0, 60)];
                }""")
            if found is None:
                break
            seen.add(found[0])
            if not found[1]:
                unseen.append(found[2])
        self.check(len(seen) >= min(wanted, limit), f"{name}: Tab reaches {len(seen)} of {wanted}")
        self.check(not unseen, f"{name}: focus does not show on {unseen[:3]}")

    def finish(self):
        """Ends the browser and the script."""
        self.browser.close()
        self._playwright.stop()
        print(f"   {self.count} checks, {len(self.failures)} failed")
        sys.exit(bool(self.failures))
