"""The rules that texts/ keeps, so that all of it can be translated: read off the source, and asked
of Qt's own tools. What lupdate does not understand it leaves out without a word."""

from __future__ import annotations

import ast
import functools
import inspect
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from reloader_core import NoticeKind
from reloader_gui.texts.notices import NOTICES

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "reloader_gui"
TEXTS = sorted((GUI / "texts").rglob("*.py"))
OTHERS = sorted({*GUI.rglob("*.py")} - {*TEXTS} - {*(GUI / "resources").rglob("*.py")})
ENGLISH, CHINESE = GUI / "i18n" / "en.ts", GUI / "i18n" / "zh_CN.ts"
NOT_SAID = {NoticeKind.AGENT_BACK, NoticeKind.SINGLE_KEYS}
"""What the page answers in another way, or what has words of its own."""
READ = {  # what takes a text to be read, and which of its arguments that is
    "addAction": (0,),
    "addItem": (0,),
    "announce": (1,),
    "label": (0,),
    "put_words": (1, 2),
    "say": (0,),
    "set_whole": (0,),
    "setAccessibleDescription": (0,),
    "setAccessibleName": (0,),
    "setItemText": (1,),
    "setPlaceholderText": (0,),
    "setText": (0,),
    "setTitle": (0,),
    "setToolTip": (0,),
    "setWindowTitle": (0,),
    "QAction": (0,),
    "QCheckBox": (0,),
    "QLabel": (0,),
    "QMenu": (0,),
    "QPushButton": (0,),
}
Message = tuple[str, str, str, bool]
"""Context, source, comment, and whether it has plurals."""


@functools.cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def classes(file: Path) -> Iterator[ast.ClassDef]:
    return (node for node in parsed(file).body if isinstance(node, ast.ClassDef))


def is_tr(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    called = ast.unparse(node.func)
    return node.func.attr == "tr" or called == "QCoreApplication.translate"


def tr_calls(node: ast.AST) -> list[ast.Call]:
    return [each for each in ast.walk(node) if is_tr(each) and isinstance(each, ast.Call)]


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', '?')}"


def messages_of_the_source() -> set[Message]:
    found = set()
    for file in TEXTS:
        for each in classes(file):
            for call in tr_calls(each) if each.name != "Texts" else ():
                source, comment = [*map(ast.literal_eval, call.args[:2]), ""][:2]
                found.add((each.name, source, comment, len(call.args) == 3))
    return found


def messages_of(ts: Path) -> dict[Message, list[str]]:
    """Their translations, one for each plural."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        name = context.findtext("name") or ""
        for each in context.iter("message"):
            plural = each.get("numerus") == "yes"
            key = (name, each.findtext("source") or "", each.findtext("comment") or "", plural)
            translation = each.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[key] = forms or [translation.text or ""]
    return found


def test_tr_gets_literals_by_position_in_the_class_that_says_them() -> None:
    for file in TEXTS:
        if file.name == "texts.py":
            continue
        inside = {id(call) for each in classes(file) for call in tr_calls(each)}
        for call in tr_calls(parsed(file)):
            where = place(file, call)
            assert id(call) in inside, f"{where}: outside of a class"
            assert ast.unparse(call.func) == "self.tr", where
            assert not call.keywords and 1 <= len(call.args) <= 3, where
            for argument in call.args[:2]:
                assert isinstance(argument, ast.Constant), f"{where}: no literal"
                assert isinstance(argument.value, str), where


def test_a_class_of_texts_is_nobodys_base() -> None:
    names = {each.name for file in TEXTS for each in classes(file)} - {"Texts"}
    for file in (*TEXTS, *OTHERS):
        for each in ast.walk(parsed(file)):
            if isinstance(each, ast.ClassDef):
                bases = {base.id for base in each.bases if isinstance(base, ast.Name)}
                assert not bases & names, place(file, each)


def is_sentence(node: ast.AST, names: set[str]) -> bool:
    """Whether it is a translated text, or a name for one."""
    return is_tr(node) or (isinstance(node, ast.Name) and node.id in names)


def test_nothing_is_built_around_a_sentence_but_one_format_with_names() -> None:
    for file in TEXTS:
        functions = [each for each in ast.walk(parsed(file)) if isinstance(each, ast.FunctionDef)]
        for function in functions:
            names = {
                target.id
                for each in ast.walk(function)
                if isinstance(each, ast.Assign) and is_tr(each.value)
                for target in each.targets
                if isinstance(target, ast.Name)
            }
            for node in ast.walk(function):
                where = place(file, node)
                if isinstance(node, ast.BinOp | ast.JoinedStr):
                    parts = [each for each in ast.walk(node) if is_sentence(each, names)]
                    assert not parts, f"{where}: built of fragments"
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    if is_sentence(node.func.value, names):
                        joins = node.func.attr == "join" and function.name == "joined"
                        assert node.func.attr == "format" or joins, where
                        assert joins or not node.args, f"{where}: a placeholder needs a name"


def test_every_choice_between_sentences_is_one_between_calls() -> None:
    """lupdate sees the first of `tr(a if c else b)` only; a conditional inside is no literal,
    which the other test finds. A sentence that is chosen from a table by a lambda is lost, too."""
    for file in TEXTS:
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Lambda):
                assert not tr_calls(node), place(file, node)


def letters(node: ast.AST) -> str:
    """The literal text of an argument, if that has letters."""
    literal = "".join(
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )
    return literal if re.search(r"[A-Za-z]", literal) else ""


def test_no_widget_gets_words_that_are_not_of_texts() -> None:
    for file in OTHERS:
        for node in ast.walk(parsed(file)):
            assert not is_tr(node), f"{place(file, node)}: tr() outside of texts/"
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            for number in READ.get(name, ()):
                if number < len(node.args) and isinstance(
                    argument := node.args[number], ast.Constant | ast.JoinedStr | ast.BinOp
                ):
                    assert not letters(argument), f"{place(file, node)}: {letters(argument)!r}"


def test_a_sentence_is_no_fragment_of_another_one_elsewhere() -> None:
    for file in OTHERS:
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.BinOp | ast.JoinedStr):
                for each in ast.walk(node):
                    if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
                        is_texts = each.value.id.isupper() and each.value.id in _INSTANCES
                        assert not is_texts, f"{place(file, node)}: built of fragments"


_INSTANCES = {
    target.id
    for file in TEXTS
    for node in parsed(file).body
    if isinstance(node, ast.Assign)
    for target in node.targets
    if isinstance(target, ast.Name)
    and isinstance(node.value, ast.Call)
    and not node.value.args
    and target.id.isupper()
}


def tool(name: str) -> str:
    found = Path(sys.executable).with_name(name)
    if not found.is_file():
        pytest.skip(f"this PySide6 comes without {name}")
    return str(found)


@pytest.mark.posix  # Wine's Python has no such programs
def test_lupdate_finds_every_sentence_and_no_other(tmp_path: Path) -> None:
    ts = tmp_path / "all.ts"
    files = [str(file) for file in TEXTS]
    subprocess.run([tool("pyside6-lupdate"), "-silent", *files, "-ts", str(ts)], check=True)
    assert set(messages_of(ts)) == messages_of_the_source()


def test_chinese_says_everything() -> None:
    """What it lacks is said in English meanwhile. To add it: `packaging/dev.py texts`, fill in
    what that marks as unfinished, and once more."""
    translated = {each for each, forms in messages_of(CHINESE).items() if all(forms)}
    assert messages_of_the_source() - translated == set()
    assert "unfinished" not in CHINESE.read_text(encoding="utf-8")


def test_english_has_the_plurals_and_nothing_is_left_to_do() -> None:
    plurals = {each for each in messages_of_the_source() if each[3]}
    assert set(messages_of(ENGLISH)) == plurals
    assert "unfinished" not in ENGLISH.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted((GUI / "i18n").glob("*.ts")), ids=lambda file: file.stem)
def test_a_translation_has_the_placeholders_of_its_source(file: Path) -> None:
    for (_, source, _, _), forms in messages_of(file).items():
        for form in filter(None, forms):  # an empty one is said in English
            assert _placeholders(form) <= _placeholders(source), source
            assert _placeholders(source) - {"%n"} <= _placeholders(form), source


def _placeholders(text: str) -> set[str]:
    """A brace without its partner is a ValueError."""
    named = {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall("%n", text))


@pytest.mark.posix
@pytest.mark.parametrize("file", sorted((GUI / "i18n").glob("*.ts")), ids=lambda file: file.stem)
def test_what_is_shipped_is_made_of_the_translations(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    command = [tool("pyside6-lrelease"), "-silent", str(file), "-qm", str(made)]
    subprocess.run(command, check=True)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_each_kind_of_notice_has_its_words() -> None:
    said = {kind for kind in NoticeKind if inspect.ismethod(getattr(NOTICES, kind.name.lower(), 0))}
    assert said | NOT_SAID == set(NoticeKind)
