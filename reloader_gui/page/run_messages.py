"""The lines that a script's run makes the page say, and when they are true no more. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reloader_core import (
    Doubt,
    Interpreter,
    Notice,
    NoticeKind,
    Reason,
    ScriptError,
)
from reloader_gui.page.data_messages import DataMessages
from reloader_gui.page.message_area import Answer, MessageArea
from reloader_gui.python.advice import Advice
from reloader_gui.run.missing_glyphs import remedy
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.run.terminal_window import CannotOpen, needs_terminal, open_in_terminal
from reloader_gui.texts.explain import explaining
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.packages import PACKAGES
from reloader_gui.texts.page import CARD, PAGE, Lacking
from reloader_gui.texts.pythons import PYTHONS
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.script_settings import SCRIPT_SETTINGS
from reloader_gui.texts.status import STATUS

_OF_ONE_RUN = ("glyphs", "slow", "end explained", "other stopped", "next run")


class RunMessages(QObject):
    run_wanted = Signal()
    """By an answer, wherever it is shown."""
    details_wanted = Signal(object)
    """The log, a Path."""
    setting_wanted = Signal(str)
    """The settings page, at this key."""

    def __init__(
        self,
        run: ScriptRun,
        area: MessageArea,
        find_log: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._area = area
        self._find_log = find_log
        self._explained_run = 0
        self._data = DataMessages(run, area, self)
        self._data.run_wanted.connect(self.run_wanted)
        run.began.connect(self._on_began)
        run.failed.connect(self._on_failed)
        run.noticed.connect(self._on_notice)
        run.news.end_explained.connect(
            lambda meant: area.say(said(explaining.sentence, meant), key="end explained")
        )
        run.first_run.connect(self._on_first_run)
        run.set_for_next.connect(self._on_set_for_next)
        run.not_run.connect(self._on_not_run)
        run.options.changed.connect(self._on_options_changed)
        run.python.changed.connect(self._on_python)
        run.python.passed_over.connect(self._on_passed_over)
        run.python.refused.connect(self._on_refused)
        run.python.not_started.connect(self._on_not_started)
        run.python.doubted.connect(self._on_doubted)
        run.python.appeared.connect(self._on_appeared)
        run.packages.declared.connect(self._offer_python)
        run.installation.failed.connect(self._on_not_installed)
        run.installation.cancelled.connect(lambda what: area.say(what, key="cancelled"))
        run.printed.glyphs_missing.connect(self._on_glyphs_missing)
        area.unanswered.connect(self._on_unanswered)

    # -- runs and saves

    def _on_began(self, number: int) -> None:
        if number > self._explained_run:
            self._area.take_away("first run")
        notices = (NoticeKind.EXIT_3_LOOP.name, NoticeKind.FAILED.name, NoticeKind.NESTED.name)
        known = ("python", "doubt", "terminal", "in terminal", "saved", "cancelled", "declared")
        for answered in (*notices, *known, *_OF_ONE_RUN):
            self._area.take_away(answered)

    def _on_first_run(self) -> None:
        """It is about to begin; what is said of saves leaves at the next one."""
        self._explained_run = self._run.record.number + 1
        self._area.say(PAGE.first_run, self._only_by_run(), key="first run")

    def _only_by_run(self) -> Answer:
        return PAGE.only_when_i_press_run, lambda: self._run.set_restart_on_save(False)

    def _on_options_changed(self) -> None:
        """What was said of saves is true no more where they start nothing."""
        if not self._run.options.now.restart_on_save:
            for about_saves in ("first run", "saved"):
                self._area.take_away(about_saves)

    def _on_set_for_next(self) -> None:
        answer = (STATUS.run_again, self.run_wanted.emit)
        self._area.say(SCRIPT_SETTINGS.from_next_run, answer, key="next run")

    def _on_not_run(self, reason: Reason) -> None:
        """It may be half edited, and saved by the editor itself: the user says what is to be."""

        def always() -> None:
            self._run.set_option("always_run_on_save", True)
            self.run_wanted.emit()

        what = said(RUNS.not_run, reason, self._run.script.name)
        answers = ((STATUS.run, self.run_wanted.emit), (PAGE.always_run_on_save, always))
        self._area.say(what, *answers, key="saved")

    # -- what the engine says

    def _on_failed(self, error: ScriptError) -> None:
        if needs_terminal(error):
            self._offer_terminal()

    def _offer_terminal(self) -> None:
        answer = (PAGE.open_in_terminal, self._open_in_terminal)
        self._area.say(PAGE.needs_terminal, answer, key="terminal")

    def _open_in_terminal(self) -> None:
        """It is restarted there from now on, and not here as well."""
        run = self._run
        if run.started is not None:
            try:
                open_in_terminal(run.options.target(run.started), run.options.variables())
            except CannotOpen as error:
                self._area.say(error.said, key="no terminal")
            else:
                run.leave()
                self._area.say(PAGE.runs_in_terminal, key="in terminal")

    def _on_notice(self, notice: Notice) -> None:
        match notice.kind:
            case NoticeKind.SINGLE_KEYS:
                self._offer_terminal()
                return
            case NoticeKind.DATA_LET_GO | NoticeKind.CAN_COLOUR:  # see DataMessages, ColourOffer
                return
            case NoticeKind.KEYBOARD_TAKEN:
                if self._run.options.now.keyboard_told:
                    return
                self._run.options.remember(keyboard_told=True)
            case NoticeKind.AGENT_BACK:
                self._area.take_away(NoticeKind.NO_AGENT.name)
                return
            case NoticeKind.EXIT_3_LOOP:
                self._area.take_away(NoticeKind.EXIT_3_SLOWED.name)
            case NoticeKind.NESTED:  # of saves that says more, and of whose doing it is
                self._area.take_away("first run")
        what = said(NOTICES.sentence, notice)
        self._area.say(what, *self._answers(notice.kind), key=notice.kind.name)

    def _answers(self, kind: NoticeKind) -> list[Answer]:
        match kind:
            case NoticeKind.EXIT_3_LOOP:
                return [(PAGE.keep_restarting, self._run.engine.keep_restarting)]
            case NoticeKind.FAILED if (log := self._find_log()) is not None:
                return [(PAGE.show_details, lambda: self.details_wanted.emit(log))]
            case NoticeKind.AUTO_SAVE:
                wait = lambda: self._run.set_option("wait_for_pause", True)  # noqa: E731
                return [(PAGE.wait_until_i_pause, wait), self._only_by_run()]
        return []

    def _on_glyphs_missing(self, lacking: Lacking) -> None:
        line = remedy(lacking)
        copy = (PAGE.copy_line, lambda: QGuiApplication.clipboard().setText(line))
        answers = (copy,) if line else ()
        self._area.say(said(PAGE.glyphs_missing, lacking, line), *answers, key="glyphs")

    # -- which Python

    def _on_python(self, python: Interpreter | None) -> None:
        self._area.take_away("doubt")
        if self._run.is_busy and python is not None:
            answer = (STATUS.run_again, self.run_wanted.emit)
            self._area.say(said(PYTHONS.next_run, python), answer, key="python")

    def _on_passed_over(self, python: Interpreter) -> None:
        self._area.say(said(PYTHONS.replaced, python), key="passed over")

    def _on_refused(self, chosen: Path, why: Said | None, kept: Interpreter | None) -> None:
        self._area.say(said(PYTHONS.not_usable, chosen, why, kept), key="refused")

    def _on_not_started(self, why: Said) -> None:
        if self._run.status is not None:  # else the status line has it
            self._area.say(said(PAGE.not_started_because, why), key="not started")

    def _on_doubted(self, python: Interpreter, doubt: Doubt) -> None:
        self._area.say(
            said(PYTHONS.question, python, doubt),
            (PYTHONS.use, lambda: self._run.python.answer(doubt, use=True)),
            (PYTHONS.use_another, lambda: self._run.python.answer(doubt, use=False)),
            key="doubt",
        )

    def _offer_python(self, advice: Advice) -> None:
        """To make one for the folder."""
        answer = (CARD.make_python, lambda: self._run.install(advice))
        self._area.say(advice.said, answer, key="declared")

    def _on_not_installed(self, advice: Advice) -> None:
        """What no error has asked for; the card is about errors."""
        if self._run.started is None:
            self._offer_python(advice)
        if advice.is_slow:
            enter = (PACKAGES.enter_address, lambda: self.setting_wanted.emit("package_index"))
            self._area.say(said(PACKAGES.nearer_place), enter, key="slow")

    def _on_appeared(self, environment: Path) -> None:
        def use() -> None:
            self._run.python.choose(None)
            self.run_wanted.emit()

        what = said(PYTHONS.appeared, environment)
        self._area.say(what, (PYTHONS.use, use), key="appeared")

    def _on_unanswered(self, key: str) -> None:
        if key == "doubt":
            self._run.python.put_off()
