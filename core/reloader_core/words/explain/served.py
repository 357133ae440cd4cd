"""What an error means, of what pages of Flask and Django get and give, in English:
see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

SERVED_SENTENCES: dict[Kind, str] = {
    Kind.FORM_NO_FIELD: (
        "What came with the request has no '{name}' in {what}. A field of a form is called by its"
        ' name="..." in the page; compare the two. For a field that may be missing, write:'
        " {what}.get('{name}')"
    ),
    Kind.VIEW_OTHER_NAME: (
        "The address of the page has a part <{name}>, and the parameter of {function}() is called"
        " '{given}'. Both need the same name. Write in the address: {instead}"
    ),
    Kind.OUTSIDE_APP_FROM: (
        "Line {number} of {file} calls something that needs Flask's application, and no page is"
        " being answered there. Write above that line, and indent it: with {app}.app_context():"
    ),
    Kind.WRAPPER_TWICE: (
        "Each function below @{decorator} gets the same name, {function}, and Flask tells pages"
        " apart by it. In {decorator}(), write this above def {function}, and import functools at"
        " the top of the file: {instead}"
    ),
    Kind.FIRST_REQUEST_GONE: (
        "Flask has no before_first_request any more. Take that line away, and write below the"
        " function: with {app}.app_context(): {function}()"
    ),
    Kind.CONFIG_CAPITALS: (
        "From a file or a class, Flask's configuration takes only what is written in capitals, so"
        " there is no '{name}'. Write {capitals} where it is set, and \"{capitals}\" here."
    ),
    Kind.TEMPLATE_NESTED: (
        "A template has {{% {name} %}}, while the {{% {block} %}} above it is still open. Write {{%"
        " end{block} %}} before it, or in its place."
    ),
    Kind.TEMPLATE_TEXT_OPEN: (
        "In the text of the template, a {{% {block} %}} is not closed. Write {{% end{block} %}}"
        " where it ends."
    ),
    Kind.TEMPLATE_TEXT_WRONG: (
        "The text of the template cannot be read ({text}). Look in it for a {{{{ or {{% that is not"
        " closed by }}}} or %}}, and for a sign too many."
    ),
    Kind.TEMPLATE_FOLDER_NAME: (
        "Flask looks for {file} in a folder 'templates', and it lies in '{folder}'. Rename that"
        " folder to templates."
    ),
    Kind.API_RESPONSE: (
        "What the function of the page returns does not fit what it promises, by response_model= or"
        " behind ->: at '{name}', {text}. Compare it with the fields of that class."
    ),
    Kind.API_DEPENDS: (
        "Depends() takes the function itself, and {what} is what it gives. Write: {instead}"
    ),
    Kind.API_ROUTER: (
        "include_router() takes a router, and {what} is the whole file that it is in. Write:"
        " {instead}"
    ),
    Kind.ANSWER_NO_KEY: (
        "The answer has no key {key}. It may be one that tells of a mistake: print"
        " {what}.status_code and {what}.text to see what came."
    ),
    Kind.ANSWER_NO_JSON: (
        "{what} is None, as that answer is no JSON. Print {answer}.status_code and {answer}.text to"
        " see what came: 405 means that the address does not take this method, 415 that it wants"
        " json=."
    ),
    Kind.DJANGO_BRACKETS: (
        "In templates of Django, nothing is called with brackets. In place of {text}, write:"
        " {instead}"
    ),
    Kind.DJANGO_REST: (
        "In a template, Django does not understand '{rest}' in '{text}'. Templates neither"
        " calculate nor pass arguments: do that in the view, and give the template the result."
    ),
    Kind.DJANGO_CLEANED: (
        "A form has .cleaned_data only after it was checked. Write above line {line}, and indent"
        " it: if {form}.is_valid():"
    ),
    Kind.DJANGO_SETUP: (
        "Django's apps are not loaded yet: django.setup() is missing. Write it above line {line},"
        " below the settings, and import django at the top of the file."
    ),
    Kind.DJANGO_SETUP_BELOW: (
        "Line {line} needs Django's apps, and django.setup() comes only in line {line2}. Move that"
        " call up, above line {line} and below the settings in line {line3}, and import django"
        " above it."
    ),
    Kind.DJANGO_ON_DELETE: (
        "Django wants to know what becomes of this row when the other one is deleted. Write:"
        " {instead}"
    ),
    Kind.DJANGO_REVERSE_NEAR: "No address has the name '{name}'. Did you mean '{near}'?",
    Kind.DJANGO_APP_LABEL: (
        "The model {name} has to say which app it belongs to. In a script of one file, write in the"
        ' class: class Meta: app_label = "main"'
    ),
    Kind.DJANGO_TABLE_MADE: (
        "The database has no table '{table}' yet. In a script of one file, write below the class"
        " {name}: with connection.schema_editor() as editor: editor.create_model({name}), and at"
        " the top: from django.db import connection"
    ),
    Kind.DJANGO_FORM_FIELDS: (
        "{name} has to say which fields of the model it shows. Write in its class Meta: fields ="
        ' "__all__" for all of them, or a list of names.'
    ),
    Kind.DJANGO_NUMBER: (
        "The field '{name}' takes a number, and gets {value}. Look where that value comes from."
    ),
    Kind.DJANGO_REQUEST: (
        "Django calls {function}() with the request, and it has no parameter for that. Write: def"
        " {function}(request):"
    ),
    Kind.DJANGO_ASSIGNED: (
        "{what} takes an object of {name}, and gets {value}. Ask the database for that object"
        " first: {name}.objects.get(...)"
    ),
    Kind.ROWS_SEVERAL: (
        "{what} is a query for several rows, and has no .{attribute} itself. If each of the rows"
        " has it, go through them with 'for', or take one: {what}.first()"
    ),
}
