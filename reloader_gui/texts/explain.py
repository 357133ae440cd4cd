"""What an error means, in the window's words: a sentence or two, and one thing to try."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core import Diagnosis
from reloader_gui.texts.texts import Texts


class ExplainTexts(Texts):
    """A method for each kind of diagnosis, called as the kind is, with its values."""

    def sentence(self, diagnosis: Diagnosis) -> str:
        """What to say."""
        kind, values = diagnosis.kind, diagnosis.values
        words = [
            self.type_words(str(value)) if field.startswith("type") else value
            for field, value in zip(kind.fields, values, strict=True)
        ]
        says: Callable[..., str] = getattr(self, kind.name.lower())
        said = says(*words)
        return said[0].upper() + said[1:] if kind.fields[0] == "type" else said

    def type_words(self, name: str) -> str:
        """What a value of this type is called."""
        match name:
            case "str":
                return self.tr("text (str)", "what a value is")
            case "int":
                return self.tr("a whole number (int)", "what a value is")
            case "float":
                return self.tr("a number (float)", "what a value is")
            case "bool":
                return self.tr("True or False (bool)", "what a value is")
            case "list":
                return self.tr("a list", "what a value is")
            case "dict":
                return self.tr("a dictionary", "what a value is")
            case "tuple":
                return self.tr("a tuple", "what a value is")
            case "set":
                return self.tr("a set", "what a value is")
            case "NoneType":
                return self.tr("None", "what a value is")
            case "function" | "method" | "builtin_function_or_method":
                return self.tr("a function", "what a value is")
            case "type":
                return self.tr("a class", "what a value is")
            case "module":
                return self.tr("a module", "what a value is")
            case "bytes":
                return self.tr("bytes", "what a value is")
            case _:
                return f"'{name}'"

    def near_name(self, name: str, near: str) -> str:
        said = self.tr("There is no name '{name}' here. Did you mean '{near}'?")
        return said.format(name=name, near=near)

    def unknown_name(self, name: str) -> str:
        said = self.tr(
            "Nothing is called '{name}' at this point. Check how it is written, or give it a value"
            " before this line."
        )
        return said.format(name=name)

    def quotes_forgotten(self, name: str) -> str:
        said = self.tr(
            "Nothing is called '{name}' here. If it is meant as text, put it in quotes: \"{name}\""
        )
        return said.format(name=name)

    def import_forgotten(self, name: str, statement: str) -> str:
        said = self.tr(
            "'{name}' is used here, but it was not imported. Write this at the top of the file:"
            " {statement}"
        )
        return said.format(name=name, statement=statement)

    def import_from_forgotten(self, name: str, statement: str, module: str) -> str:
        said = self.tr(
            "Nothing is called '{name}' here. If you mean the one in Python's module '{module}',"
            " write this at the top of the file: {statement}"
        )
        return said.format(name=name, statement=statement, module=module)

    def module_prefix_forgotten(self, name: str, full: str) -> str:
        said = self.tr(
            "'{name}' is part of a module that you have imported. Write its whole name: {full}"
        )
        return said.format(name=name, full=full)

    def self_forgotten(self, name: str, full: str) -> str:
        said = self.tr(
            "'{name}' belongs to the object, so it is reached by way of it. Write: {full}"
        )
        return said.format(name=name, full=full)

    def used_before_set(self, name: str, line: int) -> str:
        said = self.tr(
            "'{name}' is used here, but gets its value only in line {line}, which has not run yet."
            " Move that line up."
        )
        return said.format(name=name, line=line)

    def not_set_yet(self, name: str, line: int) -> str:
        said = self.tr(
            "'{name}' has no value here: what would give it one, in line {line}, has not happened."
            " Give it a value at the beginning."
        )
        return said.format(name=name, line=line)

    def name_of_function(self, name: str, function: str) -> str:
        said = self.tr(
            "'{name}' is known only inside {function}(), where it gets its value. Let {function}()"
            " return it, and use what it returns."
        )
        return said.format(name=name, function=function)

    def local_before_global(self, name: str, function: str, line: int) -> str:
        said = self.tr(
            "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its"
            " own, and it has no value yet. To change the one outside, write 'global {name}' as the"
            " first line of {function}()."
        )
        return said.format(name=name, function=function, line=line)

    def local_before_nonlocal(self, name: str, function: str, line: int) -> str:
        said = self.tr(
            "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its"
            " own, and it has no value yet. To change the one of the function around it, write"
            " 'nonlocal {name}' as the first line of {function}()."
        )
        return said.format(name=name, function=function, line=line)

    def local_not_set(self, name: str, function: str) -> str:
        said = self.tr(
            "'{name}' has no value here: no line of {function}() that would give it one has run."
            " Give it a value at the beginning of {function}()."
        )
        return said.format(name=name, function=function)

    def none_attribute(self, what: str, attribute: str) -> str:
        said = self.tr(
            "{what} is None here, and None has no .{attribute}. Look where its value comes from."
        )
        return said.format(what=what, attribute=attribute)

    def none_from_call(self, call: str, attribute: str) -> str:
        said = self.tr(
            "{call} gave back None, and None has no .{attribute}. Use it without the dot, or look"
            " why it returns nothing."
        )
        return said.format(call=call, attribute=attribute)

    def none_result(self, name: str, line: int, call: str) -> str:
        said = self.tr(
            "'{name}' is None, because {call} in line {line} gave back None. Perhaps that found"
            " nothing, or it only changes or prints something, or a 'return' is missing in it."
        )
        return said.format(name=name, line=line, call=call)

    def none_set_by(self, name: str, line: int, call: str, attribute: str) -> str:
        said = self.tr(
            "'{name}' is None, because {call} in line {line} gave back None, and None has no"
            " .{attribute}. Perhaps that found nothing, or it only changes or prints something, or"
            " a 'return' is missing in it."
        )
        return said.format(name=name, line=line, call=call, attribute=attribute)

    def near_attribute(self, type: str, attribute: str, near: str) -> str:
        said = self.tr("{type} has no .{attribute}. Did you mean .{near}?")
        return said.format(type=type, attribute=attribute, near=near)

    def near_in_module(self, module: str, attribute: str, near: str) -> str:
        said = self.tr("The module '{module}' has no '{attribute}'. Did you mean '{near}'?")
        return said.format(module=module, attribute=attribute, near=near)

    def other_attribute(self, type: str, attribute: str, instead: str) -> str:
        said = self.tr("{type} has no .{attribute} in Python. Use: {instead}")
        return said.format(type=type, attribute=attribute, instead=instead)

    def of_other_type(self, what: str, type: str, attribute: str, type2: str) -> str:
        said = self.tr(
            "{what} is {type} here, and .{attribute} belongs to {type2}. Look where its value comes"
            " from."
        )
        return said.format(what=what, type=type, attribute=attribute, type2=type2)

    def no_attribute(self, type: str, attribute: str) -> str:
        said = self.tr(
            "{type} has no .{attribute}. Check how it is written, and whether this is the object"
            " that you mean."
        )
        return said.format(type=type, attribute=attribute)

    def not_in_module(self, module: str, attribute: str) -> str:
        said = self.tr("The module '{module}' has no '{attribute}'. Check how it is written.")
        return said.format(module=module, attribute=attribute)

    def hidden_module(self, file: str, module: str) -> str:
        said = self.tr(
            "Your own file {file} is imported here, and not Python's module '{module}'. If you mean"
            " Python's, rename {file}."
        )
        return said.format(file=file, module=module)

    def circular(self, module: str, name: str) -> str:
        said = self.tr(
            "'{module}' is not ready: it is still being imported, and '{name}' comes later in it."
            " Two files import each other: move what both need into a third file."
        )
        return said.format(module=module, name=name)

    def near_key(self, table: str, key: str, near: str) -> str:
        said = self.tr("'{table}' has no key {key}. Did you mean {near}?")
        return said.format(table=table, key=key, near=near)

    def other_key_type(self, table: str, key: str, type: str, near: str, type2: str) -> str:
        said = self.tr(
            "'{table}' has no key {key}, which is {type}, but it has {near}, which is {type2}. Use"
            " that one."
        )
        return said.format(table=table, key=key, type=type, near=near, type2=type2)

    def key_missing(self, table: str, key: str, keys: str) -> str:
        said = self.tr("'{table}' has no key {key}. These are its keys: {keys}")
        return said.format(table=table, key=key, keys=keys)

    def no_keys(self, table: str, key: str) -> str:
        said = self.tr(
            "'{table}' is empty, so it has no key {key}. Put something in before this line."
        )
        return said.format(table=table, key=key)

    def no_such_key(self, key: str) -> str:
        said = self.tr(
            "There is no key {key} in this dictionary. Print the dictionary to see which keys it"
            " has."
        )
        return said.format(key=key)

    def index_too_large(self, what: str, length: int, index: int, last: str) -> str:
        said = self.tr(
            "Items are counted from 0, and the length of {what} is {length}: the last one is"
            " {last}, and there is none at {index}."
        )
        return said.format(what=what, length=length, index=index, last=last)

    def empty_items(self, what: str, type: str) -> str:
        said = self.tr(
            "{what} is empty: it is {type} without anything in it. Check that something is put in"
            " before this line."
        )
        return said.format(what=what, type=type)

    def empty_pop(self, what: str) -> str:
        said = self.tr(
            "{what} is an empty list, so nothing can be taken from it. Check that something is in"
            " it first: if {what}:"
        )
        return said.format(what=what)

    def no_argument(self, index: int) -> str:
        said = self.tr(
            "The script was started with too few arguments: there is no sys.argv[{index}]. Give it"
            " some when you start it."
        )
        return said.format(index=index)

    def index_is_text(self, what: str, type: str, type2: str) -> str:
        said = self.tr(
            "{what} is {type}, so its items are found by whole numbers, and here {type2} stands in"
            " the brackets. Use a whole number from 0 on."
        )
        return said.format(what=what, type=type, type2=type2)

    def immutable_item(self, what: str, type: str) -> str:
        said = self.tr(
            "{what} is {type}, and its parts cannot be changed. Make a new one, or use a list."
        )
        return said.format(what=what, type=type)

    def no_items(self, what: str, type: str) -> str:
        said = self.tr(
            "{what} is {type} here, so there is nothing that [...] could take from it. Look where"
            " its value comes from."
        )
        return said.format(what=what, type=type)

    def function_item(self, function: str) -> str:
        said = self.tr(
            "{function} is a function: it is called with round brackets ( ), not with [ ]."
        )
        return said.format(function=function)

    def int_of_text(self, text: str) -> str:
        said = self.tr(
            "int() makes a number of digits, and it got the text '{text}'. Check what is typed or"
            " read before it is turned into a number."
        )
        return said.format(text=text)

    def int_of_decimal(self, text: str) -> str:
        said = self.tr(
            "int() takes whole numbers only, and it got the text '{text}'. Use float() for numbers"
            " with a point."
        )
        return said.format(text=text)

    def float_of_text(self, text: str) -> str:
        said = self.tr(
            "float() makes a number of digits, and it got the text '{text}'. Check what is typed or"
            " read before it is turned into a number."
        )
        return said.format(text=text)

    def float_of_comma(self, text: str, instead: str) -> str:
        said = self.tr(
            "float() wants a point and not a comma, and it got the text '{text}'. Write it as"
            " {instead}, or replace the comma before float()."
        )
        return said.format(text=text, instead=instead)

    def number_of_nothing(self, function: str) -> str:
        said = self.tr(
            "{function} got an empty text, perhaps because nothing was typed. Check that there is"
            " something before it is turned into a number."
        )
        return said.format(function=function)

    def text_plus_number(self, text: str, number: str, type: str) -> str:
        said = self.tr(
            "{text} is text and {number} is {type}: + cannot join the two. To make one text, write"
            " str({number})."
        )
        return said.format(text=text, number=number, type=type)

    def text_and_number(self, text: str, number: str, type: str, function: str) -> str:
        said = self.tr(
            "{text} is text and {number} is {type}: + cannot join the two. To add them as numbers,"
            " write {function}({text}); to make one text, write str({number})."
        )
        return said.format(text=text, number=number, type=type, function=function)

    def compared_with_text(self, text: str, number: str, type: str, function: str) -> str:
        said = self.tr(
            "{text} is text and {number} is {type}, so neither is larger. To compare them, make the"
            " text a number: {function}({text})"
        )
        return said.format(text=text, number=number, type=type, function=function)

    def compared_with_none(self, what: str, operator: str) -> str:
        said = self.tr(
            "{what} is None here, and None cannot be compared by {operator}. Look where its value"
            " comes from."
        )
        return said.format(what=what, operator=operator)

    def none_operand(self, what: str, operator: str) -> str:
        said = self.tr(
            "{what} is None here, and None cannot be used with {operator}. Look where its value"
            " comes from: perhaps a function that returns nothing."
        )
        return said.format(what=what, operator=operator)

    def list_plus_item(self, what: str, item: str, type: str) -> str:
        said = self.tr(
            "{what} is a list and {item} is {type}: + joins two lists only. To put one item in, use"
            " .append({item})."
        )
        return said.format(what=what, item=item, type=type)

    def function_not_called(self, function: str) -> str:
        said = self.tr("{function} is a function. To use what it returns, call it: {function}()")
        return said.format(function=function)

    def sum_of_texts(self, what: str) -> str:
        said = self.tr(
            "sum() adds numbers, and there is text in {what}. Turn each into a number first, with"
            " int() or float()."
        )
        return said.format(what=what)

    def empty_most(self, function: str, what: str) -> str:
        said = self.tr(
            "{function} needs at least one thing, and {what} is empty. Check first that something"
            " is in it."
        )
        return said.format(function=function, what=what)

    def not_in_list(self, what: str, item: str) -> str:
        said = self.tr(
            "{item} is not in the list {what}, so it cannot be removed. Check first: if {item} in"
            " {what}:"
        )
        return said.format(what=what, item=item)

    def changed_in_loop(self, table: str) -> str:
        said = self.tr(
            "{table} is changed while a loop goes through it. Let the loop go through a copy:"
            " list({table})"
        )
        return said.format(table=table)

    def range_of(self, what: str, type: str, instead: str) -> str:
        said = self.tr(
            "range() takes whole numbers, and {what} is {type}. Perhaps you mean: {instead}"
        )
        return said.format(what=what, type=type, instead=instead)

    def write_of_no_text(self, what: str, type: str) -> str:
        said = self.tr("write() takes text, and {what} is {type}. Make it text: str({what})")
        return said.format(what=what, type=type)

    def no_operation(self, operator: str, type: str, type2: str) -> str:
        said = self.tr(
            "{operator} does not work between {type} and {type2}. Check what the values on its two"
            " sides are."
        )
        return said.format(operator=operator, type=type, type2=type2)

    def zero_division(self, what: str) -> str:
        said = self.tr("Nothing can be divided by 0, and the divisor here is 0: {what}")
        return said.format(what=what)

    def zero_length(self, what: str, items: str) -> str:
        said = self.tr(
            "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. Check first"
            " that something is in it."
        )
        return said.format(what=what, items=items)

    def not_callable(self, what: str, type: str) -> str:
        said = self.tr(
            "{what} is {type} and no function, so it cannot be called with ( ). Remove the"
            " brackets, or check the name."
        )
        return said.format(what=what, type=type)

    def item_called(self, what: str, type: str) -> str:
        said = self.tr(
            "{what} is {type} and no function. To take something out of it, use square brackets:"
            " {what}[...]"
        )
        return said.format(what=what, type=type)

    def name_hides_function(self, name: str, type: str) -> str:
        said = self.tr(
            "'{name}' is a variable of yours here, {type}, and hides Python's function {name}()."
            " Give your variable another name."
        )
        return said.format(name=name, type=type)

    def module_called(self, module: str) -> str:
        said = self.tr(
            "'{module}' is a module and no function. Call something in it: {module}.name()"
        )
        return said.format(module=module)

    def module_called_like(self, module: str, full: str) -> str:
        said = self.tr("'{module}' is a module and no function. Perhaps you mean: {full}")
        return said.format(module=module, full=full)

    def operator_forgotten(self, number: str) -> str:
        said = self.tr(
            "A number cannot be called, and {number} is followed by a bracket. If you mean to"
            " multiply, write * between them."
        )
        return said.format(number=number)

    def class_not_called(self, what: str, method: str) -> str:
        said = self.tr(
            "{what} is the class itself and no object of it, so {method} has no object to work on."
            " Make one with round brackets: {what}()"
        )
        return said.format(what=what, method=method)

    def no_init(self, name: str, line: int) -> str:
        said = self.tr(
            "The class {name} (line {line}) has no __init__, so it takes no arguments. Give it one,"
            " or leave the arguments out."
        )
        return said.format(name=name, line=line)

    def near_init(self, name: str, method: str) -> str:
        said = self.tr(
            "The class {name} has no __init__, so it takes no arguments, but it has {method}."
            " Rename that to __init__."
        )
        return said.format(name=name, method=method)

    def missing_self(self, method: str, line: int) -> str:
        said = self.tr(
            "The function {method}() in line {line} belongs to a class, and gets the object as its"
            " first argument. Write: def {method}(self):"
        )
        return said.format(method=method, line=line)

    def too_few(self, function: str, missing: str) -> str:
        said = self.tr("{function} needs more arguments here. These are missing: {missing}")
        return said.format(function=function, missing=missing)

    def too_many(self, function: str, takes: int, given: int) -> str:
        said = self.tr(
            "{function} takes {takes} arguments, and here it gets {given}. Leave some out, or give"
            " the function more parameters."
        )
        return said.format(function=function, takes=takes, given=given)

    def unknown_keyword(self, function: str, keyword: str) -> str:
        said = self.tr(
            "{function} has no parameter called '{keyword}'. Look at the line that defines it."
        )
        return said.format(function=function, keyword=keyword)

    def near_keyword(self, function: str, keyword: str, near: str) -> str:
        said = self.tr("{function} has no parameter called '{keyword}'. Did you mean '{near}'?")
        return said.format(function=function, keyword=keyword, near=near)

    def unpack_counts(self, targets: int, values: int | str) -> str:
        said = self.tr(
            "The names on the left: {targets}. The values for them: {values}. There must be as many"
            " of each."
        )
        return said.format(targets=targets, values=values)

    def unpack_one(self, type: str, targets: int) -> str:
        said = self.tr(
            "Several names ({targets}) are to get a value here, but there is only one thing,"
            " {type}. Use one name."
        )
        return said.format(type=type, targets=targets)

    def items_forgotten(self, table: str) -> str:
        said = self.tr(
            "'{table}' is a dictionary, and a loop over it gives its keys alone. For keys and"
            " values, write {table}.items()"
        )
        return said.format(table=table)

    def iterated_number(self, what: str) -> str:
        said = self.tr(
            "A loop cannot go through a number, and {what} is one. To count, write range({what})."
        )
        return said.format(what=what)

    def not_iterable(self, what: str, type: str) -> str:
        said = self.tr(
            "A loop cannot go through {what}, because it is {type}. Look where its value comes"
            " from."
        )
        return said.format(what=what, type=type)

    def recursion(self, function: str, line: int) -> str:
        said = self.tr(
            "{function} (line {line}) has called itself so often that Python stopped it. Check that"
            " it has a case in which it does not call itself, and that it gets there."
        )
        return said.format(function=function, line=line)

    def file_missing(self, file: str, folder: str) -> str:
        said = self.tr(
            "There is no {file} in the folder {folder}. Check how the name is written, and where it"
            " is."
        )
        return said.format(file=file, folder=folder)

    def file_near(self, file: str, folder: str, near: str) -> str:
        said = self.tr(
            "There is no {file} in the folder {folder}, but there is {near}. Use that name, or"
            " rename the file."
        )
        return said.format(file=file, folder=folder, near=near)

    def folder_missing(self, file: str, folder: str) -> str:
        said = self.tr(
            "The folder {folder} does not exist, so {file} cannot be in it. Make the folder first,"
            " or use another one."
        )
        return said.format(file=file, folder=folder)

    def is_folder(self, file: str) -> str:
        said = self.tr(
            "{file} is a folder, and only files can be opened. Write the name of a file in it."
        )
        return said.format(file=file)

    def not_allowed(self, file: str) -> str:
        said = self.tr(
            "{file} may not be opened like this. Perhaps another program has it open, or the file"
            " or its folder is protected."
        )
        return said.format(file=file)

    def not_this_encoding(self, encoding: str, line: int) -> str:
        said = self.tr(
            "What is read in line {line} is no text in {encoding}. Open the file with the encoding"
            ' that it was saved in, such as encoding="cp1252", or in mode "rb" if it is no text.'
        )
        return said.format(encoding=encoding, line=line)

    def other_encoding(self, encoding: str, instead: str, line: int) -> str:
        said = self.tr(
            "What is read in line {line} is no text in {encoding}, but it looks like {instead}."
            ' Open the file with encoding="{instead}".'
        )
        return said.format(encoding=encoding, instead=instead, line=line)

    def not_writable_text(self, encoding: str) -> str:
        said = self.tr(
            "The encoding {encoding} lacks a letter that is written here. Open the file with"
            ' encoding="utf-8".'
        )
        return said.format(encoding=encoding)

    def near_module(self, name: str, near: str) -> str:
        said = self.tr("There is no module '{name}'. Did you mean '{near}'?")
        return said.format(name=name, near=near)

    def not_found_module(self, name: str) -> str:
        said = self.tr(
            "This Python has no module '{name}', and no file {name}.py is beside your script. If it"
            " is a package, it must be installed first."
        )
        return said.format(name=name)

    def hidden_package(self, file: str, name: str) -> str:
        said = self.tr(
            "Your own file {file} is imported here, and not Python's own module, so there is no"
            " '{name}'. If you mean Python's, rename {file}."
        )
        return said.format(file=file, name=name)

    def near_import(self, module: str, name: str, near: str) -> str:
        said = self.tr("The module '{module}' has no '{name}'. Did you mean '{near}'?")
        return said.format(module=module, name=name, near=near)

    def not_in_imported(self, module: str, name: str) -> str:
        said = self.tr("The module '{module}' has no '{name}'. Check how it is written.")
        return said.format(module=module, name=name)

    def def_brackets(self, name: str, line: int) -> str:
        said = self.tr(
            "A function needs round brackets after its name, even with nothing in them. Write in"
            " line {line}: def {name}():"
        )
        return said.format(name=name, line=line)

    def colon(self, line: int, word: str) -> str:
        said = self.tr(
            "Line {line} begins with '{word}', so it must end with a colon. Write : at its end."
        )
        return said.format(line=line, word=word)

    def bracket_open(self, bracket: str, line: int, closing: str) -> str:
        said = self.tr(
            "The bracket {bracket} in line {line} is never closed. Write {closing} where it ends."
        )
        return said.format(bracket=bracket, line=line, closing=closing)

    def bracket_extra(self, bracket: str, line: int) -> str:
        said = self.tr(
            "The bracket {bracket} in line {line} closes nothing: it is one too many. Remove it."
        )
        return said.format(bracket=bracket, line=line)

    def bracket_other(self, bracket: str, line: int, opening: str, line2: int) -> str:
        said = self.tr(
            "The bracket {opening} in line {line2} is closed by {bracket} in line {line}, which is"
            " of another kind. Use the same kind."
        )
        return said.format(bracket=bracket, line=line, opening=opening, line2=line2)

    def quote(self, quote: str, line: int) -> str:
        said = self.tr(
            "The text that begins with {quote} in line {line} does not end. Write {quote} where it"
            " ends."
        )
        return said.format(quote=quote, line=line)

    def quotes_inside(self, line: int) -> str:
        said = self.tr(
            "The text in line {line} has a quotation mark in it that ends it too early. Put the"
            " other kind of quotation mark around the text."
        )
        return said.format(line=line)

    def equals(self, line: int, left: str, right: str) -> str:
        said = self.tr(
            "In line {line}, = would give '{left}' a value. To compare, write two of them: {left}"
            " == {right}"
        )
        return said.format(line=line, left=left, right=right)

    def indent_expected(self, line: int, line2: int) -> str:
        said = self.tr(
            "What belongs to line {line2} must be indented. Put four spaces at the beginning of"
            " line {line}."
        )
        return said.format(line=line, line2=line2)

    def indent_unexpected(self, line: int) -> str:
        said = self.tr(
            "Line {line} is indented further than the line above, and nothing there asks for it."
            " Remove the spaces at its beginning."
        )
        return said.format(line=line)

    def indent_mismatch(self, line: int) -> str:
        said = self.tr(
            "Line {line} is not indented as any of the lines above. Give it exactly as many spaces"
            " as the line that it belongs beside."
        )
        return said.format(line=line)

    def tabs(self, line: int) -> str:
        said = self.tr(
            "Line {line} is indented with tabs where other lines have spaces, or the other way"
            " round. Use spaces everywhere."
        )
        return said.format(line=line)

    def print_statement(self, line: int) -> str:
        said = self.tr("print needs brackets in Python 3. Write in line {line}: print(...)")
        return said.format(line=line)

    def outside_function(self, word: str, line: int) -> str:
        said = self.tr(
            "'{word}' in line {line} is not inside a function. Check its indentation, or remove it."
        )
        return said.format(word=word, line=line)

    def outside_loop(self, word: str, line: int) -> str:
        said = self.tr(
            "'{word}' in line {line} is not inside a loop. Check its indentation, or remove it."
        )
        return said.format(word=word, line=line)

    def other_character(self, character: str, line: int, instead: str) -> str:
        said = self.tr(
            "The character {character} in line {line} is not the one that Python knows. Type"
            " {instead} in its place, with the keyboard set to English."
        )
        return said.format(character=character, line=line, instead=instead)

    def full_width_space(self, line: int) -> str:
        said = self.tr(
            "There is a special space in line {line} that Python does not know, perhaps copied from"
            " a web page. Type usual spaces in its place."
        )
        return said.format(line=line)

    def keyword_as_name(self, word: str, line: int) -> str:
        said = self.tr(
            "'{word}' in line {line} is a word of Python's own and cannot be a name. Use another"
            " one, such as {word}_."
        )
        return said.format(word=word, line=line)

    def else_if(self, line: int) -> str:
        said = self.tr("Python has another word for 'else if'. Write in line {line}: elif")
        return said.format(line=line)

    def increment(self, line: int, operator: str, instead: str) -> str:
        said = self.tr("Python has no {operator}. Write in line {line}: {instead}")
        return said.format(line=line, operator=operator, instead=instead)

    def other_operator(self, operator: str, line: int, instead: str) -> str:
        said = self.tr("Python has no {operator}. Write in line {line}: {instead}")
        return said.format(operator=operator, line=line, instead=instead)

    def assigned_to_value(self, left: str, line: int) -> str:
        said = self.tr(
            "Left of = in line {line} stands {left}, which is no name and cannot get a value. A"
            " name goes on the left; to compare, use ==."
        )
        return said.format(left=left, line=line)

    def comma(self, line: int, before: str, after: str) -> str:
        said = self.tr(
            "In line {line} something is missing between {before} and {after}. Put a comma there,"
            " or an operator such as +."
        )
        return said.format(line=line, before=before, after=after)

    def name_begins_with_digit(self, name: str, line: int) -> str:
        said = self.tr(
            "'{name}' in line {line} begins with a digit, and no name may. Begin it with a letter."
        )
        return said.format(name=name, line=line)

    def source_not_utf8(self, file: str) -> str:
        said = self.tr(
            "{file} is not saved as UTF-8, which Python expects. Save it in your editor with the"
            " encoding UTF-8."
        )
        return said.format(file=file)


EXPLAIN = ExplainTexts()
