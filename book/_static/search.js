/* Adapts Sphinx's search to this book. Loaded on the search page, after searchtools.js. */
"use strict";

/* Sphinx would note the words in local storage, to mark them on the next page. Nothing is kept here. */
const SPHINX_HIGHLIGHT_ENABLED = false;

/* Sphinx's own catalogues are compiled with eval, which the policy of the page does not allow. */
const NOTHING_FOUND =
  "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.";
const FOUND = "Search finished, found ${resultCount} page(s) matching the search query.";
const WORDS = {
  en: {
    [NOTHING_FOUND]: "No page holds all of these words. Check the spelling, or try fewer words.",
    [FOUND]: "Found: ${resultCount}.",
  },
  id: {
    "Searching": "Sedang mencari",
    "Preparing search...": "Menyiapkan pencarian...",
    "Search Results": "Hasil pencarian",
    [NOTHING_FOUND]: "Tidak ada halaman yang memuat semua kata itu. Periksa ejaannya, atau kurangi katanya.",
    [FOUND]: "Ditemukan: ${resultCount}.",
  },
};
Object.assign(Documentation.TRANSLATIONS, WORDS[document.documentElement.lang]);

/* The text of a hit is the article alone: no menu, no contents list. */
Search.htmlToText = (html, anchor) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, style, form, svg").forEach((element) => element.remove());
  const article = page.querySelector("article");
  const part = anchor ? article?.querySelector(`#${CSS.escape(anchor.slice(1))}`) : article;
  return (part || article)?.textContent ?? "";
};

/* Screen readers hear how many pages were found, not every hit. */
const performSearch = Search.performSearch;
Search.performSearch = (query) => {
  performSearch(query);
  Search.status.setAttribute("role", "status");
};

document.getElementById("search-words").focus();
