"""What an error means, of queries, models and names of packages, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainQueriesTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.ORM_BACK: self.tr(
                "A relationship() names '{attribute}' of the class {name}, which has none called"
                " so. back_populates= takes the name that the relationship() has in that other"
                " class."
            ),
            Kind.ORM_AND: self.tr(
                "Conditions of a query cannot be joined by Python's own and, or, not. Write:"
                " {instead}"
            ),
            Kind.ORM_CONDITION: self.tr(
                "In line {line}, Python asks whether a condition of a query is true, and only the"
                " database can tell. It belongs into .where(...), where & stands for and, | for or,"
                " ~ for not, with brackets around each condition; 1 < x < 5 is written as two."
            ),
            Kind.ORM_ROW_NAME: self.tr("{what} is a row, and no dictionary. Write: {instead}"),
            Kind.ORM_FILTER_BY: self.tr(
                'filter_by() takes names of columns and their values, as in name="Ann". For a'
                " condition, write: {instead}"
            ),
            Kind.ORM_PARAMETERS: self.tr(
                'In line {line}, text() takes its values by names, and no question marks: text("...'
                ' VALUES (:name, :age)"), and behind it a dictionary: {{"name": ..., "age": ...}}'
            ),
            Kind.ORM_SELECT_LIST: self.tr(
                "select() takes the columns one by one, and no list. Write: {instead}"
            ),
            Kind.ORM_NO_QUERY: self.tr(
                "Only classes of Flask-SQLAlchemy (db.Model) have .query. With a session, write:"
                " session.query({name})"
            ),
            Kind.MODEL_OTHER_NAME: self.tr(
                "The data has '{near}', and the field of {name} is called '{field}'. Write the same"
                ' name in both places, or let the field take the other one: Field(alias="{near}")'
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.MODEL_ATTRIBUTES: self.tr(
                "{name} may not read from objects yet. In pydantic 2, write in the class in place"
                " of class Config: model_config = ConfigDict(from_attributes=True), and import"
                " ConfigDict from pydantic."
            ),
            Kind.MODEL_VALIDATOR: self.tr(
                "A validator is for a field '{field}', and {name} has none of that name. Write the"
                " field's name there as it is in the class."
            ),
            Kind.MODEL_ROOT: self.tr(
                "@root_validator in line {line} is from pydantic 1. Write:"
                ' @model_validator(mode="after") above a method that takes self, uses self.name for'
                " its fields, and ends with: return self"
            ),
            Kind.MODEL_UNDEFINED: self.tr(
                "A field of {name} is of the type '{what}', and nothing was called so when {name}"
                " was used. Check how it is written; a class further down has to be made before"
                " {name} is used."
            ),
            Kind.MODEL_UNDEFINED_NEAR: self.tr(
                "A field of {name} is of the type '{what}', and nothing is called so. Did you mean"
                " '{near}'?"
            ),
            Kind.PACKAGE_OF_ITS_OWN: self.tr(
                "{full} is in a package of its own now, {package}, which must be installed. Then"
                " write: {instead}"
            ),
            Kind.PACKAGE_AS: self.tr(
                "This Python has no module '{name}'. It belongs to a package that is called"
                " {package} where it is installed: pip install {package}"
            ),
            Kind.ENV_NONE: self.tr(
                "'{what}' is None, as there is no environment variable {name} that line {line}"
                " could read. Set it, or check how it is called in the .env file."
            ),
            Kind.PACKAGE_TO_INSTALL: self.tr(
                "This Python has no module '{name}'. The package {package} brings it. To install"
                " that for this very Python, type in a terminal: {instead}"
            ),
        }


EXPLAIN_QUERIES = ExplainQueriesTexts()
