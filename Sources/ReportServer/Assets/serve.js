// Search as one types, and drafts read as one writes. The pages work without it, by their forms.
"use strict";

const later = (milliseconds, work) => {
  let timer;
  const call = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds, ...values);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
};

// One question at a time: a newer one ends the one before.
const asker = () => {
  let running;
  return async (address, options = {}) => {
    running?.abort();
    const own = (running = new AbortController());
    try {
      const answer = await fetch(address, { ...options, signal: own.signal });
      return own === running ? answer : null;
    } catch (error) {
      if (error.name === "AbortError" || own !== running) return null;
      throw error;
    }
  };
};

// What the server wrote has no scripts, and the policy of the page would not run any.
const show = (place, html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...page.body.childNodes);
};

const say = (text) => {
  const status = document.getElementById("status");
  if (status.textContent !== text) status.textContent = text;
};

function beginSearch(form) {
  const input = form.querySelector("input");
  const list = document.getElementById("q-list");
  const results = document.getElementById("results");
  const [suggest, search] = [asker(), asker()];
  let options = [];
  let chosen = -1;
  let shown = input.value;

  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "q-list"], ["aria-expanded", "false"]])
    input.setAttribute(name, value);

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (place) => {
    chosen = place;
    options.forEach((option, number) => option.element.setAttribute("aria-selected", String(number === place)));
    if (place < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[place].element.id);
    options[place].element.scrollIntoView({ block: "nearest" });
  };

  const take = (option) => {
    input.value = option.query + " ";
    close();
    askSuggestions.cancel();
    input.focus();
    run();
  };

  const kinds = { ja: { tag: "タグ", category: "カテゴリー", entity: "固有名", term: "語" }, en: { tag: "tag", category: "category", entity: "name", term: "term" } };
  const open = (suggestions) => {
    options = suggestions.map((suggestion, number) => {
      const element = document.createElement("li");
      element.id = `option-${number}`;
      element.setAttribute("role", "option");
      element.setAttribute("aria-selected", "false");
      const [name, kind] = [document.createElement("bdi"), document.createElement("span")];
      name.textContent = suggestion.name;
      kind.className = "kind";
      kind.textContent = `${kinds[document.documentElement.lang][suggestion.kind]} ${suggestion.articles}`;
      element.append(name, kind);
      const option = { element, query: suggestion.query };
      // Before the field loses the focus.
      element.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
      return option;
    });
    list.replaceChildren(...options.map((option) => option.element));
    choose(-1);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    document.getElementById("suggestion-status").textContent =
      options.length
        ? form.dataset.count.replace("%1", options.length).replace("(s)", options.length === 1 ? "" : "s") : "";
  };

  const askSuggestions = later(120, async () => {
    if (!input.value.trim() || /\s$/.test(input.value)) return close();
    const address = `${form.dataset.suggestions}?q=${encodeURIComponent(input.value)}`;
    const answer = await suggest(address).catch(() => null);
    if (!answer?.ok) return close();
    const { suggestions } = await answer.json();
    if (document.activeElement === input) open(suggestions);
  });

  const run = async () => {
    const query = input.value.trim();
    if (query === shown) return;
    shown = query;
    results.classList.add("is-waiting");
    const answer = await search(`${form.dataset.results}?q=${encodeURIComponent(query)}`).catch(() => null);
    if (!answer) return;
    results.classList.remove("is-waiting");
    if (!answer.ok) return;
    show(results, await answer.text());
    say(results.querySelector("[data-status]").dataset.status);
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  };
  const runLater = later(350, run);

  input.addEventListener("input", (event) => {
    // Kana that are still being turned into kanji are no query yet.
    if (event.isComposing) return;
    askSuggestions();
    runLater();
  });
  input.addEventListener("compositionend", () => { askSuggestions(); runLater(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length && !list.hidden) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(((chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(options[chosen]);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askSuggestions.cancel();
    runLater.cancel();
    close();
    run();
  });
}

function beginDraft(form) {
  const text = document.getElementById("draft");
  const format = document.getElementById("format");
  const result = document.getElementById("result");
  const file = document.getElementById("file");
  const writing = form.parentElement;
  const ask = asker();
  let last = text.value + format.value;

  const analyze = async () => {
    if (text.value + format.value === last) return;
    last = text.value + format.value;
    say(form.dataset.working);
    result.classList.add("is-waiting");
    const answer = await ask(form.dataset.result, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .catch(() => undefined);
    if (answer === null) return;
    result.classList.remove("is-waiting");
    if (!answer?.ok) {
      last = "";
      return say(answer?.status === 413 ? form.dataset.large : form.dataset.failed);
    }
    // What was switched off stays off.
    const off = [...result.querySelectorAll("input[type=checkbox]:not(:checked)")].map((box) => box.id);
    show(result, await answer.text());
    for (const id of off) document.getElementById(id)?.removeAttribute("checked");
    say(result.querySelector("[data-status]").dataset.status);
  };
  const analyzeLater = later(450, analyze);

  const read = async (source) => {
    if (!source) return;
    const bytes = await source.arrayBuffer();
    let words;
    for (const encoding of ["utf-8", "euc-jp", "shift_jis"]) {
      try {
        words = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        break;
      } catch { /* the next one */ }
    }
    if (words === undefined || words.includes("\0")) return say(form.dataset.wrongFile);
    text.value = words;
    const ending = source.name.split(".").pop().toLowerCase();
    format.value = { md: "markdown", markdown: "markdown", mdx: "markdown", html: "html", htm: "html", txt: "plain" }[ending] ?? "auto";
    text.focus();
    analyze();
  };

  text.addEventListener("input", (event) => { if (!event.isComposing) analyzeLater(); });
  text.addEventListener("compositionend", analyzeLater);
  format.addEventListener("change", analyze);
  file.addEventListener("change", () => read(file.files[0]));
  document.getElementById("file-label").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    analyzeLater.cancel();
    analyze();
  });
  for (const name of ["dragenter", "dragover"])
    writing.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      writing.classList.add("is-over");
    });
  for (const name of ["dragleave", "drop"]) writing.addEventListener(name, () => writing.classList.remove("is-over"));
  writing.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  // What the browser kept of the draft when the page was loaded again.
  if (text.value && !result.querySelector("article")) {
    last = "";
    analyze();
  }
}

const searchForm = document.getElementById("search");
if (searchForm) beginSearch(searchForm);
const draftForm = document.getElementById("compose");
if (draftForm) beginDraft(draftForm);
