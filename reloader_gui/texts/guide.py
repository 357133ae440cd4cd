"""The short guide that F1 opens, and the text for whoever reports a problem of Reloader's."""

from __future__ import annotations

from reloader_gui.texts.texts import Texts


class GuideTexts(Texts):
    def title(self) -> str:
        return self.tr("Help")

    def sentences(self) -> tuple[str, ...]:
        """In the order in which somebody meets them; a paragraph each."""
        return (
            self.tr("Choose a Python script, or drop one here, and press Run. Only Run runs it."),
            self.tr(
                "Press Edit to open it in your editor. Change something there and save: the script"
                " runs again by itself."
            ),
            self.tr(
                "A save with a mistake changes nothing: the previous version keeps running, and the"
                " mistake is shown."
            ),
            self.tr(
                "When the script asks something, type your answer where it asks, and press Enter."
            ),
            self.tr(
                "Stop ends the script and all that it started. After that a save runs nothing until"
                " you press Run."
            ),
            self.tr(
                "If an error stops it, a red card says what it means. Show line opens that line in"
                " your editor; a package that is missing is installed from there."
            ),
            self.tr(
                "Python's own words about the error are in the output. Click a file's name there to"
                " open it at that line."
            ),
            self.tr(
                "The menu has what can be done with the output: find something in it, save it,"
                " clear it. The list of runs shows what earlier ones have printed, and compares"
                " two of them."
            ),
            self.tr(
                "A script that you open while another one runs gets a tab, and both go on. Closing"
                " a tab stops its script."
            ),
            self.tr(
                "If nothing happens for a while, a click on the line above the output shows in"
                " which line the script is."
            ),
            self.tr(
                "The button at the bottom says which Python runs the script. Click it to choose"
                " another one."
            ),
            self.tr(
                "Arguments, working folder and more of one script are in the menu, too, and what"
                " holds for all of them in the settings."
            ),
        )

    def keys(self) -> str:
        return self.tr("Keys")

    def next_part(self) -> str:
        return self.tr("From the output to the error card and to the input", "what F6 does")

    def interrupt(self) -> str:
        return self.tr("Stop, while you type an answer")

    def end_of_input(self) -> str:
        return self.tr("Tell the script that there is no more input, while you type an answer")

    def history(self) -> str:
        return self.tr("What you have answered before", "the arrow keys in the input")

    def close(self) -> str:
        return self.tr("Close", "the guide")

    def report(self) -> str:
        return self.tr("Report a problem...")


GUIDE = GuideTexts()


class ProblemTexts(Texts):
    """What somebody copies who reports a problem of Reloader's own."""

    def title(self) -> str:
        return self.tr("Report a problem")

    def explains(self) -> tuple[str, ...]:
        return (
            self.tr("Copy this text and paste it where you report the problem."),
            self.tr("Add what you did, what you expected, and what happened instead."),
            self.tr("Nothing is sent. Your name and your home folder are hidden."),
        )

    def preview(self) -> str:
        return self.tr("The text to copy", "about Reloader's own problem")

    def copy(self) -> str:
        return self.tr("Copy", "the text about Reloader's own problem")

    def close(self) -> str:
        return self.tr("Close", "the dialog with a text to copy")

    def did(self) -> str:
        return self.tr("What I did:")

    def expected(self) -> str:
        return self.tr("What I expected:")

    def happened(self) -> str:
        return self.tr("What happened:")

    def log(self) -> str:
        return self.tr("The end of the log:")

    def no_log(self) -> str:
        return self.tr("There is nothing in the log.")


PROBLEM = ProblemTexts()
