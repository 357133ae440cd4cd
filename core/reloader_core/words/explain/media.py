"""What an error means, of pictures, workbooks, YAML, games and bots, in English:
see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

MEDIA_SENTENCES: dict[Kind, str] = {
    Kind.IMAGE_UNKNOWN: (
        "What is in {file} is no picture that Pillow can read, whatever its name ends in. Open it"
        " with another program: it may be a page of the web, or only half there."
    ),
    Kind.IMAGE_BYTES: (
        "What line {line} opens is no picture that Pillow can read. If it was loaded from the web,"
        " print the status and the first bytes of the answer."
    ),
    Kind.IMAGE_JPEG: (
        "A JPEG cannot hold a picture of the mode {mode}, such as one with transparency. Write"
        ' .convert("RGB") before .save(...), or save it as .png.'
    ),
    Kind.IMAGE_ENDING: (
        "Pillow takes the kind of file from the end of its name, and knows none that ends in"
        ' "{text}". Write a name as "picture.png".'
    ),
    Kind.IMAGE_NO_ENDING: (
        "Pillow takes the kind of file from the end of its name, and the one in line {line} has"
        ' none. Write a name as "picture.png".'
    ),
    Kind.FONT_MISSING: (
        "There is no font {what}, neither in the working folder nor among those of the system."
        " Write where the file is, or use ImageFont.load_default()."
    ),
    Kind.PAIR_NEEDED: (
        "{function} takes width and height as one value, in brackets of their own. Write: {instead}"
    ),
    Kind.PASTE_SIZE: (
        "In line {line}, the place has another size than the picture. Give only two numbers, those"
        " of the upper left corner: (x, y)"
    ),
    Kind.PASTE_MASK: (
        'What line {line} uses as a mask has no transparency. Make some: .convert("RGBA"), or leave'
        " the mask out."
    ),
    Kind.PIXEL_OUTSIDE: (
        "Line {line} asks for a point outside of the picture. Points are counted from 0: the last"
        " one is at width - 1 and height - 1."
    ),
    Kind.IMAGE_SIZES: (
        "The two pictures in line {line} have different sizes or modes. Print .size and .mode of"
        " both, and make them the same with .resize() and .convert()."
    ),
    Kind.XLS_OLD: (
        "The file of line {line} is an old .xls, and openpyxl reads .xlsx only. Open it in Excel or"
        " LibreOffice, and save it as .xlsx."
    ),
    Kind.XLSX_ONLY: (
        "openpyxl reads .xlsx files, and this one ends in {text}. A .csv is read with the module"
        " csv."
    ),
    Kind.XLSX_NOT: (
        "What line {line} opens is no .xlsx, whatever its name says: it may be an .xls or .csv with"
        " another name, or empty. Open it in Excel or LibreOffice, and save it as .xlsx."
    ),
    Kind.ZIP_NOT: (
        "What line {line} opens is no zip file, whatever its name says. It may be empty, or only"
        " half there."
    ),
    Kind.ZIP_NO_FILE: "In the zip file there is no {file}. Print what is in it: .namelist()",
    Kind.SHEET_MISSING: (
        "The workbook has no sheet '{name}'. Print the names that it has: print({what}.sheetnames)"
    ),
    Kind.CELL_ZERO: (
        "In a workbook, rows and columns are counted from 1, and line {line} asks for one below"
        " that."
    ),
    Kind.CELL_NAME: (
        'A cell is called by its letters and then its number, as in "A1", and not {text}.'
    ),
    Kind.CELL_VALUE: (
        "One cell takes one text, number or date, and gets {value}. For a whole row, use"
        " .append([...]); else write each value into a cell of its own, or str(...)."
    ),
    Kind.APPEND_ROW: (
        "A whole row, as a list, is what append() takes, and it gets {type}. Write: append([...])"
    ),
    Kind.SHEET_TITLE: "The name of a sheet may not have {text} in it. Leave it out.",
    Kind.CELL_COLOUR: (
        'A colour of openpyxl is written by its six digits, as in "FF0000" for red, without # and'
        " not by name."
    ),
    Kind.CELL_MERGED: (
        "Line {line} writes to a cell that was merged with others. Only the upper left one of them"
        " can be written to."
    ),
    Kind.CELL_STYLE: (
        "A style of a cell cannot be changed in part. Give the cell a new one, as in: cell.font ="
        " Font(bold=True)"
    ),
    Kind.YAML_TAB: (
        "In the YAML, line {number} has a tab at column {column}, where only blanks may stand."
    ),
    Kind.YAML_COLON: (
        "In the YAML, line {number} has a colon at column {column} that fits nothing. If it is part"
        " of a text, put that in quotes; else look whether the line above has a blank behind its"
        " colon, and whether both begin at the same column."
    ),
    Kind.YAML_QUOTE: (
        "In the YAML, a quote is opened at line {number}, column {column}, and never closed."
    ),
    Kind.YAML_BRACKET: (
        "In the YAML, a bracket is opened at line {number}, column {column}, and is not closed, or"
        " a comma is missing in it."
    ),
    Kind.YAML_NO_COLON: (
        "In the YAML, at line {number} a colon with a blank behind it is missing, as in: name: Ann"
    ),
    Kind.YAML_SIGN: (
        "In the YAML, a value at line {number}, column {column} begins with {sign}, which is"
        " allowed only in quotes."
    ),
    Kind.YAML_BACKSLASH: (
        "In the YAML, a backslash at line {number} stands in double quotes, where it means"
        " something else. Use single quotes, or write it twice."
    ),
    Kind.YAML_INDENT: (
        "In the YAML, line {number} does not begin as those that it belongs to. Indent all of them"
        " by the same number of blanks, and look whether a - is missing."
    ),
    Kind.YAML_MORE: (
        "In the YAML, a value at line {number} is over before column {column}, and more stands"
        " behind it. Put the whole value in quotes."
    ),
    Kind.YAML_ALIAS: (
        "In the YAML, *{name} means something that was named before by &{name}, and nothing was. If"
        " it is a text, put it in quotes."
    ),
    Kind.YAML_SEVERAL: (
        "The YAML has several parts with --- between them, and line {line} reads one. For all of"
        " them: yaml.safe_load_all(...)"
    ),
    Kind.YAML_LOAD: (
        "yaml.load() wants to know in which way to read. For plain data, write: {instead}"
    ),
    Kind.GAME_NOT_READY: (
        "Line {line} uses pygame before pygame.init(), or after pygame.quit(). Write pygame.init()"
        " at the beginning, and leave the loop where pygame.quit() is called."
    ),
    Kind.GAME_NO_WINDOW: (
        "Line {line} needs the window, and there is none yet. Make it above this line:"
        " pygame.display.set_mode((800, 600))"
    ),
    Kind.GAME_FORMAT: (
        "What is in the file of line {line} is no picture or sound that pygame can read, whatever"
        " its name ends in. Open it with another program, and save it as .png, .wav or .ogg."
    ),
    Kind.GAME_COLOUR: (
        'What line {line} gives as a colour is none. It is a name, as in "red", or three numbers'
        " from 0 to 255, as in (255, 0, 0). In pygame.draw, it stands second in the brackets."
    ),
    Kind.GAME_SURFACE: (
        "blit() takes a picture first and its place second, and here {what} is {type}. A file"
        " becomes a picture by pygame.image.load(...), text by font.render(...); a sprite has its"
        " own in .image."
    ),
    Kind.GAME_RECT: (
        "What line {line} gives as a rectangle is none. It is four numbers in brackets: (x, y,"
        " width, height), or the .rect of a sprite. In pygame.draw, the colour stands before it."
    ),
    Kind.GAME_POINT: (
        "What line {line} gives as a point is none. It is two numbers in brackets: (x, y)"
    ),
    Kind.GAME_TEXT: (
        "render() takes the text first, and gets something else there in line {line}. To make text"
        " of a value, write: str(...)"
    ),
    Kind.GAME_EVENT: "Only some events have .{attribute}. Ask first which one it is: {instead}",
    Kind.SPRITE_INIT: (
        "The class {name} is a Sprite, and does not begin as one. Write as the first line of its"
        " __init__(): super().__init__()"
    ),
    Kind.SPRITE_PART: (
        "To be drawn, a Sprite needs .image and .rect, and {name} has no .{attribute}. Give it one"
        " in its __init__(): self.{attribute} = ..."
    ),
    Kind.BOT_INTENTS: "discord.py wants to know which events are to come. Write: {instead}",
    Kind.BOT_ASYNC: "The function below line {line} has to be made with 'async def'.",
    Kind.BOT_TOKEN: (
        "The server does not accept the token of line {line}. Copy it anew from the page where the"
        " bot was made; blanks or quotes around it do not belong to it."
    ),
    Kind.BOT_NO_TOKEN: (
        "The token that line {line} gives is None. If it comes from os.getenv(), there is no such"
        " variable: check its name, and whether load_dotenv() was called."
    ),
    Kind.BOT_PRIVILEGED: (
        "The bot asks for events that are not allowed to it. Turn on its 'Privileged Gateway"
        " Intents' on the page discord.com/developers/applications, under Bot."
    ),
    Kind.BOT_COMMAND_TWICE: (
        "The bot has a command '{name}' already. Give this one another name; 'help' is there from"
        " the beginning."
    ),
}
