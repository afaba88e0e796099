/* The learner's own progress: which chapters were opened, whose quiz is done, and where the reading stopped.
   It stays in this browser, under the key of the quiz answers, and nothing is sent. All words come from the page. */
(() => {
  "use strict";
  const KEY = "inside-story:v1";
  const nav = document.getElementById("course-nav");
  if (!nav || !nav.dataset.chapters) return;
  const { page, opened, done } = nav.dataset;
  const fresh = nav.dataset.new;
  const chapters = new Map(Object.entries(JSON.parse(nav.dataset.chapters)));
  let forgotten = false;

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return isObject(kept) ? kept : {};
    } catch (unreadable) { return {}; }
  };
  const change = (how) => {
    const kept = recall();
    how(kept);
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (blocked) { /* nothing is kept */ }
  };
  const openedPages = (kept) => (Array.isArray(kept.opened) ? kept.opened.filter((name) => typeof name === "string") : []);

  /* ----- signs beside the chapters of the menu ----- */

  const isDone = (kept, chapter, questions) => {
    const answers = isObject(kept.quiz) ? kept.quiz[chapter.split("/").pop()] : null;
    return isObject(answers) && Object.values(answers).filter((answer) => answer?.right === true).length >= questions;
  };
  const SHAPES = {
    new: "",
    opened: '<path class="filled" d="M8 2a6 6 0 0 1 0 12z"/>',
    done: '<path d="m5 8.2 2.2 2.2L11.2 6"/>',
  };
  const drawing = (state) => new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg" class="progress-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
      + `<circle cx="8" cy="8" r="6"/>${SHAPES[state]}</svg>`, "image/svg+xml").documentElement;

  const root = new URL(document.documentElement.dataset.content_root || "./", location.href).href;
  const links = new Map();
  nav.querySelectorAll("a[href]").forEach((link) => {
    const name = link.getAttribute("aria-current") ? page : link.href.slice(root.length).replace(/(\.html)?([?#].*)?$/, "");
    if (chapters.has(name)) links.set(name, link);
  });
  const show = () => {
    const kept = recall();
    const seen = openedPages(kept);
    links.forEach((link, name) => {
      const state = isDone(kept, name, chapters.get(name)) ? "done" : seen.includes(name) ? "opened" : "new";
      if (link.dataset.progress === state) return;
      link.dataset.progress = state;
      link.querySelectorAll(".progress-sign, .progress-word").forEach((old) => old.remove());
      const word = document.createElement("span");
      word.className = "progress-word visually-hidden";
      word.textContent = ` (${{ new: fresh, opened, done }[state]})`;
      link.append(word, drawing(state));
    });
  };

  /* ----- what is kept ----- */

  if (chapters.has(page)) {
    change((kept) => { kept.opened = [...new Set([...openedPages(kept), page])].filter((name) => name.length < 200); });
  }
  show();
  addEventListener("course:answer", show);
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) show(); });
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  addEventListener("course:forget", () => { forgotten = true; show(); });

  /* Where the reading stopped: the part whose title went past the top of the screen last. */
  if ("stops" in nav.dataset) {
    const parts = [...document.querySelectorAll("main article section section[id]")];
    const stop = () => {
      if (forgotten) return;
      const part = parts.filter((each) => each.getBoundingClientRect().top < innerHeight / 3).pop();
      change((kept) => { kept.last = part ? { page, part: part.id } : { page }; });
    };
    stop();
    addEventListener("pagehide", stop);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") stop(); });
  }
})();
