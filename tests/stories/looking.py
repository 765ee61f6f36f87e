"""What is looked at on every page that a story visits."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

from tests.stories.running import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = 360, 1280
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# What axe judges by: elements, their attributes, whether there is text; not the words and the addresses.
SHAPE = """
[...document.querySelectorAll("*")].map(element => [
  element.tagName,
  ...[...element.attributes].map(({name, value}) => (/^(class|role|type|scope|style|lang|autocomplete)$/.test(name) ? name + value : name)),
  [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()),
].join(" ")).join()
"""
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@dataclass
class Watch:
    """Keeps what was looked at and what the pages did behind the scenes; shared by all people of a story.

    `shapes` of pages that axe has seen may be shared by stories: it is not asked the same twice.
    """

    shapes: set[int] = field(default_factory=set)

    pages: int = 0
    checks: int = 0
    kinds: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    album: str = field(default_factory=lambda: os.environ.get("TANDEM_SCREENSHOTS", ""))

    def follow(self, page: Page, address: str) -> None:
        """Hear what the page asks other computers, what its console complains of and which script fails."""
        host = urlsplit(address).netloc
        page.on("request", lambda request: self._hear_request(request.url, host))
        page.on("console", lambda message: self._hear_console(page, message))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: script failed: {error}"))

    def _hear_request(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != "data" and parts.netloc != host:
            self.faults.append(f"asked another computer: {url}")

    def _hear_console(self, page: Page, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.faults.append(f"{page.url}: console: {message.text}")

    def look(self, page: Page, who: str, widths: tuple[int, ...] = (DESK, PHONE)) -> None:
        """No sideways scrolling at each width and, when the page has a new shape, axe; in the dark once for each kind of page."""
        kind = re.sub(r"\d+", "N", urlsplit(page.url).path)
        self.pages += 1
        is_new = kind not in self.kinds
        self.kinds.add(kind)
        shape = hash((kind, page.evaluate(SHAPE)))
        has_new_shape = is_new or shape not in self.shapes
        self.shapes.add(shape)
        if has_new_shape:
            page.evaluate(AXE)
        size = page.viewport_size
        for width in widths:
            if page.viewport_size["width"] != width:
                page.set_viewport_size({"width": width, "height": 740})
            self._take_picture(page, who, kind, str(width))
            if has_new_shape:  # style sheets are the same on every page of a kind: read once
                self._ask_axe(page, EVERYTHING | {"preload": is_new}, f"{width} px")
            assert not page.evaluate(SCROLLS_SIDEWAYS), f"{page.url} scrolls sideways at {width} px"
        if is_new:
            page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            self._ask_axe(page, COLOURS, "dark")
            self._take_picture(page, who, kind, "dark")
            page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        if page.viewport_size != size:
            page.set_viewport_size(size)
        assert not self.faults, "\n".join(self.faults)

    def _ask_axe(self, page: Page, options: dict, how: str) -> None:
        self.checks += 1
        found = page.evaluate("options => axe.run(document, options).then(found => found.violations)", options)
        assert not found, f"{page.url} ({how}):\n" + "\n".join(_told(violation) for violation in found)

    def _take_picture(self, page: Page, who: str, kind: str, how: str) -> None:
        if self.album:
            name = f"{self.pages:03}-{who}{kind.rstrip('/').replace('/', '-')}-{how}.png"
            page.screenshot(path=Path(self.album) / name, full_page=True)


def _told(violation: dict) -> str:
    places = "; ".join(f"{' '.join(node['target'])}: {node['html'][:200]} {node['failureSummary']}" for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']}: {places}"
