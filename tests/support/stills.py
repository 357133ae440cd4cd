"""README's still pictures, in English and in Chinese: an error, and what a change has changed.

`packaging/dev.py shots --stills` makes them, with the real window and real scripts. The Chinese
ones need a font that has Chinese.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QApplication

from reloader_gui.texts import language

SIZE = (760, 400)


@dataclass(frozen=True)
class Story:
    """What is seen in one language. `before` is saved as `after`."""

    language: str
    suffix: str
    mistake: str
    said: str
    """By the mistake's script, before it fails."""
    before: str
    after: str


STORIES = (
    Story(
        language.ENGLISH,
        "",
        'ages = {"Ada": 36, "Grace": 45, "Alan": 41}\nprint(len(ages), "people")\n'
        'print("Alan is", ages["Allan"])\n',
        "3 people",
        'prices = [3, 8, 12]\nfor price in prices:\n    print("price", price)\n'
        'print("sum", sum(prices))\n',
        'prices = [3, 8, 12]\nfor price in prices:\n    print("price", price * 2)\n'
        'print("sum", sum(prices))\n',
    ),
    Story(
        language.CHINESE,
        "-zh",
        'ages = {"小明": 12, "小红": 11, "小刚": 13}\nprint(len(ages), "个人")\n'
        'print("小红", ages["小虹"])\n',
        "3 个人",
        'prices = [3, 8, 12]\nfor price in prices:\n    print("价格", price)\n'
        'print("合计", sum(prices))\n',
        'prices = [3, 8, 12]\nfor price in prices:\n    print("价格", price * 2)\n'
        'print("合计", sum(prices))\n',
    ),
)


def take_stills(studio: Any) -> None:
    studio.scheme("light")
    for story in STORIES:
        studio.language = story.language
        studio.open(SIZE)
        _error(studio, story)
        _comparison(studio, story)


def _error(studio: Any, story: Story) -> None:
    studio.ready(studio.script("school/ages.py", story.mistake))
    studio.window.commands.run()
    studio.until(studio.shows("KeyError"), "it has failed")
    studio.until(lambda: studio.page.card.isVisible(), "the card is there")
    studio.page.messages.take_away("first run")
    studio.rest(1000)
    studio.shoot(f"error{story.suffix}")


def _comparison(studio: Any, story: Story) -> None:
    script = studio.script("school/prices.py", story.before)
    studio.ready(script)
    studio.window.commands.run()
    studio.until(studio.says("Finished"), "it has ended")
    studio.page.messages.take_away("first run")
    studio.rest(1500)  # what it ran is read while nothing else is to be done
    script.write_text(story.after, encoding="utf-8")
    studio.until(lambda: studio.page.run.record.number == 2, "it runs again")
    studio.until(lambda: studio.page.run.record.printed is not None, "it has ended")
    QApplication.processEvents()
    studio.page.compare_last()
    studio.rest(1500)
    studio.shoot(f"compare{story.suffix}")
