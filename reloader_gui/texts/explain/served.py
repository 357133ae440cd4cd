"""What an error means, of what pages of Flask and Django get and give, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainServedTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.FORM_NO_FIELD: self.tr(
                "What came with the request has no '{name}' in {what}. A field of a form is called"
                ' by its name="..." in the page; compare the two. For a field that may be missing,'
                " write: {what}.get('{name}')"
            ),
            Kind.VIEW_OTHER_NAME: self.tr(
                "The address of the page has a part <{name}>, and the parameter of {function}() is"
                " called '{given}'. Both need the same name. Write in the address: {instead}"
            ),
            Kind.OUTSIDE_APP_FROM: self.tr(
                "Line {number} of {file} calls something that needs Flask's application, and no"
                " page is being answered there. Write above that line, and indent it: with"
                " {app}.app_context():"
            ),
            Kind.WRAPPER_TWICE: self.tr(
                "Each function below @{decorator} gets the same name, {function}, and Flask tells"
                " pages apart by it. In {decorator}(), write this above def {function}, and import"
                " functools at the top of the file: {instead}"
            ),
            Kind.FIRST_REQUEST_GONE: self.tr(
                "Flask has no before_first_request any more. Take that line away, and write below"
                " the function: with {app}.app_context(): {function}()"
            ),
            Kind.CONFIG_CAPITALS: self.tr(
                "From a file or a class, Flask's configuration takes only what is written in"
                " capitals, so there is no '{name}'. Write {capitals} where it is set, and"
                ' "{capitals}" here.'
            ),
            Kind.TEMPLATE_NESTED: self.tr(
                "A template has {{% {name} %}}, while the {{% {block} %}} above it is still open."
                " Write {{% end{block} %}} before it, or in its place."
            ),
            Kind.TEMPLATE_TEXT_OPEN: self.tr(
                "In the text of the template, a {{% {block} %}} is not closed. Write {{% end{block}"
                " %}} where it ends."
            ),
            Kind.TEMPLATE_TEXT_WRONG: self.tr(
                "The text of the template cannot be read ({text}). Look in it for a {{{{ or {{%"
                " that is not closed by }}}} or %}}, and for a sign too many."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.TEMPLATE_FOLDER_NAME: self.tr(
                "Flask looks for {file} in a folder 'templates', and it lies in '{folder}'. Rename"
                " that folder to templates."
            ),
            Kind.API_RESPONSE: self.tr(
                "What the function of the page returns does not fit what it promises, by"
                " response_model= or behind ->: at '{name}', {text}. Compare it with the fields of"
                " that class."
            ),
            Kind.API_DEPENDS: self.tr(
                "Depends() takes the function itself, and {what} is what it gives. Write: {instead}"
            ),
            Kind.API_ROUTER: self.tr(
                "include_router() takes a router, and {what} is the whole file that it is in."
                " Write: {instead}"
            ),
            Kind.ANSWER_NO_KEY: self.tr(
                "The answer has no key {key}. It may be one that tells of a mistake: print"
                " {what}.status_code and {what}.text to see what came."
            ),
            Kind.ANSWER_NO_JSON: self.tr(
                "{what} is None, as that answer is no JSON. Print {answer}.status_code and"
                " {answer}.text to see what came: 405 means that the address does not take this"
                " method, 415 that it wants json=."
            ),
            Kind.DJANGO_BRACKETS: self.tr(
                "In templates of Django, nothing is called with brackets. In place of {text},"
                " write: {instead}"
            ),
            Kind.DJANGO_REST: self.tr(
                "In a template, Django does not understand '{rest}' in '{text}'. Templates neither"
                " calculate nor pass arguments: do that in the view, and give the template the"
                " result."
            ),
            Kind.DJANGO_CLEANED: self.tr(
                "A form has .cleaned_data only after it was checked. Write above line {line}, and"
                " indent it: if {form}.is_valid():"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.DJANGO_SETUP: self.tr(
                "Django's apps are not loaded yet: django.setup() is missing. Write it above line"
                " {line}, below the settings, and import django at the top of the file."
            ),
            Kind.DJANGO_SETUP_BELOW: self.tr(
                "Line {line} needs Django's apps, and django.setup() comes only in line {line2}."
                " Move that call up, above line {line} and below the settings in line {line3}, and"
                " import django above it."
            ),
            Kind.DJANGO_ON_DELETE: self.tr(
                "Django wants to know what becomes of this row when the other one is deleted."
                " Write: {instead}"
            ),
            Kind.DJANGO_REVERSE_NEAR: self.tr(
                "No address has the name '{name}'. Did you mean '{near}'?"
            ),
            Kind.DJANGO_APP_LABEL: self.tr(
                "The model {name} has to say which app it belongs to. In a script of one file,"
                ' write in the class: class Meta: app_label = "main"'
            ),
            Kind.DJANGO_TABLE_MADE: self.tr(
                "The database has no table '{table}' yet. In a script of one file, write below the"
                " class {name}: with connection.schema_editor() as editor:"
                " editor.create_model({name}), and at the top: from django.db import connection"
            ),
            Kind.DJANGO_FORM_FIELDS: self.tr(
                "{name} has to say which fields of the model it shows. Write in its class Meta:"
                ' fields = "__all__" for all of them, or a list of names.'
            ),
            Kind.DJANGO_NUMBER: self.tr(
                "The field '{name}' takes a number, and gets {value}. Look where that value comes"
                " from."
            ),
            Kind.DJANGO_REQUEST: self.tr(
                "Django calls {function}() with the request, and it has no parameter for that."
                " Write: def {function}(request):"
            ),
            Kind.DJANGO_ASSIGNED: self.tr(
                "{what} takes an object of {name}, and gets {value}. Ask the database for that"
                " object first: {name}.objects.get(...)"
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.ROWS_SEVERAL: self.tr(
                "{what} is a query for several rows, and has no .{attribute} itself. If each of the"
                " rows has it, go through them with 'for', or take one: {what}.first()"
            ),
        }


EXPLAIN_SERVED = ExplainServedTexts()
