"""What an error means, of pages of Flask, Django and FastAPI, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainWebTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4() | self._part_5()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.OUTSIDE_APP: self.tr(
                "Line {line} uses something of Flask that is only there while a page is being"
                " answered. Use it in the function of a page, or write above it: with"
                " app.app_context():"
            ),
            Kind.OUTSIDE_REQUEST: self.tr(
                "Line {line} uses what a browser has sent, and no page is being asked for here. Use"
                " it inside the function of a page."
            ),
            Kind.NO_SECRET_KEY: self.tr(
                "Line {line} needs a secret key, and the application has none. Set one below the"
                ' line that makes the application, as in: app.secret_key = "a long text that nobody'
                ' knows"'
            ),
            Kind.ROUTE_SLASH: self.tr(
                "The address of a page begins with a slash, and {text} does not. Write: {instead}"
            ),
            Kind.VIEW_TYPE: self.tr(
                "What the function of a page returns is {type} here, and Flask can show texts,"
                " dictionaries and responses. For text, write: return str(...)"
            ),
            Kind.VIEW_TUPLE: self.tr(
                "The function of a page returns several values that Flask cannot read: there may be"
                " two or three, as in: return text, 404. To show several values, make one text of"
                " them."
            ),
            Kind.URL_FOR_NEAR: self.tr(
                "url_for() takes the name of a page's function, and no page has one called"
                " '{name}'. Did you mean '{near}'?"
            ),
            Kind.URL_FOR_NONE: self.tr(
                "url_for() takes the name of a page's function, and no page is known by '{name}'."
                " Check how it is written, and whether the page has another name: one of a"
                " blueprint is called 'blueprint.function', and one with endpoint= as that says."
            ),
            Kind.URL_FOR_VALUES: self.tr(
                "The address of '{name}' has places for values, and these are not given: {missing}."
                " Write: {instead}"
            ),
            Kind.VIEW_ARGUMENT: self.tr(
                "The address of the page has a part <{name}>, which Flask gives to {function}(),"
                " and that has no parameter '{name}'. Add it: def {function}({name}):"
            ),
            Kind.VIEW_NO_PLACE: self.tr(
                "{function}() has a parameter '{name}', and the address of its page has no part"
                " <{name}> for it. Add that to the address, or take the parameter away."
            ),
            Kind.HOOK_ARGUMENT: self.tr(
                "Flask calls {function}() with a value, and it has no parameter. Write: def"
                " {function}({name}):"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ROUTE_METHODS: self.tr(
                'In line {line}, methods takes a list, also of one: methods=["POST"]'
            ),
            Kind.ROUTE_BRACKETS: self.tr(
                "In the address {text}, the signs < and > do not belong together. What changes is"
                ' written as in "/user/<name>", with nothing but letters, digits and _ in it.'
            ),
            Kind.ROUTE_CONVERTER: self.tr(
                "In an address, <{name}:...> means nothing. What may stand before the colon:"
                " string, int, float, path, uuid."
            ),
            Kind.ROUTE_LATE: self.tr(
                "Line {line} sets up the application, which is already answering pages. Move it up,"
                " above the line that runs the application."
            ),
            Kind.BLUEPRINT_LATE: self.tr(
                "Line {line} adds something to the blueprint '{name}', which is registered already."
                " Move the line with register_blueprint() below it."
            ),
            Kind.BLUEPRINT_TWICE: self.tr(
                "A blueprint called '{name}' is registered already. Register it once only, or give"
                " the second one another name."
            ),
            Kind.TEMPLATE_BESIDE: self.tr(
                "The template {file} lies beside the script, and Flask looks for it in a folder"
                " 'templates' there. Make that folder, and move {file} into it."
            ),
            Kind.TEMPLATE_FOLDER: self.tr(
                "There is no template {file} in the folder {folder}. Check how the name is written,"
                " and where the file is."
            ),
            Kind.TEMPLATE_NAME: self.tr(
                "In the template {file}, line {line} uses '{name}', which has no value there. Check"
                " how it is written, or give it one when the template is shown: {name}=..."
            ),
            Kind.TEMPLATE_TEXT_NAME: self.tr(
                "The template uses '{name}', which has no value there. Check how it is written, or"
                " give it one when the template is shown: {name}=..."
            ),
            Kind.TEMPLATE_PART: self.tr(
                "In the template {file}, line {line} asks for .{attribute} of something that is"
                " {type} and has none. Check how it is written, and what was given to the template."
            ),
            Kind.TEMPLATE_OPEN: self.tr(
                "In the template {file}, a {{% {block} %}} is not closed. Write {{% end{block} %}}"
                " where it ends."
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.TEMPLATE_TAG: self.tr(
                "In the template {file}, line {line} has {{% {name} %}}, which means nothing at"
                " that place. Check how it is written, and what was opened before it."
            ),
            Kind.TEMPLATE_WRONG: self.tr(
                "The template {file} cannot be read at line {line}. Look there and just above for a"
                " {{{{ or {{% that is not closed by }}}} or %}}, and for a sign too many."
            ),
            Kind.TEMPLATE_FILTER: self.tr(
                "A template uses the filter '{name}', and there is none of that name. Check how it"
                " is written."
            ),
            Kind.DJANGO_SETTINGS: self.tr(
                "Line {line} needs Django's settings, and nothing has said yet which they are. Run"
                " this by manage.py. In a script without it, that has to be said above all that"
                ' uses Django: import os and django, then os.environ["DJANGO_SETTINGS_MODULE"] ='
                ' "name.settings", with the name of the folder that settings.py is in, then'
                " django.setup()"
            ),
            Kind.DJANGO_SETUP_LATE: self.tr(
                "Line {line} of {file} is too early: Django is set up only in line {line2}. Move"
                " it, and other imports of models, below line {line2}."
            ),
            Kind.DJANGO_NOT_READY: self.tr(
                "Line {line} needs Django's apps, and they are not loaded yet. Import models only"
                " after django.setup(), and never in settings.py or in the __init__.py of an app."
            ),
            Kind.DJANGO_TABLE: self.tr(
                "The database has no table '{table}' yet. Let Django make it: python manage.py"
                " makemigrations, and then python manage.py migrate"
            ),
            Kind.DJANGO_COLUMN: self.tr(
                "The table in the database has no column {column} yet: it is older than the model."
                " Run: python manage.py makemigrations, and then python manage.py migrate"
            ),
            Kind.DJANGO_TEMPLATE: self.tr(
                "Django finds no template {file}. It looks in the folders that TEMPLATES names"
                " under DIRS in the settings, and in a folder 'templates' of each app in"
                " INSTALLED_APPS."
            ),
            Kind.DJANGO_TAG: self.tr(
                "In line {number} of a template stands {{% {name} %}}, which Django does not know."
                " Check how it is written, and whether a {{% load %}} is missing at its top."
            ),
            Kind.DJANGO_OPEN: self.tr(
                "In a template, the {{% {name} %}} of line {number} is not closed. Write {{%"
                " end{name} %}} where it ends."
            ),
            Kind.DJANGO_REVERSE: self.tr(
                "No address in urls.py has the name '{name}'. Check the name= of path(), and"
                " whether the app's name belongs before it: 'app:{name}'."
            ),
            Kind.DJANGO_NAMESPACE: self.tr(
                "The name of an address begins with '{name}:' here, and nothing in urls.py is"
                ' called so. Write app_name = "{name}" in the urls.py of that app, or leave'
                " '{name}:' out."
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.DJANGO_REVERSE_VALUES: self.tr(
                "The values that are given here do not fit the address '{name}': they are too few,"
                " too many, or of another kind. Compare with its path() in urls.py; for the places"
                " in that, give args=[...] or kwargs={{...}}."
            ),
            Kind.DJANGO_FIELD: self.tr("The model has no field '{name}'. Did you mean '{near}'?"),
            Kind.DJANGO_NO_FIELD: self.tr(
                "The model has no field '{name}'. The message above names all that it has."
            ),
            Kind.DJANGO_NONE_FOUND: self.tr(
                "Line {line} asks the database for one {name}, and there is none that fits. Use"
                " .filter(...).first(), which gives None then, or get_object_or_404() in a page."
            ),
            Kind.DJANGO_SEVERAL: self.tr(
                "get() is for exactly one {name}, and {given} fit here. Ask for something that only"
                " one has, or use .filter()."
            ),
            Kind.DJANGO_VIEW: self.tr(
                "The view {function}() has to return a response, and returns {type}. Write: return"
                " render(...) or return HttpResponse(...)"
            ),
            Kind.DJANGO_VIEW_CALLED: self.tr(
                "In line {line}, path() takes the view itself. Write its name without quotes, and"
                " without ( ) behind it; a class needs .as_view(), and another urls.py"
                ' include("app.urls").'
            ),
            Kind.DJANGO_APP: self.tr(
                "The model {name} belongs to no app that is installed. Add its app to"
                " INSTALLED_APPS in the settings, and import the model by the app's name, as in:"
                " from app.models import ..."
            ),
            Kind.DJANGO_SETTING: self.tr(
                "The settings have no value for {name}. Check how it is written in settings.py; if"
                " it comes from an environment variable, check whether that is set."
            ),
            Kind.DJANGO_MODULE: self.tr(
                "Django was told of a module '{name}', and finds none. Its name stands in"
                " include(), in the settings, as in INSTALLED_APPS, or in DJANGO_SETTINGS_MODULE:"
                " check how it is written there, in which folder the script is started, or whether"
                " it is a package that has to be installed."
            ),
            Kind.DJANGO_CONFIGURED: self.tr(
                "The settings have been made before line {line}, and that is done only once. Take"
                " one of the two away."
            ),
            Kind.API_TYPE: self.tr(
                "FastAPI cannot turn {name} into data and back, as it is no class of pydantic's. If"
                " it is sent or returned, write one with its fields, as in class"
                " {name}Data(BaseModel), and put that name here; if the server makes it, write"
                " behind the parameter: = Depends(...)"
            ),
        }

    def _part_5(self) -> dict[Kind, str]:
        return {
            Kind.PART_NOT_INSTALLED: self.tr(
                "For what is used here, {package} needs one more package, which is not installed:"
                " {name}"
            ),
            Kind.API_PATH_DEFAULT: self.tr(
                "In line {line}, a part of the address gets a default, and it is never left out."
                " Take the default away."
            ),
            Kind.API_RUN: self.tr(
                "An app of FastAPI does not run itself. Write import uvicorn at the top of the"
                " file, and here: uvicorn.run({name})"
            ),
            Kind.PACKAGE_OLDER: self.tr(
                "{full} is in newer versions of {package}, and the one that is installed is older."
                " Install the newest version of {package}."
            ),
            Kind.PACKAGES_UNFIT: self.tr(
                "{package} needs '{name}' of {package2}, which the one that is installed does not"
                " have: their versions do not fit each other. Install the newest version of both."
            ),
        }


EXPLAIN_WEB = ExplainWebTexts()
