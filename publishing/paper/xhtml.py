"""Write elements as XML, which e-books ask for, and as pages of their own."""

import html
from collections.abc import Iterable, Mapping
from typing import Any, Final
from xml.etree import ElementTree

from bs4.dammit import EntitySubstitution
from bs4.element import Tag
from bs4.formatter import HTMLFormatter

from publishing.failures import CourseError

SVG_NAMES: Final[Mapping[str, str]] = {
    name.lower(): name
    for name in (
        "attributeName attributeType baseFrequency calcMode clipPathUnits diffuseConstant edgeMode "
        "filterUnits glyphRef gradientTransform gradientUnits kernelMatrix keyPoints keySplines "
        "keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth "
        "maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform "
        "patternUnits preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount "
        "requiredExtensions specularConstant specularExponent spreadMethod startOffset "
        "stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY "
        "textLength viewBox xChannelSelector yChannelSelector zoomAndPan "
        "clipPath feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood "
        "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset feTile feTurbulence "
        "foreignObject linearGradient radialGradient textPath"
    ).split()
}
"""Names in drawings that HTML writes in any case and XML does not (HTML Standard, 13.2.6.5)."""


class _Strict(HTMLFormatter):
    """Close every element, give every attribute a value, and keep attributes in their order."""

    def __init__(self) -> None:
        super().__init__(
            entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix="/"
        )

    def attributes(self, tag: Tag) -> Iterable[tuple[str, Any]]:
        for name, value in tag.attrs.items():
            yield SVG_NAMES.get(name, name), value
            if name == "lang":
                yield "xml:lang", value
        if tag.name == "svg" and "xmlns" not in tag.attrs:
            yield "xmlns", "http://www.w3.org/2000/svg"


def write(tag: Tag) -> str:
    """Return an element and all that is in it as XML."""
    for part in tag.select("svg *"):
        part.name = SVG_NAMES.get(part.name, part.name)
    return tag.decode(formatter=_Strict())


def document(title: str, lang: str, body: str, *, style: str = "style.css") -> str:
    """Return a whole page of an e-book. Raises `CourseError` when it is not well-formed."""
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{lang}" xml:lang="{lang}">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{html.escape(title)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{style}"/>\n'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise CourseError(
            f"The page “{title}” holds markup that an e-book cannot take ({error}): write it in "
            "Markdown in place of HTML, then start again."
        ) from error
    return text
