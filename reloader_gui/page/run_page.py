"""The page of one script: status, messages, output, error card, input, Python.

GUI thread. Shows a ScriptRun and hands the user's wishes to it; decides nothing
about running. The script bar above it belongs to the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reloader_core import (
    Doubt,
    Interpreter,
    Notice,
    NoticeKind,
    OutputBudget,
    Reason,
    ScriptError,
    Spool,
)
from reloader_gui.output.feed import Feed
from reloader_gui.output.find.find_bar import FindBar
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything
from reloader_gui.output.voice import Voice
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.input.input_row import InputRow
from reloader_gui.page.low_window import LowWindow
from reloader_gui.page.message_area import Answer, MessageArea
from reloader_gui.run.parts import Parts
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.run.scripts import BadScript, found, no_answer
from reloader_gui.run.terminal_window import (
    NEEDS_ONE,
    CannotOpen,
    needs_terminal,
    open_in_terminal,
)
from reloader_gui.settings.store import Settings
from reloader_gui.texts import notices, pythons
from reloader_gui.texts import status as words
from reloader_gui.texts.status import Mood, View
from reloader_gui.ui.disk import Question
from reloader_gui.ui.program import output_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import announce, button, label, named, restyle

NOTHING_SELECTED = "Nothing is selected. Stop: Shift+F5"
FIRST_RUN = "From now on every save runs this script again."


class RunPage(QWidget):
    """Made for one script. `run` is its ScriptRun."""

    line_wanted = Signal(object, int)  # Path, line
    python_wanted = Signal()
    run_wanted = Signal()
    """By an answer to a message, wherever it is shown."""
    zoomed = Signal(int)

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
        self._explained_run = 0
        self._said = ""
        self._link = ""
        """Where the link under the pointer leads to."""
        self._trouble = ""
        self._find_log = parts.find_log
        self._check = parts.check
        self._question = Question(self)
        self.messages = MessageArea()
        self.spool = Spool(output_folder(), budget=output_budget)
        self.output = OutputPane(self.spool, script.parent)
        self.voice = Voice(self.output)
        self.find_bar = FindBar(self.output)
        self.card = ErrorCard()
        feed = Feed(self.spool, self.output.document.announce, self.output.wake)
        self.answer = InputRow(feed.unanswered)
        self.input = self.answer.line
        self.status = named(label(), "statusLabel")
        self.python = button("Looking for Python...", "interpreterButton", "Which Python runs it")
        self.python.setProperty("role", "flat")
        self.python.setMenu(self._python_menu(parts.own_python))
        self.arguments = _ArgumentsRow()
        self.run = ScriptRun(script, settings, feed, parts, self)
        self._lay_out()
        self._connect()
        self.apply_settings()
        self._show_view(self.run.view)
        self.run.python.look()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.status, self.messages, self.arguments):
            column.addWidget(widget)
        column.addWidget(self.output, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.card)
        column.addWidget(self.answer)
        column.addWidget(self.python, 0, Qt.AlignmentFlag.AlignLeft)
        LowWindow(column, self.output, self.messages, self.card, self.answer)

    def _connect(self) -> None:
        run = self.run
        run.view_changed.connect(self._show_view)
        run.began.connect(self._on_began)
        run.input_open_changed.connect(self.input.set_open)
        run.input_open_changed.connect(self.output.set_takes_text)
        run.failed.connect(self._on_failed)
        run.no_failure.connect(self.card.hide)
        run.noticed.connect(self._on_notice)
        run.python.changed.connect(self._on_python)
        run.python.passed_over.connect(self._on_passed_over)
        run.python.refused.connect(self._on_refused)
        run.python.not_started.connect(self._on_not_started)
        run.python.doubted.connect(self._on_doubted)
        self.messages.unanswered.connect(self._on_unanswered)
        run.first_run.connect(self._on_first_run)
        run.not_run.connect(self._on_not_run)
        run.options.changed.connect(self._on_options_changed)
        self.output.typed.connect(self.input.take_key)
        self.output.copy_pressed.connect(self._on_copy_pressed)
        self.output.composed.connect(self.input.take_composed)
        self.output.zoomed.connect(self.zoomed)
        self.output.pasted.connect(self.input.paste_text)
        self.output.line_wanted.connect(self.line_wanted)
        self.output.hovered.connect(self._on_hovered)
        self.output.refreshed.connect(self._say_trouble)
        run.closed.connect(self.spool.close)
        transfer = self.output.transfer
        transfer.progressed.connect(self._on_progress)
        transfer.copied.connect(lambda _: self.messages.take_away("transfer"))
        transfer.saved.connect(lambda file: self.messages.say(f"Saved: {file}", key="transfer"))
        transfer.failed.connect(lambda text: self.messages.say(text, key="transfer"))
        self.output.waits_changed.connect(self.answer.set_guessed)
        run.input_wanted.connect(self.answer.set_wanted)
        self.answer.sent.connect(run.engine.send)
        self.input.ended.connect(run.engine.close_input)
        self.input.interrupted.connect(self.stop)
        self.input.opened.connect(self._on_input_opened)
        self.input.closed_with_focus.connect(self._on_input_closed)
        self.card.line_wanted.connect(self._on_line_wanted)
        self.card.install_wanted.connect(run.install)
        run.installation.advised.connect(self.card.show_advice)
        self.arguments.done.connect(self._on_arguments)

    # -- what the window asks for

    def place_messages(self) -> None:
        """Under the status line; they may have been on the settings page."""
        self._column.insertWidget(1, self.messages)

    def press_run(self) -> None:
        """Run, or run again; the keyboard goes to the input line, unless it is in use."""
        script = self.run.script
        self._question.ask(
            lambda: found(lambda: self._check(script)),
            self._on_checked,
            instead=lambda: script,
            late=lambda: self.messages.say(
                no_answer(script, "runs"), ("Do not run", self._question.drop), key="script"
            ),
        )

    def stop(self) -> None:
        """Stop what runs, or is to run."""
        self._question.drop()
        for said in ("script", "first run"):  # a save does nothing after Stop
            self.messages.take_away(said)
        self.run.stop()

    def _on_checked(self, script: Path | BadScript) -> None:
        if isinstance(script, BadScript):  # moved, or its drive is gone; what runs goes on
            text = f"Not started. {script}"
            self.messages.say(text, key="script", missing=script.gone)
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
        self.card.set_colours(colours)

    def apply_settings(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        if size := self._settings.number("font_size"):
            font.setPointSizeF(size)
        self.output.set_font(font)
        if self.output.wraps != self._settings.flag("wrap_lines"):
            self.output.set_wraps(not self.output.wraps)
        self.spool.set_limits(**self._limits())
        self.run.settings_changed()

    def _limits(self) -> dict[str, int]:
        """For the spool."""
        return {
            f"{which}_limit_bytes": int(self._settings.number(f"{which}_limit_mb") * 1_000_000)
            for which in ("run", "total")
        }

    def edit_arguments(self) -> None:
        """Show the row where the script's arguments are typed."""
        self.arguments.open(self.run.options.now.arguments)

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

    def set_only_last(self, on: bool) -> None:
        self.output.set_only_last(on)

    def find_in_output(self) -> None:
        self.find_bar.open()

    def find_again(self, *, forward: bool) -> None:
        if self.find_bar.isVisible():
            self.find_bar.step(forward=forward)
        else:
            self.find_bar.open()

    def clear_output(self) -> None:
        self.output.empty()

    def save_output(self, file: Path, with_colours: bool) -> None:
        parts = everything(self.output.document)
        self.output.transfer.save(parts, file, with_colours=with_colours)

    def _on_copy_pressed(self, something: bool) -> None:
        """Ctrl+C in a terminal would stop the script; whoever means to copy must not."""
        if something:
            self.messages.take_away("copy")
        else:
            self.messages.say(NOTHING_SELECTED, key="copy")

    def _on_progress(self, what: str, percent: int) -> None:
        if percent % 10 == 0:
            cancel = ("Cancel", self.output.transfer.cancel)
            self.messages.say(f"{what} the output: {percent} %", cancel, key="transfer")

    def _say_trouble(self) -> None:
        """Not all output can be kept; or it can be again."""
        if self.spool.trouble != self._trouble:
            self._trouble = self.spool.trouble
            if self._trouble:
                self.messages.say(self._trouble, key="spool")
            else:
                self.messages.take_away("spool")

    # -- what the run says

    def _show_view(self, view: View) -> None:
        said = f"{view.state.name} {view.mood.name}"
        if said != self._said:
            self._link = ""  # news goes before it
        self.answer.set_busy(self.run.never_rests)
        self.status.setText(self._link or view.text)
        self.status.setAccessibleName(view.text)
        restyle(self.status, "mood", (Mood.CALM if self._link else view.mood).value)
        self._announce(said, view)

    def _on_hovered(self, link: str) -> None:
        self._link = link
        self._show_view(self.run.view)

    def _announce(self, said: str, view: View) -> None:
        """Screen readers hear a new state; not each second of it."""
        if said != self._said:
            self._said = said
            announce(self.status, view.text)

    def _on_began(self, number: int) -> None:
        self.answer.begin_run()
        if number > self._explained_run:
            self.messages.take_away("first run")
        notices = (NoticeKind.EXIT_3_LOOP.name, NoticeKind.FAILED.name)
        for answered in (*notices, "python", "doubt", "terminal", "saved"):
            self.messages.take_away(answered)

    def _on_failed(self, error: ScriptError) -> None:
        self.card.show_error(error)
        if needs_terminal(error):
            self._offer_terminal()

    def _offer_terminal(self) -> None:
        answer = ("Open in a terminal", self._open_in_terminal)
        self.messages.say(NEEDS_ONE, answer, key="terminal")

    def _open_in_terminal(self) -> None:
        """The script beside this window; not supervised."""
        run = self.run
        if run.started is not None:
            try:
                open_in_terminal(run.started.path, run.script, run.options.args())
            except CannotOpen as error:
                self.messages.say(str(error), key="no terminal")

    def _on_notice(self, notice: Notice) -> None:
        answers: tuple[Answer, ...] = ()
        if notice.kind is NoticeKind.SINGLE_KEYS:
            self._offer_terminal()
            return
        if notice.kind is NoticeKind.AGENT_BACK:
            self.messages.take_away(NoticeKind.NO_AGENT.name)
            return
        if notice.kind is NoticeKind.EXIT_3_LOOP:
            self.messages.take_away(NoticeKind.EXIT_3_SLOWED.name)
            answers = (("Keep restarting", self.run.engine.keep_restarting),)
        elif notice.kind is NoticeKind.FAILED and (log := self._find_log()) is not None:
            answers = (("Show details", lambda: self.line_wanted.emit(log, 0)),)
        elif notice.kind is NoticeKind.AUTO_SAVE:
            answers = (
                ("Wait until I pause for 2 s", lambda: self.run.set_option("wait_for_pause", True)),
                ("Only when I press Run", lambda: self.run.set_restart_on_save(False)),
            )
        self.messages.say(notices.sentence(notice), *answers, key=notice.kind.name)

    def _on_first_run(self) -> None:
        """It is about to begin; what is said of saves leaves at the next one."""
        self._explained_run = self.run.record.number + 1
        answer = ("Only when I press Run", lambda: self.run.set_restart_on_save(False))
        self.messages.say(FIRST_RUN, answer, key="first run")

    def _on_options_changed(self) -> None:
        """What was said of saves is true no more where they start nothing."""
        if not self.run.options.now.restart_on_save:
            for said in ("first run", "saved"):
                self.messages.take_away(said)

    def _on_doubted(self, python: Interpreter, doubt: Doubt) -> None:
        self.messages.say(
            pythons.question(python, doubt),
            ("Use it", lambda: self.run.python.answer(doubt, use=True)),
            ("Use another Python", lambda: self.run.python.answer(doubt, use=False)),
            key="doubt",
        )

    def _on_unanswered(self, key: str) -> None:
        if key == "doubt":
            self.run.python.put_off()

    def _on_not_run(self, reason: Reason) -> None:
        """It may be half edited, and saved by the editor itself: the user says what is to be."""

        def always() -> None:
            self.run.set_option("always_run_on_save", True)
            self.run_wanted.emit()

        answers = (("Run", self.run_wanted.emit), ("Always run on save", always))
        self.messages.say(words.not_run(reason, self.run.script.name), *answers, key="saved")

    def _on_python(self, python: Interpreter | None) -> None:
        self.messages.take_away("doubt")
        if python is None:
            text, tip = "No Python found. Choose one...", self.run.python.missing
        else:
            text, tip = pythons.name(python), str(python.path)
        if self.run.is_busy and python is not None:
            self.messages.say(
                f"The next Run takes {text}.", ("Run again", self.run_wanted.emit), key="python"
            )
        self.python.setText(text)
        self.python.setAccessibleName(text)
        self.python.setToolTip(f"{tip}\nClick to choose another Python")

    def _on_passed_over(self, python: Interpreter) -> None:
        self.messages.say(pythons.replaced(python), key="passed over")

    def _on_refused(self, chosen: Path, sentence: str, kept: Interpreter | None) -> None:
        self.messages.say(pythons.not_usable(chosen, sentence, kept), key="refused")

    def _on_not_started(self, sentence: str) -> None:
        if self.run.status is not None:  # else the status line has it
            self.messages.say(f"Not started. {sentence}", key="not started")

    def _python_menu(self, own: Path | None) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Choose another Python...", self.python_wanted.emit)
        if own is not None:
            menu.addAction("Use Reloader's own Python", lambda: self.run.python.choose(own))
        best = menu.addAction("Choose automatically", lambda: self.run.python.choose(None))
        menu.aboutToShow.connect(lambda: best.setVisible(bool(self.run.options.now.interpreter)))
        return menu

    def _on_line_wanted(self, error: ScriptError) -> None:
        self.line_wanted.emit(error.file or self.run.script, error.line or 0)

    def _on_arguments(self, text: str) -> None:
        try:
            self.run.options.set_arguments(text)
        except ValueError:
            self.messages.say("A closing quotation mark is missing.", key="arguments")
            return
        self.messages.take_away("arguments")
        self.arguments.hide()

    # -- where the keyboard is

    @property
    def input_waits_for_run(self) -> bool:
        """The input line gets the keyboard with the next run."""
        return self._focus_input

    def _is_free(self, focus: QWidget | None) -> bool:
        """Run, or an answer, has been pressed, and needs the keyboard no more."""
        in_use = any(each.isAncestorOf(focus) for each in (self.find_bar, self.arguments) if focus)
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


class _ArgumentsRow(QWidget):
    """What the script gets as sys.argv; shown when it is asked for."""

    done = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = named(QLineEdit(), "argumentsLine", "Arguments for the script")
        self._line.setPlaceholderText("As you would type them after: python script.py")
        self._line.setAcceptDrops(False)
        self._line.returnPressed.connect(self._finish)
        words = QLabel("Arguments:")
        words.setBuddy(self._line)
        keep = button("Use these", "keepArguments", "Used from the next Run on")
        keep.clicked.connect(self._finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self._line, 1)
        row.addWidget(keep)
        self.hide()

    def open(self, text: str) -> None:
        self._line.setText(text)
        self.show()
        self._line.setFocus()

    def _finish(self) -> None:
        self.done.emit(self._line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
