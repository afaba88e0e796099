/* Quizzes: judge an answer when the learner asks for it, never before. All words come from the page. */
(() => {
  "use strict";
  const KEY = "inside-story:v1";

  /* What the browser keeps: {"quiz": {slug: {question: {"chosen": [0], "right": true}}}}. */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return isObject(kept) ? kept : {};
    } catch (unreadable) { return {}; }
  };
  const keep = (slug, question, answer) => {
    const kept = recall();
    if (!isObject(kept.quiz)) kept.quiz = {};
    if (!isObject(kept.quiz[slug])) kept.quiz[slug] = {};
    if (answer) kept.quiz[slug][question] = answer;
    else delete kept.quiz[slug][question];
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (blocked) { /* nothing is kept */ }
  };

  const make = (tag, name, ...inside) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...inside);
    return made;
  };
  const copies = (from) => [...from.cloneNode(true).childNodes];

  const bring = (form) => {
    const { slug, question } = form.dataset;
    const inputs = [...form.querySelectorAll("fieldset input")];
    const answers = [...form.querySelectorAll(".is-answers li")];
    const status = form.querySelector(".is-status");
    const isRight = answers.map((answer) => "right" in answer.dataset);

    const clear = () => {
      status.replaceChildren();
      inputs.forEach((input) => input.parentElement.classList.remove("is-right", "is-wrong"));
    };
    const show = (chosen) => {
      clear();
      const missing = isRight.filter((right, place) => right && !chosen.includes(place)).length;
      const done = !missing && chosen.every((place) => isRight[place]);
      const sign = make("span", "is-sign", done ? "\u2713" : "\u2717");
      sign.setAttribute("aria-hidden", "true");
      status.append(make("p", "is-result", sign, " ", done ? form.dataset.yes : form.dataset.no));
      chosen.forEach((place) => {
        inputs[place].parentElement.classList.add(isRight[place] ? "is-right" : "is-wrong");
        const [text, reason] = [".is-text", ".is-feedback"].map((part) => answers[place].querySelector(part));
        if (chosen.length > 1) status.append(make("p", "is-chosen", ...copies(text)));
        status.append(make("p", "is-feedback", ...copies(reason)));
      });
      if (inputs[0].type === "checkbox" && missing) {
        const left = missing === 1 ? form.dataset.missingOne : form.dataset.missing.replace("{count}", missing);
        status.append(make("p", "is-missing", left));
      }
      status.classList.toggle("is-done", done);
      return done;
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = inputs.flatMap((input, place) => (input.checked ? [place] : []));
      if (!chosen.length) {
        clear();
        status.classList.remove("is-done");
        status.append(make("p", "is-missing", form.dataset.choose));
        return;
      }
      const right = show(chosen);
      keep(slug, question, { chosen, right });
      form.dispatchEvent(new CustomEvent("course:answer", { bubbles: true, detail: { slug, question, right } }));
    });
    /* Feedback belongs to the answer that was checked: another choice takes it away. */
    form.addEventListener("change", clear);
    form.addEventListener("reset", () => {
      clear();
      keep(slug, question, null);
      inputs[0].focus();
    });

    form.addEventListener("course:forget", () => {
      inputs.forEach((input) => { input.checked = false; });
      clear();
    });

    form.classList.add("is-live");
    form.querySelector(".is-buttons").hidden = false;
    const quiz = recall().quiz;
    const before = isObject(quiz) && isObject(quiz[slug]) && isObject(quiz[slug][question]) && quiz[slug][question].chosen;
    const places = Array.isArray(before) ? before.filter((place) => inputs[place]) : [];
    if (places.length) {
      places.forEach((place) => { inputs[place].checked = true; });
      show(places);
    }
  };

  const bringForget = (button) => {
    let status = button.nextElementSibling;
    if (!status || status.getAttribute("role") !== "status") {
      status = make("p", "is-forgot");
      status.setAttribute("role", "status");
      button.after(status);
    }
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { done, blocked } = button.dataset;
      try {
        localStorage.removeItem(KEY);
        document.querySelectorAll("form.is-quiz").forEach((form) => form.dispatchEvent(new Event("course:forget")));
        /* Other parts of the course may keep something too: each hands in what it has to wait for. */
        const waiting = [];
        dispatchEvent(new CustomEvent("course:forget", { detail: waiting }));
        await Promise.all(waiting);
        status.textContent = done || "\u2713";
      } catch (off) { status.textContent = blocked || "\u2717"; }
    });
  };

  document.querySelectorAll("form.is-quiz").forEach(bring);
  document.querySelectorAll("button.is-forget").forEach(bringForget);
})();
