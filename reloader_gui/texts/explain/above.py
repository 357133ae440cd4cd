"""What an error means, of what lines above have done or left undone, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainAboveTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.NOT_SET_EXCEPT: self.tr(
                "'{name}' has no value, because an error came before it could get one (line"
                " {lines}), and the 'except' in line {line} lets the script go on without it. To"
                " see that error, write as the first line below that 'except': raise"
            ),
            Kind.NOT_SET_EXCEPTS: self.tr(
                "'{name}' has no value, because an error came before it could get one (line"
                " {lines}), and an 'except' below lets the script go on without it. To see that"
                " error, write as the first line below each 'except' there: raise"
            ),
            Kind.TESTED_LATE: self.tr(
                "{what} is used before the condition asks for this: {test}. Python goes from left"
                " to right, so the test has to stand first: {instead}"
            ),
            Kind.OTHER_LENGTH: self.tr(
                "{index} has come to the end of {items}, and line {line} compares it with the"
                " length of {other} instead. Write there: {instead}"
            ),
            Kind.LOOP_IN_VAIN: self.tr(
                "{what} has got nothing, because line {line} finds nothing left in {source}: line"
                " {line2} has read it to its end. Read it into a list before line {line2}, and use"
                " that list in both places: {instead}"
            ),
            Kind.FLOW_IN_VAIN: self.tr(
                "{what} has got nothing, because {source} gives its items only once, and line"
                " {line2} has taken them before line {line} could. Keep them in a list, in line"
                " {line3}: {instead}"
            ),
            Kind.KEY_LINE_END: self.tr(
                "{table} has no key {key}, but {near}: the end of the line in the file was read"
                " along with it. Take it off in line {line}: {instead}"
            ),
            Kind.KEY_BLANKS_AT: self.tr(
                "{table} has no key {key}, but {near}, with blanks or the end of a line at it. Take"
                " them off where it becomes a key, in line {line}: {instead}"
            ),
            Kind.KEY_BLANKS: self.tr(
                "{table} has no key {key}, but {near}, with blanks or the end of a line at it. Take"
                " them off with .strip() where the keys of {table} are made."
            ),
            Kind.ASKED_LINE_END: self.tr(
                "There is no key {key}, but {near}: what is looked up has blanks or the end of a"
                " line at it. Take them off in the first line of the loop that begins in line"
                " {line}: {instead}"
            ),
            Kind.ASKED_BLANKS: self.tr(
                "There is no key {key}, but {near}: what is looked up has blanks or the end of a"
                " line at it. Take them off in line {line}: {instead}"
            ),
            Kind.RUNS_AT_IMPORT: self.tr(
                "Line {line} of {file} runs because {importer} imports that file, and there it"
                " fails. If it only tries the file out, put it and what belongs to it into a block"
                ' at the end of {file}: if __name__ == "__main__":'
            ),
            Kind.STAR_HIDES_FUNCTION: self.tr(
                "'{name}' is {type} here, which 'import *' brings from {file}, and hides Python's"
                " function {name}(). Give it another name in {file}, and here wherever it is meant."
            ),
            Kind.IMPORT_FORGOTTEN_IN: self.tr(
                "'{name}' is used in {file}, but not imported there: each file needs its own"
                " imports. Write this at the top of {file}: {statement}"
            ),
            Kind.FUNCTION_BELOW: self.tr(
                "'{name}' is called here, but the function is made only in line {line}, which has"
                " not run yet. Put all functions first, and the lines that call them below."
            ),
            Kind.WORD_OF_JSON: self.tr(
                "'{name}' is a word of JSON and other languages. Python writes {instead}. Change"
                " all of them: true to True, false to False, and null to None."
            ),
            Kind.DATE_FORMS: self.tr(
                "{text} is no date in the form {format}. The form of such a text would be:"
                " {instead}. If all texts are written so, write that one in each of the lines"
                " {lines}. If only this text is, write it as the others are."
            ),
            Kind.DATE_FORM: self.tr(
                "{text} is no date in the form {format}. The form of such a text would be:"
                " {instead}. If all texts are written so, write that one. If only this text is,"
                " write it as the others are."
            ),
            Kind.KEYS_FOR_VALUES: self.tr(
                "A loop through a dictionary gives its keys: {item} is {text} here, a key of"
                " {table}. For its values, which are numbers, write in line {line}: {instead}"
            ),
            Kind.UNPACK_INNER: self.tr(
                "On the left stand only {targets} parts, as {inner} in its brackets counts as one,"
                " and there are more values for them. If these are all one after the other, leave"
                " the inner brackets out: {instead}"
            ),
            Kind.PARENTS_METHOD: self.tr(
                "{function} calls itself in line {line}, again and again. If you mean the one of"
                " the class {parent}, write there: {instead}"
            ),
            Kind.COMPARED_ONLY: self.tr(
                "'{name}' has no value yet, and == in line {line} only compares. To give it one,"
                " write a single =: {instead}"
            ),
            Kind.SUPER_OF_MODULE: self.tr(
                "{type} has no .{attribute}, because {base} makes it in its own __init__(), which"
                " the one in line {line} does not call. Write as its first line: super().__init__()"
            ),
        }


EXPLAIN_ABOVE = ExplainAboveTexts()
