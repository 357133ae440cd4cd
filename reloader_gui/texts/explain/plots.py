"""What an error means, of plots of matplotlib's and seaborn's, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainPlotTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.PLOT_KEYWORD: self.tr(
                "{function} knows nothing of the name {keyword}=. Check how it is written, or leave"
                " it out."
            ),
            Kind.PLOT_KEYWORD_NEAR: self.tr(
                "{function} knows nothing of the name {keyword}=. It is written: {near}="
            ),
            Kind.STYLE: self.tr(
                "There is no style of the name {text}. All names are printed by:"
                " print(plt.style.available)"
            ),
            Kind.STYLE_NEAR: self.tr("There is no style of the name {text}. Did you mean {near}?"),
            Kind.COLOUR_NEAR: self.tr(
                "There is no colour of the name {colour}. Did you mean {near}?"
            ),
            Kind.COLOUR_PARTS: self.tr(
                "The parts of a colour are numbers from 0 to 1 here, and {colour} goes to 255."
                " Divide each by 255: {instead}"
            ),
            Kind.COLOURS_COUNT: self.tr(
                "There are {length} points, and c= gives {given} colours or numbers for them. Give"
                " one for each, or a single name of a colour."
            ),
            Kind.MARKER: self.tr(
                'There is no sign for points called {text}. Some are: "o" (circle), "s"'
                ' (square), "^" (triangle), "x", "+", "*", "."'
            ),
            Kind.LINE_STYLE: self.tr(
                'There is no kind of line called {text}. These are: "-" or "solid", "--" or'
                ' "dashed", ":" or "dotted", "-." or "dashdot"'
            ),
            Kind.FORMAT_STRING: self.tr(
                "The text {text} is taken for the look of the line, which is written in signs, such"
                ' as "r--" (red, dashed) or "bo" (blue points). A name of a colour is given by'
                " color=, a name for the legend by label="
            ),
            Kind.PLOT_LENGTHS: self.tr(
                "There has to be one y for each x, and here x has the shape {first} and y {second}:"
                " they are not of the same length. Print len() of both before this line."
            ),
            Kind.PLOT_PARTS: self.tr(
                "{name} and {name2} belong together one by one, and here {name} has the shape"
                " {first} and {name2} {second}. Give as many of both."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.LABELS_COUNT: self.tr(
                "The places for names: {length}. The names that are given: {given}. There must be"
                " as many of each."
            ),
            Kind.PIE_PARTS: self.tr(
                "The pie gets {given} things by {name}=, and it has another number of pieces. Give"
                " one for each piece."
            ),
            Kind.PIE_NEGATIVE: self.tr(
                "A piece of a pie cannot be smaller than nothing, and one of the numbers is"
                " negative. Look which one, or draw bars: plt.bar()"
            ),
            Kind.PLOT_NONE: self.tr(
                "One of the things that {function} is to draw is None. Print them before this line;"
                " perhaps a function before has no 'return'."
            ),
            Kind.AXES_ARRAY: self.tr(
                "{what} holds several plots, as subplots() has made more than one. Choose one of"
                " them: {instead}"
            ),
            Kind.AXES_LOOPED: self.tr(
                "{what} has rows of plots, so {item} is a whole row in this loop. To go through all"
                " plots one by one, write: {instead}"
            ),
            Kind.AXES_SINGLE: self.tr(
                "{what} is a single plot and no list of them, so no place in brackets belongs"
                " behind it. Write: {instead}"
            ),
            Kind.SUBPLOTS_TWO: self.tr(
                "subplots() gives two things, the picture and the plot in it, and {what} is both in"
                " one. Write: {instead}"
            ),
            Kind.SUBPLOTS_UNPACKED: self.tr(
                "subplots() gives two things, the picture and all plots together. Put the names of"
                " the plots in brackets: {instead}"
            ),
            Kind.AXES_METHOD: self.tr(
                "What plt.{attribute}() does is written in another way for {what}: {instead}"
            ),
            Kind.PLT_METHOD: self.tr(
                "This is how it is written for a single plot (ax); for {what}, write: {instead}"
            ),
            Kind.FIGURE_METHOD: self.tr(
                "{what} is the whole picture, and .{attribute}() belongs to a plot in it. If there"
                " is none yet, make one: ax = {what}.add_subplot(). Then write: ax.{attribute}(...)"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.FUNCTION_OVERWRITTEN: self.tr(
                "Line {line} has put a value in the place of the function {what}, which is gone"
                " since. There, write: {instead}"
            ),
            Kind.PYPLOT: self.tr(
                "{what} is matplotlib as a whole, and .{attribute} is in its part pyplot. Write at"
                " the top import matplotlib.pyplot as plt, and here plt.{attribute}"
            ),
            Kind.SAVE_FORMAT: self.tr(
                "A picture cannot be saved as {text}. Let the file's name end in .png, .jpg, .svg"
                " or .pdf"
            ),
            Kind.IMAGE_SHAPE: self.tr(
                "A picture is a table of numbers, or of three or four numbers for each point, and"
                " this has the shape {shape}. Print .shape before this line."
            ),
            Kind.IMAGE_NAME: self.tr(
                "imshow() shows the numbers of a picture, and {what} is text. If it is the name of"
                " a file, read that first: {instead}"
            ),
            Kind.SUBPLOT_NUMBER: self.tr(
                "The plots are numbered from 1 to {most} (rows times columns), and the number"
                " {given} is asked for."
            ),
            Kind.SUBPLOT_THREE: self.tr(
                "subplot() takes three numbers: rows, columns, and which one it is, as in"
                " subplot(2, 1, 1)"
            ),
            Kind.FIGURE_SIZE: self.tr(
                "The size of the picture is given by its name, as two numbers: width and height."
                " Write: {instead}"
            ),
            Kind.NO_DISPLAY: self.tr(
                "There is no screen here on which {text} could open a window. Leave"
                ' matplotlib.use() out, or write "Agg" there and save the picture:'
                ' plt.savefig("plot.png")'
            ),
            Kind.COLOUR_BAR: self.tr(
                "A colour bar explains colours that stand for numbers, and nothing of that kind was"
                " drawn before. Draw such a thing first (imshow, or scatter with c=), and give it:"
                " plt.colorbar(thing)"
            ),
            Kind.PLOT_GRID: self.tr(
                "{function} draws over an area: z has to be a table, with a row for each y and a"
                " value for each x. np.meshgrid(x, y) makes such tables of two rows of numbers."
            ),
            Kind.AXES_3D: self.tr(
                "{what} is flat, and .{attribute}() draws in space. Make it with:"
                ' plt.subplots(subplot_kw={{"projection": "3d"}})'
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.ALPHA: self.tr(
                "alpha= says how solid something is drawn, from 0 (not to be seen) to 1, and here"
                " it is {number}."
            ),
            Kind.PLOT_DICT: self.tr(
                "{what} is a dictionary, and a plot needs lists of numbers. Write: {instead}"
            ),
            Kind.PLOT_FUNCTION: self.tr(
                "{what} is a function, and {function} draws numbers. Make them first: x ="
                " np.linspace(0, 10, 100), then give x and {what}(x)"
            ),
            Kind.DATA_MISSING: self.tr(
                "{key} is the name of a column, and it is not said of which table. Write data= with"
                " the table in the same brackets."
            ),
            Kind.DATA_COLUMN: self.tr(
                "The table that is given as data= has no column {key}. Print its columns before"
                " this line with list(...)."
            ),
            Kind.FIGSIZE_TWO: self.tr(
                "The size of a picture is its width and its height. Write both: {instead}"
            ),
            Kind.FIGSIZE_BEFORE: self.tr(
                "{function} draws into a picture whose size is given when it is made. Take"
                " figsize= away here, and write before: {instead}"
            ),
            Kind.SUBPLOTS_COUNT: self.tr(
                "subplots() makes {length} plots here, and there are names for {given}. Give one"
                " name for each plot."
            ),
        }


EXPLAIN_PLOTS = ExplainPlotTexts()
