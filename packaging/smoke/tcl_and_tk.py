import tkinter

interpreter = tkinter.Tcl()  # no display is needed for Tcl itself
assert interpreter.eval("expr 6 * 7") == "42"
assert tkinter.TkVersion >= 8.6
print("ok")
