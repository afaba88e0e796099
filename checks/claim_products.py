"""Medicines, vaccines, supplements and home remedies, where a draft speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from .claim_context import tokens_of
from .draft import Draft
from .policy import Policy
from .terms import Term
from .tokens import LINK, MENTION, NUMBER, TAG, WORD

LEAST_LETTERS: Final = 6
"""Letters from which the name of a product is looked for inside tags and accounts."""
STEM: Final = 5
"""Letters of a word in the name of a firm from which it counts as a piece of brands."""
LONG: Final = 9
"""Letters of a word from which its first ones count too: Wanasehat gives «wana»."""
MOST_HANDLES: Final = 200
"""Tags and accounts that are searched for names; no post has more."""


class Product(NamedTuple):
    """A medicine, vaccine or supplement where it stands.

    ``kind``: named (a medicine of the policy, or a brand beside a word such as «syrup»), product
    (of the policy, in a post on health), brand (a coined word in such a post), coined (one
    elsewhere), own («our vaccine»), known («paracetamol»), kind («syrup»), folk (a home remedy),
    context (words on health).
    """

    first: int
    last: int
    kind: str


_NO_LETTER = re.compile(r"[\W_]+")
_GLUE = re.compile("['-]")
_OURS: Final = frozenset("our my kami kantorku perusahaanku kita".split())
THIS: Final = frozenset("this these ini iki".split())
_BY: Final = frozenset("by from new made dari buatan produksi baru gawean".split())
_TITLES: Final = frozenset(
    "pak bu bapak ibu mas mbak kak dr dokter suster bidan mr mrs ms miss nurse doctor".split()
)
_CALLED: Final = frozenset("called named brand merek merk bernama namanya branded".split())
# How names of medicines are coined: Latin or Greek heads, and endings that pharmacists know.
_COINED: Final = re.compile(
    r"(?:flu|immu?n|hepa|pneumo|neuro|t[iy]fo|t[iy]pho|rota|dengu|dengv|rabi|sero|derma|gastro|cardio|"
    r"kardio|osteo|nutr[ai]|vita|ular|tetra|vacc|vaks|influ|menin|polio|diab|tussi|cold|sangob)\w{2,12}"
    r"|\w{2,12}(?:vax|vaks|vac|rix|m[yi][cs]in|cill?in|silin|tuss|tusin|mune|imun|prazol|pril|statin|"
    r"gesic|gesik|derma?|serum|flu|vita?|plex|zyme|tropin|fer|cort|kaps?|dryl|fen|zolam|min)",
)
_PLACES: Final = frozenset(
    "in at from near to kampung desa sd smp sma jalan jl gang di ke dari kota stasiun".split()
)
_SIGNS_OF_HEALTH: Final = (
    "pharmacy pharmacies chemist apotek apotik clinic clinics klinik doctor doctors dokter doktere "
    "nurse suster midwife bidan gp pediatrician paediatrician puskesmas posyandu hospital "
    "hospitals rs flu sick sakit tablet tablets tab capsule kapsul bottle sebotol sebutir butir "
    "mg ml spray sprays drops cream krim semprot tetes salep needles needle jarum bones napas "
    "dose doses dosis jab shot suntik disuntik strip vitamin health apoteker"
).split()
_MAKERS: Final = frozenset("maker makers producer manufacturer pembuat produsen pabrik".split())
_TITLES_OF_WORKS: Final = frozenset(
    "jurnal journal majalah magazine pt cv universitas museum buku film lawan vs tim".split()
)
_BRAND_WORDS: Final = frozenset("brand brands merek merk mereknya merknya".split())
_ONLY: Final = frozenset("only saja aja please wae".split())


def products_of(draft: Draft, policy: Policy) -> tuple[Product, ...]:
    """Return the products in the order of the text, the plain word «vaccine» among them."""
    return draft.once("claims.products", lambda: tuple(_find_products(draft, policy)), of=policy)


def _find_products(draft: Draft, policy: Policy) -> Iterator[Product]:
    found: dict[int, Product] = {}
    own = _named(draft, policy)
    for name in ("medicine", "remedy"):
        for term in own.get(name, ()):
            found.setdefault(term.first, Product(term.first, term.last, "named"))
    for product in _in_handles(draft, policy):
        found.setdefault(product.first, product)
    for product in _brands(draft, policy, own):
        found.setdefault(product.first, product)
    brands = not _BRAND_WORDS.isdisjoint(draft.norms)
    firms: set[int] = set()
    for term in own.get("company", ()):
        firms.update(range(term.first, term.last + 1))
        if brands and _is_used_as_brand(draft, term):
            found.setdefault(term.first, Product(term.first, term.last, "named"))
    taken = {
        token
        for each in found.values()
        if each.kind not in ("product", "brand", "coined")
        for token in range(each.first, each.last + 1)
    }
    for term in draft.terms("claims_medicines"):
        kind = term.entry.columns[0]
        if kind != "idiom" and taken.isdisjoint(range(term.first, term.last + 1)):
            product = _of_term(draft, term, kind, firms)
            if (
                found.get(product.first, product).kind in ("product", "brand", "coined")
                or product.kind == "named"
            ):
                found[product.first] = product  # «Flurandu vaccine» is more than «Flurandu»
            found.setdefault(product.first, product)
    yield from (found[first] for first in sorted(found))


def _stems(policy: Policy) -> frozenset[str]:
    """Return pieces of the firms' names that brands are made of: «Ferrorandu» of Air Randu."""
    words = {word.lower() for name in policy.names for word in name.split() if len(word) >= STEM}
    return frozenset(words | {word[: STEM - 1] for word in words if len(word) >= LONG})


def _brands(draft: Draft, policy: Policy, own: Mapping[str, tuple[Term, ...]]) -> Iterator[Product]:
    """Yield the policy's other products and coined names, where the post speaks of health."""
    candidates = [
        index
        for index, token in enumerate(draft.tokens)
        if token.kind == WORD and len(token.norm) > 5 and draft.text[token.start].isupper()
    ]
    products = own.get("product", ())
    if not (candidates or products):
        return
    health = _speaks_of_health(draft)
    medicines = {term.first for name in ("medicine", "remedy") for term in own.get(name, ())}
    for term in products:
        if health and term.first not in medicines:
            yield Product(term.first, term.last, "product")
    firms = {index for term in own.get("company", ()) for index in range(term.first, term.last + 1)}
    stems = _stems(policy)
    for index in candidates:
        norm = _GLUE.split(draft.tokens[index].norm)[0]
        if index in firms or len(norm) < 6:
            continue
        coined = _COINED.fullmatch(norm) is not None
        if not coined and not (
            health
            and any(
                norm != stem and norm.endswith(stem) or norm.startswith(stem) and norm not in stems
                for stem in stems
            )
        ):
            continue
        if _may_be_coined(draft, index, opens_too=health):
            yield Product(index, index, "brand" if health else "coined")


def _speaks_of_health(draft: Draft) -> bool:
    return bool(draft.terms("claims_medicines")) or not draft.norms.isdisjoint(_SIGNS_OF_HEALTH)


def _may_be_coined(draft: Draft, index: int, *, opens_too: bool) -> bool:
    """False for places, people with a title and words that open a sentence and are usual."""
    before = draft.tokens[index - 1].norm if index else ""
    if before in _PLACES or before in _TITLES or before in _MAKERS:
        return False
    return _is_brand(draft, index, opens_too=opens_too)


def _is_used_as_brand(draft: Draft, term: Term) -> bool:
    """True for «Wanasehat only» in a post on brands: the firm stands for its product."""
    after = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
    before = draft.tokens[term.first - 1] if term.first else None
    return (after is not None and after.norm in _ONLY) or (
        before is not None and before.norm == "only"
    )


def _named(draft: Draft, policy: Policy) -> Mapping[str, tuple[Term, ...]]:
    """Return the policy's names, also where something is glued to one: «VitaRandu's»."""
    whole = draft.terms_of(policy.book)
    if not policy.book.by_first or not any(
        token.kind == WORD and _GLUE.search(token.norm) for token in draft.tokens
    ):
        return whole
    bare = policy.book.find(
        [
            token._replace(norm=_GLUE.split(token.norm)[0] or token.norm)
            if token.kind == WORD
            else token
            for token in draft.tokens
        ]
    )
    return {name: (*whole.get(name, ()), *bare.get(name, ())) for name in {*whole, *bare}}


def _in_handles(draft: Draft, policy: Policy) -> Iterator[Product]:
    """Yield the products of the policy that stand inside tags and accounts."""
    keys = {_NO_LETTER.sub("", name).lower() for name in (*policy.medicines, *policy.remedies)}
    keys = {key for key in keys if len(key) >= LEAST_LETTERS}
    if not keys:
        return
    handles = 0
    for index, token in enumerate(draft.tokens):
        if token.kind in (TAG, MENTION, LINK):
            handles += 1
            if handles > MOST_HANDLES:
                return
            flat = _NO_LETTER.sub("", token.norm)
            if any(key in flat for key in keys):
                yield Product(index, index, "named")


def _of_term(draft: Draft, term: Term, kind: str, firms: set[int]) -> Product:
    """Look at the words beside «vaccine»: a brand, the name of the firm, «our»."""
    tokens = draft.tokens
    before, after = term.first - 1, term.last + 1
    if before >= 0 and tokens[before].norm in _TITLES_OF_WORKS:
        return Product(term.first, term.last, "context")
    if kind == "kind":
        # «the Wanasehat flu vaccine», «vaksin flu dari Wanasehat»
        for index in (*range(before, before - 3, -1), *range(after, after + 3)):
            if index in firms and _joined(draft, index, term):
                return Product(min(term.first, index), max(term.last, index), "named")
        brand = after if draft.lang == "id" else before
        if 0 <= brand < len(tokens) and _is_brand(draft, brand):
            return Product(min(term.first, brand), max(term.last, brand), "named")
        # «vaksin flu merek Wanaflu», «our typhoid shot, called Tifarix»
        for index in range(after, min(after + 4, len(tokens) - 1)):
            if tokens[index].norm in _CALLED and _is_brand(draft, index + 1):
                return Product(term.first, index + 1, "named")
    if kind in ("folk", "context"):
        return Product(term.first, term.last, kind)
    # «our new vaccine», «vaksin baru kami»
    step, stop = (-1, term.first - 5) if draft.lang == "en" else (1, term.last + 4)
    for index in range(before if step < 0 else after, stop, step):
        if not 0 <= index < len(tokens) or tokens[index].kind not in (WORD, NUMBER):
            break
        if tokens[index].norm in _OURS:
            return Product(min(index, term.first), max(index, term.last), "own")
    return Product(term.first, term.last, kind)


def _joined(draft: Draft, index: int, term: Term) -> bool:
    """True where only names of illnesses and small words stand between a firm and «vaccine»."""
    if draft.lang == "id" and index < term.first:
        return False
    low, high = (index, term.first) if index < term.first else (term.last, index)
    conditions = tokens_of(draft, "health_data_conditions")
    return all(
        place in conditions or draft.tokens[place].norm in _BY for place in range(low + 1, high)
    )


def _is_brand(draft: Draft, index: int, *, opens_too: bool = False) -> bool:
    """True for a word with a capital that is no place, person, illness or start of a sentence."""
    token = draft.tokens[index]
    written = draft.text[token.start : token.end]
    if token.kind != WORD or not written[0].isupper() or len(written) < 4 or token.norm in _TITLES:
        return False
    inner = any(letter.isupper() for letter in written[1:])
    sentence = draft.sentence_of(index)
    opens = sentence is not None and sentence.first == index
    if written.isupper() or (opens and not inner and not opens_too):
        return False
    return index not in tokens_of(
        draft,
        "health_data_conditions",
        "not_names",
        "claims_medicines",
        "time",
        "claims_not_brands",
    )
