"""What an error means, of what collections and small modules refuse, in the
window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainKeptTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.MEMBER_TWICE: self.tr(
                "The enumeration has two members called {name}. Give each a name of its own."
            ),
            Kind.MEMBERS_ALIKE: self.tr(
                "With @unique each member needs a value of its own, and these have the same:"
                " {what}. Change one of the values."
            ),
            Kind.ENUM_EXTENDED: self.tr(
                "An enumeration that has members cannot be built upon, and {name} has some. Write"
                " a new one with all the members."
            ),
            Kind.MEMBER_SET: self.tr(
                "{member} is a member of an enumeration, which keeps its value. Keep what changes"
                " in a variable."
            ),
            Kind.BASE_IS_MODULE: self.tr(
                "A class builds upon a class, and {what} is a module. Write the class in it: {full}"
            ),
            Kind.BASE_IS_VALUE: self.tr(
                "A class builds upon a class, and {what} is {type}. Write a class's name in the"
                " brackets, without brackets of its own."
            ),
            Kind.BASES_ORDER: self.tr(
                "{name2} builds upon {name} already, so it has to stand first. Write: {name2},"
                " {name}"
            ),
            Kind.PROPERTY_TAKES: self.tr(
                "{method} (line {line}) is a property, which is asked for without brackets and can"
                " get nothing. Take @property away, or the other parameters."
            ),
            Kind.QUEUE_EMPTY: self.tr(
                "{call} found nothing in the queue, and does not wait. Take queue.Empty with"
                " except; where another thread still puts something in, use .get(), which waits."
            ),
            Kind.QUEUE_FULL: self.tr(
                "{call} found no room in the queue, and does not wait. Make the queue larger; where"
                " another thread takes something out, use .put(), which waits."
            ),
            Kind.QUEUE_METHOD: self.tr("{what} is a queue and has no .{attribute}. Use: {instead}"),
            Kind.TIE_COMPARED: self.tr(
                "Where what stands first in two items is the same, {function} compares what stands"
                " behind, and {type} has no order. Put a number that is always another in between,"
                " as from itertools.count(), and let the lines that take the items apart expect it"
                " there."
            ),
            Kind.FUNCTION_NOT_ONE: self.tr(
                "{function} takes a function first, and {what} is none. Write the function's name"
                " there, without brackets."
            ),
            Kind.TEMPLATE_VALUE: self.tr(
                "The template has a place for ${name}, and there is no value of that name. Give it"
                " as {name}=..., or use safe_substitute()"
            ),
            Kind.TEMPLATE_SIGN: self.tr(
                "In a template, $ begins a name, and what follows it in line {line}, column"
                " {column} is none. For the sign itself, write $$"
            ),
            Kind.DECIMAL_ZERO: self.tr(
                "In line {line} a Decimal is divided by 0. Check the divisor first."
            ),
            Kind.FRACTION_TEXT: self.tr(
                "Fraction() reads texts such as 3/4 or 0.75, and '{text}' is none. Check the text."
            ),
            Kind.FRACTION_ZERO: self.tr(
                "{call} has 0 below its line, and nothing can be divided by 0. Check the second"
                " number first."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.FRACTION_FLOAT: self.tr(
                "{call} takes two whole numbers, and one of them is a number with a point. Write"
                ' one number alone, such as Fraction("1.5"), or divide two fractions.'
            ),
            Kind.STRUCT_COUNT: self.tr(
                "The form has places for this many values: {most}. It gets: {given}. Give one for"
                " each letter of the form."
            ),
            Kind.STRUCT_SIZE: self.tr(
                "What is read must have exactly as many bytes as the form says, here {length}."
                " Check how much was read, or use struct.calcsize()"
            ),
            Kind.STRUCT_LETTER: self.tr(
                "The form of struct has a letter or sign that it does not know. The letters are,"
                " for instance, i (int), f (float), s (bytes), with <, > or ! before them."
            ),
            Kind.STRUCT_RANGE: self.tr(
                "A number is too large or too small for '{code}' in the form. Use a letter for"
                " more bytes, such as i or q."
            ),
            Kind.HASH_UNKNOWN: self.tr(
                "hashlib knows no kind called '{name}'. Write one of: md5, sha1, sha256, sha512"
            ),
        }


EXPLAIN_KEPT = ExplainKeptTexts()
