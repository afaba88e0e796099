"""The small pages around the course: choosing a language, wrong addresses, waiting for JupyterLab.

They load nothing: each carries its few styles, and its policy allows exactly what is in it.
"""

import base64
import hashlib
import html
from collections.abc import Mapping
from typing import Final

from publishing import LANGUAGES

# The colours are those of book/_static/tokens.css; a test compares them.
_STYLE: Final = (
    ":root{color-scheme:light dark;--paper:#fbf6ec;--ink:#1c1b33;--accent:#2c3591}"
    "@media(prefers-color-scheme:dark){:root{--paper:#12142a;--ink:#f3eee3;--accent:#a9b3ff}}"
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1rem;"
    "background:var(--paper);color:var(--ink)}h1{line-height:1.2}ul{list-style:none;padding:0}"
    "a{display:inline-block;padding:.5rem 0;color:var(--accent);text-underline-offset:.2em}"
    "a:focus-visible{outline:3px solid;outline-offset:3px}"
)

_CHOOSE: Final = (
    "var l=navigator.languages||[navigator.language||''],c='en',i,s;"
    "for(i=0;i<l.length;i++){s=l[i].toLowerCase().split('-')[0];"
    "if(s==='id'||s==='in'){c='id';break}if(s==='en')break}"
    "location.replace(document.querySelector('a[lang='+c+']').href)"
)


# Asking in the background leaves the page, and who listens to it, in peace until there is news.
_GO_ON: Final = (
    "setInterval(function(){fetch('?starting').then(function(r){"
    "if(r.status!==204)location.reload()},function(){})},1000)"
)


def plain_page(title: str, body: str, *, lang: str = "en", script: str = "") -> str:
    """Return a small page that loads nothing, and may do nothing but what is in it."""
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {_hash(_STYLE)}"
    if script:
        policy += f"; script-src {_hash(script)}; connect-src 'self'"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="description" content="{html.escape(title)}">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    """Return the source expression that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def language_links(start: Mapping[str, str]) -> str:
    """Return the list of links to the first page of each language."""
    items = (
        f'<li><a lang="{code}" hreflang="{code}" href="{html.escape(start[code])}">{name}</a></li>'
        for code, name in LANGUAGES.items()
    )
    return f"<ul>\n{chr(10).join(items)}\n</ul>"


def choice_page(start: Mapping[str, str]) -> str:
    """Return the page above the languages: a script chooses, two links serve without it."""
    body = (
        '<h1>Inside Story · <span lang="id">Cerita dari Dalam</span></h1>\n'
        '<p>Choose your language. <span lang="id">Pilih bahasamu.</span></p>\n'
    )
    return plain_page(
        "Inside Story · Cerita dari Dalam", body + language_links(start), script=_CHOOSE
    )


def not_found_page(start: Mapping[str, str]) -> str:
    """Return the page for an address that does not exist, in both languages."""
    body = (
        "<h1>This page does not exist</h1>\n"
        "<p>The address may have changed. Start again on the first page.</p>\n"
        '<p lang="id">Halaman ini tidak ada. Alamatnya mungkin sudah berubah. '
        "Mulai lagi dari halaman depan.</p>\n"
    )
    return plain_page("Page not found · Halaman tidak ditemukan", body + language_links(start))


# --- Around an exercise --------------------------------------------------------------------------
WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "wait_title": "Your exercise opens soon",
        "wait": "JupyterLab is starting. This takes up to half a minute. "
        "This page goes on by itself.",
        "wait_link": "Go on now",
        "failed_title": "JupyterLab did not start",
        "failed": "Try again with the link below. If it fails again, stop the course with Ctrl-C "
        "in its window and start it once more. The details are in the file "
        "_build/logs/jupyter.log.",
        "failed_link": "Try again",
        "newer_title": "There is a newer version of this exercise",
        "newer": "Your own work is unchanged. The newer version is beside it, under the name {}.",
        "own_link": "Open my work",
        "newer_link": "Open the newer version",
    },
    "id": {
        "wait_title": "Latihanmu segera terbuka",
        "wait": "JupyterLab sedang disiapkan. Biasanya paling lama setengah menit. "
        "Halaman ini akan lanjut sendiri.",
        "wait_link": "Lanjut sekarang",
        "failed_title": "JupyterLab belum bisa dibuka",
        "failed": "Coba lagi lewat tautan di bawah. Kalau masih gagal, hentikan kursus ini dengan "
        "Ctrl-C di jendelanya, lalu jalankan lagi. Rinciannya ada di berkas "
        "_build/logs/jupyter.log.",
        "failed_link": "Coba lagi",
        "newer_title": "Ada versi baru dari latihan ini",
        "newer": "Hasil kerjamu tidak berubah. Versi barunya ada di sebelahnya, bernama {}.",
        "own_link": "Buka hasil kerjaku",
        "newer_link": "Buka versi baru",
    },
}
"""Language -> the sentences on the pages around an exercise."""


def waiting_page(lang: str, here: str) -> str:
    """Return the page shown while JupyterLab starts; it goes on when the server says so."""
    words = WORDS[lang]
    body = f"<h1>{words['wait_title']}</h1>\n<p>{words['wait']}</p>\n" + _links(
        {words["wait_link"]: here}
    )
    return plain_page(words["wait_title"], body, lang=lang, script=_GO_ON)


def failed_page(lang: str, here: str) -> str:
    """Return the page shown when JupyterLab did not start."""
    words = WORDS[lang]
    body = f"<h1>{words['failed_title']}</h1>\n<p>{words['failed']}</p>\n" + _links(
        {words["failed_link"]: here}
    )
    return plain_page(words["failed_title"], body, lang=lang)


def newer_page(lang: str, name: str, own: str, newer: str) -> str:
    """Return the page that tells, once, that the course has a newer version of an exercise."""
    words = WORDS[lang]
    text = words["newer"].format(html.escape(name))
    body = f"<h1>{words['newer_title']}</h1>\n<p>{text}</p>\n" + _links(
        {words["own_link"]: own, words["newer_link"]: newer}
    )
    return plain_page(words["newer_title"], body, lang=lang)


def _links(links: Mapping[str, str]) -> str:
    items = (
        f'<li><a href="{html.escape(address)}">{html.escape(text)}</a></li>'
        for text, address in links.items()
    )
    return f"<ul>\n{chr(10).join(items)}\n</ul>"


def message_page(title: str, text: str) -> str:
    """Return a page with one sentence, for addresses that are refused."""
    return plain_page(title, f"<h1>{html.escape(title)}</h1>\n<p>{html.escape(text)}</p>")
