"""The page of one script: status, error card, messages, output, input, Python.

GUI thread. Puts together what shows a ScriptRun and hands the user's wishes to it; decides
nothing about running. The script bar above it belongs to the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reloader_core import OutputBudget, ScriptError, Spool
from reloader_gui.output.corner import Corner
from reloader_gui.output.feed import Feed
from reloader_gui.output.find.find_bar import FindBar
from reloader_gui.output.marks import Marks
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything
from reloader_gui.output.voice import Voice
from reloader_gui.page.colour_offer import ColourOffer
from reloader_gui.page.earlier import Earlier
from reloader_gui.page.end_notice import EndNotice
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.help_offer import HelpOffer
from reloader_gui.page.input.input_row import InputRow
from reloader_gui.page.input_place import InputPlace
from reloader_gui.page.low_window import LowWindow
from reloader_gui.page.message_area import MessageArea
from reloader_gui.page.output_messages import OutputMessages
from reloader_gui.page.port_offer import PortOffer
from reloader_gui.page.position import PositionLine
from reloader_gui.page.python_button import PythonButton
from reloader_gui.page.renaming import Renaming
from reloader_gui.page.run_messages import RunMessages
from reloader_gui.page.status_line import StatusLine
from reloader_gui.run.parts import Parts
from reloader_gui.run.run_log import Outcome
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.run.scripts import BadScript, check_text, found
from reloader_gui.settings.store import Settings
from reloader_gui.texts.output import OUTPUT_MENU
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import said
from reloader_gui.texts.status import StatusView
from reloader_gui.texts.window import OPENING
from reloader_gui.ui.disk import Question
from reloader_gui.ui.program import output_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded


class RunPage(Worded, QWidget):
    """Made for one script. `run` is its ScriptRun."""

    line_wanted = Signal(object, int)  # Path, line

    def __init__(
        self,
        script: Path,
        settings: Settings,
        parts: Parts,
        output_budget: OutputBudget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._focus_input = False
        self._check = parts.check
        self._question = Question(self)
        self.messages = MessageArea()
        self.spool = Spool(output_folder(), budget=output_budget)
        self.output = OutputPane(self.spool, script.parent)
        self.corner = Corner(self.output)
        self.marks = Marks(self.output)
        self.voice = Voice(self.output)
        self._find_bar: FindBar | None = None
        self.card = ErrorCard()
        self._pace = parts.pace.stream()
        feed = Feed(self.spool, self.output.document.announce, self.output.wake, pace=self._pace)
        self.answer = InputRow(feed.unanswered, lambda: feed.asks_secret)
        self.input = self.answer.line
        self.run = ScriptRun(script, settings, feed, parts, self)
        self.status = StatusLine(self.run.view)
        self.python = PythonButton(self.run.python, parts.list_pythons)
        OutputMessages(self.output, self.messages, self)
        HelpOffer(self.run, feed, self.card, self.messages, self)
        self.renaming = Renaming(self.run, self.card, self.messages, self._show_above_output, self)
        self.run_messages = RunMessages(self.run, self.messages, parts.find_log, self)
        ColourOffer(self.run, feed, self.messages, self)
        PortOffer(self.run, self.card, self.messages, self.run_messages, self)
        self.position = PositionLine(self.run, self.status, self.messages, self)
        self.position.line_wanted.connect(self.line_wanted)
        self._lay_out()
        self.earlier = Earlier(self.run, self.output, self._column, self)
        EndNotice(self.run, settings, self)
        self._connect()
        self.apply_settings()
        self.run.python.look()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.status)
        column.addWidget(self.card)
        column.addWidget(self.messages)
        column.addWidget(self.output, 1)
        column.addWidget(self.answer)
        column.addWidget(self.python, 0, Qt.AlignmentFlag.AlignLeft)
        InputPlace(self, self.output, self.answer)
        LowWindow(column, self.output, self.messages, self.card, self.answer)

    def _connect(self) -> None:
        run, output, line = self.run, self.output, self.input
        run.view_changed.connect(self._show_view)
        run.began.connect(self.answer.begin_run)
        run.began.connect(lambda _: self.messages.take_away("cleared"))
        run.input_open_changed.connect(line.set_open)
        run.input_open_changed.connect(output.set_takes_text)
        run.input_wanted.connect(self.answer.set_wanted)
        run.failed.connect(self.card.show_error)
        run.news.survived.connect(self.card.show_survived)
        run.news.explained.connect(self.card.show_explanation)
        run.news.detailed.connect(self.card.show_details)
        run.no_failure.connect(self.card.forget)
        run.packages.advised.connect(self.card.show_advice)
        run.installation.failed.connect(self.card.show_advice)
        run.news.past.changed.connect(self._mark_failures)
        run.closed.connect(self.spool.close)
        output.typed.connect(line.take_key)
        output.composed.connect(line.take_composed)
        output.pasted.connect(line.paste_text)
        output.line_wanted.connect(self.line_wanted)
        output.hovered.connect(self.status.show_link)
        output.waits_changed.connect(self.answer.set_guessed)
        corner = self.corner
        corner.find_wanted.connect(self.find_in_output)
        corner.copy_wanted.connect(self._copy)
        corner.clear_wanted.connect(self.clear_output)
        corner.wrap_wanted.connect(self.set_wraps)
        corner.times_wanted.connect(self.set_times)
        self.answer.sent.connect(run.engine.send)
        line.ended.connect(run.engine.close_input)
        line.interrupted.connect(self.stop)
        line.opened.connect(self._on_input_opened)
        line.closed_with_focus.connect(self._on_input_closed)
        self.card.dismissed.connect(run.news.forget_survived)
        self.card.shown.connect(self.status.set_has_card)
        self.card.line_wanted.connect(self._on_line_wanted)
        self.card.cause_wanted.connect(self.line_wanted)
        self.card.install_wanted.connect(run.install)
        self.card.other_wanted.connect(run.use)

    @property
    def find_bar(self) -> FindBar:
        """Made when it is first wanted."""
        if self._find_bar is None:
            self._find_bar = FindBar(self.output)
            self._column.insertWidget(self._column.indexOf(self.output) + 1, self._find_bar)
        return self._find_bar

    def _show_above_output(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.output), row)

    def set_words(self) -> None:
        self.run.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._set_seen(False)

    def _set_seen(self, seen: bool) -> None:
        """Behind another page it costs next to nothing."""
        self.output.watch.set_seen(seen)
        self._pace.set_seen(seen)
        self.run.shown.set_seen(seen)

    # -- what the window asks for

    def place_messages(self) -> None:
        """Under the error card; they may have been on the settings page."""
        self._column.insertWidget(self._column.indexOf(self.card) + 1, self.messages)

    def press_run(self) -> None:
        """Run, or run again; the keyboard goes to the input line, unless it is in use."""
        script = self.run.script
        self._question.ask(
            lambda: found(lambda: check_text(self._check(script))),
            self._on_checked,
            instead=lambda: script,
            late=lambda: self.messages.say(
                said(OPENING.runs_late, script), (PAGE.not_now, self._question.drop), key="script"
            ),
        )

    def stop(self) -> None:
        """Stop what runs, or is to run."""
        self._question.drop()
        for key in ("script", "first run"):  # a save does nothing after Stop
            self.messages.take_away(key)
        self.run.stop()

    def _on_checked(self, script: Path | BadScript) -> None:
        if isinstance(script, BadScript):  # moved, or its drive is gone; what runs goes on
            why = said(PAGE.not_started_because, script.said)
            self.messages.say(why, key="script", missing=script.gone)
            return
        if self._is_free(self.window().focusWidget()):
            self.output.setFocus()
        self.messages.take_away("script")
        self._focus_input = True
        if self.input.isEnabled():
            self._on_input_opened()
        self.run.run()

    def set_colours(self, colours: Colours) -> None:
        self.output.set_colours(colours)
        self.corner.set_colours(colours)
        self.marks.set_colours(colours)
        self.card.set_colours(colours)
        self.earlier.set_colours(colours)

    def apply_settings(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        if size := self._settings.number("font_size"):
            font.setPointSizeF(size)
        self.output.set_font(font)
        self.earlier.set_font(font)
        if self.output.wraps != self._settings.flag("wrap_lines"):
            self.output.set_wraps(not self.output.wraps)
        self._show_switches()
        self.voice.is_on = self._settings.flag("say_output")
        self.spool.set_limits(**self._limits())
        self.run.settings_changed()

    def _limits(self) -> dict[str, int]:
        """For the spool."""
        return {
            f"{which}_limit_bytes": int(self._settings.number(f"{which}_limit_mb") * 1_000_000)
            for which in ("run", "total")
        }

    # -- what the output's menu asks for

    @property
    def wraps(self) -> bool:
        return self.output.wraps

    @property
    def shows_times(self) -> bool:
        return self.output.shows_times

    @property
    def shows_only_last(self) -> bool:
        return self.output.document.only_last

    def set_wraps(self, on: bool) -> None:
        """Remembered, as by the settings page."""
        self._settings.set("wrap_lines", on)
        self.apply_settings()

    def set_times(self, on: bool) -> None:
        self.output.set_times(on)
        self._show_switches()

    def _show_switches(self) -> None:
        self.corner.show_switches(wraps=self.output.wraps, times=self.output.shows_times)

    def set_only_last(self, on: bool) -> None:
        self.output.set_only_last(on)

    def find_in_output(self) -> None:
        self.find_bar.open()

    def find_again(self, *, forward: bool) -> None:
        if self.find_bar.isVisible():
            self.find_bar.step(forward=forward)
        else:
            self.find_bar.open()

    def toggle_only_matching(self) -> None:
        self.find_bar.toggle_only()

    def toggle_runs(self) -> None:
        self.earlier.toggle_runs()

    def compare_last(self) -> None:
        self.earlier.compare_last()

    def cancel_search(self) -> None:
        """Nobody looks at the output any more."""
        if self._find_bar is not None:
            self._find_bar.cancel()

    def _copy(self) -> None:
        """What is selected, else everything."""
        if self.output.selection:
            self.output.copy()
        else:
            self.output.transfer.copy(everything(self.output.document))

    def clear_output(self) -> None:
        if self.output.document.count:
            self.output.empty()
            undo = (OUTPUT_MENU.take_back, self.undo_clear)
            self.messages.say(OUTPUT_MENU.was_cleared, undo, key="cleared")

    @property
    def has_cleared(self) -> bool:
        return self.output.document.has_cleared

    def undo_clear(self) -> None:
        self.messages.take_away("cleared")
        if self.has_cleared:
            self.output.show_cleared()

    def go_to_run(self, step: int) -> None:
        self.output.go_to_run(step)

    def save_output(self, file: Path, with_colours: bool) -> None:
        parts = everything(self.output.document)
        self.output.transfer.save(parts, file, with_colours=with_colours)

    # -- what the run says

    def _show_view(self, view: StatusView) -> None:
        self.answer.set_busy(self.run.never_rests)
        self.status.show_view(view)

    def _mark_failures(self) -> None:
        failed = (past for past in self.run.news.past.runs if past.record.outcome is Outcome.FAILED)
        self.marks.set_failed([past.output for past in failed])

    def _on_line_wanted(self, error: ScriptError) -> None:
        self.line_wanted.emit(error.file or self.run.script, error.line or 0)

    # -- where the keyboard is

    @property
    def input_waits_for_run(self) -> bool:
        """The input line gets the keyboard with the next run."""
        return self._focus_input

    def _is_free(self, focus: QWidget | None) -> bool:
        """Run, or an answer, has been pressed, and needs the keyboard no more."""
        row = self._find_bar
        in_use = row is not None and focus is not None and row.isAncestorOf(focus)
        return isinstance(focus, QPushButton) and not in_use

    def _on_input_opened(self) -> None:
        """Whoever has begun to type elsewhere meanwhile goes on there."""
        if self._focus_input:
            self._focus_input = False
            if self.window().focusWidget() in (None, self.output):
                self.input.setFocus()

    def _on_input_closed(self) -> None:
        """What is typed meanwhile comes back to the input line with the next run."""
        self._focus_input = True
        self.output.setFocus()
