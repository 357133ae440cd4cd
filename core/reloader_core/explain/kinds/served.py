"""What pages of Flask and Django get and give: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class ServedKinds:
    FORM_NO_FIELD = Entry("form no field", "name", "what")
    VIEW_OTHER_NAME = Entry("view other name", "function", "name", "given", "instead")
    OUTSIDE_APP_FROM = Entry("outside app from", "number", "file", "app")
    WRAPPER_TWICE = Entry("wrapper twice", "function", "decorator", "instead")
    FIRST_REQUEST_GONE = Entry("first request gone", "app", "function")
    CONFIG_CAPITALS = Entry("config capitals", "name", "capitals")
    TEMPLATE_NESTED = Entry("template nested", "name", "block")
    TEMPLATE_TEXT_OPEN = Entry("template text open", "block")
    TEMPLATE_TEXT_WRONG = Entry("template text wrong", "text")
    TEMPLATE_FOLDER_NAME = Entry("template folder name", "file", "folder")
    API_RESPONSE = Entry("api response", "name", "text")
    API_DEPENDS = Entry("api depends", "what", "instead")
    API_ROUTER = Entry("api router", "what", "instead")
    ANSWER_NO_KEY = Entry("answer no key", "key", "what")
    ANSWER_NO_JSON = Entry("answer no json", "what", "answer")
    DJANGO_BRACKETS = Entry("django brackets", "text", "instead")
    DJANGO_REST = Entry("django rest", "text", "rest")
    DJANGO_CLEANED = Entry("django cleaned", "form", "line")
    DJANGO_SETUP = Entry("django setup", "line")
    DJANGO_SETUP_BELOW = Entry("django setup below", "line", "line2", "line3")
    DJANGO_ON_DELETE = Entry("django on_delete", "instead")
    DJANGO_REVERSE_NEAR = Entry("django reverse near", "name", "near")
    DJANGO_APP_LABEL = Entry("django app label", "name")
    DJANGO_TABLE_MADE = Entry("django table made", "table", "name")
    DJANGO_FORM_FIELDS = Entry("django form fields", "name")
    DJANGO_NUMBER = Entry("django number", "name", "value")
    DJANGO_REQUEST = Entry("django request", "function")
    DJANGO_ASSIGNED = Entry("django assigned", "what", "name", "value")
    ROWS_SEVERAL = Entry("rows several", "what", "attribute")
