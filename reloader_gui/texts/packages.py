"""What the error card says of a module that could not be imported, and of pip."""

from __future__ import annotations

import enum

from reloader_core import Interpreter
from reloader_gui.texts.package_notes import PACKAGE_NOTES
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.texts import Texts


class Refusal(enum.Enum):
    """Why nothing may be installed in a Python."""

    NONE = "It may."
    MANAGED = "The system's packages are in it, and pip is kept out (PEP 668)."
    NO_PIP = "It comes without pip."
    LOCKED = "Its folders cannot be written to."


class Do(enum.Enum):
    """What there is to do about a missing package."""

    NOTHING = "Nothing that is known here."
    INSTALL = "A click installs it."
    GUESS = "It may be the package of that name: its command is shown."
    MAKE = "A click makes a Python for the folder, and installs it there."
    MAKE_ONLY = "A click makes a Python for the folder, in which a guess may be installed."
    OTHER = "Another Python may be chosen."
    NO_PLACE = "No folder can be made beside the script."
    NO_VENV = "There is nothing that would make a Python for the folder."


class Left(enum.Enum):
    """What there is now of an installation that has not come to its end."""

    NOTHING = "It had not begun to install."
    PARTS = "Some of it may be there."
    REMOVED = "The environment that was made for it has been removed."
    NOT_REMOVED = "The half made environment could not be removed."


class Why(enum.Enum):
    """Why an installation has failed, as far as it can be told."""

    SLOW = "Where packages come from does not answer in time."
    OFFLINE = "It cannot be reached at all."
    NAME = "There is no package of that name."
    OUTPUT = "The output says it."


class PackageTexts(Texts):
    def python(self, python: Interpreter) -> str:
        """Within a sentence."""
        said = self.tr("this Python ({version}, {reason})")
        return said.format(version=python.version, reason=PYTHONS.origin(python.origin))

    # -- no package is meant

    def only_on(self, module: str, package: str, system: str) -> str:
        said = self.tr("'{module}' is in the package {package}, which works on {system} only.")
        return said.format(module=module, package=package, system=system)

    def other_name(self, package: str, module: str) -> tuple[str, ...]:
        what = self.tr("The module of the package {package} has another name.")
        write = self.tr("Write: import {module}").format(module=module)
        return what.format(package=package), write

    def near_file(self, module: str, near: str) -> tuple[str, ...]:
        what = self.tr("There is no '{module}' beside your script.").format(module=module)
        return what, self._did_you_mean(near)

    def near_python(self, module: str, near: str) -> tuple[str, ...]:
        what = self.tr("Python has no module '{module}'.").format(module=module)
        return what, self._did_you_mean(near)

    def near_package(self, module: str, near: str) -> tuple[str, ...]:
        what = self.tr("There is no '{module}' here.").format(module=module)
        return what, self._did_you_mean(near)

    def _did_you_mean(self, name: str) -> str:
        return self.tr("Did you mean '{name}'?").format(name=name)

    def own_file(self, module: str) -> tuple[str, ...]:
        what = self.tr("There is no {module}.py beside your script.").format(module=module)
        return what, self.tr("Is it in another folder?")

    # -- parts of Python

    def python_2(self, module: str, now: str) -> tuple[str, ...]:
        what = self.tr("'{module}' was a part of Python 2.").format(module=module)
        return what, self.tr("In Python 3 its name is '{name}'.").format(name=now)

    def windows_only(self, module: str) -> tuple[str, ...]:
        what = self.tr("'{module}' is a part of Python on Windows only.").format(module=module)
        return what, self.tr("This computer has another system.")

    def not_on_windows(self, module: str) -> str:
        said = self.tr("'{module}' is a part of Python that Windows does not have.")
        return said.format(module=module)

    def removed(
        self, module: str, since: str, instead: str, package: str, python: Interpreter
    ) -> tuple[str, ...]:
        """`instead`: modules that take its place; `package`: one from pip that does, or has it."""
        gone = self.tr("'{module}' is not a part of Python any more, since Python {since}.")
        sentences = [gone.format(module=module, since=since)]
        if instead:
            sentences.append(self.tr("Use {module} instead.").format(module=instead))
        if package:
            said = self.tr("The package {package} takes its place.")
            sentences.append(said.format(package=package))
        you = self.tr("You use {python}.").format(python=self.python(python))
        return (*sentences, you)

    def added(self, module: str, since: str, python: Interpreter) -> tuple[str, ...]:
        what = self.tr("'{module}' is a part of Python since Python {since}.")
        do = self.tr("You use {python}: choose a newer Python below.")
        return what.format(module=module, since=since), do.format(python=self.python(python))

    def left_out(self, module: str, python: Interpreter, debian: str) -> tuple[str, ...]:
        """`debian`: the system's package that has it; empty on other systems."""
        what = self.tr("'{module}' is a part of Python that {python} comes without.")
        what = what.format(module=module, python=self.python(python))
        choose = self.tr("Choose another Python below.")
        if not debian:
            return what, choose
        do = self.tr("On Debian and Ubuntu, type in a terminal: sudo apt install {package}")
        return what, choose, do.format(package=debian)

    # -- a package

    def shared_name(self, module: str, python: Interpreter) -> tuple[str, ...]:
        what = self.tr("'{module}' is not installed in {python}.")
        look = self.tr("Many packages share that name: look up which one your script needs.")
        return what.format(module=module, python=self.python(python)), look

    def no_such_module(self, module: str, package: str, noted: str) -> tuple[str, ...]:
        """pip has brought the package, and still the module is missing."""
        what = self.tr("{package} is installed now, but it has no module '{module}'.")
        more = PACKAGE_NOTES.note(noted) or self.tr("Look up which package has it.")
        return what.format(package=package, module=module), more

    def missing(
        self,
        module: str,
        package: str,
        python: Interpreter,
        noted: str,
        refusal: Refusal,
        do: Do,
        place: str = "",
        base: Interpreter | None = None,
    ) -> tuple[str, ...]:
        """`package`: where it has another name; `noted`: the module in package_notes.py;
        `place`: the folder that is made, `base`: from which Python, if it is another one."""
        if package:
            what = self.tr(
                "'{module}' is in the package {package}, which is not installed in {python}."
            ).format(module=module, package=package, python=self.python(python))
        else:
            what = self.tr("'{module}' is not installed in {python}.")
            what = what.format(module=module, python=self.python(python))
        rest = (*self._refused(refusal), *self._made_from(base), *self._do(do, place))
        return tuple(filter(None, (what, PACKAGE_NOTES.note(noted), *rest)))

    def declared(self, file: str, packages: str, place: str) -> tuple[str, ...]:
        """The script says itself what it needs, and there is no environment for it."""
        what = self.tr("{file} says that your script needs {packages}.")
        what = what.format(file=file, packages=packages)
        make = self.tr("A Python for this folder ({place}) can be made with them.")
        return what, make.format(place=place)

    def _refused(self, refusal: Refusal) -> tuple[str, ...]:
        match refusal:
            case Refusal.MANAGED:
                return (self.tr("The system does not let pip change this Python."),)
            case Refusal.NO_PIP:
                return (self.tr("This Python has no pip to install it with."),)
            case Refusal.LOCKED:
                return (self.tr("Nothing may be installed in this Python."),)
            case Refusal.NONE:
                return ()

    def _made_from(self, base: Interpreter | None) -> tuple[str, ...]:
        if base is None:
            return ()
        said = self.tr(
            "It cannot make a Python for this folder either (on Debian and Ubuntu the package"
            " python3-venv is missing), but {python} can."
        )
        return (said.format(python=PYTHONS.name(base)),)

    def _do(self, do: Do, place: str) -> tuple[str, ...]:
        match do:
            case Do.NOTHING:
                return ()
            case Do.INSTALL:
                return (self.tr("This installs it:"),)
            case Do.GUESS:
                guess = self.tr(
                    "Perhaps a package of that name has it, but that is a guess: anybody can"
                    " publish one."
                )
                return guess, self.tr("Look up who publishes it before you type:")
            case Do.MAKE:
                said = self.tr("This makes a Python for this folder ({place}) with it:")
                return (said.format(place=place),)
            case Do.MAKE_ONLY:
                said = self.tr(
                    "This makes a Python for this folder ({place}), in which packages can be"
                    " installed:"
                )
                return (said.format(place=place),)
            case Do.OTHER:
                return (self.tr("Choose another Python below."),)
            case Do.NO_PLACE:
                why = self.tr("A Python for this folder cannot be made here.")
                return why, self.tr("Copy your script to a folder of your own.")
            case Do.NO_VENV:
                why = self.tr("It cannot make a Python for this folder, and no other can.")
                do_this = self.tr(
                    "On Debian and Ubuntu, type in a terminal: sudo apt install python3-venv"
                )
                return why, do_this, self.tr("Or install Python from python.org.")

    # -- pip has failed

    def failed(self, package: str, error: str, why: Why, left: Left, place: str) -> tuple[str, ...]:
        """`package`: empty where only a Python was to be made; `error`: the last one that was
        said; `place`: where the environment was made, or empty."""
        sentences = [self._not_done(package), self.left(left, place)]
        if error:
            sentences.append(self.tr("pip says: {error}.").format(error=error))
        return (*sentences, *self._do_then(why))

    def nearer_place(self) -> tuple[str, ...]:
        """Packages did not come in time."""
        what = self.tr("Packages did not come in time.")
        return what, self.tr(
            "Do you know a nearer address for them (a mirror, an index-url of pip's)?"
        )

    def enter_address(self) -> str:
        return self.tr("Enter it...", "an address for packages")

    def _not_done(self, package: str) -> str:
        if package:
            return self.tr("{package} could not be installed.").format(package=package)
        return self.tr("A Python for this folder could not be made.")

    def _do_then(self, why: Why) -> tuple[str, ...]:
        match why:
            case Why.SLOW | Why.OFFLINE:
                return (self.tr("Is this computer connected to the internet? Then try again:"),)
            case Why.NAME:
                return (self.tr("Check the name; perhaps the package is called otherwise."),)
            case Why.OUTPUT:
                return (self.tr("What it said is in the output above."),)

    def no_room(self, place: str, why: str) -> tuple[str, ...]:
        """The folder of an environment could not be made."""
        what = self._not_done("")
        reason = self.tr("{place} cannot be created ({why}).").format(place=place, why=why)
        return what, reason, self.tr("Nothing was changed.")

    def cancelled(self, package: str, left: Left, place: str) -> tuple[str, ...]:
        if package:
            what = self.tr("The installation of {package} was cancelled.")
            return what.format(package=package), self.left(left, place)
        what = self.tr("Making a Python for this folder was cancelled.")
        return what, self.left(left, place)

    def left(self, left: Left, place: str) -> str:
        match left:
            case Left.NOTHING:
                return self.tr("Nothing was changed.")
            case Left.PARTS:
                return self.tr("Parts of it may be there; to install it again completes it.")
            case Left.REMOVED:
                said = self.tr("What was made so far ({place}) is removed again.")
            case Left.NOT_REMOVED:
                said = self.tr("{place} is half made and could not be removed: delete it.")
        return said.format(place=place)


PACKAGES = PackageTexts()
