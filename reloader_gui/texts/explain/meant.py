"""What an error means, of what was meant, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainMeantTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._lines()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.MATCH_SIGN: self.tr(
                "{what} is None, because the pattern in line {line} does not take the {sign} that"
                " stands before a number in the text {text}. Write there {instead} in place of"
                " {code}, wherever that number may stand."
            ),
            Kind.MATCH_CUT: self.tr(
                "{what} is None, because the pattern in line {line} does not fit the beginning of"
                " the text {text}: of that, it fits only {item}, which stands right behind {sign}."
                " Change the pattern so that it takes what stands before, too."
            ),
            Kind.TEXT_SKIPPED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text {text},"
                " so nothing was found in line {line}. Change the pattern, or pass over such texts."
                " Write below line {line}: if {name} is None: continue"
            ),
            Kind.TEXT_SKIPPED_FROM: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text {text},"
                " so nothing was found in line {line}. It fits no further than {item}. Change the"
                " pattern, or pass over such texts. Write below line {line}: if {name} is None:"
                " continue"
            ),
            Kind.TEXT_OTHER_SIGN: self.tr(
                "{name} is None, because the pattern in line {line} wants {sign} where the text"
                " {text} has {item}. Correct that text; or, if both are right, write for the"
                " pattern: {instead}"
            ),
            Kind.IMPORT_NEAR_USED: self.tr(
                "The module '{module}' has no '{name}'. Did you mean '{near}'? Write it so in all"
                " of these lines: {lines}"
            ),
            Kind.LETTER_SET: self.tr(
                "{what} is text (str), and its parts cannot be changed. Make a new text of its"
                " parts, and put it in the place of the old one. Write: {instead}"
            ),
            Kind.CALL_NOT_RETURNED: self.tr(
                "{what} is None, because {function} gives nothing back at its end: what the call in"
                " line {line} gives is lost. Write there: {instead}"
            ),
            Kind.PRINTED_ONLY: self.tr(
                "{what} is None, because {function} in line {line} prints its result and gives"
                " nothing back. Write in a new line below line {line2}, indented as that: {instead}"
            ),
            Kind.RECURSION_DROPPED: self.tr(
                "{what} is None, because {function} calls itself at its end, and lets go of what"
                " that call gives. Write 'return' in front of that call in all of these lines:"
                " {lines}. The first of them becomes: {instead}"
            ),
            Kind.FILLED_NOT_RETURNED: self.tr(
                "{what} is None, because {function} fills {name} and gives nothing back. Write in"
                " a new line below line {line}, indented as line {line2}: {instead}"
            ),
            Kind.KEPT_NOT_RETURNED: self.tr(
                "{what} is None, because {function} only puts its result into {name}, in line"
                " {line}, and gives nothing back. Write in a new line below line {line2},"
                " indented as line {line}: {instead}"
            ),
            Kind.HEAP_ITEM: self.tr(
                "{function} puts one thing at a time into {what}. Make a tuple of what belongs"
                " together, by brackets of its own: {instead}"
            ),
            Kind.VIEW_NOT_RETURNED: self.tr(
                "The function {function}() gives nothing back, so there is nothing to show: what"
                " the call in line {line} gives is lost. Write there: {instead}"
            ),
            Kind.FUNCTION_GIVEN: self.tr(
                "{what} is a function, because line {line} gives {function} the function itself and"
                " not what it returns. Call it there: {instead}"
            ),
            Kind.ARGUMENT_THERE: self.tr(
                "{function} needs more arguments here. These are missing: {missing}. What is called"
                " so is there. Write: {instead}"
            ),
            Kind.LIST_MADE_HERE: self.tr(
                "A list can be neither a key of a dictionary nor an item of a set, because it can"
                " change. {what} is one, and line {line} makes it. Make a tuple there. Write:"
                " {instead}"
            ),
            Kind.NONE_BY_TYPE: self.tr(
                "{what} is None, because the comparison in line {line} is never true: {one} is"
                " {type} and {other} is {type2}, and these are never equal. Write there: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ARGUMENT_BETWEEN: self.tr(
                "{function} lacks a value for {missing} here: {what} stands in the place of"
                " '{name}'. Write: {instead}"
            ),
            Kind.ARGUMENT_BEFORE: self.tr(
                "{function} lacks a value for {missing} here: {what} stands in the place of"
                " '{name}'. Write the value that is missing before {what}."
            ),
            Kind.DICT_SORT: self.tr(
                "{what} is a dictionary, and only a list has .sort(). In the order of its keys,"
                " write: {instead} In the order of its values, write: {other}"
            ),
            Kind.ARGUMENT_ALIKE: self.tr(
                "{function} gets no value here for: {missing}. If that is to be the same as"
                " '{name}', write: {instead} If not, write what it is to be into its brackets."
            ),
            Kind.ARGUMENT_SKIPPED: self.tr(
                "{function} takes these: {names}. Here it gets {given}, and by their types,"
                " as in line {line} ({call}), what is missing is '{missing}'. Python names"
                " the last one, '{name}'. Write a value for '{missing}' in its place."
            ),
            Kind.ARGUMENT_ONE_OF: self.tr(
                "{function} takes these: {names}. Here it gets {given}, and by their types,"
                " as in line {line} ({call}), what is missing is one of these: {missing}."
                " Python names the last one, '{name}'. Write the value that is missing in"
                " its place."
            ),
            Kind.ARGUMENT_LAST: self.tr(
                "{function} takes these: {names}. Here it gets only {given}, so Python says"
                " that the last one is missing: {missing}. Look which of them is missing,"
                " and write a value for it in its place."
            ),
            Kind.ARGUMENT_UNTAKEN: self.tr(
                "{function} takes these: {names}. Here it gets {given}, and has no"
                " parameter for {what}. Leave that out here, or give the function such a"
                " parameter."
            ),
            Kind.ARGUMENT_UNTAKEN_ADD: self.tr(
                "{function} takes these: {names}. Here it gets {given}, and has no"
                " parameter for {what}. Leave that out here; or, if the function is to have"
                " it, write in line {line}: {instead}"
            ),
            Kind.HELD_LACKS: self.tr(
                "{what} is {function} of line {line} here, and gets no value for:"
                " {missing}. Write one for each of these into the brackets behind {what}."
            ),
            Kind.HELD_LACKS_GIVE: self.tr(
                "{what} is {function} of line {line} here, and gets no value for:"
                " {missing}. If '{name}' is what it is to get, write: {instead}"
            ),
            Kind.TUPLE_PUT: self.tr(
                "{what} is a tuple, and its parts cannot be changed. Put a new tuple in the"
                " place of the old one: {instead}"
            ),
            Kind.TUPLE_PUT_COUNTED: self.tr(
                "{what} is a tuple, and its parts cannot be changed. Put a new tuple in its"
                " place in the list, for which the loop has to count the places. Write in"
                " line {line}: {instead} And in line {line2}: {instead2}"
            ),
            Kind.ARGUMENT_AS: self.tr(
                "{function} gets no value here for its parameter '{missing}'. The call in line"
                " {line} gives it {what}. Write a value for it here, too, behind the others."
            ),
            Kind.DECORATOR_SETTINGS: self.tr(
                "@{name} stands without brackets (line {lines}), so {name} got the function"
                " itself for {what}, and what it gave back still waits for the function. Write"
                " its settings there: {instead}"
            ),
            Kind.DECORATOR_EMPTY: self.tr(
                "@{name} stands without brackets (line {lines}), so {name} got the function"
                " itself for {what}, and what it gave back still waits for the function. It needs"
                " brackets, even with nothing in them. Write there: {instead}"
            ),
            Kind.ENTER_SELF: self.tr(
                "{what} is None, because __enter__() in line {line} gives nothing back, and that"
                " is what 'as' takes. Write in a new line below line {line2}, as the last one of"
                " __enter__(): {instead}"
            ),
            Kind.VIEW_ENDS: self.tr(
                "The function {function}() gives nothing back at its end, so there is nothing to"
                " show. Write in a new line below line {line}, indented as the first one of"
                " {function}(): {instead}"
            ),
            Kind.VIEW_PRINTS: self.tr(
                "The function {function}() prints its text in line {line} and gives nothing back,"
                " so there is nothing to show. Write there: {instead}"
            ),
            Kind.NODE_NOT_RETURNED: self.tr(
                "{what} is None: {function} does not give '{name}' back at its end, so line"
                " {line2} loses all that was in it. Write in a new line below line {line},"
                " indented as the first one of {function}: {instead}"
            ),
            Kind.WALKED_OUT: self.tr(
                "The loop in line {line} has come to the end without finding it: {what} is None"
                " there. Write there: {instead} and in a new line below the loop, indented as the"
                " 'while': {instead2}"
            ),
            Kind.CLASS_IMPORTED: self.tr(
                "The module '{module}' has no '{attribute}', but the class of that name in it"
                " has, and this file uses nothing else of it. Write in line {line}: {instead}"
            ),
            Kind.CLASS_ASKED: self.tr(
                "The module '{module}' has no '{attribute}', but the class of that name in it"
                " has. Write {near} in place of {name} in these lines, where the class is meant:"
                " {lines}"
            ),
        }

    def _lines(self) -> dict[Kind, str]:
        return {
            Kind.TUPLE_PUT_LINES: self.tr(
                "{what} is a tuple, and its parts cannot be changed. Put a new tuple in the place"
                " of the old one: {instead} Do so in these lines, too: {lines}"
            ),
            Kind.PART_PUT_GLOBAL: self.tr(
                "{what} is {type}, and its parts cannot be changed. Put a new one in the place of"
                " the old one. Write as the first line in {function}(): global {what} And in line"
                " {line}: {instead}"
            ),
            Kind.PART_PUT_GLOBAL_LINES: self.tr(
                "{what} is {type}, and its parts cannot be changed. Put a new one in the place of"
                " the old one. Write as the first line in {function}(): global {what} And in line"
                " {line}: {instead} Do so in these lines, too: {lines}"
            ),
            Kind.THREAD_ONE: self.tr(
                "Line {line} gives {function}() each part of {what} as a value of its own, a text"
                " letter by letter: brackets around one thing make a tuple only with a comma."
                " Write there: {instead}"
            ),
            Kind.THREAD_NO_TUPLE: self.tr(
                "The args of a Thread are a tuple, and here they are {type}: one value in brackets"
                " is a tuple only with a comma behind it. Write in line {line}: {instead}"
            ),
            Kind.FILE_OPENED: self.tr(
                "{function} works with an open file, and {what} is text. Open the file first."
                " Write in line {line}: {instead} And below it, indented: {instead2}"
            ),
            Kind.FILE_OPENED_USED: self.tr(
                "{function} works with an open file, and {what} is text. Open the file first."
                " Write in line {line}: {instead} And below it, indented: {instead2} Indent the"
                " lines below that use '{name}' as far."
            ),
            Kind.SPLIT_SHORT: self.tr(
                "Where it is split at {sign}, the text {text} in line {line} of {file} has this"
                " many parts: {length}. They are counted from 0, so there is none at {index}."
                " Others have one there, such as {item}. Write it in there; or use it only where"
                " it is there: {instead}"
            ),
            Kind.SPLIT_REST: self.tr(
                "Where it is split at {sign}, the text {text} in line {line} of {file} has this"
                " many parts: {length}. The names on the left: {targets}. If '{name}' is to have"
                " the rest, too, write: {instead} If not, take out there what is too much: {item}"
            ),
            Kind.JSON_TEXT_KEYS: self.tr(
                "'{table}' has no key {key}, but it has {near}: it comes from JSON, where all"
                " keys are text. Write: {instead}"
            ),
            Kind.CSV_BY_NUMBERS: self.tr(
                "{name} is a list, as csv.reader() in line {line} gives its rows without names."
                " Take what it has by number. The lines, and what stands there then: {items}"
            ),
            Kind.CSV_BY_NUMBERS_OR: self.tr(
                "{name} is a list, as csv.reader() in line {line} gives its rows without names."
                " Take what it has by number. The lines, and what stands there then: {items} Or"
                " write {instead} in line {line}, and leave out line {line2}."
            ),
            Kind.FUNCTION_PUT: self.tr(
                "{what} is a function and not what it returns, because line {line} puts it there"
                " without the brackets that call it. Write there: {instead}"
            ),
            Kind.FUNCTION_PUT_NEEDS: self.tr(
                "{what} is a function and not what it returns, because line {line} puts {code}"
                " there without the brackets that call it. Write them behind it there, with what"
                " it needs in between."
            ),
            Kind.FUNCTION_IN: self.tr(
                "{what} is a function and not what it returns. Unless it was put there on"
                " purpose, the brackets that call it are missing in the line that has put it"
                " there."
            ),
            Kind.SPLIT_UNNAMED: self.tr(
                "Where {file} is split at {sign}, all lines have as many parts as {text}:"
                " {length}. The names on the left: {targets}, so none is left for {rest}. Give it"
                " one, too, in place of _: {instead}"
            ),
            Kind.ARGUMENT_UNTAKEN_OF: self.tr(
                "{function} takes these: {names}. Here it gets {given}, so one of {what} has no"
                " parameter. If the function is to calculate with it, give it a parameter at that"
                " place in line {line}, and use it in its lines. If it is left out here, the"
                " function does not know it."
            ),
            Kind.ARGUMENT_HERE: self.tr(
                "{function} takes these: {names}. Here it gets {given}. By their types, what is"
                " missing is {name}, and there is a value of that name here. Write: {instead}"
            ),
        }


EXPLAIN_MEANT = ExplainMeantTexts()
