"""Pictures of the main screens for the README: `script/pictures.py ADDRESS FOLDER`, called by script/pictures."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PASSWORD = "tandem-2026"  # noqa: S105 - of the demonstration
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
# name of the picture: who looks, at what size, its address in a new demonstration
SCREENS = {
    "home": ("curator", DESK, "/"),
    "programme": ("curator", DESK, "/programmes/2/"),
    "import": ("curator", DESK, "/people/import/5/"),
    "propose": ("curator", DESK, "/pairs/propose/"),
    "order": ("director", DESK, "/papers/orders/3/"),
    "meeting": ("mentor", PHONE, "/pairs/21/meeting/"),
    "monitoring": ("curator", DESK, "/monitoring/programmes/1/"),
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--lang=ru"]


def sign_in(page: Page, address: str, login: str) -> None:
    page.goto(f"{address}/sign-in/login/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")


def main(address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("TANDEM_CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        for name, (login, size, path) in SCREENS.items():
            page = browser.new_context(viewport=size, locale="ru-RU").new_page()
            sign_in(page, address, login)
            page.goto(f"{address}{path}")
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
