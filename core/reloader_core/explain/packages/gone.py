"""Names that packages had once, and what is in their place; and two packages whose versions do not
fit each other. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import brought, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import is_by, message, package_of
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_IMPORTED = {
    ("flask", "Markup"): "from markupsafe import Markup",
    ("flask", "escape"): "from markupsafe import escape",
    ("jinja2", "Markup"): "from markupsafe import Markup",
    ("jinja2", "escape"): "from markupsafe import escape",
    ("jinja2", "contextfilter"): "from jinja2 import pass_context",
    ("jinja2", "contextfunction"): "from jinja2 import pass_context",
    ("jinja2", "environmentfilter"): "from jinja2 import pass_environment",
    ("jinja2", "environmentfunction"): "from jinja2 import pass_environment",
    ("jinja2", "evalcontextfilter"): "from jinja2 import pass_eval_context",
    ("werkzeug", "secure_filename"): "from werkzeug.utils import secure_filename",
    ("werkzeug", "generate_password_hash"): "from werkzeug.security import generate_password_hash",
    ("werkzeug", "check_password_hash"): "from werkzeug.security import check_password_hash",
    ("werkzeug", "FileStorage"): "from werkzeug.datastructures import FileStorage",
    ("werkzeug.security", "safe_str_cmp"): "from hmac import compare_digest",
    ("werkzeug.urls", "url_quote"): "from urllib.parse import quote",
    ("werkzeug.urls", "url_quote_plus"): "from urllib.parse import quote_plus",
    ("werkzeug.urls", "url_unquote"): "from urllib.parse import unquote",
    ("werkzeug.urls", "url_encode"): "from urllib.parse import urlencode",
    ("werkzeug.urls", "url_join"): "from urllib.parse import urljoin",
    ("werkzeug.urls", "url_parse"): "from urllib.parse import urlsplit",
    ("django.conf.urls", "url"): "from django.urls import re_path",
    ("django.utils.translation", "ugettext"): "from django.utils.translation import gettext",
    ("django.utils.translation", "ugettext_lazy"):
        "from django.utils.translation import gettext_lazy",
    ("django.utils.encoding", "force_text"): "from django.utils.encoding import force_str",
    ("django.utils.encoding", "smart_text"): "from django.utils.encoding import smart_str",
    ("django.shortcuts", "render_to_response"): "from django.shortcuts import render",
    ("django.core.urlresolvers", "reverse"): "from django.urls import reverse",
    ("telegram", "ParseMode"): "from telegram.constants import ParseMode",
    ("telegram.ext", "Filters"): "from telegram.ext import filters",
    ("sklearn.externals", "joblib"): "import joblib",
    ("scipy.integrate", "simps"): "from scipy.integrate import simpson",
    ("scipy.integrate", "trapz"): "from scipy.integrate import trapezoid",
    ("scipy.integrate", "cumtrapz"): "from scipy.integrate import cumulative_trapezoid",
    ("scipy.interpolate", "interp2d"): "from scipy.interpolate import RegularGridInterpolator",
    ("scipy.misc", "imread"): "from imageio.v3 import imread",
    ("scipy.special", "sph_harm"): "from scipy.special import sph_harm_y",
    ("openpyxl.cell", "get_column_letter"): "from openpyxl.utils import get_column_letter",
    ("openpyxl.cell", "column_index_from_string"):
        "from openpyxl.utils import column_index_from_string",
}  # fmt: skip
_NEWER = {
    "sqlalchemy.orm": ("SQLAlchemy", "DeclarativeBase mapped_column MappedAsDataclass"),
    "pydantic": ("pydantic", "field_validator model_validator ConfigDict TypeAdapter computed_field"
                 " field_serializer model_serializer RootModel validate_call"),
    "jinja2": ("Jinja2", "pass_context pass_environment pass_eval_context"),
    "telegram.ext": ("python-telegram-bot", "Application ApplicationBuilder ContextTypes"),
    "discord": ("discord.py", "app_commands"),
}  # fmt: skip
"""What a package has by now; the one that is installed is older."""
_MODULES = {
    "django.core.urlresolvers": "django.urls", "moviepy.editor": "moviepy",
    "sklearn.cross_validation": "sklearn.model_selection",
    "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.learning_curve": "sklearn.model_selection",
    "sklearn.lda": "sklearn.discriminant_analysis",
    "sklearn.preprocessing.imputation": "sklearn.impute",
}  # fmt: skip
_IN_PILLOW = {
    each.lower(): each
    for each in "Image ImageDraw ImageFont ImageFilter ImageTk ImageOps ImageGrab".split()
}
"""Its modules, which Python does not look for as they are not loaded."""
_IN_MODULES = {
    ("PIL.Image", "ANTIALIAS"): "Image.LANCZOS",
    ("flask", "Markup"): "markupsafe.Markup", ("flask", "escape"): "markupsafe.escape",
}  # fmt: skip
_OF_OBJECTS = {
    "ImageDraw": ("PIL", {"textsize": ".textbbox((0, 0), text)"}),
    "FreeTypeFont": ("PIL", {"getsize": ".getbbox(text)"}),
    "ImageFont": ("PIL", {"getsize": ".getbbox(text)"}),
    "Workbook": ("openpyxl", {
        "get_sheet_by_name": 'book["name"]', "get_sheet_names": "book.sheetnames",
        "get_active_sheet": "book.active",
    }),
    "Engine": ("sqlalchemy", {
        "execute": "with engine.begin() as connection: connection.execute(text(...))",
    }),
    **dict.fromkeys(("WebDriver", "WebElement"), ("selenium", {
        f"find_element{ending}_by_{name}": f".find_element{ending}(By.{name.upper()}, ...)"
        for ending in ("", "s")
        for name in ("id", "name", "xpath", "class_name", "css_selector", "tag_name", "link_text")
    })),
}  # fmt: skip
"""Of which package the class is, and what its objects have in place of what."""


def imported(facts: Facts) -> Diagnosis | None:
    """`from flask import Markup`, in the script's own line."""
    told = re.match(r"cannot import name '(\w+)' from '([\w.]+)' \((.+)\)", message(facts))
    if told is None or not facts.is_innermost or not package_of(told[3]):
        return None
    if told[2] == "PIL" and (near := _IN_PILLOW.get(told[1].lower())):
        return brought.near_in(facts, told[2], told[1], near)
    package, names = _NEWER.get(told[2], ("", ""))
    if told[1] in names.split():
        return Diagnosis(Kind.PACKAGE_OLDER, (f"{told[2]}.{told[1]}", package))
    if (instead := _IMPORTED.get((told[2], told[1]))) is None:
        return None
    return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{told[2]}.{told[1]}", instead))


def module(facts: Facts) -> Diagnosis | None:
    """`from django.core.urlresolvers import reverse`"""
    told = re.fullmatch(r"No module named '([\w.]+)'", message(facts))
    name = told[1] if told is not None else ""
    instead = _MODULES.get(name)
    match place.statement(facts):
        case ast.ImportFrom(module=str(asked)) if name == "flask.ext" and asked.count(".") == 2:
            name, instead = asked, f"flask_{asked.rpartition('.')[2]}"
    return Diagnosis(Kind.RENAMED_IN_MODULE, (name, instead)) if instead else None


def attribute(facts: Facts) -> Diagnosis | None:
    """`Image.ANTIALIAS`, and methods"""
    told = re.match(r"module '([\w.]+)' has no attribute '(\w+)'", message(facts))
    if told is not None and (instead := _IN_MODULES.get((told[1], told[2]))) is not None:
        return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{told[1]}.{told[2]}", instead))
    told = re.match(r"'(?:[\w.]+\.)?(\w+)' object has no attribute '(\w+)'", message(facts))
    package, names = _OF_OBJECTS.get(told[1], ("", {})) if told is not None else ("", {})
    if told is None or told[2] not in names or not _is_of(facts, told[1], package):
        return None
    asked = place.only(facts, ast.Attribute)
    instead = names[told[2]]
    if asked is not None and isinstance(asked.value, ast.Name):  # as the script calls it
        instead = re.sub(r"\b(?:book|engine)(?=[.\[])", asked.value.id, instead)
    return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{told[1]}.{told[2]}", instead))


def _is_of(facts: Facts, name: str, package: str) -> bool:
    """The script imports the package, and has no class of this name from elsewhere."""
    is_imported = False
    for node in place.every(facts, ast.AST):
        match node:
            case ast.ClassDef(name=found) if found == name:
                return False
            case ast.Import(names=names):
                is_imported |= any(each.name.partition(".")[0] == package for each in names)
            case ast.ImportFrom(module=module, names=names):
                is_its = (module or "").partition(".")[0] == package
                if not is_its and any(each.name in (name, "*") for each in names):
                    return False
                is_imported |= is_its
    return is_imported


def moved(facts: Facts) -> Diagnosis | None:
    """pydantic says it itself."""
    told = re.match(r"`(\w+)` is removed\. use `(\w+)` instead", message(facts))
    if told is not None and is_by(facts, "pydantic", "PydanticUserError"):
        return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{told[1]}=", f"{told[2]}="))
    return None


def unfit(facts: Facts) -> Diagnosis | None:
    """A package asks another one for what the installed version of that has not."""
    told = re.match(r"cannot import name '(\w+)' from '([\w.]+)' \(([^()\n]+)\)$", message(facts))
    if told is None or facts.is_innermost or facts.told.get("type") != "ImportError":
        return None
    asking = package_of(facts.told.get("innermost_file", ""))
    asked, package = package_of(told[3]), told[2].partition(".")[0]
    if not asking or asked != package or asking == package:
        return None
    return Diagnosis(Kind.PACKAGES_UNFIT, (asking, told[1], package))
