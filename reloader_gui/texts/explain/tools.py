"""What an error means, of packages for pages, pictures and tests, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainToolsTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.RICH_MARKUP: self.tr(
                "rich takes what stands in [ ] for a style, and {text} ends none that was begun. If"
                " it is meant as text, print it with markup=False, or write:"
                " rich.markup.escape(...)"
            ),
            Kind.RICH_CELL: self.tr(
                "{type} is no text, and a table of rich shows texts only. Write: str(...)"
            ),
            Kind.IMAGE_WHOLE: self.tr(
                "Line {line} gives a number with a point where Pillow counts in whole pixels. Write"
                " // in place of /, or int(...)."
            ),
            Kind.IMAGE_NO_FORMAT: self.tr(
                "Nothing tells Pillow which kind of file this is to be, as there is no file name."
                " Write: {instead}"
            ),
            Kind.BOX_NEEDED: self.tr(
                "{function} takes the numbers together, as one tuple. Write: {instead}"
            ),
            Kind.PIXEL_PARTS: self.tr(
                "A pixel of {what} does not have {given} parts: with transparency there are four,"
                " in grey it is one number. Turn it into colours first: {what} ="
                ' {what}.convert("RGB")'
            ),
            Kind.XML_BYTES: self.tr(
                "The text begins with <?xml ... encoding=...?>, and lxml takes such only as bytes."
                " Write: {instead}"
            ),
            Kind.XML_TAG_MISSING: self.tr(
                "{what} has found no such element, so it gives None, which has no .{attribute}."
                ' Compare the name with the file; if that says xmlns="...", write that address'
                ' before it: "{{address}}name"'
            ),
            Kind.AIO_REQUEST: self.tr(
                "{what} is no answer yet, as nobody has waited for it. Write: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.LOOP_NEEDED: self.tr(
                "Line {line} uses {what}, which needs an event loop, and none is running there."
                " Move it into an 'async def' function that asyncio.run(...) runs."
            ),
            Kind.TRIO_ASYNCIO: self.tr(
                "{call} belongs to asyncio, and here trio runs the program. Write: {instead}"
            ),
            Kind.TRIO_CALLED: self.tr(
                "trio calls the function itself. Give it the function, and what it takes behind it:"
                " {instead}"
            ),
            Kind.ASYNC_WITH: self.tr(
                "What line {line} opens is for programs with 'await'. Write: async with ..., inside"
                " an 'async def' function."
            ),
            Kind.SESSION_CLOSED: self.tr(
                "Line {line} uses a session that is closed: it ends with its 'with' block, or by"
                " .close(). Move what uses it into that block."
            ),
            Kind.ANSWER_MIMETYPE: self.tr(
                "The answer of line {line} says that it is {text}, and no JSON. Print await"
                " response.text() to see what came; if it is JSON all the same, write:"
                " response.json(content_type=None)"
            ),
            Kind.FIXTURE_CALLED: self.tr(
                "{name}() is a fixture, which only pytest calls, for tests that have a parameter"
                " '{name}'. Run the tests with pytest, or make an ordinary function of it, without"
                " @pytest.fixture."
            ),
            Kind.NOT_RAISED: self.tr(
                "The test expects a {name} in the block of line {line}, and nothing was raised"
                " there. Either the code that is tested does not raise it yet, or the test is"
                " wrong."
            ),
            Kind.HASH_METHOD: self.tr(
                "werkzeug no longer keeps passwords by {text}, as that is not safe. Leave method="
                " out: generate_password_hash(password)"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.DATE_TEXT: self.tr(
                "dateutil reads no date in '{text}'. It knows names of months in English only; for"
                ' another form, use datetime.datetime.strptime(text, "%d.%m.%Y") with the right'
                " signs."
            ),
            Kind.YAML_DUMP: self.tr(
                "yaml.dump() takes the data first, and then the file. Write: {instead}"
            ),
            Kind.YAML_OF_NAME: self.tr(
                "'{what}' is only the name of the file: in line {line}, the function reads what it"
                " is given, and opens nothing. Write there: {instead}"
            ),
            Kind.YAML_BOOL: self.tr(
                "{what} is True or False here, which has no .{attribute}. In YAML, yes, no, on and"
                " off mean that: put them in quotes where they are text."
            ),
            Kind.STILL_TEXT: self.tr(
                "{what} is the text of an answer, as line {line} takes .text of it. For the data in"
                " it, write .json() there, in place of .text."
            ),
            Kind.SORTED_ADD: self.tr(
                "A sorted list finds the place for a value itself. Write: {instead}"
            ),
            Kind.TAGS_FEWER: self.tr(
                "{what} has no tag of the number {number}: fewer were found. A row may have none of"
                " them, as the head of a table; leave out those with a small len({what})."
            ),
            Kind.BASE_URL: self.tr(
                "{text} comes behind base_url=, and that has no https:// or http:// at its"
                " beginning. Write the whole address there."
            ),
            Kind.ITEMS_OF_LIST: self.tr(
                "{what} is a list, and .{attribute} belongs to what is in it. Go through it with"
                " 'for', or take one thing out of it, as in {what}[0].{attribute}"
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.CLICK_NAME: self.tr(
                "click gives a value called '{name}' to {function}(), after its option or argument,"
                " and the parameter there is called '{given}'. Both need the same name."
            ),
        }


EXPLAIN_TOOLS = ExplainToolsTexts()
