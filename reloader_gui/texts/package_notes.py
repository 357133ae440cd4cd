"""What is to be known about a package before it is installed, by the module that it brings."""

from __future__ import annotations

from reloader_gui.texts.texts import Texts


class PackageNoteTexts(Texts):
    def note(self, module: str) -> str:
        """Whole sentences; empty where there is nothing to say."""
        match module:
            case "Image":
                return self.tr("This was its name in Python 2: now write 'from PIL import Image'.")
            case "MySQLdb":
                return self.tr(
                    "pip may have to build it, with the system's MySQL library (Debian,"
                    " Ubuntu: libmysqlclient-dev or libmariadb-dev). PyMySQL needs none."
                )
            case "cairo":
                return self.tr(
                    "pip has to build it, with a library of the system (Debian, Ubuntu: apt"
                    " install python3-cairo is simpler)."
                )
            case "fpdf":
                return self.tr("This is its successor, which has the same module.")
            case "gi":
                return self.tr(
                    "pip has to build it, with libraries of the system (Debian, Ubuntu: apt"
                    " install python3-gi gir1.2-gtk-3.0 is simpler)."
                )
            case "ldap":
                return self.tr(
                    "pip has to build it, with libraries of the system (Debian, Ubuntu: apt"
                    " install libldap-dev libsasl2-dev)."
                )
            case "magic":
                return self.tr(
                    "It also needs the library libmagic (Debian, Ubuntu: apt install"
                    " libmagic1; macOS: brew install libmagic)."
                )
            case "osgeo":
                return self.tr("pip has to build it, with the system's GDAL of the same version.")
        return self._more(module)

    def _more(self, module: str) -> str:
        match module:
            case "pdf2image":
                return self.tr("It also needs the programs of Poppler.")
            case "pil":
                return self.tr("In a script its name has capital letters: from PIL import Image.")
            case "pkg_resources":
                return self.tr("Newer versions of setuptools come without this module.")
            case "pyaudio":
                return self.tr(
                    "On Linux and macOS it needs the library PortAudio (Debian, Ubuntu: apt"
                    " install portaudio19-dev)."
                )
            case "pylab":
                return self.tr("Today one writes: import matplotlib.pyplot as plt.")
            case "pytesseract":
                return self.tr("It also needs the program Tesseract.")
            case "vlc":
                return self.tr("It also needs the program VLC.")
            case "wx":
                return self.tr(
                    "On Linux pip has to build it, which takes long and needs libraries of"
                    " the system (Debian, Ubuntu: apt install python3-wxgtk4.0 is simpler)."
                )
        return ""


PACKAGE_NOTES = PackageNoteTexts()
