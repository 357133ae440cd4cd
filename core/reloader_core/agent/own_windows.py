"""The windows that the script opens: back in their place, and without the keyboard if quiet.

Executed by the agent beside it (which keeps it out of sys.modules) once the script imports
tkinter, Qt's widgets or pygame; Python 3.8 and newer, standard library only. Speaks to the
toolkit in the thread that the script uses it in. A failure here is nobody's concern: the
window then comes up as it would without us. Knows nothing of the control pipe.

The place of a run is two strings, which the next run is told: what the script itself `asked`
for before its window was shown, and the `geometry` that the window had at last (WxH+X+Y, or
+X+Y where its size was the script's). What the script asks for wins, unless it asked for the
same the last time: then the user has moved the window since.
"""

import os
import sys
import time
from _weakref import ref  # built in, as all that the agent imports

_MARGIN = 100  # of a window's top left corner: so much of it is on the screen, or it is left alone
_FIRST_S = 1.0  # who has the keyboard so soon has got it by no click

# Tk has no word for 'show it without the keyboard'. `focusmodel active` says that the window will
# take the keyboard by itself, so window managers do not give it when they show it; a moment later
# it is as it was. `focus -force` (turtle's listen(), for one) counts as `focus` as long as the user
# has not been in the window. Traces and bindings of a class are what a script is least likely to
# look at, or to have itself.
_TK = r"""
namespace eval ::reloader {
    variable asked {} geometry {} first {}
    proc saw {command code result op} {
        variable asked; variable before; variable until
        if {$code || [llength $command] != 4 || [lrange $command 0 2] ne {wm geometry .}} return
        if {[clock milliseconds] > $until || [llength $asked] >= 8} {
            trace remove execution ::wm leave ::reloader::saw
            return
        }
        lappend asked [lindex $command 3]
        if {$asked eq [lrange $before 0 [llength $asked]-1]} place
    }
    proc place {} {
        variable kept; variable before; variable asked
        if {![regexp {^(\d+x\d+)?\+(-?\d+)\+(-?\d+)$} $kept -> size x y]} return
        set right [expr {$x + $::reloader::margin}]
        set bottom [expr {$y + $::reloader::margin}]
        if {$x < [winfo vrootx .] || $right > [winfo vrootx .] + [winfo vrootwidth .]
            || $y < [winfo vrooty .] || $bottom > [winfo vrooty .] + [winfo vrootheight .]} return
        if {$asked eq {} && $before ne {}} {set size {}}
        wm geometry . $size+$x+$y
    }
    proc shown w {
        variable first; variable opening
        if {$w ne {.} || $first ne {}} return
        set first [winfo width .]x[winfo height .]
        if {$opening eq {front} && [tk windowingsystem] eq {win32}} {
            ::focus -force [::focus -lastfor .]
        }
        if {$opening eq {quiet}} {after 250 {catch {wm focusmodel . passive}}}
        moved .
    }
    proc moved w {
        variable first; variable geometry; variable kept
        if {$w ne {.} || $first eq {} || [wm state .] ne {normal}} return
        foreach state {-zoomed -fullscreen} {
            if {![catch {wm attributes . $state} on] && $on} return
        }
        if {![regexp {^(\d+x\d+)(.*)$} [wm geometry .] -> size position]} return
        set wanted [winfo reqwidth .]x[winfo reqheight .]
        set is_ours [string match *x* $kept]
        if {$size eq $wanted || $size eq $first && !$is_ours} {set size {}}
        set geometry $size$position
    }
    proc hush {} {
        wm focusmodel . active
        rename ::focus ::reloader::focus
        proc ::focus args {
            if {[lindex $args 0] eq {-force} && [llength $args] == 2} {
                set args [lrange $args 1 end]
            }
            uplevel 1 [list ::reloader::focus {*}$args]
        }
    }
    proc entered w {
        if {$w eq {.} && [llength [info commands ::reloader::focus]]} {
            rename ::focus {}
            rename ::reloader::focus ::focus
        }
    }
    place
    variable until [expr {[clock milliseconds] + 2000}]  ;# later it is a move, not a start
    trace add execution ::wm leave ::reloader::saw
    bind [winfo class .] <Map> {+::reloader::shown %W}
    bind [winfo class .] <Configure> {+::reloader::moved %W}
    bind [winfo class .] <FocusIn> {+::reloader::entered %W}
    if {$opening eq {quiet}} hush
}
"""
# SDL 2 reads C's environment when it makes a window. (On X11 its word for 'quiet' does nothing:
# see quiet_on_x11.)
_SDL = {
    "quiet": "SDL_WINDOW_NO_ACTIVATION_WHEN_SHOWN",
    "place": "SDL_VIDEO_WINDOW_POS",
}


class OwnWindows:
    def __init__(self, opening="", asked="", geometry=""):
        self.opening, self.before, self.kept = opening, asked, geometry
        self.report = None  # asks the toolkit in use for (asked, geometry)
        self.put = []  # what the environment of C has been given
        self.took_keyboard = None  # is called if a quiet window does so all the same

    def imported(self, name, module):
        """A toolkit can be used from here on."""
        if name == "tkinter":
            self.hook_tk(module)
        elif name == "pygame":
            self.hook_pygame(module)
        else:
            _Qt(self, module, name.partition(".")[0])

    def place(self):
        """(asked, geometry) of this run's window, or () if there is nothing to be known."""
        try:
            return self.report() if self.report is not None else ()
        except Exception:  # it is gone
            return ()

    # -- Tk

    def hook_tk(self, tkinter):
        load = tkinter.Tk._loadtk

        def _loadtk(root):
            tkinter.Tk._loadtk = load  # for the first window of the run
            load(root)
            try:
                self.prepare_tk(root)
            except Exception:
                pass

        tkinter.Tk._loadtk = _loadtk

    def prepare_tk(self, root):
        found = ref(root)
        evaluate = root.tk.eval
        evaluate("namespace eval ::reloader {}")
        for name, value in (("opening", self.opening), ("before", self.before),
                            ("kept", self.kept), ("margin", _MARGIN)):  # fmt: skip
            root.tk.setvar("::reloader::" + name, value)
        evaluate(_TK)

        def report():
            tk = found().tk
            geometry = tk.eval("set ::reloader::geometry")
            return (tk.eval("set ::reloader::asked"), geometry) if geometry else ()

        self.report = report

    # -- pygame

    def hook_pygame(self, pygame):
        if self.opening == "quiet":
            self.put_in_environment(_SDL["quiet"], "1")
            self.watch_keyboard(pygame)
        if self.kept.startswith("+") and self.before == "pygame":
            self.put_in_environment(_SDL["place"], self.kept[1:].replace("+", ","))
        if self.opening == "quiet" and sys.platform not in ("win32", "darwin"):
            self.quiet_on_x11(pygame)

        def report():
            from pygame._sdl2 import video

            if not pygame.display.get_init() or pygame.display.get_surface() is None:
                return ()
            window = video.Window.from_display_module()
            (x, y), (left, top) = window.position, self.sdl_frame(pygame, window.id)
            return "pygame", "+%d+%d" % (x - left, y - top)

        self.report = report

    def watch_keyboard(self, pygame):
        """Not every system heeds what is asked of it. Looked at by its first pictures."""
        display, first = pygame.display, []
        originals = {name: getattr(display, name) for name in ("flip", "update")}

        def look():
            first[:] = first or [time.monotonic()]
            has_it = pygame.key.get_focused()
            if has_it or time.monotonic() >= first[0] + _FIRST_S:
                for name, original in originals.items():
                    setattr(display, name, original)
                if has_it and originals and self.took_keyboard is not None:
                    self.took_keyboard()
                originals.clear()

        def watching(original):
            def show(*args, **keywords):
                shown = original(*args, **keywords)
                try:
                    look()
                except Exception:  # the script has ended pygame
                    pass
                return shown

            show.__module__, show.__doc__ = original.__module__, original.__doc__
            return show

        for name, original in list(originals.items()):
            setattr(display, name, watching(original))

    def quiet_on_x11(self, pygame):
        """The first window is made hidden, told that nobody has asked for it, and shown: a window
        manager that heeds that leaves the keyboard where it is."""
        display = pygame.display
        original = display.set_mode

        def set_mode(size=(0, 0), flags=0, *args, **keywords):
            display.set_mode = original
            is_plain = not flags & (pygame.FULLSCREEN | pygame.HIDDEN)
            if not is_plain or display.get_driver() != "x11":
                return original(size, flags, *args, **keywords)
            surface = original(size, flags | pygame.HIDDEN, *args, **keywords)
            try:
                self.say_unasked(display.get_wm_info()["window"])
            except Exception:
                pass
            try:
                from pygame._sdl2 import video

                video.Window.from_display_module().show()
            except Exception:
                return original(size, flags, *args, **keywords)
            return surface

        set_mode.__module__, set_mode.__doc__ = original.__module__, original.__doc__
        display.set_mode = set_mode

    @staticmethod
    def say_unasked(window):
        """_NET_WM_USER_TIME 0: https://specifications.freedesktop.org/wm-spec/latest/"""
        import ctypes

        x11 = ctypes.CDLL("libX11.so.6")
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        x11.XOpenDisplay.restype = pointer
        x11.XInternAtom.restype = number
        x11.XInternAtom.argtypes = (pointer, ctypes.c_char_p, ctypes.c_int)
        x11.XChangeProperty.argtypes = (
            *(pointer, number, number, number), *(ctypes.c_int, ctypes.c_int, pointer, ctypes.c_int)
        )  # fmt: skip
        x11.XCloseDisplay.argtypes = (pointer,)
        screen = pointer(x11.XOpenDisplay(None))
        if not screen:
            return
        cardinal, bits, replace = 6, 32, 0  # Xatom.h, X.h
        name = x11.XInternAtom(screen, b"_NET_WM_USER_TIME", 0)
        never = (number * 1)(0)
        x11.XChangeProperty(screen, window, name, cardinal, bits, replace, never, 1)
        x11.XCloseDisplay(screen)  # all is sent by then

    @staticmethod
    def sdl_frame(pygame, number):
        """SDL tells where the inside of its window is; on X11 it is told where the frame goes."""
        if os.name == "nt":
            return 0, 0
        import ctypes

        sdl = ctypes.CDLL(pygame.base.__file__)  # finds what that module is linked with
        sdl.SDL_GetWindowFromID.restype = ctypes.c_void_p
        window = ctypes.c_void_p(sdl.SDL_GetWindowFromID(number))
        top, left = ctypes.c_int(), ctypes.c_int()
        sdl.SDL_GetWindowBordersSize(window, ctypes.byref(top), ctypes.byref(left), None, None)
        return left.value, top.value

    def put_in_environment(self, name, value):
        """Where the script does not look; what it has put there itself wins."""
        if name not in os.environ:
            os.putenv(name, value)
            self.put.append(name)

    def before_program(self):
        """The script starts one: its windows are its own."""
        for name in self.put:
            if name not in os.environ:
                os.unsetenv(name)
        self.put.clear()


class _Qt:
    """QWidget.show and showNormal are ours until the first window is shown (quiet: until the
    user has been in one). Not setVisible: C++ calls what Python has put there."""

    NAMES = ("show", "showNormal")

    def __init__(self, windows, widgets, binding):
        self.windows = windows
        self.widget = widgets.QWidget
        self.core, self.gui = (sys.modules[binding + part] for part in (".QtCore", ".QtGui"))
        self.originals = {name: getattr(self.widget, name) for name in self.NAMES}
        self.main = None  # the first window shown
        self.asked = self.first = ""
        for name, original in self.originals.items():
            setattr(self.widget, name, self.showing(original))

    def showing(self, original):
        def show(widget):
            try:
                undo = self.before(widget)
            except Exception:
                undo = None
            original(widget)
            if undo is not None:
                try:
                    undo()
                except Exception:
                    pass

        return show

    def before(self, widget):
        """Returns what is to be done once it is shown."""
        kind = widget.windowType()
        if getattr(kind, "value", kind) not in (1, 3):  # Window, Dialog
            return None
        if self.gui.QGuiApplication.focusWindow() is not None:
            self.restore()
            return None
        if self.main is None:
            self.main = ref(widget)
            self.put_in_place(widget)
        if self.windows.opening != "quiet":
            self.restore()
            return lambda: self.after(widget)
        without = self.attribute("WA_ShowWithoutActivating")
        if widget.testAttribute(without):
            return lambda: self.after(widget)
        widget.setAttribute(without)

        def undo():
            widget.setAttribute(without, False)
            widget.windowHandle().setProperty("_q_showWithoutActivating", False)
            self.after(widget)

        return undo

    def after(self, widget):
        if self.windows.report is None and widget is self.main():
            import atexit

            self.first = self.size(widget)
            self.windows.report = self.report
            atexit.register(self.remember)  # PySide6 deletes all windows in an exit function
            if self.windows.opening == "front" and os.name == "nt":
                widget.activateWindow()

    def restore(self):
        for name, original in self.originals.items():
            setattr(self.widget, name, original)

    def attribute(self, name):
        return getattr(getattr(self.core.Qt, "WidgetAttribute", self.core.Qt), name)

    @staticmethod
    def size(widget):
        return "%dx%d" % (widget.width(), widget.height())

    @staticmethod
    def position(widget):
        return "+%d+%d" % (widget.x(), widget.y())

    def put_in_place(self, widget):
        if widget.testAttribute(self.attribute("WA_Resized")):
            self.asked += self.size(widget)
        has_position = widget.testAttribute(self.attribute("WA_Moved"))
        if has_position:
            self.asked += self.position(widget)
        is_same = self.asked == self.windows.before
        size, _, place = self.windows.kept.partition("+")
        if not place or (has_position and not is_same):
            return
        x, y = map(int, place.split("+"))
        corner = self.core.QRect(x, y, _MARGIN, _MARGIN)
        if any(screen.geometry().contains(corner) for screen in self.gui.QGuiApplication.screens()):
            widget.move(x, y)
            if size and is_same:
                widget.resize(*map(int, size.split("x")))

    def report(self):
        widget = self.main()
        if widget is None or widget.isMaximized() or widget.isMinimized() or widget.isFullScreen():
            return ()
        size = self.size(widget)
        is_scripts = size == self.first and "x" not in self.windows.kept
        return self.asked, ("" if is_scripts else size) + self.position(widget)

    def remember(self):
        found = self.windows.place()
        self.windows.report = lambda: found
