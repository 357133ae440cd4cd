"""What an error means, of packages for pages, pictures and tests, in English:
see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

TOOLS_SENTENCES: dict[Kind, str] = {
    Kind.RICH_MARKUP: (
        "rich takes what stands in [ ] for a style, and {text} ends none that was begun. If it is"
        " meant as text, print it with markup=False, or write: rich.markup.escape(...)"
    ),
    Kind.RICH_CELL: "{type} is no text, and a table of rich shows texts only. Write: str(...)",
    Kind.IMAGE_WHOLE: (
        "Line {line} gives a number with a point where Pillow counts in whole pixels. Write // in"
        " place of /, or int(...)."
    ),
    Kind.IMAGE_NO_FORMAT: (
        "Nothing tells Pillow which kind of file this is to be, as there is no file name. Write:"
        " {instead}"
    ),
    Kind.BOX_NEEDED: "{function} takes the numbers together, as one tuple. Write: {instead}",
    Kind.PIXEL_PARTS: (
        "A pixel of {what} does not have {given} parts: with transparency there are four, in grey"
        ' it is one number. Turn it into colours first: {what} = {what}.convert("RGB")'
    ),
    Kind.XML_BYTES: (
        "The text begins with <?xml ... encoding=...?>, and lxml takes such only as bytes. Write:"
        " {instead}"
    ),
    Kind.XML_TAG_MISSING: (
        "{what} has found no such element, so it gives None, which has no .{attribute}. Compare the"
        ' name with the file; if that says xmlns="...", write that address before it:'
        ' "{{address}}name"'
    ),
    Kind.AIO_REQUEST: "{what} is no answer yet, as nobody has waited for it. Write: {instead}",
    Kind.LOOP_NEEDED: (
        "Line {line} uses {what}, which needs an event loop, and none is running there. Move it"
        " into an 'async def' function that asyncio.run(...) runs."
    ),
    Kind.TRIO_ASYNCIO: (
        "{call} belongs to asyncio, and here trio runs the program. Write: {instead}"
    ),
    Kind.TRIO_CALLED: (
        "trio calls the function itself. Give it the function, and what it takes behind it:"
        " {instead}"
    ),
    Kind.ASYNC_WITH: (
        "What line {line} opens is for programs with 'await'. Write: async with ..., inside an"
        " 'async def' function."
    ),
    Kind.SESSION_CLOSED: (
        "Line {line} uses a session that is closed: it ends with its 'with' block, or by .close()."
        " Move what uses it into that block."
    ),
    Kind.ANSWER_MIMETYPE: (
        "The answer of line {line} says that it is {text}, and no JSON. Print await response.text()"
        " to see what came; if it is JSON all the same, write: response.json(content_type=None)"
    ),
    Kind.FIXTURE_CALLED: (
        "{name}() is a fixture, which only pytest calls, for tests that have a parameter '{name}'."
        " Run the tests with pytest, or make an ordinary function of it, without @pytest.fixture."
    ),
    Kind.NOT_RAISED: (
        "The test expects a {name} in the block of line {line}, and nothing was raised there."
        " Either the code that is tested does not raise it yet, or the test is wrong."
    ),
    Kind.HASH_METHOD: (
        "werkzeug no longer keeps passwords by {text}, as that is not safe. Leave method= out:"
        " generate_password_hash(password)"
    ),
    Kind.DATE_TEXT: (
        "dateutil reads no date in '{text}'. It knows names of months in English only; for another"
        ' form, use datetime.datetime.strptime(text, "%d.%m.%Y") with the right signs.'
    ),
    Kind.YAML_DUMP: "yaml.dump() takes the data first, and then the file. Write: {instead}",
    Kind.YAML_OF_NAME: (
        "'{what}' is only the name of the file: in line {line}, the function reads what it is"
        " given, and opens nothing. Write there: {instead}"
    ),
    Kind.YAML_BOOL: (
        "{what} is True or False here, which has no .{attribute}. In YAML, yes, no, on and off mean"
        " that: put them in quotes where they are text."
    ),
    Kind.STILL_TEXT: (
        "{what} is the text of an answer, as line {line} takes .text of it. For the data in it,"
        " write .json() there, in place of .text."
    ),
    Kind.SORTED_ADD: "A sorted list finds the place for a value itself. Write: {instead}",
    Kind.TAGS_FEWER: (
        "{what} has no tag of the number {number}: fewer were found. A row may have none of them,"
        " as the head of a table; leave out those with a small len({what})."
    ),
    Kind.BASE_URL: (
        "{text} comes behind base_url=, and that has no https:// or http:// at its beginning. Write"
        " the whole address there."
    ),
    Kind.ITEMS_OF_LIST: (
        "{what} is a list, and .{attribute} belongs to what is in it. Go through it with 'for', or"
        " take one thing out of it, as in {what}[0].{attribute}"
    ),
    Kind.CLICK_NAME: (
        "click gives a value called '{name}' to {function}(), after its option or argument, and the"
        " parameter there is called '{given}'. Both need the same name."
    ),
}
