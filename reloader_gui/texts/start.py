"""What is said of the program as a whole: its own problems, and of one window for all."""

from __future__ import annotations

from reloader_gui.texts.texts import Texts


class StartTexts(Texts):
    def problem(self, what: str) -> tuple[str, ...]:
        """`what`: the fault, where it could not be written to the log; else empty."""
        goes_on = self.tr("Your script keeps running.")
        if not what:
            return self.tr("Reloader had a problem."), goes_on
        return self.tr("Reloader had a problem ({what}).").format(what=what), goes_on

    def no_meeting_place(self) -> str:
        return self.tr(
            "'Open every script in one window' does not work here: there is no folder that only you"
            " may enter, in which your windows could find each other."
        )

    def one_window_not_here(self, why: str) -> str:
        return self.tr(
            "'Open every script in one window' does not work on this computer: {why}."
        ).format(why=why)

    def window_silent(self) -> str:
        return self.tr(
            "The window that is open does not answer, so your script opens in a new one."
        )

    def stranger(self) -> tuple[str, ...]:
        what = self.tr(
            "'Open every script in one window' cannot be used now: a program of another user stands"
            " where your open window would listen."
        )
        return what, self.tr("Your script opens in a new window.")

    def arguments_too_long(self) -> str:
        return self.tr(
            "The arguments of your script are too long to be handed to the open window, so it"
            " opens in a new one."
        )


START = StartTexts()
