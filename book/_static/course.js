/* What the frame needs of scripts. Every page can be read and used without them. */
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY = "inside-story:theme";

  /* Storage may be switched off; the page then works, and nothing is kept. */
  const store = (change) => {
    try { change(localStorage); } catch (blocked) { /* nothing is kept */ }
  };

  /* Light and dark. A choice equal to the device's own is not kept, so that it follows the device again. */
  const device = matchMedia("(prefers-color-scheme: dark)");
  const themeButton = document.querySelector(".theme-button");
  const show = (theme) => {
    root.dataset.theme = theme;
    themeButton?.setAttribute("aria-pressed", String(theme === "dark"));
  };
  const deviceTheme = () => (device.matches ? "dark" : "light");
  show(root.dataset.theme || deviceTheme());
  themeButton?.addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    show(theme);
    store((s) => (theme === deviceTheme() ? s.removeItem(KEY) : s.setItem(KEY, theme)));
  });
  device.addEventListener("change", () => {
    store((s) => { if (!s.getItem(KEY)) show(deviceTheme()); });
  });

  /* The menu is a popover of the browser. It closes when the focus leaves it, so that it covers nothing. */
  const menu = document.getElementById("course-nav");
  const menuButton = document.querySelector(".menu-button");
  if (menu && menuButton && !("popover" in HTMLElement.prototype)) {
    const set = (open) => {
      menu.classList.toggle("opened", open);
      menu.classList.toggle("closed", !open && menuButton.offsetParent !== null);
      menuButton.setAttribute("aria-expanded", String(open));
    };
    set(false);
    menuButton.addEventListener("click", () => set(!menu.classList.contains("opened")));
    addEventListener("keydown", (event) => { if (event.key === "Escape") set(false); });
    addEventListener("resize", () => set(false));
  } else {
    menu?.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && next !== menuButton && !menu.contains(next) && menu.matches(":popover-open")) menu.hidePopover();
    });
  }

  /* "On this page": open where there is room beside the text, and the part on screen is marked. */
  const contents = document.querySelector(".page-contents");
  if (contents) {
    const wide = matchMedia("(min-width: 75rem)");
    const fit = () => { contents.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
    const links = new Map();
    contents.querySelectorAll('a[href^="#"]').forEach((link) => {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part) links.set(part, link);
    });
    const seen = new IntersectionObserver((entries) => {
      entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
        links.forEach((link) => link.removeAttribute("aria-current"));
        links.get(entry.target).setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-20% 0px -70% 0px" });
    links.forEach((link, part) => seen.observe(part));
  }

  /* What scrolls sideways can be reached, and so scrolled, with the keyboard. */
  const scrollers = document.querySelectorAll("pre, .pst-scrollable-table-container, .cell_output");
  const reach = () => scrollers.forEach((box) => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  addEventListener("load", reach);
  addEventListener("resize", reach);

  /* A printed page is light and holds what is folded on the screen. */
  let folded = [];
  let theme = "";
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")];
    folded.forEach((box) => { box.open = true; });
    theme = root.dataset.theme;
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    folded.forEach((box) => { box.open = false; });
    root.dataset.theme = theme;
  });
})();
