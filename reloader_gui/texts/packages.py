"""What the error card says of a module that could not be imported, and of pip."""

from __future__ import annotations

from reloader_core import Interpreter
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.texts import Texts


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

    def no_such_module(self, module: str, package: str, note: str) -> tuple[str, ...]:
        """pip has brought the package, and still the module is missing."""
        what = self.tr("{package} is installed now, but it has no module '{module}'.")
        more = note or self.tr("Look up which package has it.")
        return what.format(package=package, module=module), more

    def missing(
        self, module: str, package: str, python: Interpreter, note: str, rest: str
    ) -> tuple[str, ...]:
        """`package`: where it has another name; `note`: sentences of the table of packages;
        `rest`: what can be done, as the names below say; empty: nothing."""
        if package:
            what = self.tr(
                "'{module}' is in the package {package}, which is not installed in {python}."
            ).format(module=module, package=package, python=self.python(python))
        else:
            what = self.tr("'{module}' is not installed in {python}.")
            what = what.format(module=module, python=self.python(python))
        return tuple(filter(None, (what, note, *self._rest(rest))))

    def _rest(self, rest: str) -> tuple[str, ...]:
        make = self.tr(
            "In a terminal, in your script's folder, type: python3 -m venv .venv (Reloader then"
            " takes that)."
        )
        match rest:
            case "installs":
                return (self.tr("This installs it:"),)
            case "guess":
                guess = self.tr(
                    "Perhaps a package of that name has it, but that is a guess: anybody can"
                    " publish one."
                )
                return guess, self.tr("Look at it on pypi.org before you type:")
            case "managed":
                return self.tr("The system does not let pip change this Python."), make
            case "managed, has own":
                own = self.tr("Or choose Reloader's own Python below.")
                return self.tr("The system does not let pip change this Python."), make, own
            case "no pip":
                other = self.tr("Or choose another Python below.")
                return self.tr("This Python has no pip to install it with."), make, other
            case "locked":
                return self.tr("Nothing may be installed in this Python."), make
        return ()

    # -- pip has failed

    def failed(self, package: str, said: str, do: str) -> tuple[str, ...]:
        """`said`: pip's last error; `do`: offline, name, or output."""
        what = self.tr("{package} could not be installed.").format(package=package)
        sentences = [what]
        if said:
            sentences.append(self.tr("pip says: {error}.").format(error=said))
        match do:
            case "offline":
                sentences.append(
                    self.tr("Is this computer connected to the internet? Then try again:")
                )
            case "name":
                sentences.append(
                    self.tr("Check the name; perhaps the package is called otherwise.")
                )
            case "output":
                sentences.append(self.tr("What it said is in the output above."))
        return tuple(sentences)


PACKAGES = PackageTexts()
