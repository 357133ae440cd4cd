<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutTexts</name>
    <message>
        <source>About Reloader</source>
        <translation>关于 Reloader</translation>
    </message>
    <message>
        <source>Report a problem...</source>
        <translation>报告问题…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reloader {version}&lt;/b&gt; (Python {python}, Qt {qt})</source>
        <translation>&lt;b&gt;Reloader {version}&lt;/b&gt;（Python {python}，Qt {qt}）</translation>
    </message>
    <message>
        <source>Reloader is free software under the MIT licence.</source>
        <translation>Reloader 是自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Its window uses Qt and Qt for Python, copyright The Qt Company Ltd., under the GNU Lesser General Public License, version 3. You may replace them by your own build of the same version. Their source code is at {sources}</source>
        <translation>它的窗口使用 Qt 和 Qt for Python，版权归 The Qt Company Ltd. 所有，采用 GNU 宽通用公共许可证（LGPL）第 3 版。你可以用自己编译的同一版本替换它们。它们的源代码在 {sources}</translation>
    </message>
    <message>
        <source>Qt lies in {qt}. The licences of everything in here are in {licences}, with where each part&apos;s source code is.</source>
        <translation>Qt 在 {qt}。这里所有组件的许可证都在 {licences}，其中也写明了每个组件的源代码在哪里。</translation>
    </message>
</context>
<context>
    <name>BarTexts</name>
    <message>
        <source>Script</source>
        <comment>what a screen reader calls the list of scripts</comment>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open another script</source>
        <translation>打开另一个脚本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Open this script in your editor</source>
        <translation>用你的编辑器打开这个脚本</translation>
    </message>
    <message>
        <source>Run this script from its beginning</source>
        <translation>从头运行这个脚本</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the script and all it started</source>
        <translation>停止这个脚本和它启动的一切</translation>
    </message>
    <message>
        <source>Run again when I save</source>
        <translation>保存时重新运行</translation>
    </message>
    <message>
        <source>On save</source>
        <comment>short for: Run again when I save</comment>
        <translation>保存时</translation>
    </message>
    <message>
        <source>Saving the script, or a file that it uses, runs it again at once</source>
        <translation>保存这个脚本或它用到的文件，就马上重新运行</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>CardTexts</name>
    <message>
        <source>Line {line} of {file}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>Error.</source>
        <comment>for screen readers</comment>
        <translation>出错了。</translation>
    </message>
    <message>
        <source>Show line</source>
        <translation>显示这一行</translation>
    </message>
    <message>
        <source>Open this line in your editor</source>
        <translation>在你的编辑器里打开这一行</translation>
    </message>
    <message>
        <source>{where}: {what}</source>
        <translation>{where}：{what}</translation>
    </message>
    <message>
        <source>Copy for help...</source>
        <translation>复制给别人看…</translation>
    </message>
    <message>
        <source>Show what to copy when you ask somebody about this error</source>
        <translation>向别人请教这个错误时，可以复制的内容</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy the command, to type it in a terminal</source>
        <translation>复制这条命令，以便在终端里输入</translation>
    </message>
    <message>
        <source>Install {package}</source>
        <translation>安装 {package}</translation>
    </message>
    <message>
        <source>Stop {script}</source>
        <translation>停止 {script}</translation>
    </message>
    <message>
        <source>Stops the script in the other window, so that this one can run</source>
        <translation>停止另一个窗口里的脚本，好让这个脚本运行</translation>
    </message>
    <message>
        <source>{script} is stopped.</source>
        <translation>{script} 已停止。</translation>
    </message>
    <message>
        <source>{script} could not be stopped. Stop it in its own window.</source>
        <translation>{script} 无法停止。请在它自己的窗口里停止它。</translation>
    </message>
    <message>
        <source>Use Python {version}, which has it</source>
        <translation>使用 Python {version}，它里面有</translation>
    </message>
    <message>
        <source>Make a Python for this folder</source>
        <translation>为这个文件夹新建一个 Python</translation>
    </message>
</context>
<context>
    <name>CompareTexts</name>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>The run of {new}, compared with the run of {old}:</source>
        <translation>{new} 的运行与 {old} 的运行相比：</translation>
    </message>
    <message>
        <source>You changed {files}.</source>
        <translation>你修改了 {files}。</translation>
    </message>
    <message>
        <source>The code is the same.</source>
        <translation>代码没有变化。</translation>
    </message>
    <message>
        <source>What was changed in the code is not known.</source>
        <translation>不知道代码里改了什么。</translation>
    </message>
    <message>
        <source>The output is the same.</source>
        <translation>输出没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>The output is the same, except for times and addresses (in %n line(s)).</source>
        <translation>
            <numerusform>输出没有变化，只有时间和地址不同（%n 行）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The output differs in %n line(s), the first is line {first}.</source>
        <translation>
            <numerusform>输出有 %n 行不同，第一处在第 {first} 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The output differs from line {first} on. Shown: the first {lines} lines.</source>
        <translation>输出从第 {first} 行开始不同。这里显示前 {lines} 行。</translation>
    </message>
    <message>
        <source>Only numbers differ: they may be random.</source>
        <translation>只有数字不同：它们可能是随机的。</translation>
    </message>
    <message>
        <source>Only numbers differ.</source>
        <translation>只有数字不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ in times and addresses only, and are not shown.</source>
        <translation>
            <numerusform>%n 行只有时间和地址不同，没有显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared from line {line} on: what was before it is no longer kept.</source>
        <translation>从第 {line} 行开始比较：之前的内容已不再保留。</translation>
    </message>
    <message>
        <source>The newer run goes on: compared as far as it has come.</source>
        <translation>较新的运行还在继续：只比较到目前为止的输出。</translation>
    </message>
    <message>
        <source>Comparing... {percent} %</source>
        <translation>正在比较… {percent} %</translation>
    </message>
    <message>
        <source>Reloader could not compare them: it has a fault, which is in its log.</source>
        <translation>Reloader 无法比较它们：它自身出了问题，详情在它的日志里。</translation>
    </message>
    <message>
        <source>There is nothing to compare yet: the script has to run twice.</source>
        <translation>还没有可以比较的内容：脚本要运行两次才行。</translation>
    </message>
    <message>
        <source>The code</source>
        <comment>a heading: what changed in it</comment>
        <translation>代码</translation>
    </message>
    <message>
        <source>The output</source>
        <comment>a heading: what changed in it</comment>
        <translation>输出</translation>
    </message>
    <message>
        <source>-  before   +  now</source>
        <comment>marks of lines</comment>
        <translation>-  之前   +  现在</translation>
    </message>
    <message>
        <source>changed; what was in it before is not known</source>
        <translation>有改动；不知道之前的内容</translation>
    </message>
    <message>
        <source>Also times and addresses</source>
        <translation>也显示时间和地址</translation>
    </message>
    <message>
        <source>Show in the output</source>
        <translation>在输出中显示</translation>
    </message>
    <message>
        <source>Go to the first line that differs</source>
        <translation>转到第一处不同的行</translation>
    </message>
    <message>
        <source>Back to the output</source>
        <translation>返回输出</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>More about the error</source>
        <comment>for screen readers</comment>
        <translation>关于这个错误的更多信息</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show the values in this line, and the errors before this one</source>
        <translation>显示这一行里的值，以及在此之前的错误</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Hide the values and the errors before this one</source>
        <translation>隐藏这些值和之前的错误</translation>
    </message>
    <message>
        <source>Values when this line failed</source>
        <translation>这一行出错时的值</translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <comment>a name and its value</comment>
        <translation>{name} = {value}</translation>
    </message>
    <message>
        <source>{name} = {value}  (length {length})</source>
        <comment>a name and its value</comment>
        <translation>{name} = {value}（长度 {length}）</translation>
    </message>
    <message>
        <source>{name} is {type}</source>
        <comment>such as: names is a list</comment>
        <translation>{name} 是{type}</translation>
    </message>
    <message>
        <source>What went wrong before, the first error first</source>
        <translation>之前出过什么错（最早的在最前面）</translation>
    </message>
    <message>
        <source>This error led to the next one.</source>
        <translation>这个错误引起了下一个错误。</translation>
    </message>
    <message>
        <source>The next error happened while this one was being dealt with.</source>
        <translation>在处理这个错误时，发生了下一个错误。</translation>
    </message>
    <message>
        <source>Line {line} of {file}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>Open this line in your editor</source>
        <translation>在你的编辑器里打开这一行</translation>
    </message>
</context>
<context>
    <name>DialogTexts</name>
    <message>
        <source>Look in:</source>
        <comment>a folder</comment>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Choose a Python script</source>
        <translation>选择 Python 脚本</translation>
    </message>
    <message>
        <source>Name and folder of the new script</source>
        <translation>新脚本的名字和所在文件夹</translation>
    </message>
    <message>
        <source>Create</source>
        <comment>a new script</comment>
        <translation>新建</translation>
    </message>
    <message>
        <source>Python scripts ({patterns})</source>
        <translation>Python 脚本 ({patterns})</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>保存输出</translation>
    </message>
    <message>
        <source>{script} output</source>
        <comment>a file&apos;s name</comment>
        <translation>{script} 的输出</translation>
    </message>
    <message>
        <source>Text ({patterns})</source>
        <translation>文本 ({patterns})</translation>
    </message>
    <message>
        <source>Text with colours, for a terminal ({patterns})</source>
        <translation>带颜色的文本，用于终端 ({patterns})</translation>
    </message>
    <message>
        <source>Choose the folder that the script runs in</source>
        <translation>选择脚本运行时所在的文件夹</translation>
    </message>
    <message>
        <source>Choose your editor</source>
        <translation>选择你的编辑器</translation>
    </message>
    <message>
        <source>Choose a Python ({programs})</source>
        <translation>选择 Python（{programs}）</translation>
    </message>
</context>
<context>
    <name>EditorTexts</name>
    <message>
        <source>{file} (to read only)</source>
        <translation>{file}（只读）</translation>
    </message>
    <message>
        <source>{file}, line {line} (to read only)</source>
        <translation>{file}，第 {line} 行（只读）</translation>
    </message>
    <message>
        <source>No editor was found on this computer, so here the file can only be read.</source>
        <translation>这台电脑上没有找到编辑器，所以在这里只能看这个文件。</translation>
    </message>
    <message>
        <source>To change it, open it with another program, or get an editor.</source>
        <translation>要修改它，请用别的程序打开，或者装一个编辑器。</translation>
    </message>
    <message>
        <source>Open with...</source>
        <translation>打开方式...</translation>
    </message>
    <message>
        <source>Choose the program that opens it</source>
        <translation>选择用哪个程序打开</translation>
    </message>
    <message>
        <source>Which program is to open this file?</source>
        <translation>用哪个程序打开这个文件？</translation>
    </message>
    <message>
        <source>Get an editor</source>
        <translation>装一个编辑器</translation>
    </message>
    <message>
        <source>Three that are free. Each opens its page in your browser</source>
        <translation>三个免费的编辑器，点一下在浏览器里打开它的网页</translation>
    </message>
    <message>
        <source>{name} (made for beginners)</source>
        <comment>an editor</comment>
        <translation>{name}（专为初学者）</translation>
    </message>
    <message>
        <source>{name} (the most widely used)</source>
        <comment>an editor</comment>
        <translation>{name}（用的人最多）</translation>
    </message>
    <message>
        <source>{name} (small and quick)</source>
        <comment>an editor</comment>
        <translation>{name}（小而快）</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示这个文件</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开它所在的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a file that is only read</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Install one (Geany or Visual Studio Code, for example), or name yours in the settings.</source>
        <translation>请安装一个（例如 Geany 或 Visual Studio Code），或在设置里指定你的编辑器。</translation>
    </message>
    <message>
        <source>No editor was found.</source>
        <translation>没有找到编辑器。</translation>
    </message>
    <message>
        <source>The editor could not be opened.</source>
        <translation>编辑器无法打开。</translation>
    </message>
    <message>
        <source>{file} is not there any more, so it can&apos;t be opened.</source>
        <translation>{file} 已经不在了，所以无法打开。</translation>
    </message>
    <message>
        <source>{editor} is started by a batch file, which can&apos;t be given the name {file}: choose the editor&apos;s .exe in the settings.</source>
        <translation>{editor} 是通过批处理文件启动的，而 {file} 这个名字无法传给批处理文件：请在设置里选择编辑器的 .exe。</translation>
    </message>
    <message>
        <source>{editor} could not be started ({why}): choose another editor in the settings.</source>
        <translation>{editor} 无法启动（{why}）：请在设置里选择另一个编辑器。</translation>
    </message>
    <message>
        <source>In the name of the chosen editor a closing quotation mark is missing: {name}</source>
        <translation>所选编辑器的名字里少了一个结束的引号：{name}</translation>
    </message>
    <message>
        <source>The chosen editor has no name: choose another in the settings.</source>
        <translation>所选的编辑器没有名字：请在设置里选择另一个。</translation>
    </message>
    <message>
        <source>The chosen editor {name} is not a program that was found: choose another in the settings.</source>
        <translation>没有找到所选的编辑器 {name}：请在设置里选择另一个。</translation>
    </message>
    <message>
        <source>The chosen editor {name} needs a terminal: choose one with a window, or a terminal that starts it (such as: xterm -e {name}).</source>
        <translation>所选的编辑器 {name} 需要终端：请选择一个有窗口的编辑器，或者用终端来启动它（例如：xterm -e {name}）。</translation>
    </message>
</context>
<context>
    <name>EmptyTexts</name>
    <message>
        <source>Drop a Python script here</source>
        <translation>把 Python 脚本拖到这里</translation>
    </message>
    <message>
        <source>Reloader runs it, shows what it prints, and runs it again when you save it.</source>
        <translation>Reloader 会运行它，显示它的输出，并在你保存时重新运行它。</translation>
    </message>
    <message>
        <source>Choose a script...</source>
        <translation>选择脚本…</translation>
    </message>
    <message>
        <source>Find a script on your disk</source>
        <translation>在你的电脑上找一个脚本</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>试试例子</translation>
    </message>
    <message>
        <source>Copies a small program to your Documents, opens it in your editor and runs it</source>
        <translation>把一个小程序复制到你的“文档”文件夹，在你的编辑器里打开它，并运行它</translation>
    </message>
    <message>
        <source>New script...</source>
        <translation>新建脚本…</translation>
    </message>
    <message>
        <source>Makes a file with one line and opens it in your editor</source>
        <translation>新建一个只有一行的文件，并在你的编辑器里打开它</translation>
    </message>
    <message>
        <source>Recent</source>
        <comment>scripts</comment>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>ExplainAboveTexts</name>
    <message>
        <source>&apos;{name}&apos; has no value, because an error came before it could get one (line {lines}), and the &apos;except&apos; in line {line} lets the script go on without it. To see that error, write as the first line below that &apos;except&apos;: raise</source>
        <translation>“{name}”没有值：在它得到值之前就出了错（第 {lines} 行），而第 {line} 行的“except”让脚本没有它也继续运行。要看到那个错误，请把下面这个词写成该“except”下面的第一行：raise</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value, because an error came before it could get one (line {lines}), and an &apos;except&apos; below lets the script go on without it. To see that error, write as the first line below each &apos;except&apos; there: raise</source>
        <translation>“{name}”没有值：在它得到值之前就出了错（第 {lines} 行），而下面的某个“except”让脚本没有它也继续运行。要看到那个错误，请把下面这个词写成那里每个“except”下面的第一行：raise</translation>
    </message>
    <message>
        <source>{what} is used before the condition asks for this: {test}. Python goes from left to right, so the test has to stand first: {instead}</source>
        <translation>{what} 在条件检查“{test}”之前就被用到了。Python 从左往右判断，所以检查要写在前面：{instead}</translation>
    </message>
    <message>
        <source>{index} has come to the end of {items}, and line {line} compares it with the length of {other} instead. Write there: {instead}</source>
        <translation>{index} 已经到了 {items} 的末尾，而第 {line} 行却拿它和 {other} 的长度比较。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} has got nothing, because line {line} finds nothing left in {source}: line {line2} has read it to its end. Read it into a list before line {line2}, and use that list in both places: {instead}</source>
        <translation>{what} 什么也没有得到：第 {line} 行在 {source} 里已经读不到东西，因为第 {line2} 行把它读到了末尾。请在第 {line2} 行之前把它读进一个列表，两处都用这个列表：{instead}</translation>
    </message>
    <message>
        <source>{what} has got nothing, because {source} gives its items only once, and line {line2} has taken them before line {line} could. Keep them in a list, in line {line3}: {instead}</source>
        <translation>{what} 什么也没有得到：{source} 里的东西只能取一次，在第 {line} 行之前已被第 {line2} 行取完。请在第 {line3} 行把它们存进列表：{instead}</translation>
    </message>
    <message>
        <source>{table} has no key {key}, but {near}: the end of the line in the file was read along with it. Take it off in line {line}: {instead}</source>
        <translation>{table} 没有键 {key}，但有 {near}：文件里的换行也被一起读了进来。请在第 {line} 行去掉它：{instead}</translation>
    </message>
    <message>
        <source>{table} has no key {key}, but {near}, with blanks or the end of a line at it. Take them off where it becomes a key, in line {line}: {instead}</source>
        <translation>{table} 没有键 {key}，但有带着空格或换行的 {near}。请在第 {line} 行、它成为键的地方去掉它们：{instead}</translation>
    </message>
    <message>
        <source>{table} has no key {key}, but {near}, with blanks or the end of a line at it. Take them off with .strip() where the keys of {table} are made.</source>
        <translation>{table} 没有键 {key}，但有带着空格或换行的 {near}。请在生成 {table} 的键的地方用 .strip() 去掉它们。</translation>
    </message>
    <message>
        <source>There is no key {key}, but {near}: what is looked up has blanks or the end of a line at it. Take them off in the first line of the loop that begins in line {line}: {instead}</source>
        <translation>没有键 {key}，但有 {near}：要查的内容带着空格或换行。请在第 {line} 行开始的循环的第一行去掉它们：{instead}</translation>
    </message>
    <message>
        <source>There is no key {key}, but {near}: what is looked up has blanks or the end of a line at it. Take them off in line {line}: {instead}</source>
        <translation>没有键 {key}，但有 {near}：要查的内容带着空格或换行。请在第 {line} 行去掉它们：{instead}</translation>
    </message>
    <message>
        <source>Line {line} of {file} runs because {importer} imports that file, and there it fails. If it only tries the file out, put it and what belongs to it into a block at the end of {file}: if __name__ == &quot;__main__&quot;:</source>
        <translation>{file} 的第 {line} 行会运行，是因为 {importer} 导入了这个文件，而它在那里出错了。如果这一行只是用来试一试这个文件，请把它和相关的行放进 {file} 末尾的这个块里：if __name__ == &quot;__main__&quot;:</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {type} here, which &apos;import *&apos; brings from {file}, and hides Python&apos;s function {name}(). Give it another name in {file}, and here wherever it is meant.</source>
        <translation>这里的“{name}”是{type}，由“import *”从 {file} 带来，它遮住了 Python 的函数 {name}()。请在 {file} 里给它换个名字，这里凡是指它的地方也一起改。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used in {file}, but not imported there: each file needs its own imports. Write this at the top of {file}: {statement}</source>
        <translation>{file} 里用到了“{name}”，却没有在那里导入：每个文件都要有自己的导入。请在 {file} 的开头写：{statement}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is called here, but the function is made only in line {line}, which has not run yet. Put all functions first, and the lines that call them below.</source>
        <translation>这里调用了“{name}”，但这个函数到第 {line} 行才定义，那一行还没有运行。请把所有函数写在前面，把调用它们的行写在下面。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a word of JSON and other languages. Python writes {instead}. Change all of them: true to True, false to False, and null to None.</source>
        <translation>“{name}”是 JSON 和其他语言的写法，Python 写作 {instead}。请全部改掉：true 改成 True，false 改成 False，null 改成 None。</translation>
    </message>
    <message>
        <source>{text} is no date in the form {format}. The form of such a text would be: {instead}. If all texts are written so, write that one in each of the lines {lines}. If only this text is, write it as the others are.</source>
        <translation>{text} 不是 {format} 形式的日期。这样的文本的形式是：{instead}。如果所有文本都这样写，请在这些行里都写这个形式：{lines}。如果只有这一个这样写，请把它写得和其他的一样。</translation>
    </message>
    <message>
        <source>{text} is no date in the form {format}. The form of such a text would be: {instead}. If all texts are written so, write that one. If only this text is, write it as the others are.</source>
        <translation>{text} 不是 {format} 形式的日期。这样的文本的形式是：{instead}。如果所有文本都这样写，请写这个形式；如果只有这一个这样写，请把它写得和其他的一样。</translation>
    </message>
    <message>
        <source>On the left stand only {targets} parts, as {inner} in its brackets counts as one, and there are more values for them. If these are all one after the other, leave the inner brackets out: {instead}</source>
        <translation>左边只有 {targets} 个部分，因为括号里的 {inner} 只算一个，而值比这更多。如果这些值是一个接一个的，请去掉里面的括号：{instead}</translation>
    </message>
    <message>
        <source>A loop through a dictionary gives its keys: {item} is {text} here, a key of {table}. For its values, which are numbers, write in line {line}: {instead}</source>
        <translation>循环遍历字典得到的是它的键：{item} 在这里是 {text}，是 {table} 的一个键。要得到它的值（都是数），请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line}, again and again. If you mean the one of the class {parent}, write there: {instead}</source>
        <translation>{function} 在第 {line} 行不断地调用自己。如果你指的是类 {parent} 里的那一个，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value yet, and == in line {line} only compares. To give it one, write a single =: {instead}</source>
        <translation>“{name}”还没有值，而第 {line} 行的 == 只是比较。要给它一个值，请只写一个 =：{instead}</translation>
    </message>
    <message>
        <source>{type} has no .{attribute}, because {base} makes it in its own __init__(), which the one in line {line} does not call. Write as its first line: super().__init__()</source>
        <translation>{type}没有 .{attribute}：{base} 在自己的 __init__() 里创建它，而第 {line} 行的 __init__() 没有调用那一个。请把下面这行写成它的第一行：super().__init__()</translation>
    </message>
</context>
<context>
    <name>ExplainAfarTexts</name>
    <message>
        <source>The {value} in line {line} is made only once, so all calls of {function} that give no {name} put into the same one. Write there {name}=None, and as the first line of the function: {instead}</source>
        <translation>第 {line} 行的 {value} 只创建一次，所以所有没有给出 {name} 的 {function} 调用都放进同一个对象里。请在那里写 {name}=None，并把函数的第一行写成：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} belongs to the class, so all its objects put into the same one. Give each object its own: write in __init__(): {instead}</source>
        <translation>第 {line} 行的 &apos;{name}&apos; 属于类本身，所以它的所有对象都放进同一个里。请让每个对象有自己的：在 __init__() 中写：{instead}</translation>
    </message>
    <message>
        <source>{what} and {what2} are one and the same since line {line}, and no copy. So what line {line2} takes out of one of them is gone from both. For a copy, write in line {line}: {instead}</source>
        <translation>从第 {line} 行起，{what} 和 {what2} 就是同一个对象，并不是副本。所以第 {line2} 行从其中一个里去掉的东西，在两个里都没有了。要得到副本，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} leaves {what} as it is: {method} gives a new text, and nothing keeps that. Write there: {instead}</source>
        <translation>第 {line} 行并没有改变 {what}：{method} 给出的是一个新文本，而它没有被保存。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is still 0, because line {line} calculates a new value and nothing keeps that. Write there: {instead}</source>
        <translation>&apos;{name}&apos; 仍然是 0，因为第 {line} 行算出了新值，却没有保存。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; still has what it began with: in line {line}, {function} gives a value to a variable of its own of that name. To change the one outside, write &apos;global {name}&apos; as the first line of {function}.</source>
        <translation>&apos;{name}&apos; 仍然是最初的值：在第 {line} 行，{function} 只是给它自己的同名变量赋了值。要改变外面的那个，请把 &apos;global {name}&apos; 写成 {function} 的第一行。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; still has what it began with: {function} has a variable of its own of that name. To change the one outside, write &apos;global {name}&apos; as the first line of {function}, and take line {line} away, which would begin it anew at each call.</source>
        <translation>&apos;{name}&apos; 仍然是最初的值：{function} 有一个自己的同名变量。要改变外面的那个，请把 &apos;global {name}&apos; 写成 {function} 的第一行，并去掉第 {line} 行，否则每次调用都会重新开始。</translation>
    </message>
    <message>
        <source>{what} is None: by @, {function} has put {name} in its place, and that calls the function in line {line} without giving back what comes of it. Write there: {instead}</source>
        <translation>{what} 是 None：通过 @，{function} 用 {name} 代替了它，而 {name} 在第 {line} 行调用原函数，却没有返回结果。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None: by @, {function} has put {name} in its place, and that gives nothing back. Write as the last line of {name}: {instead}</source>
        <translation>{what} 是 None：通过 @，{function} 用 {name} 代替了它，而 {name} 没有返回任何值。请把 {name} 的最后一行写成：{instead}</translation>
    </message>
    <message>
        <source>{table}.get() gives None for a {key} that is not in it yet. Say what to begin with: {instead}</source>
        <translation>如果 {key} 还不在其中，{table}.get() 会给出 None。请写明从什么值开始：{instead}</translation>
    </message>
    <message>
        <source>The loop in line {line} goes through {what} while line {line2} takes items out of it, so it skips the one behind each of them, which is left in. Collect what is to stay in a new list instead.</source>
        <translation>第 {line} 行的循环在遍历 {what}，而第 {line2} 行同时从中去掉元素，所以紧跟其后的那个会被跳过并留在里面。请改为把要保留的收集到一个新列表中。</translation>
    </message>
    <message>
        <source>split(&apos; &apos;) in line {line} gives empty texts, too: where two blanks stand side by side, where one stands at an end, and for an empty text. With nothing in its brackets, it gives none of these. Write there: {instead}</source>
        <translation>第 {line} 行的 split(&apos; &apos;) 也会给出空文本：在两个相邻空格之间、在首尾的空格处，以及对空文本本身。括号里什么都不写时，就不会有这些空文本。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is empty, and the loop in line {line} goes on all the same, as its condition is true then, too. Write in it: {instead}</source>
        <translation>{what} 是空的，但第 {line} 行的循环仍在继续，因为这时它的条件也成立。请在条件里写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} puts only the keys of the dictionary into {what}, one by one. To put in the dictionary itself, write there: {instead}</source>
        <translation>第 {line} 行只是把字典的键一个个放进 {what}。要放进字典本身，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>The loops in lines {line} and {line2} stand one in the other and both count with &apos;{name}&apos;, so the inner one changes the number of the outer one. Give the inner one another name, and use that where it is meant.</source>
        <translation>第 {line} 行和第 {line2} 行的循环一个在另一个里面，并且都用 &apos;{name}&apos; 计数，所以内层循环会改变外层的数。请给内层换一个名字，并在需要它的地方使用。</translation>
    </message>
    <message>
        <source>The lambda in line {line} looks at &apos;{name}&apos; only when it is called, and by then the loop has gone on. To keep what &apos;{name}&apos; is in its round, write there: {instead}</source>
        <translation>第 {line} 行的 lambda 在被调用时才去看 &apos;{name}&apos;，而那时循环已经往下走了。要记住当轮的 &apos;{name}&apos;，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{function} is not Python&apos;s own here: the one in line {line} of {file} has taken its name. If Python&apos;s own is meant, give that function another name.</source>
        <translation>这里的 {function} 不是 Python 自带的：{file} 第 {line} 行的函数占用了它的名字。如果想用的是 Python 自带的，请给那个函数换一个名字。</translation>
    </message>
    <message>
        <source>There are two functions {function}: that in line {line2} has taken the place of that in line {line}, which is meant here. Give one of them another name.</source>
        <translation>有两个 {function} 函数：第 {line2} 行的取代了第 {line} 行的，而这里想用的是后者。请给其中一个换个名字。</translation>
    </message>
    <message>
        <source>A comma is missing behind {text} in line {line}, so Python takes it and the text behind it as one. Write it there.</source>
        <translation>第 {line} 行的 {text} 后面少了一个逗号，所以 Python 把它和后面的文本当成了一个。请在那里补上。</translation>
    </message>
    <message>
        <source>{what} gives its items one by one and does not know how many there are. A list does. Write in line {line}: {instead}</source>
        <translation>{what} 会一个个给出元素，并不知道一共有多少个。列表则知道。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a number, and a loop cannot go through one: line {line} gives back how many there are, and not the items themselves. Write there: {instead}</source>
        <translation>{what} 是一个数字，循环无法遍历它：第 {line} 行返回的是个数，而不是元素本身。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, as all in {items} are, and of texts {function} compares the letters. Make numbers of them where they come from. Write in line {line}: {instead}</source>
        <translation>{what} 是文本，因为 {items} 里的都是文本，而 {function} 对文本是按字符比较的。请在它们的来源处转换成数字。在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} and {what2} are text, as .strftime() makes them. Calculate with the times themselves, and write them as text only where they are shown. In line {line}: {instead} and in line {line2}: {instead2}</source>
        <translation>{what} 和 {what2} 是文本，因为 .strftime() 给出的是文本。请用时间本身来计算，只在显示时才转成文本。第 {line} 行：{instead}；第 {line2} 行：{instead2}</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and in {what} there is also {type}. Look at what is put into it.</source>
        <translation>sum() 用来把数字相加，而 {what} 里还有 {type}。请检查放进去的是什么。</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and {what} is text here. Make a number of it in its brackets: {instead}</source>
        <translation>sum() 用来把数字相加，而这里的 {what} 是文本。请在它的括号里转换成数字：{instead}</translation>
    </message>
    <message>
        <source>In {what} there are functions and not what they give back: in line {line}, the round brackets that call it are missing. Write there: {instead}</source>
        <translation>{what} 里放的是函数，而不是它们的返回值：第 {line} 行缺少调用用的圆括号。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{function} compares what {what} gives for each item. For one of them that is {type}, for another {type2}, and these cannot be compared. Look for the one that is different, and put it right or leave it out first.</source>
        <translation>{function} 比较的是 {what} 对每个元素给出的值。其中一个是{type}，另一个是{type2}，它们无法比较。请找出不一样的那个，先改正或去掉它。</translation>
    </message>
    <message>
        <source>{function} compares what {what} gives for each item. For one of them that is None, which cannot be compared with {type}. Let it give a value for that one, too, or leave it out first.</source>
        <translation>{function} 比较的是 {what} 对每个元素给出的值。其中一个是 None，无法与{type}比较。请让它对那个元素也给出一个值，或者先把那个元素去掉。</translation>
    </message>
    <message>
        <source>For .format(), each pair of curly brackets in the text is a place for a value, also the one that begins before {text}. Write those twice that are meant as such: {{{{ and }}}}</source>
        <translation>对 .format() 来说，文本中的每一对花括号都是放值的位置，在 {text} 之前开始的那一对也是。本来就要显示的花括号请写两遍：{{{{ 和 }}}}</translation>
    </message>
    <message>
        <source>{table} has no key {key}, but the same two in the other order: {key2}. Ask for that one if the first is not there, or put in both.</source>
        <translation>{table} 中没有键 {key}，但有顺序相反的 {key2}。如果前者不在，请改问后者，或者把两种都放进去。</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} is never true: {one} is {type} and {other} is {type2}, and these are never equal. Make both of one type, with int() or str().</source>
        <translation>{what} 是空的，因为第 {line} 行的比较永远不成立：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请用 int() 或 str() 把两者变成同一种类型。</translation>
    </message>
    <message>
        <source>os.listdir() in line {line} gives names without their folder, so &apos;{name}&apos; is looked for in another one. Put the folder in front: {instead}</source>
        <translation>第 {line} 行的 os.listdir() 给出的名字不带文件夹，所以程序在别的文件夹里找 &apos;{name}&apos;。请把文件夹加在前面：{instead}</translation>
    </message>
    <message>
        <source>{function} is not Python&apos;s own here: &apos;from {module} import *&apos; in line {line} has brought another one of that name. Import only what you use of it: import {module}</source>
        <translation>这里的 {function} 不是 Python 自带的：第 {line} 行的 &apos;from {module} import *&apos; 带来了另一个同名函数。请只导入用到的：import {module}</translation>
    </message>
    <message>
        <source>{what} is still empty: line {line} makes a new list, which only {function} knows, and the one that it was given stays as it is. To put into that one, write there: {instead}</source>
        <translation>{what} 仍然是空的：第 {line} 行创建了一个只有 {function} 知道的新列表，而传给它的那个没有变。要放进传来的那个，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>All rows of {what} are one and the same list, because line {line} multiplies a single row. So what is put into one of them stands in all. Write there: {instead}</source>
        <translation>{what} 的所有行都是同一个列表，因为第 {line} 行只是把一行乘了几遍。所以放进其中一行的东西会出现在所有行里。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} was {type} in line {line}, and the loop gives that name to something else in line {line2}. Choose another name there.</source>
        <translation>{what} 在第 {line} 行是{type}，而循环在第 {line2} 行把这个名字给了别的东西。请在那里换一个名字。</translation>
    </message>
    <message>
        <source>{item} is not in the list {what}, but {near} is. Only the same letters, capitals and blanks are found: change one of the two, or take blanks off with .strip().</source>
        <translation>列表 {what} 中没有 {item}，但有 {near}。字母、大小写和空格都相同才能找到：请修改其中一个，或用 .strip() 去掉空格。</translation>
    </message>
    <message>
        <source>{function} has called itself so often that Python stopped it: the length of &apos;{name}&apos; is {length} by now, and the case in line {line} that is to end it does not hold for that. Write in that line: {instead}</source>
        <translation>{function} 调用自己太多次，被 Python 停下了：&apos;{name}&apos; 的长度现在是 {length}，而第 {line} 行本该让它结束的情况对此不成立。请在那一行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None: line {line} makes that the value of &apos;{name}&apos; where nothing is given for it, as in line {line2}. Give it there, or ask before it is used: if {what} is not None:</source>
        <translation>{what} 是 None：第 {line} 行规定，没有给出 &apos;{name}&apos; 时它的值就是 None，第 {line2} 行就是这样。请在那里给出它，或者在使用前先判断：if {what} is not None:</translation>
    </message>
    <message>
        <source>{what} is None, because {source} in line {line} was None for this one: the data have no value there. Give it one in line {line}, or ask before it is used: if {what} is not None:</source>
        <translation>{what} 是 None，因为第 {line} 行的 {source} 对这一项是 None：数据里没有值。请在第 {line} 行给它一个值，或者在使用前先判断：if {what} is not None:</translation>
    </message>
    <message>
        <source>{what} is None where nothing follows any more, and None has no .{attribute}. Ask first, and go on only where there is one: if {what} is not None:</source>
        <translation>在后面没有东西的地方，{what} 是 None，而 None 没有 .{attribute}。请先判断，只在有的时候才继续：if {what} is not None:</translation>
    </message>
    <message>
        <source>The loop in line {line} has come to the end without finding it: {what} is None there. Write there: {instead} and go on below the loop only if there is one: if {what} is not None:</source>
        <translation>第 {line} 行的循环走到了尽头也没有找到：那里的 {what} 是 None。请在那里写成：{instead} 并在循环下面只在找到了的时候才继续：if {what} is not None:</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value, because an error came before it could get one (line {lines}), and the &apos;except {error}&apos; in line {line} gives it none either. Give it one below that &apos;except&apos;, too.</source>
        <translation>&apos;{name}&apos; 没有值，因为在它得到值之前出了错（第 {lines} 行），而第 {line} 行的 &apos;except {error}&apos; 也没有给它值。请在那个 &apos;except&apos; 下面也给它一个值。</translation>
    </message>
    <message>
        <source>{what} is text, as all in {items} are, and of texts {function} compares the letters, so a number made of it may be that of another one. Make numbers of them where they are put into {items}.</source>
        <translation>{what} 是文本，因为 {items} 里的都是文本，而 {function} 对文本是按字符比较的，所以由它得到的数可能是另一个的。请在放进 {items} 的地方就转换成数字。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value, because the comparison in line {line} is never true: {one} is {type} and {other} is {type2}, and these are never equal. Make both of one type, with int() or str().</source>
        <translation>&apos;{name}&apos; 没有值，因为第 {line} 行的比较永远不成立：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请用 int() 或 str() 把两者变成同一种类型。</translation>
    </message>
    <message>
        <source>{what} is None: line {line} ends {function} as soon as one is not the right one, also where the right one comes later. Take the &apos;else&apos; with it away, and write &apos;return None&apos; below the loop that begins in line {line2}.</source>
        <translation>{what} 是 None：只要有一个不对，第 {line} 行就结束了 {function}，即使对的在后面。请去掉那个 &apos;else&apos;，并在第 {line2} 行开始的循环之后写 &apos;return None&apos;。</translation>
    </message>
    <message>
        <source>{what} is None, because line {line} sets &apos;{name}&apos; to None again in each round that has another one, also after it was found. Write &apos;break&apos; as a new line below line {line2}, so that the loop ends where it is found.</source>
        <translation>{what} 是 None，因为即使已经找到，第 {line} 行在之后每一轮遇到别的项时又把 &apos;{name}&apos; 设为 None。请在第 {line2} 行下面另起一行写 &apos;break&apos;，让循环在找到时结束。</translation>
    </message>
    <message>
        <source>{what} is text, because a dictionary gives its keys where it is taken apart into several names. For its values, write in line {line}: {instead}</source>
        <translation>{what} 是文本，因为把字典拆成几个名字时，得到的是它的键。要得到值，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and so line {line} has compared letters: it may have chosen another one. Write there {instead} and make a number of {what} here, too, with float().</source>
        <translation>{what} 是文本，所以第 {line} 行比较的是字符，可能选了另一个。请在那里写 {instead}，并在这里也用 float() 把 {what} 转换成数字。</translation>
    </message>
    <message>
        <source>{function} has called itself so often that Python stopped it: where the &apos;if&apos; in line {line} is true, it goes on all the same and calls itself again. Write &apos;return&apos; as the last line of that &apos;if&apos;, indented like the others in it.</source>
        <translation>{function} 调用自己太多次，被 Python 停下了：第 {line} 行的 &apos;if&apos; 成立时，它仍会继续往下并再次调用自己。请在那个 &apos;if&apos; 里的最后一行写 &apos;return&apos;，缩进与其中的其他行相同。</translation>
    </message>
    <message>
        <source>{function} has called itself so often that Python stopped it: &apos;{name}&apos; is less than {value} by now. It is made smaller by more than 1 at once, so it can pass over the case in line {line}. Add below that line&apos;s &apos;if&apos; what {function} gives back where &apos;{name}&apos; is: {values}</source>
        <translation>{function} 调用自己太多次，被 Python 停止了：&apos;{name}&apos; 现在已经小于 {value}。它一次减小的不止 1，所以可能越过第 {line} 行的结束条件。请在那一行的 &apos;if&apos; 下面补上：当 &apos;{name}&apos; 为以下值时 {function} 返回什么：{values}</translation>
    </message>
    <message>
        <source>{function} has called itself so often that Python stopped it: &apos;{name}&apos; is less than {value} by now, and the case in line {line} that is to end it does not hold for that. Say above it what is to be given back then: if {name} &lt; {value}:</source>
        <translation>{function} 调用自己太多次，被 Python 停止了：&apos;{name}&apos; 现在已经小于 {value}，而第 {line} 行用来结束的条件对此不成立。请在它上面写明这时返回什么：if {name} &lt; {value}:</translation>
    </message>
    <message>
        <source>{function} has called itself so often that Python stopped it: &apos;{name}&apos; is less than {value} by now. It is made smaller by more than 1 at once, so it can pass over the case in line {line}. Another case is needed above that line, indented as that; in the row of Fibonacci&apos;s numbers it is: {instead}</source>
        <translation>{function} 调用自己的次数太多，Python 让它停了下来：&apos;{name}&apos; 现在已经小于 {value}。它每次减小的不止 1，所以可能越过第 {line} 行的情况。在那一行上面，还需要用与它相同的缩进再写一种情况；对斐波那契数来说是：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainAroundTexts</name>
    <message>
        <source>There was an error in {name}().</source>
        <translation>{name}() 里出了错。</translation>
    </message>
    <message>
        <source>There was an error in what your script does at an event.</source>
        <translation>你的脚本在响应事件时出了错。</translation>
    </message>
    <message>
        <source>An error has ended the thread {name}.</source>
        <translation>线程 {name} 因为出错而结束了。</translation>
    </message>
    <message>
        <source>An error has ended a thread of your script.</source>
        <translation>你的脚本的一个线程因为出错而结束了。</translation>
    </message>
    <message>
        <source>An error has ended the task {name}().</source>
        <translation>任务 {name}() 因为出错而结束了。</translation>
    </message>
    <message>
        <source>An error has ended a task of your script.</source>
        <translation>你的脚本的一个任务因为出错而结束了。</translation>
    </message>
    <message>
        <source>An error has ended {name}, which your script had started.</source>
        <translation>你的脚本启动的 {name} 因为出错而结束了。</translation>
    </message>
    <message>
        <source>There was an error in what your script does at its end.</source>
        <translation>你的脚本在结束时执行的代码里出了错。</translation>
    </message>
    <message>
        <source>Your script goes on.</source>
        <translation>你的脚本还在继续运行。</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}. Check how the name is written, and where it is.</source>
        <translation>文件夹 {folder} 里没有 {file}。请检查名字的写法，以及这个文件在哪里。</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but there is {near}. If that is meant, use that name, or rename the file.</source>
        <translation>文件夹 {folder} 里没有 {file}，但是有 {near}。如果指的就是它，请使用这个名字，或者给文件改名。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist, so {file} cannot be in it. Make the folder first, or use another one.</source>
        <translation>文件夹 {folder} 不存在，所以里面不可能有 {file}。请先新建这个文件夹，或者使用另一个文件夹。</translation>
    </message>
    <message>
        <source>The name {file} ends with a line break, as lines that are read from a file do. Take it off with .strip() first.</source>
        <translation>名字 {file} 的末尾有一个换行符，从文件里读出的行都是这样。请先用 .strip() 去掉它。</translation>
    </message>
    <message>
        <source>In a text, \ and a letter stand for a special character, and so there is one in the name {file}. Put an r before the opening quote, or write / in place of \.</source>
        <translation>在字符串里，\ 加一个字母表示特殊字符，所以名字 {file} 里有了一个特殊字符。请在左引号前面加上 r，或者把 \ 写成 /。</translation>
    </message>
    <message>
        <source>{file} is a folder, and only files can be opened. Write the name of a file in it.</source>
        <translation>{file} 是一个文件夹，而只有文件才能打开。请写出其中一个文件的名字。</translation>
    </message>
    <message>
        <source>{file} may not be opened or changed like this. Perhaps another program has it open, or the file or its folder is protected.</source>
        <translation>不能这样打开或更改 {file}。也许另一个程序正打开着它，或者这个文件或它所在的文件夹受到保护。</translation>
    </message>
    <message>
        <source>{file} is open in another program, such as Excel, which lets nobody else write to it. Close it there, and run the script again.</source>
        <translation>{file} 正在另一个程序（例如 Excel）里打开着，这时别的程序都不能写入它。请在那里关闭它，再运行脚本。</translation>
    </message>
    <message>
        <source>What is read in line {line} is no text in {encoding}. Open the file with the encoding that it was saved in, such as encoding=&quot;cp1252&quot;, or in mode &quot;rb&quot; if it is no text.</source>
        <translation>第 {line} 行读到的内容不是 {encoding} 编码的文本。打开文件时，请写上它保存时用的编码，例如 encoding=&quot;gbk&quot;；如果它不是文本，请用 &quot;rb&quot; 模式打开。</translation>
    </message>
    <message>
        <source>What is read in line {line} is no text in {encoding}, but it looks like {instead}. Write that where it is read: encoding=&quot;{instead}&quot;, or .decode(&quot;{instead}&quot;)</source>
        <translation>第 {line} 行读到的内容不是 {encoding} 编码的文本，看起来像是 {instead}。在读取的地方请写上 encoding=&quot;{instead}&quot;，或者 .decode(&quot;{instead}&quot;)</translation>
    </message>
    <message>
        <source>The encoding {encoding} lacks a letter that is written here. Open the file with encoding=&quot;utf-8&quot;, here and wherever it is read.</source>
        <translation>编码 {encoding} 里没有这里要写的某个字符。在这里以及读取这个文件的地方，打开文件时都请写上 encoding=&quot;utf-8&quot;。</translation>
    </message>
    <message>
        <source>What is read here is no JSON: at line {line}, column {column} of it Python cannot read on. Print it, and look at that place and at what stands before it.</source>
        <translation>这里读到的内容不是 JSON：Python 读到它的第 {line} 行第 {column} 列就读不下去了。请把它打印出来，看看那里以及前面的内容。</translation>
    </message>
    <message>
        <source>The text that is read here begins with an invisible mark (a BOM), which JSON does not have. Open the file with encoding=&quot;utf-8-sig&quot;.</source>
        <translation>这里读到的文本以一个看不见的标记（BOM）开头，而 JSON 里没有这种标记。打开文件时请写上 encoding=&quot;utf-8-sig&quot;。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has the key {key} only with an invisible mark before it (a BOM), which the file begins with. Open the file with encoding=&quot;utf-8-sig&quot;.</source>
        <translation>“{table}”里的键 {key} 前面带着一个看不见的标记（BOM），它来自文件的开头。打开文件时请写上 encoding=&quot;utf-8-sig&quot;。</translation>
    </message>
    <message>
        <source>There is an invisible mark (a BOM) before the number, which the file begins with, so {function} cannot read it. Open the file with encoding=&quot;utf-8-sig&quot;.</source>
        <translation>这个数字前面有一个看不见的标记（BOM），它来自文件的开头，所以 {function} 读不懂它。打开文件时请写上 encoding=&quot;utf-8-sig&quot;。</translation>
    </message>
    <message>
        <source>Nothing is in what is read here, so it is no JSON. Leave out an empty line; and if a file has nothing in it yet, do not read it, or delete it.</source>
        <translation>这里读到的内容是空的，所以不是 JSON。请跳过空行；如果一个文件里还什么都没有，就不要读它，或者把它删除。</translation>
    </message>
    <message>
        <source>What is read here begins with &lt;, so it is a page of the web or XML, and no JSON. Print it to see what it is.</source>
        <translation>这里读到的内容以 &lt; 开头，所以它是网页或 XML，而不是 JSON。请打印出来看看它是什么。</translation>
    </message>
    <message>
        <source>At line {line}, column {column} of this JSON stands a single quote. JSON knows double quotes only.</source>
        <translation>这段 JSON 的第 {line} 行第 {column} 列是单引号。JSON 只用双引号。</translation>
    </message>
    <message>
        <source>At line {line}, column {column} of this JSON, a comma stands before a closing bracket. Remove the comma.</source>
        <translation>在这段 JSON 的第 {line} 行第 {column} 列，右括号前面有一个逗号。请去掉这个逗号。</translation>
    </message>
    <message>
        <source>At line {line}, column {column} of this JSON, something follows what is complete already. If each line is a value by itself, read the lines one by one with json.loads().</source>
        <translation>这段 JSON 已经完整，但在第 {line} 行第 {column} 列后面还有内容。如果每一行各是一个值，请用 json.loads() 逐行读取。</translation>
    </message>
    <message>
        <source>At line {line}, column {column} of this JSON stands {word}, and JSON writes {instead} for it.</source>
        <translation>这段 JSON 的第 {line} 行第 {column} 列是 {word}，而 JSON 里要写成 {instead}。</translation>
    </message>
    <message>
        <source>Port {port} is in use, by another program or by a run whose connections are not over yet. Use another port, or try again in a minute.</source>
        <translation>端口 {port} 正被占用：可能是另一个程序，也可能是上一次运行的连接还没有结束。请换一个端口，或者过一分钟再试。</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program} (process {pid}). End that, or use another port.</source>
        <translation>端口 {port} 正被 {program}（进程 {pid}）占用。请结束它，或者换一个端口。</translation>
    </message>
    <message>
        <source>Its window was closed, and so it ended. There is no error to mend.</source>
        <translation>它的窗口被关闭了，所以它结束了。没有需要修改的错误。</translation>
    </message>
    <message>
        <source>There is not enough memory for what line {line} makes. Work with less at a time, or look for a loop that adds to something without an end.</source>
        <translation>内存不够，装不下第 {line} 行要生成的内容。请一次少处理一些，或者检查有没有不停添加内容的循环。</translation>
    </message>
    <message>
        <source>It was ended from outside, without a word (signal 9). The system does that when memory runs out; else another program or somebody did.</source>
        <translation>它突然被外部结束了（信号 9）。内存用完时系统会这样做；否则就是另一个程序或某个人做的。</translation>
    </message>
    <message>
        <source>There is no module &apos;{name}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>没有模块“{name}”。你要写的是不是“{near}”？</translation>
    </message>
    <message>
        <source>There is no module &apos;{name}&apos;. Did you mean &apos;{near}&apos;? Write it so in all of these lines: {lines}</source>
        <translation>没有模块“{name}”。你要写的是不是“{near}”？请在这些行里都这样写：{lines}</translation>
    </message>
    <message>
        <source>This Python has no module &apos;{name}&apos;, and no file {name}.py is beside your script. If it is a package, it must be installed first.</source>
        <translation>这个 Python 里没有模块“{name}”，你的脚本旁边也没有文件 {name}.py。如果它是一个包，必须先安装它。</translation>
    </message>
    <message>
        <source>Your own file {file} is imported here, and not Python&apos;s own module, so there is no &apos;{name}&apos;. If you mean Python&apos;s, rename {file}.</source>
        <translation>这里导入的是你自己的文件 {file}，而不是 Python 自带的模块，所以没有“{name}”。如果你要用 Python 自带的，请给 {file} 改名。</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{name}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>模块“{module}”里没有“{name}”。你要写的是不是“{near}”？</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{name}&apos;. Check how it is written.</source>
        <translation>模块“{module}”里没有“{name}”。请检查它的写法。</translation>
    </message>
</context>
<context>
    <name>ExplainArrayTexts</name>
    <message>
        <source>{function} takes the lengths in all directions as one thing, in brackets of their own. Write: {instead}</source>
        <translation>{function} 要把各个方向的长度作为一个整体，放在单独的圆括号里。请写：{instead}</translation>
    </message>
    <message>
        <source>{function} takes the lengths one after the other, without brackets of their own. Write: {instead}</source>
        <translation>{function} 要一个接一个地写长度，不要再加圆括号。请写：{instead}</translation>
    </message>
    <message>
        <source>For a product of matrices, the first one has to have as many columns as the second one has rows, and here it has {length} columns for {given} rows. Print .shape of both; .T turns one round, and * multiplies value by value.</source>
        <translation>矩阵相乘时，第一个的列数要和第二个的行数相同，而这里是 {length} 列对 {given} 行。请打印两者的 .shape；.T 可以转置，而 * 是逐个相乘。</translation>
    </message>
    <message>
        <source>{what} has rows of {width} values, and each is multiplied by the values of {what2}, of which line {line} writes {given}. Write there as many as a row of {what} has: {width}</source>
        <translation>{what} 的每一行有 {width} 个值，每一行都与 {what2} 的值相乘，而第 {line} 行给了 {what2} {given} 个值。请在那里写和 {what} 的一行同样多的值：{width}</translation>
    </message>
    <message>
        <source>{what} has rows of {width} values, and each is multiplied by the values of {what2}, of which line {line} writes {given}. Write there as many as a row has: {width}. Or if {what2} is to have one for each row, as it has now, write here: {instead}</source>
        <translation>{what} 的每一行有 {width} 个值，每一行都与 {what2} 的值相乘，而第 {line} 行给了 {what2} {given} 个值。请在那里写和一行同样多的值：{width}。如果 {what2} 本来就该像现在这样每一行对应一个值，这里请写：{instead}</translation>
    </message>
    <message>
        <source>@ multiplies matrices, and one side is a single number. Write * in place of @</source>
        <translation>@ 用于矩阵相乘，而其中一边是单个的数。请用 * 代替 @</translation>
    </message>
    <message>
        <source>What an array is made of in line {line} has rows of different lengths, or numbers beside lists. All rows have to be of the same length; print len() of each.</source>
        <translation>第 {line} 行用来建立数组的内容，各行长度不同，或者数和列表混在一起。所有行的长度必须相同；请打印每一行的 len()。</translation>
    </message>
    <message>
        <source>{what} is a place for a single number, and what it is to get has several values. Take one of them, or make the array larger.</source>
        <translation>{what} 只能放一个数，而要放进去的有几个值。请只取其中一个，或者把数组建得大一些。</translation>
    </message>
    <message>
        <source>An array of {length} values does not fit into the shape {shape}, which has room for {product}. The numbers of the shape, multiplied, have to give {length}; in place of one of them, -1 stands for what is left.</source>
        <translation>{length} 个值的数组放不进形状 {shape}，它的容量是 {product}。形状里的数相乘要等于 {length}；其中一个可以写 -1，表示剩下的。</translation>
    </message>
    <message>
        <source>An array of {length} values cannot be divided into rows or columns of the length that is asked for here: something would be left over. The lengths given have to divide {length}.</source>
        <translation>{length} 个值的数组不能按这里要求的长度分成行或列：会有剩余。给出的长度要能整除 {length}。</translation>
    </message>
    <message>
        <source>The file has {text} where a number is expected, in row {line}, column {column} (counted from 1). If that is a heading, leave it out with skiprows=1; columns are chosen with usecols=</source>
        <translation>文件里应该是数的地方是 {text}，在第 {line} 行第 {column} 列（从 1 数起）。如果那是标题，请用 skiprows=1 跳过；用 usecols= 选择列</translation>
    </message>
    <message>
        <source>{text} is taken for one number, because blanks are expected between the values. Say which sign stands there: delimiter=&quot;{sign}&quot;</source>
        <translation>{text} 被当成了一个数，因为默认值之间是空格。请说明那里是什么符号：delimiter=&quot;{sign}&quot;</translation>
    </message>
    <message>
        <source>The rows of the file have {length} values each, and row {line} has {given}. Look for what is missing or too much there.</source>
        <translation>文件的每一行有 {length} 个值，而第 {line} 行有 {given} 个。请看看那里缺了什么，或者多了什么。</translation>
    </message>
    <message>
        <source>The places of {what} are found by whole numbers, and {index} is {type}. Write: {instead}</source>
        <translation>{what} 里的位置要用整数来找，而 {index} 是{type}。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is an array, whose places have numbers and no names, and {index} is text. Use a whole number from 0 on; names are for dictionaries and tables.</source>
        <translation>{what} 是数组，位置只有数字，没有名字，而 {index} 是文本。请用从 0 开始的整数；名字用于字典和表格。</translation>
    </message>
    <message>
        <source>The places to be taken from {what} are whole numbers, and these numbers have a point. Make whole ones of them: .astype(int)</source>
        <translation>从 {what} 里取的位置要是整数，而这些是小数。请把它们变成整数：.astype(int)</translation>
    </message>
    <message>
        <source>In the brackets of {what}, {given} places are asked for, one for each direction, and the array has no more than {length}. Print {what}.shape before this line.</source>
        <translation>{what} 的方括号里写了 {given} 个位置，每个维度一个，而数组最多只有 {length} 维。请在这一行之前打印 {what}.shape。</translation>
    </message>
    <message>
        <source>{what} is a single number and has no places to choose from. Leave the last brackets out, or look where it was made.</source>
        <translation>{what} 是单个的数，没有可以选的位置。请去掉最后的方括号，或者看看它是在哪里得到的。</translation>
    </message>
    <message>
        <source>{what} has {length} places in that direction, counted from 0 to {last}, and here the place {index} is asked for.</source>
        <translation>{what} 在这个方向上有 {length} 个位置，从 0 数到 {last}，而这里要的是位置 {index}。</translation>
    </message>
    <message>
        <source>{what} is empty in that direction, so there is nothing to be taken out. Look why nothing came into it.</source>
        <translation>{what} 在这个方向上是空的，没有东西可以取。请看看为什么里面什么也没有。</translation>
    </message>
    <message>
        <source>What is put together has to be as long in each other direction. In direction {axis} (counted from 0), the first has {length} and another one {given}. Print .shape of all.</source>
        <translation>合并的内容在其他方向上的长度必须相同。在方向 {axis}（从 0 数起）上，第一个是 {length}，另一个是 {given}。请打印它们的 .shape。</translation>
    </message>
    <message>
        <source>What is put together has to have as many directions, and here one has {length} and another one {given}. A single row becomes a table of one row by .reshape(1, -1), and one column by .reshape(-1, 1).</source>
        <translation>合并的内容维数必须相同，而这里一个是 {length} 维，另一个是 {given} 维。单独的一行用 .reshape(1, -1) 变成只有一行的表，用 .reshape(-1, 1) 变成一列。</translation>
    </message>
    <message>
        <source>{function} puts arrays together, and here it gets single numbers. Put each into a list, or make one array of all: np.array([...])</source>
        <translation>{function} 合并的是数组，而这里给它的是单个的数。请把每个数放进列表，或者用所有的数建立一个数组：np.array([...])</translation>
    </message>
    <message>
        <source>Each row of {what} holds {width} values, and {what2} holds {length}. They only fit if {what2} has one value for each in a row.</source>
        <translation>{what} 的每一行有 {width} 个值，而 {what2} 有 {length} 个。只有当 {what2} 对一行里的每个值都有一个值时，两者才合得上。</translation>
    </message>
    <message>
        <source>Each row of {what} holds {width} values, and {what2} holds {length}. If it is to have one value for each in a row, it needs {width}; if it has one for each row, write: {instead}</source>
        <translation>{what} 的每一行有 {width} 个值，而 {what2} 有 {length} 个。如果它要对一行里的每个值都有一个值，就需要 {width} 个；如果它对每一行有一个值，请写：{instead}</translation>
    </message>
    <message>
        <source>{function} lays arrays on top of each other, and they have different shapes. Print .shape of each before this line.</source>
        <translation>{function} 把数组叠在一起，而它们的形状不同。请在这一行之前打印每个的 .shape。</translation>
    </message>
    <message>
        <source>{what} keeps the type of its values, {dtype}, when it is changed in place, and the result is {result}. Make a new array: {instead}</source>
        <translation>原地修改时，{what} 会保持它的值的类型 {dtype}，而结果是 {result}。请建立新的数组：{instead}</translation>
    </message>
    <message>
        <source>There is text in what line {line} calculates with. Make numbers of it first: float(), or .astype(float) for an array.</source>
        <translation>第 {line} 行用来计算的内容里有文本。请先把它变成数：用 float()，数组用 .astype(float)。</translation>
    </message>
    <message>
        <source>{function} takes numbers, and what it gets is of another kind: text perhaps, or a mixture. Print it and its .dtype before this line; .astype(float) makes numbers of text.</source>
        <translation>{function} 要的是数，而给它的是别的东西：可能是文本，或者混在一起的内容。请在这一行之前打印它和它的 .dtype；.astype(float) 可以把文本变成数。</translation>
    </message>
    <message>
        <source>{function} takes numbers, and one of the values that it gets is None. Look where it comes from; for a value that is missing, use np.nan</source>
        <translation>{function} 要的是数，而给它的值里有 None。请看看它是从哪里来的；缺失的值请用 np.nan</translation>
    </message>
    <message>
        <source>The array that {function} gets holds objects of any type (its dtype is object), also where they are numbers. Make an array of numbers of it: .astype(float)</source>
        <translation>给 {function} 的数组里放的是任意类型的对象（dtype 是 object），哪怕它们是数。请把它变成数的数组：.astype(float)</translation>
    </message>
    <message>
        <source>The array has no axis {axis}: its directions are counted from 0, and the last one is {last}. Leave axis= out, or take another one.</source>
        <translation>数组没有 axis {axis}：维度从 0 数起，最后一个是 {last}。请去掉 axis=，或者换一个。</translation>
    </message>
    <message>
        <source>What is worked with here is a single number, which has no axis {axis}. Several values are given in one list.</source>
        <translation>这里处理的是单个的数，没有 axis {axis}。几个值要放在一个列表里。</translation>
    </message>
    <message>
        <source>What is put into the array has the shape {first}, and the place for it {second}. Choose a place as large as the values, or give as many values.</source>
        <translation>放进数组的内容形状是 {first}，而要放的位置是 {second}。请选一样大的位置，或者给一样多的值。</translation>
    </message>
    <message>
        <source>{what} holds numbers, and {text} is put into it. Make a number of it first, or collect such values in a list.</source>
        <translation>{what} 里放的是数，却要把 {text} 放进去。请先把它变成数，或者用列表来收集这样的值。</translation>
    </message>
    <message>
        <source>{what} holds whole numbers, and for a value that is missing (NaN) or infinite there is none. Make it for numbers with a point first: .astype(float)</source>
        <translation>{what} 里放的是整数，而缺失的值（NaN）或无穷大没有整数可以表示。请先让它放小数：.astype(float)</translation>
    </message>
    <message>
        <source>{what} is NaN here, which stands for a value that is missing, and no whole number stands for that. Test it first: if not math.isnan({what}):</source>
        <translation>{what} 在这里是 NaN，表示缺失的值，没有整数可以表示它。请先检查：if not math.isnan({what}):</translation>
    </message>
    <message>
        <source>In {call}, there have to be as many chances (p=) as there are things to choose from.</source>
        <translation>在 {call} 里，概率（p=）的个数要和可选的东西一样多。</translation>
    </message>
    <message>
        <source>In {call}, the chances (p=) have to add up to 1. Divide each by the sum of all.</source>
        <translation>在 {call} 里，概率（p=）相加要等于 1。请把每一个除以总和。</translation>
    </message>
    <message>
        <source>{function} chooses from a plain row of values, and here it gets a table with rows. Choose the number of a row: table[np.random.randint(len(table))]</source>
        <translation>{function} 从一排值里选，而这里给它的是有行的表。请选行号：table[np.random.randint(len(table))]</translation>
    </message>
    <message>
        <source>The matrix in line {line} is singular: one of its rows can be made from the others, so it has no inverse and no single solution. Check its numbers; np.linalg.lstsq() and np.linalg.pinv() find the nearest.</source>
        <translation>第 {line} 行的矩阵是奇异的：有一行可以由其他行得到，所以没有逆矩阵，也没有唯一的解。请检查它的数；np.linalg.lstsq() 和 np.linalg.pinv() 可以找最接近的。</translation>
    </message>
    <message>
        <source>In line {line}, a matrix with as many rows as columns is needed, and this one is not square. Print its .shape before.</source>
        <translation>第 {line} 行需要行数和列数相同的矩阵，而这个不是方阵。请在之前打印它的 .shape。</translation>
    </message>
    <message>
        <source>A matrix has rows and columns, and what is given here is {length}-dimensional. Write the rows as lists in a list: [[1, 2], [3, 4]]</source>
        <translation>矩阵有行和列，而这里给的是 {length} 维的。请把各行写成列表里的列表：[[1, 2], [3, 4]]</translation>
    </message>
    <message>
        <source>In what is calculated with in line {line}, values are missing (NaN) or infinite. Find them with np.isnan() or np.isinf(), and take them out.</source>
        <translation>第 {line} 行用来计算的内容里有缺失的值（NaN）或无穷大。请用 np.isnan() 或 np.isinf() 找出来并去掉。</translation>
    </message>
    <message>
        <source>There have to be as many results on the right as the matrix has rows: it has {length}, and {given} are given.</source>
        <translation>右边的结果要和矩阵的行数一样多：矩阵有 {length} 行，却给了 {given} 个。</translation>
    </message>
    <message>
        <source>{function} takes a single value, and {what} is an array. For each of its values, write: {instead}; if there is only one in it, {what}.item() takes it out.</source>
        <translation>{function} 要的是单个的值，而 {what} 是数组。要处理它的每一个值，请写：{instead}；如果里面只有一个，用 {what}.item() 取出来。</translation>
    </message>
    <message>
        <source>range() takes one whole number, and {what} is an array. To count through it, write range(len({what})); to go through its values, write only {what}</source>
        <translation>range() 要一个整数，而 {what} 是数组。要按位置数，请写 range(len({what}))；要遍历它的值，只写 {what}</translation>
    </message>
    <message>
        <source>{what} is an array that holds a single number, so it has no length and no items. It is made with brackets: np.array([5]) has one item, np.array(5) none.</source>
        <translation>{what} 是只有单个数的数组，没有长度，也没有项。建立时要写方括号：np.array([5]) 有一项，np.array(5) 没有。</translation>
    </message>
    <message>
        <source>{function} needs at least one value, and the array is empty. Check first: if len(...) &gt; 0:</source>
        <translation>{function} 至少需要一个值，而数组是空的。请先检查：if len(...) &gt; 0:</translation>
    </message>
    <message>
        <source>{function} takes the condition alone, or with two more things: what to put where it is true, and what else.</source>
        <translation>{function} 要么只写条件，要么再写两样：条件成立时放什么，不成立时放什么。</translation>
    </message>
    <message>
        <source>The number {number} is too large or too small for values of the type {dtype}. Take a larger type for the array, such as dtype=int</source>
        <translation>数 {number} 对类型 {dtype} 来说太大或太小。请给数组用更大的类型，例如 dtype=int</translation>
    </message>
    <message>
        <source>{what} can only be read here, because other data is behind it. Change a copy: {what}.copy()</source>
        <translation>{what} 在这里只能读，因为它背后是别的数据。请修改一份复制的：{what}.copy()</translation>
    </message>
    <message>
        <source>{function} makes parts of the same size, and here something would be left over. np.array_split() takes the same, and makes some parts smaller.</source>
        <translation>{function} 分成同样大的部分，而这里会有剩余。np.array_split() 用法相同，会让一些部分小一点。</translation>
    </message>
    <message>
        <source>{function} needs as many values for x as for y, and here they are not. Print len() of both before this line.</source>
        <translation>{function} 要求 x 和 y 的值一样多，而这里不一样。请在这一行之前打印两者的 len()。</translation>
    </message>
    <message>
        <source>{first} has {length} values and {second} has {given}, and here they belong together one by one. Give as many of both.</source>
        <translation>{first} 有 {length} 个值，{second} 有 {given} 个，而这里它们要一一对应。请让两者一样多。</translation>
    </message>
    <message>
        <source>{function} writes numbers unless it is told otherwise, and there is text in the array. Write fmt=&quot;%s&quot; as the last thing in its brackets.</source>
        <translation>{function} 默认写的是数，而数组里有文本。请在圆括号最后写 fmt=&quot;%s&quot;。</translation>
    </message>
    <message>
        <source>In {call}, a length is negative. Print it before this line.</source>
        <translation>在 {call} 里，有一个长度是负数。请在这一行之前打印它。</translation>
    </message>
    <message>
        <source>What np.random.default_rng() makes has other names than np.random: .{attribute} is called {instead} there.</source>
        <translation>np.random.default_rng() 做出来的东西，名字和 np.random 的不同：.{attribute} 在那里叫 {instead}。</translation>
    </message>
    <message>
        <source>{function} takes as the number of values a whole number, and {what} is {type}. For steps of a certain size, use np.arange(start, end, step)</source>
        <translation>{function} 的值的个数要是整数，而 {what} 是{type}。要用一定的步长，请用 np.arange(start, end, step)</translation>
    </message>
    <message>
        <source>{what} was not made by np.save(), so np.load() cannot read it. Text is read with np.loadtxt() or pandas.read_csv()</source>
        <translation>{what} 不是用 np.save() 保存的，所以 np.load() 读不了。文本请用 np.loadtxt() 或 pandas.read_csv() 读取</translation>
    </message>
    <message>
        <source>In the text of einsum(), the part for array {number} (counted from 1) has another number of letters than the array has directions. Write one letter for each direction: print its .ndim</source>
        <translation>在 einsum() 的文本里，第 {number} 个数组（从 1 数起）的字母数和数组的维数不同。请每一维写一个字母：可打印它的 .ndim</translation>
    </message>
    <message>
        <source>The row in line {line} has {given} values, and the other rows have {length}. All rows of an array have to be of the same length: look at that one.</source>
        <translation>第 {line} 行的这一行有 {given} 个值，而其他行有 {length} 个。数组的各行长度必须一样：请检查这一行。</translation>
    </message>
    <message>
        <source>For a product, the first table needs as many columns as the second has rows, and {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows. If a column of each stands for the same, write: {instead} If a row does: {other}</source>
        <translation>要相乘，第一个表的列数必须等于第二个表的行数，而 {what}（第 {line} 行）有 {width} 列，{what2}（第 {line2} 行）有 {given} 行。如果两者的列含义相同，请写：{instead} 如果是行含义相同：{other}</translation>
    </message>
    <message>
        <source>For a product, the first table needs as many columns as the second has rows, and {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows. If a column of each stands for the same, write: {instead}</source>
        <translation>要相乘，第一个表的列数必须等于第二个表的行数，而 {what}（第 {line} 行）有 {width} 列，{what2}（第 {line2} 行）有 {given} 行。如果两者的列含义相同，请写：{instead}</translation>
    </message>
    <message>
        <source>For a product, the first table needs as many columns as the second has rows, and {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows. If a row of each stands for the same, write: {instead}</source>
        <translation>要相乘，第一个表的列数必须等于第二个表的行数，而 {what}（第 {line} 行）有 {width} 列，{what2}（第 {line2} 行）有 {given} 行。如果两者的行含义相同，请写：{instead}</translation>
    </message>
    <message>
        <source>For a product, the first table needs as many columns as the second has rows, and {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows. Look in these lines which numbers are missing or too many.</source>
        <translation>要相乘，第一个表的列数必须等于第二个表的行数，而 {what}（第 {line} 行）有 {width} 列，{what2}（第 {line2} 行）有 {given} 行。请看看这些行里缺少或多出了哪些数。</translation>
    </message>
</context>
<context>
    <name>ExplainBoundsTexts</name>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0. So there is no {index}: &apos;{name}&apos; says how many there are, and the last place is one less. For the last one, write: {instead}</source>
        <translation>{what} 里有 {length} 个列表，其中第一个有 {width} 项，都从 0 开始数。所以没有 {index}：“{name}”表示一共有多少个，而最后一个位置要小 1。要用最后一个，请写：{instead}</translation>
    </message>
    <message>
        <source>The loop in line {line} lets {index} become {number}, and the length of {what} is {length}: its last place is one less, as counting begins at 0. Write there: {instead}</source>
        <translation>第 {line} 行的循环会让 {index} 变成 {number}，而 {what} 的长度是 {length}：因为从 0 开始数，它的最后一个位置要小 1。请在那一行写：{instead}</translation>
    </message>
    <message>
        <source>The loop in line {line} lets {index} become {number}, and the last place of {what} is one less, as counting begins at 0. Let the loop end earlier: {instead} Or, if {what} is to have that place too, write in line {line2}: {instead2}</source>
        <translation>第 {line} 行的循环会让 {index} 变成 {number}，而因为从 0 开始数，{what} 的最后一个位置要小 1。请让循环早一点结束：{instead} 如果 {what} 本来就该有这个位置，请在第 {line2} 行写：{instead2}</translation>
    </message>
    <message>
        <source>The loop in line {line} goes up to {number}, and the last place of {what} is one less, as counting begins at 0. Make it one longer. Write in line {line2}: {instead}</source>
        <translation>第 {line} 行的循环一直数到 {number}，而因为从 0 开始数，{what} 的最后一个位置要小 1。请让它长一个。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>The loop in line {line} goes by {name}, which is {number}, and the length of {what} is {length}. If it is to go through {what} and no farther, write there: {instead} If not, find out what {what} lacks.</source>
        <translation>第 {line} 行的循环按 {name} 来数，它是 {number}，而 {what} 的长度是 {length}。如果只是要走完 {what}，请在那一行写：{instead} 如果不是，请找出 {what} 少了什么。</translation>
    </message>
    <message>
        <source>The test in line {line} lets {index} be {number}, and the length of {what} is {length}: its last place is one less, as counting begins at 0. Write there: {instead}</source>
        <translation>第 {line} 行的判断允许 {index} 是 {number}，而 {what} 的长度是 {length}：因为从 0 开始数，它的最后一个位置要小 1。请在那一行写：{instead}</translation>
    </message>
    <message>
        <source>{index} is {number} here, and the last place of {what} is {last}. If what goes past its end is to go on at its beginning, write in line {line}: {instead}</source>
        <translation>这里 {index} 是 {number}，而 {what} 的最后一个位置是 {last}。如果超出末尾的部分应该从开头继续，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what}[{index}] = ... changes an item that is there already, and adds none: {what} (begun in line {line}) has the length {length} so far. To add one at its end, write here: {instead}</source>
        <translation>{what}[{index}] = ... 只能改已经存在的元素，不会添加新元素：{what}（在第 {line} 行开始）到目前为止的长度是 {length}。要在它的末尾添加一个，请在这里写：{instead}</translation>
    </message>
    <message>
        <source>{call} counts from 1 to {most}, and the {length} places of {what} are counted from 0. Write: {instead}</source>
        <translation>{call} 是从 1 数到 {most} 的，而 {what} 的 {length} 个位置是从 0 开始数的。请写：{instead}</translation>
    </message>
    <message>
        <source>{call} has a result only for numbers from {low} to {high}, and {what} is {number} here. Decide what is right for others, and ask before this line: {instead}</source>
        <translation>{call} 只对 {low} 到 {high} 的数有结果，而这里 {what} 是 {number}。请想好别的数该怎么办，并在这一行之前判断：{instead}</translation>
    </message>
    <message>
        <source>{call} has a result only for numbers from {low} to {high}, and {what} is {number} here: a little past that, because numbers with a point are rounded. Write: {instead}</source>
        <translation>{call} 只对 {low} 到 {high} 的数有结果，而这里 {what} 是 {number}：因为小数会被舍入，它超出了一点点。请写：{instead}</translation>
    </message>
    <message>
        <source>{call} has a result only for numbers from {low} to {high}, and {what} is none of them here. Decide what is right for others, and ask before this line: {instead}</source>
        <translation>{call} 只对 {low} 到 {high} 的数有结果，而这里 {what} 不在其中。请想好别的数该怎么办，并在这一行之前判断：{instead}</translation>
    </message>
    <message>
        <source>{call} has no result for a number that is too small: it begins at {low}. Decide what is right for others, and ask before this line: {instead}</source>
        <translation>{call} 对太小的数没有结果：它从 {low} 开始。请想好别的数该怎么办，并在这一行之前判断：{instead}</translation>
    </message>
    <message>
        <source>The divisor {what} is 0 where {name} is {name2} itself: the loops in line {line2} and in line {line} go through the same, and each meets itself there once. Leave that out. Write right below line {line}: {instead}</source>
        <translation>当 {name} 就是 {name2} 自己时，除数 {what} 是 0：第 {line2} 行和第 {line} 行的循环走的是同样的东西，每一个都会碰到自己一次。请跳过它。请在第 {line} 行的正下方写：{instead}</translation>
    </message>
    <message>
        <source>Whatever {name} is, {function} calls itself again (in line {lines}), so it never ends. It needs a case in which it gives something back without that. Write one above line {line}, for the {name} at which it is to end: if {name} == ...: return ...</source>
        <translation>不管 {name} 是什么，{function} 都会再次调用自己（在第 {lines} 行），所以永远不会结束。它需要一种不再调用自己就返回结果的情况。请在第 {line} 行的上方，为应该结束时的 {name} 写上：if {name} == ...: return ...</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line}, above the &apos;if&apos; in line {line2} that is to end it, so it never comes to that. Move this whole &apos;if&apos; (lines {line2} to {line3}) up, to right above line {line}.</source>
        <translation>{function} 在第 {line} 行调用自己，而应该让它结束的 if 在它下面的第 {line2} 行，所以永远到不了那里。请把这整个 if（第 {line2} 行到第 {line3} 行）上移到第 {line} 行的正上方。</translation>
    </message>
    <message>
        <source>{what} is {whole} here, and that is None, so there is not even a first one. Ask for that in a new line right above line {line}, indented as that line: {instead}</source>
        <translation>{what} 在这里就是 {whole}，而它是 None，所以连第一个都没有。请在第 {line} 行的正上方新写一行（缩进与该行相同）来判断：{instead}</translation>
    </message>
    <message>
        <source>{what} is {whole} here, and that is None, as there is not even a first one yet. So the new one becomes the first. Write in a new line right above line {line}, indented as that line: {instead}</source>
        <translation>{what} 在这里就是 {whole}，而它是 None，因为还没有第一个。所以新的就成为第一个。请在第 {line} 行的正上方新写一行（缩进与该行相同）：{instead}</translation>
    </message>
    <message>
        <source>{what} has {length} items, and {what2} has {length2}: the rows are not equally long. Counted from 0, {what} has none at {index}. Fill in what it lacks; or, if rows may be shorter, ask before this line: {instead}</source>
        <translation>{what} 有 {length} 项，而 {what2} 有 {length2} 项：各行的长度不同。从 0 开始数，{what} 没有位置 {index}。请补上它缺少的；如果行可以较短，请在这一行之前判断：{instead}</translation>
    </message>
    <message>
        <source>{what} has {length} items, and {what2} has {length2}: the rows are not equally long. Counted from 0, {what} has none at {index}. It is the row in line {line}: fill in there what it lacks; or, if rows may be shorter, ask before this line: {instead}</source>
        <translation>{what} 有 {length} 项，而 {what2} 有 {length2} 项：各行的长度不同。从 0 开始数，{what} 没有位置 {index}。它是第 {line} 行的那一行：请在那里补上它缺少的；如果行可以较短，请在这一行之前判断：{instead}</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line} with the very values that it was given, so it never comes to the end that line {line2} asks for. Give it what comes nearer to that, such as: {instead}</source>
        <translation>{function} 在第 {line} 行用它得到的同样的值调用自己，所以永远到不了第 {line2} 行所判断的终点。请传给它更接近终点的值，例如：{instead}</translation>
    </message>
    <message>
        <source>{what} has {length} values and {what2} has {length2}, because line {line} stands behind the loop in line {line2} and runs only once. Indent line {line} as far as what is in the loop, so that it belongs to it.</source>
        <translation>{what} 有 {length} 个值，而 {what2} 有 {length2} 个，因为第 {line} 行在第 {line2} 行的循环之后，只运行一次。请把第 {line} 行缩进到和循环里的内容一样，让它属于这个循环。</translation>
    </message>
    <message>
        <source>The loop in line {line} puts {length} values into {what}, and {what2} has {length2}. To get as many, write there: {instead}</source>
        <translation>第 {line} 行的循环在 {what} 中放入 {length} 个值，而 {what2} 有 {length2} 个。要得到一样多，请在那一行写：{instead}</translation>
    </message>
    <message>
        <source>{what}, written out in line {line}, has {length} values, and {what2} has {length2}, as has {name}, which line {line2} draws with it. So give {what} as many, too: {length2}</source>
        <translation>{what}（在第 {line} 行写出）有 {length} 个值，而 {what2} 有 {length2} 个，{name} 也是（第 {line2} 行把它们画在一起）。所以给 {what} 也写上同样多的值：{length2}</translation>
    </message>
    <message>
        <source>{what} has {length} values, and {what2}, written out in line {line}, has {length2}. Here they belong together one by one: add to {what2} what is missing, or take out of {what} what is too much.</source>
        <translation>{what} 有 {length} 个值，而在第 {line} 行写出的 {what2} 有 {length2} 个。在这里它们是一一对应的：请在 {what2} 中补上缺少的，或从 {what} 中去掉多余的。</translation>
    </message>
    <message>
        <source>{key} is only the rest of {what}, whose length is no multiple of {count}: the keys have {count} characters. To leave the rest out, write in line {line}: {instead}</source>
        <translation>{key} 只是 {what} 剩下的部分，因为它的长度不是 {count} 的倍数：键都有 {count} 个字符。要略过剩下的部分，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Of the branches of the &apos;if&apos; in line {line}, the one in line {line2} was taken, and it alone gives &apos;{name}&apos; no value. Give it one there, in a new line below line {line3}: {name} = ...</source>
        <translation>第 {line} 行的 &apos;if&apos; 的各个分支中，执行的是第 {line2} 行的那个，而只有它没有给 &apos;{name}&apos; 赋值。请在那里、第 {line3} 行的下面新加一行给它赋值：{name} = ...</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line} with the very {what} that it was given, so it never ends. The loop in line {line2} goes through what is in that, and &apos;{item}&apos; is one of those things. Write in line {line}: {instead}</source>
        <translation>{function} 在第 {line} 行调用自己时，给的还是它得到的那个 {what}，所以永远不会结束。第 {line2} 行的循环逐个处理其中的内容，&apos;{item}&apos; 就是其中之一。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line} with {name} as it was given, and whether it ends depends on {name} alone (line {lines}), so it never does. Hand over in line {line} what comes nearer to that end in place of {name}.</source>
        <translation>{function} 在第 {line} 行用原样的 {name} 调用自己，而它是否结束只取决于 {name}（第 {lines} 行），所以永远不会结束。请在第 {line} 行传入更接近那个终点的值来代替 {name}。</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line} with {name} as it was given, and whether it ends depends on {name} alone (line {lines}), so it never does. The two values are in the wrong order. Write there: {instead}</source>
        <translation>{function} 在第 {line} 行用原样的 {name} 调用自己，而它是否结束只取决于 {name}（第 {lines} 行），所以永远不会结束。这两个值的顺序反了。请在那里写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainCallsTexts</name>
    <message>
        <source>{what} is {type} and no function, so it cannot be called with ( ). Remove the brackets, or check the name.</source>
        <translation>{what} 是{type}，不是函数，所以不能用 ( ) 调用。请去掉括号，或者检查名字。</translation>
    </message>
    <message>
        <source>{what} is {type} and no function. To take something out of it, use square brackets: {what}[...]</source>
        <translation>{what} 是{type}，不是函数。要从中取出某一项，请用方括号：{what}[...]</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a variable of yours here, {type}, and hides Python&apos;s function {name}(). Give your variable another name.</source>
        <translation>“{name}”在这里是你自己的变量，是{type}，它遮住了 Python 的函数 {name}()。请给你的变量换一个名字。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a module and no function. Call something in it: {module}.name()</source>
        <translation>“{module}”是模块，不是函数。请调用它里面的东西：{module}.name()</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a module and no function. Perhaps you mean: {full}</source>
        <translation>“{module}”是模块，不是函数。也许你要写的是：{full}</translation>
    </message>
    <message>
        <source>A number cannot be called, and {number} is followed by a bracket. If you mean to multiply, write * between them.</source>
        <translation>数字不能被调用，而 {number} 后面紧跟着一个括号。如果你要做乘法，请在它们之间写 *。</translation>
    </message>
    <message>
        <source>{what} is the class itself and no object of it, so {method} has no object to work on. Make one with round brackets: {instead}</source>
        <translation>{what} 是类本身，不是它的对象，所以 {method} 没有可用的对象。请用圆括号创建一个：{instead}</translation>
    </message>
    <message>
        <source>{what} is {type} and stands right before a bracket, so Python tries to call it. Perhaps a comma or an operator between the two is missing.</source>
        <translation>{what} 是{type}，紧接着后面是一个括号，所以 Python 想调用它。也许两者之间少了逗号或运算符。</translation>
    </message>
    <message>
        <source>{name} is only a plan for other classes: it lacks the method {method}. Make an object of a class that has it.</source>
        <translation>{name} 只是给其他类用的模板：它缺少方法 {method}。请用有这个方法的类来创建对象。</translation>
    </message>
    <message>
        <source>The class {name} (line {line}) has no __init__, so it takes no arguments. Give it one, or leave the arguments out.</source>
        <translation>类 {name}（第 {line} 行）没有 __init__，所以它不接受参数。请给它加上 __init__，或者不写参数。</translation>
    </message>
    <message>
        <source>The class {name} has no __init__ of its own that could take what is in the brackets, but it has {method}. Rename that to __init__.</source>
        <translation>类 {name} 自己没有能接收圆括号里内容的 __init__，但是它有 {method}。请把这个名字改成 __init__。</translation>
    </message>
    <message>
        <source>At least {least} values are needed on the right, but there are {values}. Give as many, or take a name away on the left.</source>
        <translation>右边至少需要 {least} 个值，但只有 {values} 个。请补上缺少的值，或者在左边去掉一个名字。</translation>
    </message>
    <message>
        <source>The names on the left: {targets}. The values for them: {values}. There must be as many of each.</source>
        <translation>左边的名字有 {targets} 个，给它们的值有 {values} 个。两边必须一样多。</translation>
    </message>
    <message>
        <source>Several names ({targets}) are to get a value here, but there is only one thing, {type}. Use one name, or look where the value comes from.</source>
        <translation>这里有几个名字（{targets} 个）要得到值，却只有一个东西，{type}。请只用一个名字，或者看看这个值是从哪里来的。</translation>
    </message>
    <message>
        <source>An item that the loop gets here is a single thing, {type}, and {targets} names wait for it. Look how what it goes through was made; for single things, write one name, or loop through enumerate() to count them.</source>
        <translation>循环在这里取到的是一个单独的东西，{type}，却有 {targets} 个名字在等着它。请看看循环遍历的内容是怎么来的；如果都是单独的东西，请只写一个名字，或者遍历 enumerate() 来计数。</translation>
    </message>
    <message>
        <source>A loop over {what} gives its items without numbers. To have both, write: {instead}</source>
        <translation>循环遍历 {what} 时只得到各项，没有编号。两者都要的话，请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; is a dictionary, and a loop over it gives its keys alone. For keys and values, write {table}.items()</source>
        <translation>“{table}”是字典，对它循环只会得到键。要同时得到键和值，请写 {table}.items()</translation>
    </message>
    <message>
        <source>A loop cannot go through a number, and {what} is one. To count, write range({what}).</source>
        <translation>循环不能遍历一个数字，而 {what} 是数字。要计数，请写 range({what})。</translation>
    </message>
    <message>
        <source>A loop cannot go through {what}, because it is {type}. Look where its value comes from.</source>
        <translation>循环不能遍历 {what}，因为它是{type}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{function} needs several values, such as a list, and {what} is {type}.</source>
        <translation>{function} 需要多个值，例如一个列表，而 {what} 是{type}。</translation>
    </message>
    <message>
        <source>{function} calls itself in line {line} with the very values that it was given, so it never ends. Give it others there, which come nearer to its end.</source>
        <translation>{function} 在第 {line} 行用它自己得到的同样的值调用自己，所以永远不会结束。请在那里传入更接近结束条件的值。</translation>
    </message>
    <message>
        <source>{function} (line {line}) has called itself so often that Python stopped it. Check that it has a case in which it does not call itself, and that it gets there.</source>
        <translation>{function}（第 {line} 行）调用自己的次数太多，Python 让它停了下来。请检查它是否有不再调用自己的情况，并且能走到那里。</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} belongs to a class, and gets the object as its first argument. Write: def {method}(self):</source>
        <translation>第 {line} 行的函数 {method}() 属于一个类，它的第一个参数会得到对象本身。请写：def {method}(self):</translation>
    </message>
    <message>
        <source>{function} was written for {class}, and {name} inherits it: so it makes an object of {name} here, which needs more: {missing}. Give {name} a {function} of its own, or what is missing a value in its __init__(), behind a =.</source>
        <translation>{function} 是为 {class} 写的，{name} 继承了它：所以它在这里创建的是 {name} 的对象，而那还需要：{missing}。请给 {name} 写一个自己的 {function}，或者在它的 __init__() 里用 = 给缺少的一个默认值。</translation>
    </message>
    <message>
        <source>{function} gets no value here for: {missing}. Write one for each of these into its brackets.</source>
        <translation>{function} 在这里没有得到这些参数的值：{missing}。请在它的圆括号里为每一个都写上值。</translation>
    </message>
    <message>
        <source>{function} takes {takes} arguments, and here it gets {given}. Leave some out, or give the function more parameters.</source>
        <translation>{function} 接受 {takes} 个参数，这里却给了 {given} 个。请少写几个，或者给函数增加参数。</translation>
    </message>
    <message>
        <source>{function} has no parameter called &apos;{keyword}&apos;. Check how it is written, or remove it.</source>
        <translation>{function} 没有名为“{keyword}”的参数。请检查它的写法，或者去掉它。</translation>
    </message>
    <message>
        <source>{function} has no parameter called &apos;{keyword}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>{function} 没有叫“{keyword}”的参数。你要写的是不是“{near}”？</translation>
    </message>
    <message>
        <source>{function} gets &apos;{argument}&apos; twice: by its place among the values in the brackets, and by its name. Remove one of them.</source>
        <translation>{function} 的参数“{argument}”得到了两次值：一次按括号里的位置，一次按名字。请去掉一个。</translation>
    </message>
    <message>
        <source>{type} can be neither a key of a dictionary nor an item of a set, because it can change. Give a tuple there, as tuple(...) makes of a list, or a single item out of it.</source>
        <translation>{type}既不能作字典的键，也不能作集合的元素，因为它是可以改变的。请在那里改用元组（tuple(...) 可以把列表变成元组），或者只用其中的一项。</translation>
    </message>
    <message>
        <source>{what} is {type} here, and that has no length. len() counts the letters of a text or the items of a list.</source>
        <translation>{what} 在这里是{type}，它没有长度。len() 数的是文本的字符或列表的项。</translation>
    </message>
    <message>
        <source>raise needs an exception, not a text. Write: raise Exception({what})</source>
        <translation>raise 需要一个异常，而不是文本。请写：raise Exception({what})</translation>
    </message>
    <message>
        <source>The {sign} belongs before the =. Write: {instead}</source>
        <translation>{sign} 要写在 = 的前面。请写：{instead}</translation>
    </message>
    <message>
        <source>The result in line {line} is larger than a number with a point (float) can be. Check whether the numbers in it are as large as you mean them. Powers and products of whole numbers (int) have no such limit.</source>
        <translation>第 {line} 行的结果比带小数点的数（float）所能表示的还大。请检查其中的数是不是你想要的大小。整数（int）的乘方和乘积没有这个限制。</translation>
    </message>
    <message>
        <source>{call} has no result for the number that it is given here, which may be negative. Print that number before this line.</source>
        <translation>对这里给出的数，{call} 没有结果，也许它是负数。请在这一行之前打印那个数。</translation>
    </message>
    <message>
        <source>sum() adds numbers, and there is text in {what}. Turn each into a number first, with float(), or with int() if all of them are whole.</source>
        <translation>sum() 把数字相加，而 {what} 里有文本。请先用 float() 把每一个变成数字，如果全是整数就用 int()。</translation>
    </message>
    <message>
        <source>{function} needs at least one thing, and {what} is empty. Check first that something is in it.</source>
        <translation>{function} 至少需要一个值，而 {what} 是空的。请先检查里面有没有东西。</translation>
    </message>
    <message>
        <source>{item} is not in the list {what}, so it is not found. Look how both are written, or decide what is right then: if {check}: ... else: ...</source>
        <translation>{item} 不在列表 {what} 里，所以找不到。请看看两者是怎么写的，或者决定这时该怎么做：if {check}: ... else: ...</translation>
    </message>
    <message>
        <source>{text} does not hold {item}, so .index() finds no place. Decide what is right then: if {item} not in {text}:</source>
        <translation>{text} 里没有 {item}，所以 .index() 找不到位置。请决定这时该怎么做：if {item} not in {text}:</translation>
    </message>
    <message>
        <source>{table} is changed while a loop goes through it. Let the loop go through a copy: {instead}</source>
        <translation>循环正在遍历 {table} 时，它被改变了。请让循环遍历一份副本：{instead}</translation>
    </message>
    <message>
        <source>range() takes whole numbers, and {what} is {type}. Perhaps you mean: {instead}</source>
        <translation>range() 需要整数，而 {what} 是{type}。也许你要写的是：{instead}</translation>
    </message>
    <message>
        <source>write() takes text, and {what} is {type}. Make it text: str({what})</source>
        <translation>write() 需要文本，而 {what} 是{type}。请把它变成文本：str({what})</translation>
    </message>
</context>
<context>
    <name>ExplainClassesTexts</name>
    <message>
        <source>{what} is the class itself, and only an object of it has .{attribute}. Make one with round brackets: {instead}</source>
        <translation>{what} 是类本身，只有它的对象才有 .{attribute}。请用圆括号创建一个：{instead}</translation>
    </message>
    <message>
        <source>{type} gets .{attribute} only in {method}(), and that has not happened yet for this object. Give it a first value in __init__(), or call {method}() before this, if that is missing.</source>
        <translation>{type}只有在 {method}() 里才得到 .{attribute}，而对这个对象来说这还没有发生。请在 __init__() 里先给它一个值；如果还没有调用 {method}()，也可以先调用它。</translation>
    </message>
    <message>
        <source>{base} gives .{attribute} its value in its __init__(), and the one of {type} does not call that. Write in it: {instead}</source>
        <translation>{base} 在它的 __init__() 里给 .{attribute} 赋值，而{type}的 __init__() 没有调用它。请在里面写：{instead}</translation>
    </message>
    <message>
        <source>{base} gives .{attribute} its value in its __init__(), and the one of {type} does not call that. Write in it: {instead} It needs a value for each of these, which stand there with dots: {names}. Put it in place of the dots.</source>
        <translation>{base} 在它的 __init__() 里给 .{attribute} 赋值，而{type}的 __init__() 没有调用它。请在里面写：{instead}其中写成省略号的参数都需要一个值：{names}。请用值替换省略号。</translation>
    </message>
    <message>
        <source>Line {line} gives &apos;{attribute}&apos; to a variable that is gone when __init__() ends. To keep it in the object, write there: {full} = ...</source>
        <translation>第 {line} 行把“{attribute}”赋给了一个变量，而 __init__() 结束时它就没有了。要把它保存在对象里，请在那里写：{full} = ...</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} belongs to a class and gets the object first, and &apos;{parameter}&apos; takes that place. Write: def {method}({instead}):</source>
        <translation>第 {line} 行的函数 {method}() 属于一个类，它首先得到对象本身，而“{parameter}”占了这个位置。请写：def {method}({instead}):</translation>
    </message>
    <message>
        <source>Line {line} gives &apos;{name}&apos; a value, so in all of {function}() that name is a variable, and no longer the function {name}(). Give the variable another name.</source>
        <translation>第 {line} 行给“{name}”赋了值，所以在整个 {function}() 里这个名字都是变量，不再是函数 {name}()。请给变量换一个名字。</translation>
    </message>
    <message>
        <source>Python has no .{attribute} for this. To test whether something is in {what}, write: if ... in {what}:</source>
        <translation>Python 里没有用于此处的 .{attribute}。要检查 {what} 里有没有某个东西，请写：if ... in {what}:</translation>
    </message>
    <message>
        <source>{what} is a dictionary and has no .{attribute}. If &apos;{attribute}&apos; is one of its keys, write: {what}[&quot;{attribute}&quot;]</source>
        <translation>{what} 是字典，没有 .{attribute}。如果“{attribute}”是它的一个键，请写：{what}[&quot;{attribute}&quot;]</translation>
    </message>
    <message>
        <source>{what} is a dictionary and has no .{attribute}. To put something in, write: {what}[key] = value</source>
        <translation>{what} 是字典，没有 .{attribute}。要往里面放东西，请写：{what}[key] = value</translation>
    </message>
    <message>
        <source>{what} is None here, so the names on the left ({targets}) get nothing. If a function gave it back, perhaps a &apos;return&apos; is missing in it.</source>
        <translation>{what} 在这里是 None，所以左边的名字（{targets}）得不到值。如果它是某个函数返回的，也许里面少了 return。</translation>
    </message>
    <message>
        <source>{call} gave back None, so [...] can take nothing out of it. Look why it gives nothing back.</source>
        <translation>{call} 返回了 None，所以 [...] 不能从中取出东西。请看看它为什么没有返回值。</translation>
    </message>
    <message>
        <source>&apos;in&apos; looks into a text, a list or the like, and {what} is {type}. Look where its value comes from.</source>
        <translation>in 用来在文本、列表等里面查找，而 {what} 是{type}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{what} is {type}, so nothing can be put into it with [...]. Look where its value comes from.</source>
        <translation>{what} 是{type}，所以不能用 [...] 往里面放东西。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{what}[...] needs a whole number, and {index} is {type}. Write: {instead}</source>
        <translation>{what}[...] 需要一个整数，而 {index} 是{type}。请写：{instead}</translation>
    </message>
    <message>
        <source>The loop gives &apos;{item}&apos; each item of {what} itself, and not its place. Use {item} alone, without {what}[...]; or, if its place is needed, write: for {item} in range(len({what})):</source>
        <translation>循环给“{item}”的是 {what} 的每一项本身，而不是它的位置。请直接使用 {item}，不要写 {what}[...]；如果需要的是位置，请写：for {item} in range(len({what})):</translation>
    </message>
    <message>
        <source>The loop gives &apos;{item}&apos; each item of {what} itself, and not its place, which is needed to put something into {what}[...]. Write: {instead}</source>
        <translation>循环给“{item}”的是 {what} 的每一项本身，而不是它的位置；要往 {what}[...] 里放东西，需要的是位置。请写成：{instead}</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} is indented so far that it belongs to {function}() and not to the class. Move all of its lines to the left, until its &apos;def&apos; stands below that of {function}().</source>
        <translation>第 {line} 行的函数 {method}() 缩进太多，因此它属于 {function}()，而不属于这个类。请把它的所有行都向左移，直到它的 def 与 {function}() 的 def 对齐。</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} is not indented, so it does not belong to the class {name}. Indent all of its lines.</source>
        <translation>第 {line} 行的函数 {method}() 没有缩进，所以它不属于类 {name}。请把它的所有行都缩进。</translation>
    </message>
    <message>
        <source>Line {line} gives the name of the function &apos;{name}&apos; to something else, which is {type} here, so the function cannot be called any more. Choose another name there, and use that one wherever this value is meant.</source>
        <translation>第 {line} 行把函数“{name}”的名字给了别的东西（在这里是{type}），所以这个函数不能再被调用。请在那里换一个名字，凡是指这个值的地方都用新名字。</translation>
    </message>
    <message>
        <source>There is no item at this place: {what} has fewer of them, and they are counted from 0. Print len({what}) before this line.</source>
        <translation>这个位置上没有东西：{what} 没有这么多项，而且下标从 0 开始。请在这一行之前打印 len({what})。</translation>
    </message>
    <message>
        <source>In line {line}, two pairs of brackets [ ] stand beside each other, so Python takes the second for a place in the first. Put a comma between them.</source>
        <translation>第 {line} 行有两对方括号 [ ] 紧挨在一起，所以 Python 把第二对当作第一对里的下标。请在它们之间写一个逗号。</translation>
    </message>
    <message>
        <source>{what} takes one number in its brackets. For an item of an item, write: {instead}</source>
        <translation>{what} 的方括号里只能写一个数。要取某一项里面的项，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} has no numbered places that [...] could take from. Make a list of it first: list({what})[...]</source>
        <translation>{what} 里没有可以用 [...] 按位置取出的项。请先把它变成列表：list({what})[...]</translation>
    </message>
    <message>
        <source>{function} and {function2} have called each other so often that Python stopped them. Check that there is a case in which they do not, and that they get there.</source>
        <translation>{function} 和 {function2} 互相调用的次数太多，Python 让它们停了下来。请检查是否有不再互相调用的情况，并且能走到那里。</translation>
    </message>
</context>
<context>
    <name>ExplainColumnTexts</name>
    <message>
        <source>{what} has no column {key}, and == only compares. To make the column, write a single =: {instead}</source>
        <translation>{what} 没有列 {key}，而 == 只作比较。要建立这一列，请只写一个 =：{instead}</translation>
    </message>
    <message>
        <source>{function} takes the row first and then the column, and {key} is a column. Write: {instead}</source>
        <translation>{function} 里先写行再写列，而 {key} 是一列。请写：{instead}</translation>
    </message>
    <message>
        <source>The values in {name} are separated by {sign}, and it was read with another sign, so the table has a single column. Write in line {line}: {instead}</source>
        <translation>{name} 里的值用 {sign} 分隔，而读取时用的是别的符号，所以表格只有一列。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>The values in {name} are separated by {sign}, and it was read with another sign, so the table has a single column. The column that is meant is called {near} there. Write in line {line}: {instead}</source>
        <translation>{name} 里的值用 {sign} 分隔，而读取时用的是别的符号，所以表格只有一列。要用的那一列在那里叫 {near}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>In {name}, the name of the column {key} begins with a blank: {near}. Write in line {line}: {instead}</source>
        <translation>在 {name} 里，列 {key} 的名字以空格开头：{near}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>In {name}, there are blanks around the name of the column {key}: {near}. Take them away below line {line}: {instead}</source>
        <translation>在 {name} 里，列 {key} 的名字前后有空格：{near}。请在第 {line} 行下面把它们去掉：{instead}</translation>
    </message>
    <message>
        <source>The names of the columns do not stand in the first line of {name}, but in this one: {text}. Write in line {line}: {instead}</source>
        <translation>{name} 里各列的名字不在第一行，而在这一行：{text}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. In {name}, its name is written {near}.</source>
        <translation>表格 {what} 没有列 {key}。在 {name} 里，它的名字写作 {near}。</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. These are the names in the first line of {name}: {keys}</source>
        <translation>表格 {what} 没有列 {key}。{name} 的第一行里有这些名字：{keys}</translation>
    </message>
    <message>
        <source>{what} has no row with the name {key}: rows keep their names when others are left out, or when they are sorted. By its place, counted from 0, it is found (if as many are left) with: {instead}</source>
        <translation>{what} 里没有名为 {key} 的行：去掉一些行或者排序之后，各行仍保留原来的名字。要按位置（从 0 数起）取它（如果还剩这么多行），请写：{instead}</translation>
    </message>
    <message>
        <source>{what} has no row with the name {key}: rows keep their names when others are left out, or when they are sorted. Number them anew before the loop in line {line}: {instead}</source>
        <translation>{what} 里没有名为 {key} 的行：去掉一些行或者排序之后，各行仍保留原来的名字。请在第 {line} 行的循环之前重新编号：{instead}</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made, as there is {sign} in it. Take it away first: {instead}</source>
        <translation>文本 {text} 不能转换成数字，因为里面有 {sign}。请先把它去掉：{instead}</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made, as commas stand between its thousands. Take them away first: {instead}</source>
        <translation>文本 {text} 不能转换成数字，因为千位之间有逗号。请先把逗号去掉：{instead}</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made, as it has points between its thousands and a comma where Python has the point. Change both first: {instead}</source>
        <translation>文本 {text} 不能转换成数字，因为它的千位之间是点，而在 Python 用小数点的地方是逗号。请先把两者都换掉：{instead}</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made, as there is a comma in it. If it stands before thousands, take it away first: .str.replace(&quot;,&quot;, &quot;&quot;). If it is meant as a point, replace it: .str.replace(&quot;,&quot;, &quot;.&quot;)</source>
        <translation>文本 {text} 不能转换成数字，因为里面有逗号。如果它是千位分隔符，请先去掉：.str.replace(&quot;,&quot;, &quot;&quot;)。如果它是小数点，请替换它：.str.replace(&quot;,&quot;, &quot;.&quot;)</translation>
    </message>
    <message>
        <source>The column {key} is text, as in {text}. Below line {line}, take {sign} away and make numbers of it: {instead}</source>
        <translation>列 {key} 是文本，例如 {text}。请在第 {line} 行下面去掉 {sign} 并转换成数字：{instead}</translation>
    </message>
    <message>
        <source>{function}() calculates with numbers, and some of the columns here hold text. Leave these out: {instead}</source>
        <translation>{function}() 用数字计算，而这里有些列是文本。请把它们排除在外：{instead}</translation>
    </message>
    <message>
        <source>{function}() calculates with numbers, and {what} holds text. Make numbers of it before; if there are other signs in it, as in &apos;$5&apos; or &apos;1,200&apos;, take them away first.</source>
        <translation>{function}() 用数字计算，而 {what} 里是文本。请先把它转换成数字；如果里面有别的符号，例如 &apos;$5&apos; 或 &apos;1,200&apos;，请先把它们去掉。</translation>
    </message>
    <message>
        <source>The column {what} holds numbers, and in line {line} one of its values is text: {text}. Write it without quotes there, or make numbers of all: {instead}</source>
        <translation>列 {what} 里是数字，而第 {line} 行里有一个值是文本：{text}。请在那里不加引号地写，或者把全部转换成数字：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainContentTexts</name>
    <message>
        <source>In {file}, line {line}, column {column}, a comma stands before a closing bracket. Remove that comma.</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列，右括号前面有一个逗号。请去掉这个逗号。</translation>
    </message>
    <message>
        <source>Line {line} of this JSON ends with a comma, and a closing bracket follows. Remove that comma.</source>
        <translation>这段 JSON 的第 {line} 行以逗号结尾，而后面是右括号。请去掉这个逗号。</translation>
    </message>
    <message>
        <source>In {file}, a comma is missing at the end of line {line}, as another value follows. Write it there.</source>
        <translation>在 {file} 的第 {line} 行末尾缺少逗号，因为后面还有另一个值。请在那里写上逗号。</translation>
    </message>
    <message>
        <source>In {file}, line {line}, a comma is missing before column {column}, as another name follows. Write it there.</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列前面缺少逗号，因为后面还有另一个名称。请在那里写上逗号。</translation>
    </message>
    <message>
        <source>In {file}, line {line}, column {column}, stands a single quote. JSON knows double quotes only: write them there, and wherever else texts of that file stand in single ones.</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列是单引号。JSON 只用双引号：请在那里，以及这个文件中其他用单引号的文本处，都改成双引号。</translation>
    </message>
    <message>
        <source>In {file}, line {line}, column {column}, begins a comment, and JSON knows none. Remove it, and all others in that file.</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列开始了一段注释，而 JSON 里没有注释。请删除它，以及这个文件中其他的注释。</translation>
    </message>
    <message>
        <source>In {file}, line {line}, column {column}, stands {word}, as Python writes it. Write it as JSON does, there and wherever else it stands in that file: {instead}</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列是 {word}，这是 Python 的写法。请在那里以及这个文件中其他地方改成 JSON 的写法：{instead}</translation>
    </message>
    <message>
        <source>In {file}, line {line}, column {column}, the name {name} stands without quotes. Write it, and each other name in that file, in double quotes: {instead}</source>
        <translation>在 {file} 的第 {line} 行第 {column} 列，名称 {name} 没有引号。请给它以及这个文件中其他的名称都加上双引号：{instead}</translation>
    </message>
    <message>
        <source>In {file}, line {line}, a text begins whose closing double quote is missing in that line. Write it where the text ends.</source>
        <translation>在 {file} 的第 {line} 行有一个文本，这一行里缺少它末尾的双引号。请在文本结束的地方写上。</translation>
    </message>
    <message>
        <source>{file} ends before all is closed: a {bracket} is missing. Write it where it belongs, which may be at the end.</source>
        <translation>{file} 在全部括号合上之前就结束了：缺少一个 {bracket}。请在它该在的地方写上，可能就是文件末尾。</translation>
    </message>
    <message>
        <source>There is nothing in {file}, so it is no JSON. If the script makes that file where it is not there, delete it; else write into it what belongs there, such as [] or {{}}.</source>
        <translation>{file} 里什么都没有，所以不是 JSON。如果文件不存在时脚本会自己建立它，请把它删除；否则请写入该有的内容，例如 [] 或 {{}}。</translation>
    </message>
    <message>
        <source>{file} has a JSON value in each line, and json.load() reads a file that is a single one. The second begins in line {line}. Read line by line: [json.loads(line) for line in file]</source>
        <translation>{file} 的每一行各是一个 JSON 值，而 json.load() 读取的文件只能有一个值。第二个值从第 {line} 行开始。请逐行读取：[json.loads(line) for line in file]</translation>
    </message>
    <message>
        <source>{file} does not follow the rules of JSON: at line {line}, column {column} it cannot be read on. Look at that place, and at what stands right before it.</source>
        <translation>{file} 不符合 JSON 的规则：读到第 {line} 行第 {column} 列就读不下去了。请看看那里，以及紧挨在它前面的内容。</translation>
    </message>
    <message>
        <source>{function} reads numbers with a point, and &apos;{text}&apos; has a comma in its place. Write: {instead}</source>
        <translation>{function} 读取的小数用点号，而“{text}”用的是逗号。请写：{instead}</translation>
    </message>
    <message>
        <source>{function} makes one number, and &apos;{text}&apos; is several with &apos;{sign}&apos; between them. For a list of all of them, write: {instead}</source>
        <translation>{function} 生成一个数，而 &apos;{text}&apos; 是用 &apos;{sign}&apos; 连在一起的几个数。要得到包含所有这些数的列表，请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} reads a single number, and &apos;{text}&apos; is two with &apos;:&apos; between them, as a time is written. To have it in the smaller of its two units (such as seconds), write: {instead}</source>
        <translation>{function} 只读取一个数，而 &apos;{text}&apos; 是中间带 &apos;:&apos; 的两个数，就像时间的写法。要换算成其中较小的单位（例如秒），请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} reads a single number, and &apos;{text}&apos; is a date. If a date is meant there, write: {instead} (it has .year, .month and .day); if not, take the value in which the number stands.</source>
        <translation>{function} 只读取一个数，而 &apos;{text}&apos; 是一个日期。如果这里要的就是日期，请写成：{instead}（它有 .year、.month 和 .day）；如果不是，请取数字所在的那个值。</translation>
    </message>
    <message>
        <source>{function} does not calculate, and &apos;{text}&apos; is a fraction. Write: {instead}</source>
        <translation>{function} 不做计算，而 &apos;{text}&apos; 是一个分数。请写成：{instead}</translation>
    </message>
    <message>
        <source>int() takes decimal digits alone, unless it is told more, and &apos;{text}&apos; is written as hexadecimal, octal or binary numbers are. Write: {instead}</source>
        <translation>int() 只接受十进制数字（除非另外说明），而 &apos;{text}&apos; 是十六进制、八进制或二进制数的写法。请写成：{instead}</translation>
    </message>
    <message>
        <source>The &apos;{sign}&apos; in &apos;{text}&apos; is not the minus of the keyboard but another sign, which {function} does not know. Write: {instead}</source>
        <translation>&apos;{text}&apos; 里的 &apos;{sign}&apos; 不是键盘上的减号，而是另一个符号，{function} 不认识它。请写成：{instead}</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; was typed where line {line} makes a single number of it, and it is several. Type one number at a time, with Enter behind each; or write in place of lines {line} to {line2}: {instead}</source>
        <translation>第 {line} 行只把输入的内容变成一个数字，而输入的“{text}”是几个数字。请一次只输入一个数字，每个后面按回车；或者把第 {line} 行到第 {line2} 行改写成：{instead}</translation>
    </message>
    <message>
        <source>{function} makes one number, and &apos;{text}&apos; was typed, which is several. Type only one there; or, for a list of all of them, write: {instead}</source>
        <translation>{function} 只得到一个数字，而输入的“{text}”是几个数字。请在那里只输入一个；如果想要所有数字的列表，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the text {text} here, as the loop of line {line} has the row of names (the header) among its rows. Leave that row out, in line {line}: {instead}</source>
        <translation>{what} 在这里是文本 {text}，因为第 {line} 行的循环也包括写着列名的那一行（表头）。请在第 {line} 行跳过它：{instead}</translation>
    </message>
    <message>
        <source>{what} is the text {text} here, as the loop of line {line} has the row of names (the header) among its rows. Leave that row out, in line {line}: {instead} The others are texts as well, so make numbers of them: {instead2}</source>
        <translation>{what} 在这里是文本 {text}，因为第 {line} 行的循环也包括写着列名的那一行（表头）。请在第 {line} 行跳过它：{instead} 其他各行也是文本，所以请把它们变成数字：{instead2}</translation>
    </message>
    <message>
        <source>{what} is the text {text} here, which is no number, and &apos;{name}&apos; begins as a number in line {line}. If numbers are to be added up, look where {what} gets that text; if a text is to be made, let &apos;{name}&apos; begin as &quot;&quot; there.</source>
        <translation>{what} 在这里是文本 {text}，不是数字，而 &apos;{name}&apos; 在第 {line} 行开始时是数字。如果要把数字相加，请看看 {what} 从哪里得到这个文本；如果要得到一个文本，请让 &apos;{name}&apos; 在那里从 &quot;&quot; 开始。</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: in line {line} of {file}, {text}, that value is missing. Write it there; or, if nothing is to count as 0, write here: {instead}</source>
        <translation>{what} 在这里是空的：{file} 的第 {line} 行 {text} 里缺少这个值。请在那里补上；如果空的就算作 0，请在这里写：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: that value is missing in line {line} of {file}, {text}, and this script writes that file anew whenever it runs. Look where it makes that line; or, if nothing is to count as 0, write here: {instead}</source>
        <translation>{what} 在这里是空的：{file} 第 {line} 行 {text} 缺少这个值，而这个脚本每次运行都会重新写入该文件。请查看它在哪里生成这一行；或者，如果空值应当算作 0，请在这里写成：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: in line {line} of {file}, {text}, that value is missing. Write it there; or, to leave such a row out, write above line {line2}, indented as that: {instead}</source>
        <translation>{what} 在这里是空的：{file} 第 {line} 行 {text} 缺少这个值。请在那里补上；或者，要略过这样的行，请在第 {line2} 行上方按同样的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: in {text} that value is missing. To leave such a row out, write above line {line}, indented as that: {instead}</source>
        <translation>{what} 在这里是空的：{text} 缺少这个值。要略过这样的行，请在第 {line} 行上方按同样的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: in line {line} of {file}, {text}, that value is missing. Write it there. (A 0 would not do: line {line2} divides by &apos;{name}&apos;.)</source>
        <translation>{what} 在这里是空的：{file} 第 {line} 行 {text} 缺少这个值。请在那里补上。（写 0 不行：第 {line2} 行要除以“{name}”。）</translation>
    </message>
    <message>
        <source>There is nothing in {what} here: in {text} that value is missing. Write it there; or, if nothing is to count as 0, write here: {instead}</source>
        <translation>{what} 在这里是空的：{text} 里缺少这个值。请在那里补上；如果空的就算作 0，请在这里写：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {name} here: where it is split at {sign}, an empty text comes of two of these side by side, and of one at the end. Pass it over, as first line in the loop of line {line}: {instead}</source>
        <translation>{name} 在这里是空的：按 {sign} 拆分时，两个相邻的 {sign} 之间，以及末尾的 {sign} 后面，都会得到空文本。请跳过它，在第 {line} 行的循环里第一行写：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {name} here: where it is split at {sign}, an empty text comes of two of these side by side, and of one at the end. Pass it over: {instead}</source>
        <translation>{name} 在这里是空的：按 {sign} 拆分时，两个相邻的 {sign} 之间，以及末尾的 {sign} 后面，都会得到空文本。请跳过它：{instead}</translation>
    </message>
    <message>
        <source>{call} gives an empty text where two of {sign} stand side by side, and for one at the end. To leave it out, write in place of map(): {instead}</source>
        <translation>在 {call} 里，两个相邻的 {sign} 之间，以及末尾的 {sign} 后面，都会得到空文本。要跳过它，请写下面的内容来代替 map()：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {name} here: it is an empty line. Pass such lines over, as first line in the loop of line {line}: {instead}</source>
        <translation>{name} 在这里是空的：它是一个空行。请跳过这样的行，在第 {line} 行的循环里第一行写：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {name} here: line {line} of {file} is empty. Delete that line; or pass such lines over, as first line in the loop of line {line2}: {instead}</source>
        <translation>{name} 在这里是空的：{file} 的第 {line} 行是空行。请删除它；或者跳过这样的行，在第 {line2} 行的循环里第一行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a list of dictionaries, and {key} is none of their keys, but a value in them. Go through the list, and use the one that has it: {loop} and in the loop {test} Below that, use {item} in place of {what}[{key}].</source>
        <translation>{what} 是字典的列表，而 {key} 不是它们的键，而是其中的一个值。请遍历这个列表，使用含有这个值的那一个：{loop} 并在循环里写 {test} 在它下面用 {item} 代替 {what}[{key}]。</translation>
    </message>
    <message>
        <source>{what} is a list, and what is in it are dictionaries, so {key} cannot stand in its brackets. Go through the list with a loop, and look in each dictionary for the one that is meant.</source>
        <translation>{what} 是列表，里面是字典，所以它的方括号里不能写 {key}。请用循环遍历这个列表，在每个字典里查找所要的那一个。</translation>
    </message>
    <message>
        <source>The dictionary that {name} is here, with {text}, has no {key}, as most others of its list have. Give it one; or do only where it is there what needs it: {instead}</source>
        <translation>{name} 在这里是含有 {text} 的字典，它没有 {key}，而列表里的大多数其他字典都有。请给它补上；或者只在有这个键时才执行需要它的语句：{instead}</translation>
    </message>
    <message>
        <source>The dictionary that {name} is here, with {text}, has no {key}, as most others of its list have. Give it one; or ask for it first: {instead}</source>
        <translation>{name} 在这里是含有 {text} 的字典，它没有 {key}，而列表里的大多数其他字典都有。请给它补上；或者先问有没有这个键：{instead}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} has this many parts: {length}. They are counted from 0, so there is none at {index}. If {sign} is what stands between the parts of the others, pass such texts over, below line {line}: {instead}</source>
        <translation>按 {sign} 拆分时，文本 {text} 只有这么多部分：{length}。它们从 0 开始数，所以没有第 {index} 个。如果其他文本的各部分之间是 {sign}，请在第 {line} 行下面跳过这样的文本：{instead}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} has this many parts: {length}. The names on the left: {targets}. By what the others are to get, only &apos;{name}&apos; can have {sign} in it. To give it all of that, write: {instead}</source>
        <translation>按 {sign} 拆分时，文本 {text} 有这么多部分：{length}。左边的名字有：{targets} 个。从其他名字应得到的内容看，只有“{name}”里可以有 {sign}。要把这些都给它，请写成：{instead}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} has this many parts: {length}. The names on the left: {targets}. If &apos;{name}&apos; is what has {sign} in it, write: {instead} If it is &apos;{name2}&apos;, write: {instead2}</source>
        <translation>按 {sign} 拆分时，文本 {text} 有这么多部分：{length}。左边的名字有：{targets} 个。如果里面有 {sign} 的是“{name}”，请写成：{instead} 如果是“{name2}”，请写成：{instead2}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} in line {line} of {file} has this many parts: {length}. The names on the left: {targets}. Check that text, and whether {sign} is what stands between its parts.</source>
        <translation>按 {sign} 拆分时，{file} 第 {line} 行的文本 {text} 有这么多部分：{length}。左边的名字有：{targets} 个。请检查这个文本，以及各部分之间是不是 {sign}。</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} in line {line} of {file} has this many parts: {length}. The names on the left: {targets}. By what the others have, this is missing in it: {names}. Write it in there, or leave that text out.</source>
        <translation>按 {sign} 拆分时，{file} 第 {line} 行的文本 {text} 有这么多部分：{length}。左边的名字有：{targets} 个。从其他文本看，它缺少：{names}。请在那里补上，或者去掉这个文本。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; reads the file only when it is gone through, and by then the &apos;with&apos; of line {line} is over and has closed it. Read all of it before, in line {line2}: {instead}</source>
        <translation>“{name}” 只在被遍历时才读取文件，而那时第 {line} 行的 with 已经结束，文件已经关闭。请在第 {line2} 行先把内容全部读出：{instead}</translation>
    </message>
    <message>
        <source>{name} is a list, as csv.reader() in line {line} gives its rows without names. Take what it has by number; what the first row calls {key} is: {instead}</source>
        <translation>{name} 是列表，因为第 {line} 行的 csv.reader() 给出的行没有列名。请用编号取值；第一行中叫作 {key} 的那一列是：{instead}</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. Did you mean {near}? These are the names in the first line of {name}: {keys}</source>
        <translation>表 {what} 没有列 {key}。是不是想写 {near}？{name} 第一行里的列名有：{keys}</translation>
    </message>
    <message>
        <source>The column {key} is text, as its numbers have a comma and no point: {text}. Say so where the file is read, in line {line}: {instead}</source>
        <translation>列 {key} 是文本，因为其中的数字用的是逗号而不是小数点：{text}。请在第 {line} 行读取文件的地方写明：{instead}</translation>
    </message>
    <message>
        <source>{what} is the whole list, and what is in it are dictionaries. The loop in line {line} takes one of them after the other, as {name}. Write in line {line2}: {instead}</source>
        <translation>{what} 是整个列表，里面是一个个字典。第 {line} 行的循环逐个取出它们，名字是 {name}。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the whole list here, and what is in it are dictionaries. The loop of line {line} counts through its places with {name}, so take the one at that place, in line {line2}: {instead}</source>
        <translation>{what} 在这里是整个列表，里面是字典。第 {line} 行的循环用 {name} 逐个数它的位置，所以请在第 {line2} 行取出该位置上的那一个：{instead}</translation>
    </message>
    <message>
        <source>{file} holds a list of dictionaries, and not a dictionary that has a list for {key}. So {what} is that list already: write {what} in place of {what}[{key}].</source>
        <translation>{file} 里是一个由字典组成的列表，而不是一个在 {key} 处有列表的字典。所以 {what} 已经就是那个列表：请把 {what}[{key}] 换成 {what}。</translation>
    </message>
    <message>
        <source>{what} is a list, as .readlines() gives the lines one by one, and .{attribute}() belongs to text. For all of them in one text, write in line {line}: {instead}</source>
        <translation>{what} 是一个列表，因为 .readlines() 逐行给出各行，而 .{attribute}() 属于文本。如果要把它们全部放在一个文本里，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>There is nothing in {name} here. If it is an empty line, pass such lines over, as first line in the loop of line {line}: {instead}</source>
        <translation>{name} 在这里是空的。如果它是空行，请跳过这样的行，在第 {line} 行的循环里第一行写：{instead}</translation>
    </message>
    <message>
        <source>{file}, which is read in line {line}, is no text in {encoding}, as {name} is. Save {file} anew in that encoding; or open it, and it alone, with the one that it was saved in, such as encoding=&quot;cp1252&quot;.</source>
        <translation>第 {line} 行读取的 {file} 不是 {encoding} 编码的文本，而 {name} 是。请用该编码重新保存 {file}；或者只在打开这一个文件时用它保存时的编码，例如 encoding=&quot;cp1252&quot;。</translation>
    </message>
    <message>
        <source>{function} makes a number of digits, and line {line} of {file} has {text} where a number is expected. Write a number there, or delete that line.</source>
        <translation>{function} 用数字组成的文本生成数，而 {file} 的第 {line} 行在应为数的地方是 {text}。请在那里写一个数，或者删除那一行。</translation>
    </message>
    <message>
        <source>{function} makes a number of digits, and line {line} of {file} has {text} where a number is expected. Write a number there; or, if it stands for a value that is missing, leave such lines out, as first line in the loop of line {line2}: {instead}</source>
        <translation>{function} 用数字组成的文本生成数，而 {file} 的第 {line} 行在应为数的地方是 {text}。请在那里写一个数；或者，如果它表示缺失的值，请略过这样的行，在第 {line2} 行的循环里第一行写：{instead}</translation>
    </message>
    <message>
        <source>{function} makes a number of digits, and line {line} of {file} has {text} where a number is expected. Write a number there; or, if it stands for a value that is missing, leave such lines out, below line {line2}, indented as that: {instead}</source>
        <translation>{function} 用数字组成的文本生成数，而 {file} 的第 {line} 行在应为数的地方是 {text}。请在那里写一个数；或者，如果它表示缺失的值，请略过这样的行，在第 {line2} 行下面以同样的缩进写：{instead}</translation>
    </message>
    <message>
        <source>{function} makes a number of digits, and &apos;{text}&apos; was typed. To ask again then, write in place of line {line}, indented as that: while True: Below it, deeper: {instead} And below that, as deep: except ValueError: pass</source>
        <translation>{function} 用数字组成的文本生成数，而输入的是“{text}”。要让它重新询问，请把第 {line} 行换成（缩进与它相同）：while True: 在它下面，缩进更深，写：{instead} 再在下面，以同样的深度，写：except ValueError: pass</translation>
    </message>
    <message>
        <source>{what} is the text {text} for some, as the test in line {line} leaves that as it is, and a number for others, and these cannot be compared. To sort those to the end, write here: {instead}</source>
        <translation>{what} 对其中一些是文本 {text}，因为第 {line} 行的判断让它保持原样，而对另一些是数，二者不能比较。要把那些排到最后，请在这里写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainDataTexts</name>
    <message>
        <source>{function} only makes a text, and writes into no file. For that, leave the s away: {instead}</source>
        <translation>{function} 只生成文本，不写入文件。要写入文件，请去掉 s：{instead}</translation>
    </message>
    <message>
        <source>json.loads() reads a text, and {what} is {type}. Look where its value comes from.</source>
        <translation>json.loads() 读取的是文本，而 {what} 是{type}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>write() takes text, and {what} is {type}. To keep it as JSON, write: {instead}</source>
        <translation>write() 接受文本，而 {what} 是 {type}。要把它保存为 JSON，请写：{instead}</translation>
    </message>
    <message>
        <source>write() takes text, and {what} is {type}. Line {line} reads this file as JSON. If it does so before this line, delete the file, which is empty now. Write here: {instead}</source>
        <translation>write() 接受文本，而 {what} 是 {type}。第 {line} 行把这个文件当作 JSON 读取。如果它在这一行之前读取，请先删除这个文件，因为它现在是空的。这里请写：{instead}</translation>
    </message>
    <message>
        <source>{function} reads an open file, and {what} is {type} already. Use it as it is.</source>
        <translation>{function} 读取的是打开的文件，而 {what} 已经是{type}。直接用它就可以。</translation>
    </message>
    <message>
        <source>The row has names that are not among the fieldnames of its DictWriter: {keys}. Write them as they are there, or add them to fieldnames.</source>
        <translation>这一行里有 DictWriter 的 fieldnames 中没有的名称：{keys}。请写成那里的样子，或者把它们加到 fieldnames 里。</translation>
    </message>
    <message>
        <source>A DictWriter takes a row as a dictionary, with the name of the column before each value, and here it gets {type}. For rows without names, use csv.writer().</source>
        <translation>DictWriter 的每一行都要是字典，每个值前面有列的名称，而这里得到的是{type}。如果行里没有名称，请用 csv.writer()。</translation>
    </message>
    <message>
        <source>A DictWriter needs the names of the columns. Write: {instead}</source>
        <translation>DictWriter 需要各列的名称。请写成：{instead}</translation>
    </message>
    <message>
        <source>A row is a list of values, and {what} is {type}. Write: {instead}</source>
        <translation>一行是由几个值组成的列表，而 {what} 是{type}。请写成：{instead}</translation>
    </message>
    <message>
        <source>writerows() takes several rows, each of them a list, and an item of {what} is {type}. If it is a single row, write: {instead}</source>
        <translation>writerows() 要的是几行，每行都是列表，而 {what} 里有一项是{type}。如果只是一行，请写成：{instead}</translation>
    </message>
    <message>
        <source>The module csv reads text, and what it reads in line {line} was opened with a &quot;b&quot; in its mode. Open it without the &quot;b&quot;, and with newline=&quot;&quot;.</source>
        <translation>csv 模块读取的是文本，而第 {line} 行读取的文件打开时模式里有 &quot;b&quot;。打开时请去掉 &quot;b&quot;，并写上 newline=&quot;&quot;。</translation>
    </message>
    <message>
        <source>{name}= takes one character, and {what} has {length}. If blanks stand behind the sign in the file, add: skipinitialspace=True</source>
        <translation>{name}= 只接受一个字符，而 {what} 有 {length} 个。如果文件里这个符号后面有空格，请加上：skipinitialspace=True</translation>
    </message>
    <message>
        <source>{item} is a list: the csv.reader() in line {line} gives fields without names. To take them by the names in the first line of the file, use csv.DictReader() there.</source>
        <translation>{item} 是列表：第 {line} 行的 csv.reader() 给出的字段没有名称。要按文件第一行里的名称取字段，请在那里改用 csv.DictReader()。</translation>
    </message>
    <message>
        <source>{what} stands at its end, where line {line} has left it, and there is nothing to be read. Go back to the beginning first: {what}.seek(0)</source>
        <translation>{what} 停在末尾，是第 {line} 行让它停在那里的，那里没有什么可读。请先回到开头：{what}.seek(0)</translation>
    </message>
    <message>
        <source>There is nothing left to read in {what}: the file is empty, or all of it has been read. Look whether it was written and closed before, or stop at this error.</source>
        <translation>{what} 里没有可读的内容了：文件是空的，或者已经全部读完。请看看之前是否写入并关闭了它，或者遇到这个错误就停止读取。</translation>
    </message>
    <message>
        <source>What is read from {what} was not written by pickle, or not all of it is there. Check which file it is, and write it again.</source>
        <translation>从 {what} 读到的内容不是由 pickle 写入的，或者不完整。请检查是哪个文件，然后重新写入。</translation>
    </message>
    <message>
        <source>{function} has to take along all that belongs to the value, and in it is {type}, of which there can be no copy. Leave that out.</source>
        <translation>{function} 要把属于这个值的一切都带上，而其中有{type}，它不能被复制。请去掉它。</translation>
    </message>
    <message>
        <source>{function} keeps only the name of a function or class, and finds it again by that. A lambda has none, and what is defined inside a function cannot be found. Define it with def or class, at the left edge of the file.</source>
        <translation>{function} 只保存函数或类的名称，再靠名称找到它。lambda 没有名称，而在函数内部定义的又找不到。请用 def 或 class 在文件最左边定义它。</translation>
    </message>
    <message>
        <source>{function} calculates with numbers, and in {what} there is {type}. Make numbers of all, or leave that out.</source>
        <translation>{function} 用数字来计算，而 {what} 里有{type}。请把它们都变成数字，或者去掉它。</translation>
    </message>
    <message>
        <source>{function} needs two numbers or more, and {what} holds fewer. Check that first, with len({what})</source>
        <translation>{function} 至少需要两个数，而 {what} 里不够。请先用 len({what}) 检查。</translation>
    </message>
    <message>
        <source>What {function} reads is no base64, or not all of it: there, always four letters belong together, with = at the end where some are missing. Check what the text is, and that it was copied to its end.</source>
        <translation>{function} 读取的不是 base64，或者不完整：base64 总是四个字母为一组，不够时末尾用 = 补足。请检查这是什么文本，以及是否完整地复制了它。</translation>
    </message>
    <message>
        <source>{function} reads two digits at a time, from 0 to 9 and a to f, and the text has something else or an odd number of them. Check the text.</source>
        <translation>{function} 每次读取两个数字，即 0 到 9 和 a 到 f，而这段文本里有别的字符，或者个数是奇数。请检查这段文本。</translation>
    </message>
</context>
<context>
    <name>ExplainDatabaseTexts</name>
    <message>
        <source>Line {line} cannot open the database&apos;s file: its folder is not there, or nothing may be written in it. A name without a folder is looked for in the working folder.</source>
        <translation>第 {line} 行打不开数据库文件：它所在的文件夹不存在，或者不能写入。没有写文件夹的名字会在工作文件夹里找。</translation>
    </message>
    <message>
        <source>Line {line} has to wait for somebody else who writes to the database, and that took too long. Close other programs that have it open, and end what the script writes with .commit().</source>
        <translation>第 {line} 行要等别人写完数据库，而等得太久了。关掉打开着它的其他程序，脚本写完后要 .commit()。</translation>
    </message>
    <message>
        <source>The table &apos;{table}&apos; has no column &apos;{column}&apos;. Check how it is written; a table that is there already is left as it was by CREATE TABLE IF NOT EXISTS.</source>
        <translation>表“{table}”没有列“{column}”。检查它的写法；已经有的表，CREATE TABLE IF NOT EXISTS 会让它保持原样。</translation>
    </message>
    <message>
        <source>Line {line} would leave a row that points to another row which is not there. Add that one first, or delete first what points to it.</source>
        <translation>第 {line} 行会留下一条指向不存在的行的记录。先添加被指向的那一行，或者先删除指向它的行。</translation>
    </message>
    <message>
        <source>The SQL statement of line {line} ends too early. Look for a bracket or quote that is not closed.</source>
        <translation>第 {line} 行的 SQL 语句结束得太早。看看有没有没关上的括号或引号。</translation>
    </message>
    <message>
        <source>More than one of the tables has a column &apos;{column}&apos;. Write the table before it: table.{column}</source>
        <translation>不止一个表有列“{column}”。在前面写上表名：table.{column}</translation>
    </message>
    <message>
        <source>The database has no table &apos;{table}&apos; yet. Let it be made before line {line}, and below all classes of tables: Base.metadata.create_all(engine), or with Flask: db.create_all()</source>
        <translation>数据库里还没有表“{table}”。在第 {line} 行之前、所有表的类之后建立它：Base.metadata.create_all(engine)，用 Flask 时是 db.create_all()</translation>
    </message>
    <message>
        <source>The table in the database has no column &apos;{column}&apos;: it is older than the class. create_all() changes no table that is there. If nothing in it is needed, delete the database&apos;s file, and let it be made anew.</source>
        <translation>数据库的表里没有列“{column}”：它比类旧。create_all() 不会改已经有的表。如果里面的内容都不需要，删掉数据库文件，让它重新建立。</translation>
    </message>
    <message>
        <source>The class {name} has no primary key, and each table needs one. Write in the class: id = Column(Integer, primary_key=True)</source>
        <translation>类 {name} 没有主键，而每个表都需要。在类里写：id = Column(Integer, primary_key=True)</translation>
    </message>
    <message>
        <source>The class {name} does not say which table it is. Write in the class, as its first line: __tablename__ = &quot;...&quot;</source>
        <translation>类 {name} 没有说明它是哪个表。在类的第一行写：__tablename__ = &quot;...&quot;</translation>
    </message>
    <message>
        <source>The table &apos;{table}&apos; is defined a second time. Two classes have this __tablename__, or the file of the class runs twice, because it is imported by two names.</source>
        <translation>表“{table}”被定义了第二次。有两个类用了这个 __tablename__，或者写着这个类的文件以两个名字导入，运行了两次。</translation>
    </message>
    <message>
        <source>SQLAlchemy keeps the name &apos;{name}&apos; for itself. Give this attribute another name.</source>
        <translation>名字“{name}”是 SQLAlchemy 自己用的。给这个属性换一个名字。</translation>
    </message>
    <message>
        <source>The type of {name} has to be written in Mapped[...], as in: id: Mapped[int] = mapped_column(primary_key=True)</source>
        <translation>{name} 的类型要写在 Mapped[...] 里，例如：id: Mapped[int] = mapped_column(primary_key=True)</translation>
    </message>
    <message>
        <source>Line {line} uses an object whose session is over, and its values have to be read anew. Use it before the session ends, or make the session with expire_on_commit=False.</source>
        <translation>第 {line} 行用的对象，它的会话已经结束，而它的值要重新读取。在会话结束之前使用它，或者建立会话时写 expire_on_commit=False。</translation>
    </message>
    <message>
        <source>Line {line} reads .{attribute} of an object whose session is over, and that was not read before. Read it while the session is open.</source>
        <translation>第 {line} 行读一个对象的 .{attribute}，它的会话已经结束，而之前没有读过它。请在会话还开着的时候读。</translation>
    </message>
    <message>
        <source>Something that this session did before line {line} has failed, and it does nothing more until it is told to forget that: session.rollback(), where the error was caught.</source>
        <translation>这个会话在第 {line} 行之前做的事失败了，在让它放弃之前，它什么也不再做：在捕获错误的地方写 session.rollback()。</translation>
    </message>
    <message>
        <source>In line {line}, SQL that is written as text goes through text(): execute(text(&quot;...&quot;)), and at the top of the file: from sqlalchemy import text</source>
        <translation>第 {line} 行里，写成文本的 SQL 要经过 text()：execute(text(&quot;...&quot;))，并在文件开头写：from sqlalchemy import text</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no column or relationship called &apos;{name}&apos;. Check how it is written in its class.</source>
        <translation>“{table}”没有叫“{name}”的列或关系。检查它的类里是怎么写的。</translation>
    </message>
    <message>
        <source>What line {line} takes for the address of a database is none. A file is written as in: create_engine(&quot;sqlite:///shop.db&quot;)</source>
        <translation>第 {line} 行当作数据库地址的内容不是数据库地址。文件要这样写：create_engine(&quot;sqlite:///shop.db&quot;)</translation>
    </message>
    <message>
        <source>An address of a database does not begin with &apos;{name}&apos;. Write: {instead}</source>
        <translation>数据库地址不以“{name}”开头。请写：{instead}</translation>
    </message>
    <message>
        <source>A relationship() asks for a class &apos;{name}&apos;, and no class of a table is called so. Check how it is written, and import the file of that class, too.</source>
        <translation>有一个 relationship() 要类“{name}”，而没有哪个表的类叫这个名字。检查它的写法，也要导入写着那个类的文件。</translation>
    </message>
    <message>
        <source>Nothing says how the two tables of {what} belong together. One of them needs a column with a ForeignKey(&quot;table.id&quot;).</source>
        <translation>没有说明 {what} 的两个表是怎么联系的。其中一个需要带 ForeignKey(&quot;table.id&quot;) 的列。</translation>
    </message>
    <message>
        <source>The ForeignKey of {column} names a table &apos;{table}&apos;, and no class that was loaded has it. It takes the __tablename__ of a class, and not the class&apos;s name.</source>
        <translation>{column} 的 ForeignKey 写的是表“{table}”，而已加载的类里没有这个表。它要的是类的 __tablename__，而不是类名。</translation>
    </message>
    <message>
        <source>Line {line} asks for exactly one row, and there is none. Use .first() or .one_or_none(), which give None then.</source>
        <translation>第 {line} 行要恰好一行，而一行也没有。改用 .first() 或 .one_or_none()，没有时它们给出 None。</translation>
    </message>
    <message>
        <source>Line {line} asks for exactly one row, and there are more. Ask for something that only one has, or use .all() or .first().</source>
        <translation>第 {line} 行要恰好一行，而有好几行。换成只有一行才有的条件，或者用 .all() 或 .first()。</translation>
    </message>
    <message>
        <source>One object of a class of a table is what add() takes, and here it gets {type}. For several objects in a list, use add_all().</source>
        <translation>add() 要一个表的类的对象，而这里得到的是{type}。列表里有几个对象时，用 add_all()。</translation>
    </message>
    <message>
        <source>add() takes an object, and gets the class {name} itself. Make one of it first: {name}(...)</source>
        <translation>add() 要的是对象，而得到的是类 {name} 本身。先用它建立一个对象：{name}(...)</translation>
    </message>
    <message>
        <source>A column for dates and times takes those of the module datetime, and no text ({text}). For a text such as &quot;2024-05-31&quot;, write: datetime.date.fromisoformat(...)</source>
        <translation>日期和时间的列要用模块 datetime 的值，不能用文本（{text}）。像 &quot;2024-05-31&quot; 这样的文本，请写：datetime.date.fromisoformat(...)</translation>
    </message>
    <message>
        <source>{name}() takes its values by their names. Write them as in: {instead}</source>
        <translation>{name}() 的值要写明名字，例如：{instead}</translation>
    </message>
    <message>
        <source>{name} needs a value for each of its fields, and these are missing: {missing}. Give them, or give the fields a default in the class.</source>
        <translation>{name} 的每个字段都需要值，而缺少这些：{missing}。给出它们，或者在类里给这些字段设默认值。</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; of {name} is to be {type}, and gets {value}. Look where that value comes from.</source>
        <translation>{name} 的“{what}”应当是{type}，而得到的是 {value}。看看这个值是从哪里来的。</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; of {name} gets {value}, which its class does not allow: {text}. Change the value, or the rule in the class.</source>
        <translation>{name} 的“{what}”得到 {value}，而它的类不允许：{text}。改这个值，或者改类里的规则。</translation>
    </message>
    <message>
        <source>{name} has no field &apos;{what}&apos;, and allows no others. Check how it is written, or add it to the class.</source>
        <translation>{name} 没有字段“{what}”，也不允许别的字段。检查它的写法，或者把它加到类里。</translation>
    </message>
    <message>
        <source>{name} is made so that its fields cannot be changed (frozen). Make a new one: .model_copy(update={{...}})</source>
        <translation>{name} 的字段设成了不能改（frozen）。建立一个新的：.model_copy(update={{...}})</translation>
    </message>
    <message>
        <source>{name} is made of a dictionary here, and gets {value}. Give a dictionary, as in {{&quot;name&quot;: &quot;Ann&quot;}}, or the values by name.</source>
        <translation>这里要用字典来建立 {name}，而得到的是 {value}。请给字典，例如 {{&quot;name&quot;: &quot;Ann&quot;}}，或者按名字给值。</translation>
    </message>
    <message>
        <source>In a class of pydantic&apos;s, each field has its type behind a colon, and &apos;{name}&apos; has none. Write it as in: {name}: str = ...</source>
        <translation>在 pydantic 的类里，每个字段的冒号后面都要写类型，而“{name}”没有。写成：{name}: str = ...</translation>
    </message>
    <message>
        <source>{name} has no field &apos;{what}&apos;, so it cannot be given a value. Check how it is written, or add the field to the class.</source>
        <translation>{name} 没有字段“{what}”，所以不能给它值。检查它的写法，或者把这个字段加到类里。</translation>
    </message>
    <message>
        <source>pydantic cannot check a value of the class {name}. Make it a class of pydantic&apos;s (BaseModel), or write in the class that has it: model_config = {{&quot;arbitrary_types_allowed&quot;: True}}</source>
        <translation>pydantic 不会检查类 {name} 的值。让它成为 pydantic 的类（BaseModel），或者在用到它的类里写：model_config = {{&quot;arbitrary_types_allowed&quot;: True}}</translation>
    </message>
</context>
<context>
    <name>ExplainForeignTexts</name>
    <message>
        <source>Python has no &apos;{word}&apos;. Write in line {line}: {instead}</source>
        <translation>Python 里没有“{word}”。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Python has no {operator}. Leave it out of line {line}, and write in a line of its own: {instead}</source>
        <translation>Python 里没有 {operator}。请从第 {line} 行去掉它，另起一行写：{instead}</translation>
    </message>
    <message>
        <source>A comment begins with # in Python, and not with {sign}. Write # there in line {line}.</source>
        <translation>Python 的注释以 # 开头，而不是 {sign}。请在第 {line} 行那里写 #。</translation>
    </message>
    <message>
        <source>Python has no &apos;do&apos; loop. Write in line {line}: while True: and at the end of what is repeated, an if with the condition to stop, and break in it.</source>
        <translation>Python 里没有“do”循环。请在第 {line} 行写：while True: 并在重复部分的末尾用 if 写出停止的条件，里面写 break。</translation>
    </message>
    <message>
        <source>{name} belongs to another language. In Python, write: {instead}</source>
        <translation>{name} 是其他语言里的。在 Python 里请写：{instead}</translation>
    </message>
    <message>
        <source>{function} reads a text as a piece of Python, and &apos;{text}&apos; is none. The mistake lies in that text: look how it is made. If it is to stay text, leave {function} out.</source>
        <translation>{function} 把文本当作 Python 代码来读，而 &apos;{text}&apos; 不是。错误在这段文本里：请看看它是怎么来的。如果它只是文本，请去掉 {function}。</translation>
    </message>
    <message>
        <source>{function} reads a text as Python, and line {line} of that text is none: &apos;{text}&apos;. The mistake lies in that text: look how it is made.</source>
        <translation>{function} 把文本当作 Python 代码来读，而这段文本的第 {line} 行不是：&apos;{text}&apos;。错误在这段文本里：请看看它是怎么来的。</translation>
    </message>
    <message>
        <source>{function} works out what a text says, and this text is empty. Check first that there is something in it.</source>
        <translation>{function} 计算文本里写的内容，而这段文本是空的。请先检查里面有没有内容。</translation>
    </message>
    <message>
        <source>eval() works out a single value, and &apos;{text}&apos; is a statement. To run it, use exec().</source>
        <translation>eval() 只计算一个值，而 &apos;{text}&apos; 是一条语句。要运行它，请用 exec()。</translation>
    </message>
    <message>
        <source>All lines of the text that {function} gets are indented, and its first line must not be. Write: import textwrap, and textwrap.dedent(...) around the text.</source>
        <translation>交给 {function} 的文本每一行都有缩进，而它的第一行不能缩进。请写 import textwrap，再用 textwrap.dedent(...) 把文本包起来。</translation>
    </message>
    <message>
        <source>{function} reads a text as Python, where {name} without quotes is a name, and nothing is called so. If what it gets is to stay text, leave {function} out.</source>
        <translation>{function} 把文本当作 Python 代码来读，其中没有引号的 {name} 是一个名称，而没有叫这个名字的东西。如果得到的只是文本，请去掉 {function}。</translation>
    </message>
    <message>
        <source>The text that {function} reads has the word {name}, which is of JSON and not of Python. To read JSON, use json.loads()</source>
        <translation>{function} 读取的文本里有 {name}，它属于 JSON，不属于 Python。要读取 JSON，请用 json.loads()</translation>
    </message>
    <message>
        <source>{function} reads a text, and {what} is {type}. Use it as it is, or look where its value comes from.</source>
        <translation>{function} 读取的是文本，而 {what} 是{type}。请直接使用它，或者看看它的值从哪里来。</translation>
    </message>
    <message>
        <source>{function} reads values alone, such as numbers, lists and texts in quotes, and &apos;{text}&apos; is something else. A text needs quotes inside of it.</source>
        <translation>{function} 只读取值，例如数字、列表和带引号的文本，而 &apos;{text}&apos; 是别的东西。如果里面是文本，需要有引号。</translation>
    </message>
    <message>
        <source>{what} and {what2} are both None, and {operator} needs values. Look where each of them comes from: a function without &apos;return&apos; gives None.</source>
        <translation>{what} 和 {what2} 都是 None，而 {operator} 需要有值。请看看它们各自从哪里来：没有 return 的函数给出 None。</translation>
    </message>
    <message>
        <source>In {what}, which eval() works out, something is divided by 0. Check it first, or take it with: except ZeroDivisionError:</source>
        <translation>eval() 计算的 {what} 里有除以 0。请先检查，或者用这个来处理：except ZeroDivisionError:</translation>
    </message>
    <message>
        <source>In a text that begins with f, there may be no \ inside of the curly brackets before Python 3.12. Give what stands there to a variable in a line above {line}, and write that variable.</source>
        <translation>在 Python 3.12 之前，以 f 开头的文本的花括号里不能有 \。请在第 {line} 行之前把那里的内容赋给一个变量，然后写这个变量。</translation>
    </message>
</context>
<context>
    <name>ExplainFrameTexts</name>
    <message>
        <source>{function} is made for one value, and line {line} gives it a whole column: {what}. To let it judge each value by itself, write there: {instead}</source>
        <translation>{function} 是为单个值写的，而第 {line} 行给了它一整列：{what}。要让它逐个判断每个值，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{function} has no {keyword}= any more, which is from an older version. Write: {instead}</source>
        <translation>{function} 不再有 {keyword}=，那是旧版本里的。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a function that every table has, and not the column {attribute}. For the column, write: {instead}</source>
        <translation>{what} 是每个表格都有的函数，而不是列 {attribute}。要取这一列，请写：{instead}</translation>
    </message>
    <message>
        <source>read_json() takes the name of a file, and {what} is the text itself. Write import io at the top of the file, and here: {instead}</source>
        <translation>read_json() 要的是文件名，而 {what} 是 JSON 文本本身。请在文件开头写 import io，并在这里写：{instead}</translation>
    </message>
    <message>
        <source>{item} is NaN here: it stands for a value that is missing, and is a number (float) and no text. Before this, fill what is missing, as with .fillna(&quot;&quot;), or leave it out with .dropna()</source>
        <translation>{item} 在这里是 NaN：它表示缺失的值，是数字（float）而不是文本。请在此之前填补缺失的值，例如用 .fillna(&quot;&quot;)，或用 .dropna() 去掉它们</translation>
    </message>
    <message>
        <source>{what} is a list of lists, and only an array can be asked with a comma in the brackets. Write: {instead}</source>
        <translation>{what} 是列表的列表，只有数组才能在方括号里用逗号取值。请写：{instead}</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made, as there is {sign} in it and a comma where Python has the point. Change this first: {instead}</source>
        <translation>文本 {text} 不能变成数字，因为里面有 {sign}，而且在 Python 写小数点的地方是逗号。请先改掉：{instead}</translation>
    </message>
    <message>
        <source>No group is called {key}: groups are called as the values in the column are written. Did you mean {near}?</source>
        <translation>没有名叫 {key} 的组：组的名字就是列里的值，写法必须一样。你是想写 {near} 吗？</translation>
    </message>
    <message>
        <source>No group is called {key}: groups are called as the values in the column are written. See them with print(list({what}.groups))</source>
        <translation>没有名叫 {key} 的组：组的名字就是列里的值，写法必须一样。可以用 print(list({what}.groups)) 查看</translation>
    </message>
    <message>
        <source>groupby() got a list, so each group is called by a tuple, and not by {key} alone. Write: {instead}</source>
        <translation>groupby() 得到的是一个列表，所以每个组的名字是一个元组，而不只是 {key}。请写：{instead}</translation>
    </message>
    <message>
        <source>The column holds dates with times, and {what} is a date alone, so they cannot be compared. Write: {instead}</source>
        <translation>这一列是带时间的日期，而 {what} 只是日期，所以不能比较。请写：{instead}</translation>
    </message>
    <message>
        <source>The column holds dates, and {number} is a number. If the year is meant, write: {instead}</source>
        <translation>这一列是日期，而 {number} 是数字。如果指的是年份，请写：{instead}</translation>
    </message>
    <message>
        <source>Either the times in the column or {what} has a time zone, and the other one has none, so they cannot be compared. Write: {instead}</source>
        <translation>列里的时间和 {what} 只有一个带时区，所以不能比较。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is no dates yet, and is calculated with dates here. Make dates of it first: {instead}</source>
        <translation>{what} 还不是日期，而这里要和日期一起计算。请先把它变成日期：{instead}</translation>
    </message>
    <message>
        <source>Of start, end, periods= and freq=, {function} takes three, and the fourth follows from them. Leave one out.</source>
        <translation>在 start、end、periods= 和 freq= 中，{function} 只要三个，第四个由它们得出。请去掉一个。</translation>
    </message>
    <message>
        <source>The column holds values of the type {dtype}, and {text} is of another one. If it is to hold both, write before: {instead}</source>
        <translation>这一列的值是 {dtype} 类型，而 {text} 是别的类型。如果两种都要放，请先写：{instead}</translation>
    </message>
    <message>
        <source>In query(), the name of a column with a blank in it stands between ` and `. Write: {instead}</source>
        <translation>在 query() 里，名字中有空格的列要写在 ` 和 ` 之间。请写：{instead}</translation>
    </message>
    <message>
        <source>The rows of {what} are chosen here by a condition on {table}, which has other rows. Write: {instead}</source>
        <translation>这里用 {table} 的条件来选 {what} 的行，而它们的行不一样。请写：{instead}</translation>
    </message>
    <message>
        <source>The condition was made of another table than {what}, or before rows were left out, so the names of its rows are not those of {what}. Make it of {what} as it is now.</source>
        <translation>这个条件来自 {what} 以外的表格，或者是在去掉一些行之前得到的，所以行名和 {what} 的不一样。请用现在的 {what} 来写条件。</translation>
    </message>
    <message>
        <source>The file has no sheet &apos;{name}&apos;: capital letters and blanks count, too. See the names with print({call})</source>
        <translation>文件里没有名为“{name}”的工作表：大小写和空格也要一致。可以用 print({call}) 查看名字</translation>
    </message>
    <message>
        <source>Both tables had a column {key}, so merge() has called them {first} (of {table}) and {second} (of {table2}). Write one of these.</source>
        <translation>两个表格都有列 {key}，所以 merge() 把它们改名为 {first}（来自 {table}）和 {second}（来自 {table2}）。请写其中一个。</translation>
    </message>
    <message>
        <source>{what} has no row {key}. Its rows are called by the values of several columns, in this order: {names}. Give them in that order, and as they are written there.</source>
        <translation>{what} 没有行 {key}。它的行名由几列的值组成，顺序是：{names}。请按这个顺序、照原样写出。</translation>
    </message>
    <message>
        <source>The names of the rows of {what} have several levels, and from one to another can be taken only if they are sorted. Write before: {instead}</source>
        <translation>{what} 的行名有几层，只有排好序才能从一个取到另一个。请先写：{instead}</translation>
    </message>
    <message>
        <source>The columns of {what} have names of two levels, as several things were calculated of one column, so none is called {key}. Write: {instead}</source>
        <translation>{what} 的列名有两层，因为对一列算了好几个值，所以没有名叫 {key} 的列。请写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} has made {key} the names of the rows of {what} (its index), so it is no column any more. Write {what}.index, or make it a column again in that line: .reset_index()</source>
        <translation>第 {line} 行把 {key} 变成了 {what} 的行名（索引），所以它不再是一列。请写 {what}.index，或在那一行再把它变回列：.reset_index()</translation>
    </message>
    <message>
        <source>{what} has no column {key}: with a point, line {line} has not made one. Write there: {instead}</source>
        <translation>{what} 没有列 {key}：第 {line} 行用了点，这样不会建立新的列。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. Line {line} has made it with these: {keys}. A name has to be written just as it is there.</source>
        <translation>表格 {what} 没有列 {key}。第 {line} 行建立它时用的是：{keys}。名字必须和那里写的一样。</translation>
    </message>
    <message>
        <source>With inplace=True, {method}() changes the table itself and gives back None, and line {line} has put this None into {what}. Write there: {instead}</source>
        <translation>有了 inplace=True，{method}() 会改变表格本身并返回 None，而第 {line} 行把这个 None 放进了 {what}。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>Places are counted from 0, so there is none at {what}: the last one is one less. Write: {instead}</source>
        <translation>位置从 0 数起，所以没有第 {what} 个：最后一个要少一。请写：{instead}</translation>
    </message>
    <message>
        <source>{name} has no column {key}. Its first line names these: {keys}. A name has to be written just as it is there.</source>
        <translation>{name} 没有列 {key}。它的第一行里的名字是：{keys}。名字必须和那里写的一样。</translation>
    </message>
    <message>
        <source>Where several values meet, {function} takes their mean, and here they are text. Tell it what to do with them as the last thing in its brackets, such as aggfunc=&quot;first&quot; or aggfunc=&quot;count&quot;</source>
        <translation>几个值落在同一格时，{function} 会取平均值，而这里是文本。请在括号最后写明如何处理，例如 aggfunc=&quot;first&quot; 或 aggfunc=&quot;count&quot;</translation>
    </message>
</context>
<context>
    <name>ExplainFunctionTexts</name>
    <message>
        <source>{function} calls its key function with one item at a time, and {what} has {takes} parameters. Give it one: of a pair, take the parts by [0] and [1]; to compare two items with each other, write key=functools.cmp_to_key(...)</source>
        <translation>{function} 每次只把一个项交给 key 函数，而 {what} 有 {takes} 个参数。请只写一个参数：如果项是一对值，就用 [0] 和 [1] 取其中的部分；要让两个项互相比较，请写 key=functools.cmp_to_key(...)</translation>
    </message>
    <message>
        <source>{function} gives {what} one item at a time, and that has {takes} parameters. Let it have one; where an item is a pair, take its parts by [0] and [1].</source>
        <translation>{function} 每次只把一个项交给 {what}，而它有 {takes} 个参数。请只写一个参数；如果项是一对值，就用 [0] 和 [1] 取其中的部分。</translation>
    </message>
    <message>
        <source>The values that {function} gives to {what} at a time: {given}. Those that it has parameters for: {takes}. There must be as many of each.</source>
        <translation>{function} 每次交给 {what} 的值的个数：{given}。它的参数个数：{takes}。两者必须一样多。</translation>
    </message>
    <message>
        <source>What {function} gets as its key is a function that it asks for each item, and {what} is {type}. Write: {instead}</source>
        <translation>{function} 的 key 应当是一个函数，每个项都会问它一次，而 {what} 是{type}。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} is called here, while the others beside it stand without brackets: functions that are called later. Write: {instead}</source>
        <translation>{function} 在这里被调用了，而旁边的其他项都没有括号：它们是以后才调用的函数。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} takes a function and calls it itself, and {what} is what a call has given, {type}. If the function itself is meant, leave the brackets out: {instead}</source>
        <translation>{function} 需要一个函数，由它自己来调用，而 {what} 是一次调用的结果，是{type}。如果要给的是函数本身，请去掉圆括号：{instead}</translation>
    </message>
    <message>
        <source>What {function} goes by is given by its name. Write: {instead}</source>
        <translation>{function} 按什么排序，要写出参数的名称。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} has no cmp=, which is of Python 2. Write: {instead}</source>
        <translation>{function} 没有 cmp=，那是 Python 2 的写法。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} calls {what} for each item, and one of the items is {type}, for which {what} does not work. Print the items to find it, or choose another function.</source>
        <translation>{function} 对每个项都调用 {what}，而其中一项是{type}，{what} 对它不起作用。请把各项打印出来找到它，或者换一个函数。</translation>
    </message>
    <message>
        <source>{function} takes the function first, and what it is to be used on behind it. Write: {instead}</source>
        <translation>{function} 先要函数，后面才是要处理的内容。请写成：{instead}</translation>
    </message>
    <message>
        <source>starmap() takes each item apart into arguments, so each has to be a tuple or a list, and one of them is {type}. To give every item as it is, write: {instead}</source>
        <translation>starmap() 会把每个项拆成几个参数，所以每个项都要是元组或列表，而其中一项是{type}。要把每个项原样交出去，请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} takes its values in one thing, such as a list. Write: {instead}</source>
        <translation>{function} 要求把这些值放在一个整体里，例如一个列表。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} asks for a class, and {what} is text. Write the name without quotes: {instead}</source>
        <translation>{function} 需要一个类，而 {what} 是文本。请写不带引号的名称：{instead}</translation>
    </message>
    <message>
        <source>{function} takes several classes in round brackets. Write: {instead}</source>
        <translation>{function} 需要几个类时，要放在圆括号里。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} asks for a class, and None is a value. Write: {instead}</source>
        <translation>{function} 需要一个类，而 None 是一个值。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} takes the value first, and the class behind it. Write: {instead}</source>
        <translation>{function} 先要值，后面才是类。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} asks for a class, and {what} is {type}. Write a class there, such as int or str.</source>
        <translation>{function} 需要一个类，而 {what} 是{type}。请在那里写一个类，例如 int 或 str。</translation>
    </message>
    <message>
        <source>{function} asks for a class, and {what} is a module. The class of that name is in it: {full}</source>
        <translation>{function} 需要一个类，而 {what} 是一个模块。同名的类在模块里面：{full}</translation>
    </message>
    <message>
        <source>{function} does not look at what is inside a value, so {what} cannot be asked for. Write: {instead}</source>
        <translation>{function} 不看值里面装的是什么，所以不能问 {what}。请写成：{instead}</translation>
    </message>
    <message>
        <source>issubclass() compares two classes, and {what} is an object. Write: {instead}</source>
        <translation>issubclass() 比较的是两个类，而 {what} 是一个对象。请写成：{instead}</translation>
    </message>
    <message>
        <source>The name of the file stands first, and the mode behind it. Write: {instead}</source>
        <translation>文件名要写在前面，模式写在后面。请写成：{instead}</translation>
    </message>
    <message>
        <source>The place behind the file&apos;s name is for the mode, and {mode} is an encoding. Give it to {function} by its name: {instead}</source>
        <translation>文件名后面的位置是给模式的，而 {mode} 是一种编码。请写出名称再交给 {function}：{instead}</translation>
    </message>
    <message>
        <source>With strict=True, zip() takes only what has as many items each, and {what2} ends before {what}. Look which item is missing, or leave strict=True out to stop at the shortest.</source>
        <translation>写了 strict=True，zip() 就要求各部分的项一样多，而 {what2} 比 {what} 先结束。请看看缺了哪一项，或者去掉 strict=True，在最短的结束时停下。</translation>
    </message>
    <message>
        <source>{table} is a dictionary, which has keys and no numbered places. For some of its items in their order, write: {instead}</source>
        <translation>{table} 是字典，它有键，没有编号的位置。要按顺序取其中几项，请写成：{instead}</translation>
    </message>
    <message>
        <source>No part of {what} can be cut out by [...:...]. Make a list of it first: {instead}</source>
        <translation>不能用 [...:...] 取出 {what} 的一部分。请先把它变成列表：{instead}</translation>
    </message>
    <message>
        <source>{function} makes bytes of a text only if it knows the encoding. Write: {instead}</source>
        <translation>{function} 要知道编码，才能把文本变成 bytes。请写成：{instead}</translation>
    </message>
    <message>
        <source>What stands behind @ has to be a function, and {what} gives {type}. If it is a function of yours, let it end with &apos;return&apos; and the function inside of it.</source>
        <translation>@ 后面要是一个函数，而 {what} 给出的是{type}。如果它是你写的函数，请让它以 return 加上里面的函数结尾。</translation>
    </message>
    <message>
        <source>What stands behind @ gets the function below it and nothing else, and {what} has {takes} parameters. For values of its own, write a function around it that takes them and gives it back.</source>
        <translation>@ 后面的函数只会得到它下面的那个函数，而 {what} 有 {takes} 个参数。如果还需要别的值，请在外面再写一个函数来接收它们，并返回里面的函数。</translation>
    </message>
    <message>
        <source>@{name} stands without brackets, so {name} got the function itself for {what}. Write its values there: @{name}(...)</source>
        <translation>@{name} 没有写圆括号，所以 {name} 得到的 {what} 是那个函数本身。请在那里写上它的值：@{name}(...)</translation>
    </message>
    <message>
        <source>By @, {function} has put {what} in the place of &apos;{name}&apos;, and that does not take what is in the brackets. Write in line {line}: {instead} and give (*args, **kwargs) to the function that it calls.</source>
        <translation>{function} 用 @ 把 {what} 放在了“{name}”的位置上，而它不接受圆括号里的内容。请把第 {line} 行写成：{instead}，并把 (*args, **kwargs) 交给它调用的那个函数。</translation>
    </message>
    <message>
        <source>{function} calls a function itself, and {what} is called here before it gets there. Hand the function over without brackets: {instead}</source>
        <translation>{function} 会自己调用函数，而 {what} 在交给它之前就已经被调用了。请去掉括号，只交出函数本身：{instead}</translation>
    </message>
    <message>
        <source>{function} gives {what} one item at a time, and that has {takes} parameters. Give it the others as line {line} does: {instead}</source>
        <translation>{function} 每次只给 {what} 一个元素，而它有 {takes} 个参数。请像第 {line} 行那样给出其余的参数：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainGivenTexts</name>
    <message>
        <source>{text} is text, and {operator} calculates with numbers only. Make a number of it first: {instead}</source>
        <translation>{text} 是文本，而 {operator} 只能用数字计算。请先把它变成数字：{instead}</translation>
    </message>
    <message>
        <source>{text} and {text2} are text, and {operator} calculates with numbers only. Make numbers of both first, with int() or float().</source>
        <translation>{text} 和 {text2} 是文本，而 {operator} 只能用数字计算。请先用 int() 或 float() 把两者都变成数字。</translation>
    </message>
    <message>
        <source>{what} is a tuple, because a comma stands at the end of line {line}. Remove it.</source>
        <translation>{what} 是元组，因为第 {line} 行的末尾有一个逗号。请去掉它。</translation>
    </message>
    <message>
        <source>{what} holds all {length} values that {function} gives back. Give each a name of its own, with commas between them, or take one, such as {what}[0].</source>
        <translation>{what} 里是 {function} 返回的全部 {length} 个值。请用逗号隔开，给每个值一个名字，或者取其中一个，例如 {what}[0]。</translation>
    </message>
    <message>
        <source>print() only shows something and gives nothing back, so {operator} has nothing to work with. Put all that is to be shown into the brackets of print().</source>
        <translation>print() 只是显示内容，不返回任何东西，所以 {operator} 没有可以处理的值。请把要显示的全部内容都写进 print() 的括号里。</translation>
    </message>
    <message>
        <source>{text} and {text2} are text, and - calculates with numbers only. To take the one out of the other, write: {instead}</source>
        <translation>{text} 和 {text2} 是文本，而 - 只能用数字计算。要从一个文本里去掉另一个，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a list, and {operator} does not calculate with what is in it. To calculate with each item, go through it with a loop; with how many there are, write len({what}).</source>
        <translation>{what} 是列表，{operator} 不会对里面的内容进行计算。要对每一项计算，请用循环遍历它；要用项数计算，请写 len({what})。</translation>
    </message>
    <message>
        <source>{function} compares what is in {what}, and {type} cannot be compared with {type2}. Make all of them of one kind.</source>
        <translation>{function} 要比较 {what} 里的各项，而{type}和{type2}不能互相比较。请让它们都是同一种类型。</translation>
    </message>
    <message>
        <source>{function} makes a number of a single text or number, and {what} is {type}. Look where its value comes from.</source>
        <translation>{function} 只能把一段文本或一个数变成数字，而 {what} 是{type}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{function} takes a number, and {what} is text. Make a number of it first: float({what})</source>
        <translation>{function} 需要一个数字，而 {what} 是文本。请先把它变成数字：float({what})</translation>
    </message>
    <message>
        <source>range() counts in whole numbers only, and {what} is {type}. Count in whole numbers, and calculate the others from them.</source>
        <translation>range() 只用整数计数，而 {what} 是{type}。请用整数计数，再由它们算出其他的数。</translation>
    </message>
    <message>
        <source>ord() takes a single letter, and the length of this text is {length}. Take one letter of it, such as text[0].</source>
        <translation>ord() 只接受一个字符，而这段文本的长度是 {length}。请取其中一个字符，例如 text[0]。</translation>
    </message>
    <message>
        <source>The brackets of {function} have room for {most}, and here they hold {given}. Look at the commas between them.</source>
        <translation>{function} 的括号里最多放 {most} 个，这里却有 {given} 个。请看看它们之间的逗号。</translation>
    </message>
    <message>
        <source>The brackets of {function} need {least}, and here they hold {given}. Look what is missing.</source>
        <translation>{function} 的括号里需要 {least} 个，这里只有 {given} 个。请看看少了什么。</translation>
    </message>
    <message>
        <source>.join() puts texts together, and in {what}, item {index} (counted from 0) is {type}. Make texts of all of them first, with str().</source>
        <translation>.join() 用来把文本连在一起，而 {what} 里的第 {index} 项（从 0 开始数）是{type}。请先用 str() 把每一项都变成文本。</translation>
    </message>
    <message>
        <source>The text has a place for the value with the number {index}, counted from 0, and .format() has no such value. Give as many values as places, and begin with {{0}} if the places are numbered.</source>
        <translation>文本里有一个位置要用编号为 {index} 的值（从 0 开始数），而 .format() 没有这个值。请让值和位置一样多；如果位置带编号，请从 {{0}} 开始。</translation>
    </message>
    <message>
        <source>The text has more places with % than there are values behind it. Several values go in round brackets: % (one, two)</source>
        <translation>文本里用 % 留出的位置比后面的值多。几个值要放在圆括号里：% (one, two)</translation>
    </message>
    <message>
        <source>There are more values behind the % than places with % in the text. Give as many of each.</source>
        <translation>% 后面的值比文本里用 % 留出的位置多。请让两边一样多。</translation>
    </message>
    <message>
        <source>{code} in the text stands for a number, and it got {type}. Make a number of it first, write %s, or look at the order of the values.</source>
        <translation>文本里的 {code} 代表一个数字，但它得到的是{type}。请先把它变成数字，或者写 %s，也可以看看这些值的顺序对不对。</translation>
    </message>
    <message>
        <source>&apos;{code}&apos; in the text is read as a place for a value. A % that is only to be shown is written twice: %%</source>
        <translation>文本里的“{code}”被当作一个放值的位置。只是要显示的 % 要写两次：%%</translation>
    </message>
    <message>
        <source>The &apos;{code}&apos; behind the colon does not fit a value that is {type}. Make a number of it first, or leave the colon and what follows it out.</source>
        <translation>冒号后面的“{code}”不适合{type}这样的值。请先把它变成数字，或者去掉冒号和后面的内容。</translation>
    </message>
    <message>
        <source>What follows the colon does not fit a value that is {type}. Leave it out, or make text of the value first, with str().</source>
        <translation>冒号后面的内容不适合{type}这样的值。请去掉它，或者先用 str() 把值变成文本。</translation>
    </message>
    <message>
        <source>What follows the colon does not fit a value that is {type}. Leave it out, or look where the value comes from.</source>
        <translation>冒号后面的内容不适合{type}这样的值。请把它去掉，或者看看这个值是从哪里来的。</translation>
    </message>
    <message>
        <source>The &apos;{code}&apos; behind the colon is for whole numbers, and the value is {type}. Write f in its place, as in :.2f, or int() around the value.</source>
        <translation>冒号后面的 &apos;{code}&apos; 只用于整数，而这个值是{type}。请改写成 f，例如 :.2f，或者在值外面加上 int()。</translation>
    </message>
    <message>
        <source>{text} is no date in the form {format}. Compare the two sign by sign, and whether there is such a day.</source>
        <translation>{text} 不是格式为 {format} 的日期。请逐个字符比较两者，并检查有没有这一天。</translation>
    </message>
    <message>
        <source>{what} is empty, so nothing can be chosen from it. Check first that something is in it.</source>
        <translation>{what} 是空的，所以没有东西可选。请先检查里面有没有东西。</translation>
    </message>
    <message>
        <source>{call} has no number to choose from. The smaller number comes first.</source>
        <translation>{call} 没有可选的数。较小的数要写在前面。</translation>
    </message>
    <message>
        <source>{call} has no number to choose from. Look at what stands in its brackets: something may be empty or 0.</source>
        <translation>{call} 没有数字可选。请看看括号里的内容：可能有东西是空的，或者是 0。</translation>
    </message>
    <message>
        <source>{call} asks for more items than there are. Ask for fewer.</source>
        <translation>{call} 要的项比现有的多。请少要一些。</translation>
    </message>
    <message>
        <source>There is no environment variable {key}. Set it before the start, or use os.environ.get({key})</source>
        <translation>没有环境变量 {key}。请在启动前设置它，或者使用 os.environ.get({key})</translation>
    </message>
    <message>
        <source>JSON has no way to write {type}. Make a text, a number, a list or a dictionary of it first.</source>
        <translation>JSON 里不能写{type}。请先把它变成文本、数字、列表或字典。</translation>
    </message>
    <message>
        <source>An import that begins with a dot works only inside a package, and not in a script that is run. Write: {instead}</source>
        <translation>以点开头的 import 只能在包里使用，不能用在直接运行的脚本里。请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no module of its own, but may be something in &apos;{module}&apos;. Write: {instead}</source>
        <translation>&apos;{name}&apos; 不是单独的模块，但可能是 &apos;{module}&apos; 里的东西。请写：{instead}</translation>
    </message>
    <message>
        <source>In an import, the name of a file stands without its .py: {instead} in place of {name}</source>
        <translation>在 import 里，文件名不带 .py：请写 {instead}，不要写 {name}</translation>
    </message>
    <message>
        <source>Line {line} of the script demands that this is so, and it is not: {condition}. Look at the values in it.</source>
        <translation>脚本的第 {line} 行要求下面这个条件成立，而它不成立：{condition}。请看看里面的值。</translation>
    </message>
    <message>
        <source>input() finds nothing to read any more: what is typed, or the file that it comes from, has ended. Check how often the script asks.</source>
        <translation>input() 再也读不到东西了：输入，或者作为输入的文件，已经结束。请检查脚本问了多少次。</translation>
    </message>
    <message>
        <source>The file is closed by now: by .close(), or because the lines that belong to its &apos;with&apos; are over. Use it before that.</source>
        <translation>这个文件已经关闭了：可能是因为 .close()，也可能是因为属于 with 的行已经结束。请在那之前使用它。</translation>
    </message>
    <message>
        <source>The file was opened for writing only. To read what is written here, open it again with mode &quot;r&quot; below those lines; to read what it held before, do so above: mode &quot;w&quot; empties it.</source>
        <translation>这个文件只为写入而打开。要读取在这里写入的内容，请在那些行的下面用模式 &quot;r&quot; 再打开一次；要读取它原来的内容，请在上面就读取：模式 &quot;w&quot; 会清空文件。</translation>
    </message>
    <message>
        <source>The file &apos;{what}&apos; is opened for writing only, and nothing is written to it. Write in line {line}: {instead} (if the mode was &quot;w&quot;, what was in the file is gone).</source>
        <translation>文件 &apos;{what}&apos; 只为写入而打开，却没有向它写入任何内容。请在第 {line} 行写：{instead}（如果原来的模式是 &quot;w&quot;，文件里原有的内容已经没有了）。</translation>
    </message>
    <message>
        <source>The file was opened for reading only. If it is the one to write to, open it with mode &quot;w&quot;, which empties it, or &quot;a&quot;, which adds to its end; if it is read before, open it once more for that.</source>
        <translation>这个文件只为读取而打开。如果要写入的就是它，请用模式 &quot;w&quot;（会清空它）或 &quot;a&quot;（加到末尾）打开；如果之前还要读取它，请为读取再打开一次。</translation>
    </message>
    <message>
        <source>The file was opened for text, and {what} is bytes. To write them as they are, such as a picture, open it with mode &quot;wb&quot;. If they are text, write: {what}.decode()</source>
        <translation>文件是按文本方式打开的，而 {what} 是字节。要把字节原样写入（比如图片），请用模式 &quot;wb&quot; 打开文件；如果它们是文本，请写：{what}.decode()</translation>
    </message>
    <message>
        <source>open() knows no mode {mode}. Use &quot;r&quot; to read, &quot;w&quot; to write, or &quot;a&quot; to add to the end.</source>
        <translation>open() 没有模式 {mode}。读取用 &quot;r&quot;，写入用 &quot;w&quot;，加到末尾用 &quot;a&quot;。</translation>
    </message>
    <message>
        <source>{file} is there already, so it cannot be made. Use another name, or remove it first.</source>
        <translation>{file} 已经存在，所以不能新建。请用另一个名字，或者先删除它。</translation>
    </message>
    <message>
        <source>{text} is text, and can be repeated a whole number of times only. {what} is one with a point (float), and that in more than one place. Make it whole where it gets its value. Write in line {line}: {instead}</source>
        <translation>{text} 是文本，只能重复整数次。而 {what} 是小数（float），并且不止在一处这样用。请在它得到值的地方就变成整数。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{text} is text, and can be repeated a whole number of times only: {what} is {type}. Write {instead}.</source>
        <translation>{text} 是文本，只能重复整数次，而 {what} 是{type}。请写成 {instead}。</translation>
    </message>
    <message>
        <source>shuffle() changes the order inside a list, and {what} is {type}, which cannot be changed. Make a list of it first, and shuffle that: list({what})</source>
        <translation>shuffle() 会改变列表里的顺序，而 {what} 是{type}，不能改变。请先把它做成列表，再打乱那个列表：list({what})</translation>
    </message>
    <message>
        <source>{function} takes text, and {what} is {type}. Put it in quotes, or make text of it: str({what})</source>
        <translation>{function} 需要文本，而 {what} 是{type}。请加上引号，或者把它变成文本：str({what})</translation>
    </message>
    <message>
        <source>{function} takes the name of a file, which is text, and {what} is {type}. Look where its value comes from.</source>
        <translation>{function} 需要文件名，也就是文本，而 {what} 是{type}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>There is no key {key} in {what}. Print {what} to see which keys it has.</source>
        <translation>{what} 里没有键 {key}。请打印 {what}，看看它有哪些键。</translation>
    </message>
    <message>
        <source>The encoding {encoding} lacks a letter of the text that line {line} turns into bytes. Use .encode(&quot;utf-8&quot;).</source>
        <translation>第 {line} 行要变成字节的文本里，有编码 {encoding} 没有的字符。请用 .encode(&quot;utf-8&quot;)。</translation>
    </message>
    <message>
        <source>Line {line} prints a letter that the encoding of the output, {encoding}, does not have. Set the environment variable PYTHONUTF8 to 1, or print other letters.</source>
        <translation>第 {line} 行打印的字符，在输出所用的编码 {encoding} 里没有。请把环境变量 PYTHONUTF8 设为 1，或者打印别的字符。</translation>
    </message>
    <message>
        <source>Line {line} asks {what} without brackets, and that is always true. Write: {what}()</source>
        <translation>第 {line} 行的 {what} 没有写括号，所以总是成立。请写成：{what}()</translation>
    </message>
    <message>
        <source>{function}() makes one number of one text, and {what} is a list. For a number of each, write [{function}(each) for each in {what}].</source>
        <translation>{function}() 把一个文本变成一个数，而 {what} 是一个列表。要把每一项都变成数，请写 [{function}(each) for each in {what}]。</translation>
    </message>
    <message>
        <source>{what} is empty or holds only blanks here, so it does not give the {targets} values that the names on the left need. Perhaps an empty line was read. Put this line, and all below that needs these values, under: if {what}.strip():</source>
        <translation>{what} 在这里是空的，或者只有空格，给不出左边的名字需要的 {targets} 个值。也许读到了空行。请把这一行以及下面所有需要这些值的行放到这一行之下：if {what}.strip():</translation>
    </message>
    <message>
        <source>This is no JSON: at line {line}, column {column} of it there has to be a name in double quotes. JSON knows no single quotes, and no comma before a closing bracket.</source>
        <translation>这不是 JSON：它的第 {line} 行第 {column} 列应该是一个放在双引号里的名字。JSON 不用单引号，右括号前面也不能有逗号。</translation>
    </message>
    <message>
        <source>All keys in JSON are texts, and &apos;{table}&apos; comes from there: it has {near}, and not {key}. Make numbers of its keys where it is read, in line {line}: {instead}</source>
        <translation>JSON 中的键都是文本，而 &apos;{table}&apos; 来自 JSON：它有 {near}，没有 {key}。请在读取它的第 {line} 行把键变成数字：{instead}</translation>
    </message>
    <message>
        <source>The form of the date ends before the text does: {rest} is left over. A year of four digits is %Y, one of two digits %y.</source>
        <translation>日期的格式比文本短：还剩下 {rest}。四位数的年份是 %Y，两位数的是 %y。</translation>
    </message>
    <message>
        <source>In line {line} a day (date) meets a day with its time (datetime). Make a day of the datetime with .date(): here, or, if it is only sometimes a datetime here, where it is made.</source>
        <translation>第 {line} 行里，只有日期的 date 遇到了带时间的 datetime。请用 .date() 把 datetime 变成日期：在这里变；如果这里只是有时才是 datetime，就在产生它的地方变。</translation>
    </message>
    <message>
        <source>In line {line} a comma stands before the {sign}, so the {sign} has nothing on its left. Remove one of the two.</source>
        <translation>第 {line} 行的 {sign} 前面有一个逗号，所以 {sign} 的左边什么也没有。请去掉两者之一。</translation>
    </message>
    <message>
        <source>The comparison stands inside the round brackets of {function}. Close them before it: {instead}</source>
        <translation>比较写在了 {function} 的圆括号里面。请在比较之前关闭圆括号：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and the &apos;{code}&apos; behind the colon needs a number. Write in the curly brackets: {instead}</source>
        <translation>{what} 是文本，而冒号后面的“{code}”需要数字。请在花括号里写：{instead}</translation>
    </message>
    <message>
        <source>{what} in line {line} reads nothing before it is used, and the &apos;with&apos; around it has closed the file by then. Make a list of it, with square brackets: {instead}</source>
        <translation>第 {line} 行的 {what} 在使用之前什么也不读，而到那时外面的 with 已经关闭了文件。请用方括号把它变成列表：{instead}</translation>
    </message>
    <message>
        <source>{what} is the text {value} here, and each letter of a text is a text, too: {function} calls itself with it for ever. See to it that line {line} is not run for a text (str).</source>
        <translation>{what} 在这里是文本 {value}，而文本的每个字母也是文本：{function} 会用它无止境地调用自己。请让第 {line} 行不对文本（str）运行。</translation>
    </message>
    <message>
        <source>In line {line} a whole number is too large to be turned into a number with a point (float), as / and float() do. Use smaller numbers, or // if a whole result will do.</source>
        <translation>第 {line} 行里有一个整数太大，无法像 / 和 float() 那样变成小数（float）。请用更小的数；如果结果可以是整数，请用 //。</translation>
    </message>
    <message>
        <source>The bytes that line {line} turns into text are no text in {encoding}. Use the encoding that they were written in, such as .decode(&quot;cp1252&quot;).</source>
        <translation>第 {line} 行要变成文本的字节不是 {encoding} 编码的文本。请使用写入时的编码，例如 .decode(&quot;cp1252&quot;)。</translation>
    </message>
</context>
<context>
    <name>ExplainGoneThroughTexts</name>
    <message>
        <source>{file} is a folder, as all in &apos;{what}&apos; are: os.walk() gives the files apart from them. If they are meant, write in line {line}: {instead}</source>
        <translation>{file} 是文件夹，&apos;{what}&apos; 里的都是文件夹：os.walk() 把文件另外给出。如果要的是文件，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder, and only files can be opened. Give the name of a file; if a folder may come here, ask first: {instead}</source>
        <translation>{file} 是文件夹，而只有文件才能打开。请给出文件的名字；如果这里可能出现文件夹，请先判断：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder: line {line} gives folders, too, and here a file is needed. Pass over all that is no file. Write above line {line2}, indented like it: {instead}</source>
        <translation>{file} 是文件夹：第 {line} 行也会给出文件夹，而这里需要文件。请跳过不是文件的。请在第 {line2} 行上面写，缩进与它相同：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder: line {line} gives folders, too, and here a file is needed. Leave out all that is no file. Write in line {line2}: {instead}</source>
        <translation>{file} 是文件夹：第 {line} 行也会给出文件夹，而这里需要文件。请略过不是文件的。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder: line {line} gives folders, too, and here a file is needed. Go on only with what is a file: {instead}</source>
        <translation>{file} 是文件夹：第 {line} 行也会给出文件夹，而这里需要文件。只有是文件时才继续：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder. {function} in line {line} has not found that out, as &apos;{what}&apos; is its name without the folder that it is in. Write there: {instead}</source>
        <translation>{file} 是文件夹。第 {line} 行的 {function} 没有发现这一点，因为 &apos;{what}&apos; 只是它的名字，不带它所在的文件夹。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a file: line {line} gives files, too, and here a folder is needed. Pass over all that is no folder. Write above line {line2}, indented like it: {instead}</source>
        <translation>{file} 是文件：第 {line} 行也会给出文件，而这里需要文件夹。请跳过不是文件夹的。请在第 {line2} 行上面写，缩进与它相同：{instead}</translation>
    </message>
    <message>
        <source>{file} is a file: line {line} gives files, too, and here a folder is needed. Leave out all that is no folder. Write in line {line2}: {instead}</source>
        <translation>{file} 是文件：第 {line} 行也会给出文件，而这里需要文件夹。请略过不是文件夹的。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a file: line {line} gives files, too, and here a folder is needed. Go on only with what is a folder: {instead}</source>
        <translation>{file} 是文件：第 {line} 行也会给出文件，而这里需要文件夹。只有是文件夹时才继续：{instead}</translation>
    </message>
    <message>
        <source>{file} is a name from {function}, which leaves out the folder. Write: {instead}</source>
        <translation>{file} 是 {function} 给出的名字，里面没有文件夹。请写成：{instead}</translation>
    </message>
    <message>
        <source>{file} is a name from {function}, which leaves out the folder. Write in line {line}: {instead}</source>
        <translation>{file} 是 {function} 给出的名字，里面没有文件夹。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a name from {function}, which leaves out the folder. Wherever &apos;{what}&apos; is meant as a file or folder (line {lines}), write: {instead}</source>
        <translation>{file} 是 {function} 给出的名字，里面没有文件夹。凡是把 &apos;{what}&apos; 当作文件或文件夹的地方（第 {lines} 行），请写成：{instead}</translation>
    </message>
    <message>
        <source>{file} is looked for in another folder: {what} is the name without its folder. Write in line {line}, in place of it: {instead}</source>
        <translation>程序在别的文件夹里找 {file}：{what} 只是名字，不带文件夹。请在第 {line} 行把它换成：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainKeptTexts</name>
    <message>
        <source>The enumeration has two members called {name}. Give each a name of its own.</source>
        <translation>枚举里有两个成员都叫 {name}。请给每个成员一个自己的名称。</translation>
    </message>
    <message>
        <source>With @unique each member needs a value of its own, and these have the same: {what}. Change one of the values.</source>
        <translation>写了 @unique，每个成员都要有自己的值，而这些的值相同：{what}。请改变其中一个值。</translation>
    </message>
    <message>
        <source>An enumeration that has members cannot be built upon, and {name} has some. Write a new one with all the members.</source>
        <translation>已经有成员的枚举不能再被继承，而 {name} 有成员。请写一个包含所有成员的新枚举。</translation>
    </message>
    <message>
        <source>{member} is a member of an enumeration, which keeps its value. Keep what changes in a variable.</source>
        <translation>{member} 是枚举的成员，它的值不能改变。请把会变化的内容放在变量里。</translation>
    </message>
    <message>
        <source>A class builds upon a class, and {what} is a module. Write the class in it: {full}</source>
        <translation>类要以类为基础，而 {what} 是模块。请写模块里的类：{full}</translation>
    </message>
    <message>
        <source>A class builds upon a class, and {what} is {type}. Write a class&apos;s name in the brackets, without brackets of its own.</source>
        <translation>类要以类为基础，而 {what} 是{type}。请在圆括号里写类的名称，名称后面不要再加圆括号。</translation>
    </message>
    <message>
        <source>{name2} builds upon {name} already, so it has to stand first. Write: {name2}, {name}</source>
        <translation>{name2} 已经以 {name} 为基础，所以它要写在前面。请写成：{name2}, {name}</translation>
    </message>
    <message>
        <source>{method} (line {line}) is a property, which is asked for without brackets and can get nothing. Take @property away, or the other parameters.</source>
        <translation>{method}（第 {line} 行）是 property，取值时没有圆括号，得不到别的值。请去掉 @property，或者去掉其他参数。</translation>
    </message>
    <message>
        <source>{call} found nothing in the queue, and does not wait. Take queue.Empty with except; where another thread still puts something in, use .get(), which waits.</source>
        <translation>{call} 在队列里什么也没有找到，而且不会等待。请用 except 处理 queue.Empty；如果还有别的线程会放进东西，请用会等待的 .get()。</translation>
    </message>
    <message>
        <source>{call} found no room in the queue, and does not wait. Make the queue larger; where another thread takes something out, use .put(), which waits.</source>
        <translation>{call} 发现队列已经满了，而且不会等待。请把队列变大；如果有别的线程会取走东西，请用会等待的 .put()。</translation>
    </message>
    <message>
        <source>{what} is a queue and has no .{attribute}. Use: {instead}</source>
        <translation>{what} 是队列，没有 .{attribute}。请用：{instead}</translation>
    </message>
    <message>
        <source>Where what stands first in two items is the same, {function} compares what stands behind, and {type} has no order. Put a number that is always another in between, as from itertools.count(), and let the lines that take the items apart expect it there.</source>
        <translation>如果两个项的第一个值相同，{function} 就会比较后面的值，而{type}没有大小之分。请在中间放一个总是不同的数，例如来自 itertools.count()，并让拆开这些项的各行也把它算在那个位置。</translation>
    </message>
    <message>
        <source>{function} takes a function first, and {what} is none. Write the function&apos;s name there, without brackets.</source>
        <translation>{function} 首先需要一个函数，而 {what} 不是。请在那里写函数的名称，不要加圆括号。</translation>
    </message>
    <message>
        <source>The template has a place for ${name}, and there is no value of that name. Give it as {name}=..., or use safe_substitute()</source>
        <translation>模板里有 ${name} 的位置，却没有这个名称的值。请写 {name}=...，或者用 safe_substitute()</translation>
    </message>
    <message>
        <source>In a template, $ begins a name, and what follows it in line {line}, column {column} is none. For the sign itself, write $$</source>
        <translation>模板里 $ 后面是名称，而第 {line} 行第 {column} 列后面的不是。要写这个符号本身，请写 $$</translation>
    </message>
    <message>
        <source>In line {line} a Decimal is divided by 0. Check the divisor first.</source>
        <translation>第 {line} 行里，一个 Decimal 除以了 0。请先检查除数。</translation>
    </message>
    <message>
        <source>Fraction() reads texts such as 3/4 or 0.75, and &apos;{text}&apos; is none. Check the text.</source>
        <translation>Fraction() 读取 3/4 或 0.75 这样的文本，而 &apos;{text}&apos; 不是。请检查这段文本。</translation>
    </message>
    <message>
        <source>{call} has 0 below its line, and nothing can be divided by 0. Check the second number first.</source>
        <translation>{call} 的分母是 0，而任何数都不能除以 0。请先检查第二个数。</translation>
    </message>
    <message>
        <source>{call} takes two whole numbers, and one of them is a number with a point. Write one number alone, such as Fraction(&quot;1.5&quot;), or divide two fractions.</source>
        <translation>{call} 需要两个整数，而其中一个是带小数点的数。请只写一个数，例如 Fraction(&quot;1.5&quot;)，或者让两个分数相除。</translation>
    </message>
    <message>
        <source>The form has places for this many values: {most}. It gets: {given}. Give one for each letter of the form.</source>
        <translation>格式里的位置数：{most}。得到的值的个数：{given}。请给格式里的每个字母一个值。</translation>
    </message>
    <message>
        <source>What is read must have exactly as many bytes as the form says, here {length}. Check how much was read, or use struct.calcsize()</source>
        <translation>读取的内容必须正好有格式所说的字节数，这里是 {length}。请检查读取了多少，或者用 struct.calcsize()</translation>
    </message>
    <message>
        <source>The form of struct has a letter or sign that it does not know. The letters are, for instance, i (int), f (float), s (bytes), with &lt;, &gt; or ! before them.</source>
        <translation>struct 的格式里有它不认识的字母或符号。字母例如 i（int）、f（float）、s（bytes），前面可以有 &lt;、&gt; 或 !。</translation>
    </message>
    <message>
        <source>A number is too large or too small for &apos;{code}&apos; in the form. Use a letter for more bytes, such as i or q.</source>
        <translation>有一个数对于格式里的“{code}”来说太大或太小。请用表示更多字节的字母，例如 i 或 q。</translation>
    </message>
    <message>
        <source>hashlib knows no kind called &apos;{name}&apos;. Write one of: md5, sha1, sha256, sha512</source>
        <translation>hashlib 不认识名叫“{name}”的种类。请写其中之一：md5、sha1、sha256、sha512</translation>
    </message>
</context>
<context>
    <name>ExplainLapsesTexts</name>
    <message>
        <source>&apos;{code}&apos; is no form for a number. How many places are shown stands behind a point and before the letter. Write: {instead}</source>
        <translation>“{code}”不是数字的格式。显示几位小数，要写在点之后、字母之前。请写成：{instead}</translation>
    </message>
    <message>
        <source>random.choices() needs one weight for each item. The length of {what} is {length}, and that of {what2} is {length2}. Add to the shorter one what is missing.</source>
        <translation>random.choices() 需要每一项各有一个权重。{what} 的长度是 {length}，而 {what2} 的长度是 {length2}。请给较短的那个补上缺的。</translation>
    </message>
    <message>
        <source>{function} does not use {name} and is called on the class, without an object. Write @staticmethod right above line {line}, and take {name} out of its brackets: {instead}</source>
        <translation>{function} 没有用到 {name}，并且是在类上调用的，没有对象。请在第 {line} 行的正上方写 @staticmethod，并把 {name} 从括号里去掉：{instead}</translation>
    </message>
    <message>
        <source>The length of {what} is {length}, and that of {what2}, which line {line} goes by, is {length2}. If both belong together, find what {what} lacks or what {what2} has too much; if not, go only to the end of the shorter: min(len({what}), len({what2}))</source>
        <translation>{what} 的长度是 {length}，而第 {line} 行用的 {what2} 的长度是 {length2}。如果两者是一一对应的，请看看 {what} 少了什么，或者 {what2} 多了什么；如果不是，只走到较短的那个的末尾：min(len({what}), len({what2}))</translation>
    </message>
    <message>
        <source>{what} has a single item, because the return in line {line} ends {function} in the first round of its loop. Indent it only as far as the &apos;for&apos; in line {line2}, so that it stands behind the loop.</source>
        <translation>{what} 只有一项，因为第 {line} 行的 return 在循环的第一轮就结束了 {function}。请让它只缩进到和第 {line2} 行的 for 一样，这样它就在循环之后。</translation>
    </message>
    <message>
        <source>In line {line}, one of the dictionaries has {key} where the others have {key2}. Write {key2} there.</source>
        <translation>第 {line} 行的那个字典里写的是 {key}，而其他字典里是 {key2}。请在那里写 {key2}。</translation>
    </message>
    <message>
        <source>The dictionary in line {line} has no {key}, and all others in that list have it. Add it there.</source>
        <translation>第 {line} 行的那个字典没有 {key}，而这个列表里其他的都有。请在那里加上。</translation>
    </message>
    <message>
        <source>A name that begins with two underscores, as {attribute}, can be reached only inside its own class, here {class}. The class gives its value by a method or property. Write: {instead}</source>
        <translation>以两个下划线开头的名称（例如 {attribute}）只能在自己的类里使用，这里是 {class}。这个类通过方法或属性给出它的值。请写成：{instead}</translation>
    </message>
    <message>
        <source>A name that begins with two underscores, as {attribute}, can be reached only inside its own class, here {class}. Add a method to that class that gives the value back, and call it here.</source>
        <translation>以两个下划线开头的名称（例如 {attribute}）只能在自己的类里使用，这里是 {class}。请在那个类里加一个返回这个值的方法，并在这里调用它。</translation>
    </message>
    <message>
        <source>Two modules have a function {function}, and the import in line {line} replaces that of &apos;{module}&apos; by that of &apos;{module2}&apos;. If the first one is meant, write &apos;import {module}&apos; at the top, and here: {instead}</source>
        <translation>有两个模块都有函数 {function}，第 {line} 行的 import 用“{module2}”里的函数替换了“{module}”里的函数。如果要用的是前一个，请在开头写“import {module}”，并在这里写：{instead}</translation>
    </message>
    <message>
        <source>{name} is None here, because line {line} has taken the value that it had in &apos;{module}&apos; at that time. What {function} gives it there later does not get here. Write &apos;import {module}&apos; as well at the top, and {instead} wherever {name} stands here.</source>
        <translation>{name} 在这里是 None，因为第 {line} 行取来的是它当时在“{module}”里的值。之后 {function} 在那里给它的新值不会传到这里。请在开头再写上“import {module}”，并把这里的每个 {name} 都写成 {instead}。</translation>
    </message>
    <message>
        <source>{function} gives back fewer values than there are names on the left, in line {line} of {file}. Write there: {instead}</source>
        <translation>{function} 返回的值比左边的名称少，在 {file} 的第 {line} 行。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>In line {line} of {file}, {function} gives back {given} values, and the names for them here are {targets}. Give back as many there as are needed here.</source>
        <translation>在 {file} 的第 {line} 行，{function} 返回 {given} 个值，而这里有 {targets} 个名称来接收。请在那里返回这里需要的个数。</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or decide what is right then: if {name} is None:</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不符，所以第 {line} 行什么也没找到。请修改模式，或者决定这时该怎么做：if {name} is None:</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. It fits no further than {item}. Change the pattern, or decide what is right then: if {name} is None:</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不符，所以第 {line} 行什么也没找到。它只符合到 {item} 为止。请修改模式，或者决定这时该怎么做：if {name} is None:</translation>
    </message>
    <message>
        <source>{what} is None, because {call} in line {line} looks at the text {text} from its beginning, and what fits the pattern stands elsewhere in it: {item}. To find that, write there: {instead}</source>
        <translation>{what} 是 None，因为第 {line} 行的 {call} 从开头去看文本 {text}，而符合模式的部分在别的位置：{item}。要找到它，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{function} compares what is in {what}. None is among it, and cannot be compared with {type}. Leave out first what is None or has None in it, with an &apos;if ... is not None&apos;.</source>
        <translation>{function} 会比较 {what} 里的内容。其中有 None，而 None 不能与 {type} 比较。请先用“if ... is not None”把是 None 或含有 None 的内容去掉。</translation>
    </message>
    <message>
        <source>Line {line} begins with a line number that was copied along with the code. Take such numbers away from the beginnings of the lines.</source>
        <translation>第 {line} 行的开头有一个和代码一起复制来的行号。请把各行开头的这种数字去掉。</translation>
    </message>
    <message>
        <source>A loop cannot go through a number, and {what} is one. To go through its digits, write str({what}).</source>
        <translation>循环不能遍历一个数字，而 {what} 是数字。要遍历它的各位数字，请写 str({what})。</translation>
    </message>
    <message>
        <source>{what} is the whole list here. One of its items after the other is {item}, as the loop in line {line} calls it. Write that in the brackets.</source>
        <translation>{what} 在这里是整个列表。它的各项依次是 {item}，第 {line} 行的循环这样称呼它。请在方括号里写它。</translation>
    </message>
    <message>
        <source>{text} in line {line} is not in the form {format}, in which other dates of this file are written. Write there: {instead}</source>
        <translation>第 {line} 行的 {text} 不是 {format} 形式，而这个文件里的其他日期是这种形式。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>What belongs to line {line} must be indented. Put {number} more spaces before each of the lines {line2} to {line3}.</source>
        <translation>属于第 {line} 行的内容必须缩进。在第 {line2} 行到第 {line3} 行的每一行前面再加 {number} 个空格。</translation>
    </message>
    <message>
        <source>{text} has {sign} between its numbers. The form {format}, in which other dates of this file are written, has {sign2}. If the numbers stand in that order, too, write {sign2} in place of {sign} in the dates of line {lines}; this one becomes: {instead}</source>
        <translation>{text} 在数字之间用的是 {sign}，而这个文件里其他日期的形式 {format} 用的是 {sign2}。如果数字也按这个顺序排列，请把第 {lines} 行的日期里的 {sign} 都改成 {sign2}；这一个改成：{instead}</translation>
    </message>
    <message>
        <source>{text} has {sign} between its numbers, and the form {format} has {sign2}. If all texts that are read by it are written so, write the form in line {lines} so: {instead}. If only this one is, write it with {sign2}.</source>
        <translation>{text} 在数字之间用的是 {sign}，而形式 {format} 用的是 {sign2}。如果按它读取的文本都是这样写的，请把第 {lines} 行的形式写成：{instead}。如果只有这一个是这样，请把它改用 {sign2} 来写。</translation>
    </message>
    <message>
        <source>In line {line}, {bracket} is not closed where it should be: {function} gives a number, which has no .{attribute}(), so that belongs to the text. Write there: {instead}</source>
        <translation>第 {line} 行的 {bracket} 没有在该闭合的地方闭合：{function} 给出的是数，数没有 .{attribute}()，所以它属于文本。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{text} in line {line} has {sign} between its numbers. The form {format}, in which other dates of this file are written, has {sign2}. If its numbers stand in that order, too, write there: {instead}</source>
        <translation>第 {line} 行的 {text} 在数字之间用的是 {sign}，而这个文件里其他日期的形式 {format} 用的是 {sign2}。如果它的数字也按这个顺序排列，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} gives &apos;{name}&apos; a value, so inside {function}() it is a variable of its own, and it has no value yet. To change what is outside, write &apos;{instead}&apos; as the first line of {function}().</source>
        <translation>第 {line} 行给 &apos;{name}&apos; 赋值，所以它在 {function}() 里是一个单独的变量，而且还没有值。要改变外面的，请把 &apos;{instead}&apos; 写成 {function}() 的第一行。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is not ready: it is still being imported, and &apos;{name}&apos; comes later in it. Two files import each other. Move what one of them takes from the other, and all variables and functions that this works with, into a third file that imports neither of them, and let both import it from there. Or put all into one file.</source>
        <translation>&apos;{module}&apos; 还没有准备好：它仍在被导入，而 &apos;{name}&apos; 在它里面更靠后的位置。两个文件互相导入。请把其中一个从另一个取用的东西，连同这些东西要用到的所有变量和函数，一起移到第三个不导入这两个文件的文件里，并让两个文件都从那里导入。也可以把所有内容放进一个文件。</translation>
    </message>
    <message>
        <source>In line {line}, the bracket of {function} is not closed where it should be: {function} takes only one thing. Write there: {instead}</source>
        <translation>第 {line} 行里 {function} 的括号没有在该闭合的地方闭合：{function} 只接受一个东西。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>sum() adds numbers, and there is text in {what}, because line {line} puts a part of a text into the list. Write there: {instead}</source>
        <translation>sum() 把数字相加，而 {what} 里有文本，因为第 {line} 行把文本的一部分放进了列表。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} gives its items only once, and line {line} has taken all of them. To take them again from the first one on, write above this line: {instead}</source>
        <translation>{what} 只给出一次它的元素，而第 {line} 行已经把它们全部取走了。要从第一个开始再取一次，请在这一行上面写：{instead}</translation>
    </message>
    <message>
        <source>The loop takes two at a time of {what}, and its length is {length}, an odd number: the last one, {item}, has none behind it. Ask before you take that: if {check}:</source>
        <translation>这个循环每次从 {what} 中取两个，而它的长度是 {length}，是奇数：最后一个 {item} 后面没有别的了。请在取它之前先判断：if {check}:</translation>
    </message>
    <message>
        <source>{what} is None, because {function} gives nothing back: what line {line} works out in its loop goes nowhere. Hand it out with &apos;yield&apos;. Write there: {instead}</source>
        <translation>{what} 是 None，因为 {function} 什么也没有返回：第 {line} 行在循环里算出的值没有交给任何地方。用 &apos;yield&apos; 把它交出去，那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because line {line} belongs to the loop and ends {function} in its first round if nothing is found there. Indent it only as far as the &apos;for&apos; in line {line2}, so that it stands behind the loop.</source>
        <translation>{what} 是 None，因为第 {line} 行属于循环，如果第一轮没有找到，它就让 {function} 结束了。把它的缩进减到和第 {line2} 行的 &apos;for&apos; 一样，让它位于循环之后。</translation>
    </message>
    <message>
        <source>{what} was {type} in line {line}, and the loop in line {line2} gives that name to something else. Choose another name there: {instead} and write below it {instead2} instead of {what}[{what}].</source>
        <translation>{what} 在第 {line} 行是{type}，第 {line2} 行的循环又把这个名字给了别的东西。在那里换一个名字：{instead}，并在它下面写 {instead2} 来代替 {what}[{what}]。</translation>
    </message>
    <message>
        <source>{what} is a member of an enumeration, and the keys of {table} are not its members. Write: {instead}</source>
        <translation>{what} 是枚举的成员，而 {table} 的键不是枚举的成员。请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;with&apos; gives {function} three values besides the object: the type of an error, the error and where it happened, or None for each. Write in line {line}: {instead}</source>
        <translation>除了对象本身，&apos;with&apos; 还会给 {function} 三个值：错误的类型、错误本身和它发生的位置，没有错误时都是 None。第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{call} in line {line} has come to the end, and {function}, a generator, must not pass that on. Write in line {line2}: {instead} and take line {line} away.</source>
        <translation>第 {line} 行的 {call} 已经到了末尾，而 {function} 是生成器，不能把这一点传出去。第 {line2} 行写：{instead}，并删掉第 {line} 行。</translation>
    </message>
    <message>
        <source>{call} in line {line} has come to the end, and {function}, a generator, must not pass that on. Put it into a &apos;try&apos;, and below that write &apos;except StopIteration:&apos; with a &apos;return&apos;.</source>
        <translation>第 {line} 行的 {call} 已经到了末尾，而 {function} 是生成器，不能把这一点传出去。把它放进 &apos;try&apos;，下面写 &apos;except StopIteration:&apos; 和一个 &apos;return&apos;。</translation>
    </message>
    <message>
        <source>{what} is a named tuple, and its parts cannot be changed. Put a new one in its place. Write in line {line}: {instead} and in line {line2}: {instead2}</source>
        <translation>{what} 是命名元组，它的各个部分不能改变。用一个新的代替它。第 {line} 行写：{instead}，第 {line2} 行写：{instead2}</translation>
    </message>
    <message>
        <source>{what} is a named tuple, and its parts cannot be changed. {what}._replace({attribute}=...) makes a new one: put that where the old one is kept.</source>
        <translation>{what} 是命名元组，它的各个部分不能改变。{what}._replace({attribute}=...) 会做出一个新的：把它放到保存旧元组的地方。</translation>
    </message>
    <message>
        <source>In line {line} a day (date) meets a day with its time: {what} is a datetime. It is made in line {line2}. Make a day of it there: {instead}</source>
        <translation>第 {line} 行里，日期 (date) 遇到了带时间的日期：{what} 是 datetime。它是在第 {line2} 行产生的。在那里把它变成日期：{instead}</translation>
    </message>
    <message>
        <source>{what} is a list, which can be no item of a set, because it can change. Put a tuple of it there, in line {line}: {instead}</source>
        <translation>{what} 是列表，列表可以改变，所以不能放进集合。第 {line} 行放进由它做成的元组：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, a value without a name stands behind one that has a name. Write its name before it, too: {instead}</source>
        <translation>第 {line} 行里，没有名字的值排在了有名字的值后面。在它前面也写上名字：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainLearningTexts</name>
    <message>
        <source>The model takes a table with a row for each sample, and {what} is a single row of values. Write: {instead}</source>
        <translation>模型要的是每个样本一行的表，而 {what} 只是一排值。请写：{instead}</translation>
    </message>
    <message>
        <source>The model takes a table with a row for each sample, and {what} is a single column of values. Write {instead} here, and do the same with each column that the model gets later.</source>
        <translation>模型需要一张表，每个样本一行，而 {what} 只是一列值。请在这里写 {instead}，以后交给模型的每一列也要这样做。</translation>
    </message>
    <message>
        <source>The model takes a table, and {what} is a single column. With double brackets it is a table with one column. Write in line {line}: {instead}</source>
        <translation>模型需要一张表，而 {what} 只是一列。用双层方括号得到的是只有一列的表。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>The model takes a table with a row for each sample, and {what} is not one. Put each sample in brackets of its own, as in [[1], [2], [3]]</source>
        <translation>模型要的是每个样本一行的表，而 {what} 不是。请把每个样本放进单独的方括号，例如 [[1], [2], [3]]</translation>
    </message>
    <message>
        <source>The model takes a table with a row for each sample, and {what} is a single row of values. If these are the values of one sample, write {instead}; if each is a sample of its own, {instead2}</source>
        <translation>模型要的是每个样本一行的表，而 {what} 只是一排值。如果这是一个样本的值，请写 {instead}；如果每个值是一个样本，请写 {instead2}</translation>
    </message>
    <message>
        <source>The model takes a table, which has two directions, and this has {length}. Lay the values of a sample in one row: x.reshape(len(x), -1)</source>
        <translation>模型要的是二维的表，而这里是 {length} 维的。请把一个样本的值放在一行：x.reshape(len(x), -1)</translation>
    </message>
    <message>
        <source>In {name}, values are missing (NaN), and this model cannot work with that. Leave such rows out with .dropna(), or fill them: .fillna(0), SimpleImputer()</source>
        <translation>{name} 里有缺失的值（NaN），这个模型处理不了。请用 .dropna() 去掉这样的行，或者填上：.fillna(0)、SimpleImputer()</translation>
    </message>
    <message>
        <source>In {name}, a value is infinite or too large, as a division by 0 makes it. Find it with np.isinf() and take it out.</source>
        <translation>{name} 里有无穷大或太大的值，除以 0 时就会这样。请用 np.isinf() 找出来并去掉。</translation>
    </message>
    <message>
        <source>{what} has learned nothing yet. Call its .fit(...) with the data before this line.</source>
        <translation>{what} 还没有学过任何东西。请在这一行之前用数据调用它的 .fit(...)。</translation>
    </message>
    <message>
        <source>What is given together has to have as many rows, and here they have: {lengths}. Print len() of each before this line.</source>
        <translation>一起给出的内容行数必须相同，而这里是：{lengths}。请在这一行之前打印每个的 len()。</translation>
    </message>
    <message>
        <source>The number of columns is {given} here, and {name} has learned from {length}. Give the same columns as to .fit().</source>
        <translation>这里的数据有 {given} 列，而 {name} 学习时用的是 {length} 列。请给出和 .fit() 相同的列。</translation>
    </message>
    <message>
        <source>The columns of this table have other names, or another order, than those that the model has learned from. Give the same columns, in the same order, as to .fit().</source>
        <translation>这个表格的列名或顺序和模型学习时的不同。请按相同的顺序给出和 .fit() 相同的列。</translation>
    </message>
    <message>
        <source>A classifier learns which group something belongs to, and the targets (y) are numbers with a point. To learn such numbers, take a regression, such as LinearRegression(); groups are whole numbers or texts.</source>
        <translation>分类器学的是属于哪一组，而目标（y）是带小数的数。要学这样的数，请用回归，例如 LinearRegression()；分组要用整数或文本。</translation>
    </message>
    <message>
        <source>All targets (y) are the same here, so there is nothing to tell apart. Look how they were chosen; there must be at least two different ones.</source>
        <translation>这里所有的目标（y）都相同，没有什么可以区分的。请看看它们是怎么选出来的；至少要有两种。</translation>
    </message>
    <message>
        <source>The model is to look at {length} neighbours, and it has learned from only {given} samples. Take more samples, or a smaller n_neighbors=</source>
        <translation>模型要看 {length} 个邻居，而学习时只有 {given} 个样本。请用更多的样本，或者把 n_neighbors= 写小一些</translation>
    </message>
    <message>
        <source>There are {given} samples, and they are to be put into {length} groups. Take more samples, or fewer groups (n_clusters=).</source>
        <translation>有 {given} 个样本，却要分成 {length} 组。请用更多的样本，或者更少的组（n_clusters=）。</translation>
    </message>
    <message>
        <source>The data is to be divided into {length} parts, and there are {given} samples. Take a smaller number, such as cv=2, or more samples.</source>
        <translation>数据要分成 {length} 份，而只有 {given} 个样本。请用更小的数，例如 cv=2，或者更多的样本。</translation>
    </message>
    <message>
        <source>For stratify=, each group has to have two members or more, and one has a single one. Leave stratify= out, or leave that group out of the data.</source>
        <translation>用 stratify= 时，每一组至少要有两个成员，而有一组只有一个。请去掉 stratify=，或者把那一组从数据里去掉。</translation>
    </message>
    <message>
        <source>The number of samples is {given}, too small to be split into two parts. Look where the data comes from.</source>
        <translation>只有 {given} 个样本，不够分成两部分。请看看数据是从哪里来的。</translation>
    </message>
    <message>
        <source>{name} cannot work with {keyword}={value}. It has to be: {value2}</source>
        <translation>{name} 不能用 {keyword}={value}。它必须是：{value2}</translation>
    </message>
    <message>
        <source>{value} was not among the values that were learned from, so there is no number for it. Call .fit() with all values that can come.</source>
        <translation>{value} 不在学习时用过的值里，所以没有对应的数。请用所有可能出现的值调用 .fit()。</translation>
    </message>
    <message>
        <source>Several texts are expected, in a list, and here stands a single text. Put it in brackets: [text]</source>
        <translation>这里要的是放在列表里的几个文本，而给的是单个文本。请把它放进方括号：[文本]</translation>
    </message>
    <message>
        <source>The two sides are of different kinds, {first} and {second}: a classification has groups on both, as .predict() of a classifier gives them. For numbers with a point, use mean_squared_error() or r2_score()</source>
        <translation>两边的种类不同，是 {first} 和 {second}：分类时两边都要是组，就像分类器的 .predict() 给出的那样。带小数的数请用 mean_squared_error() 或 r2_score()</translation>
    </message>
    <message>
        <source>With more than two groups, {function} has to be told how to put their numbers together. Write average=&quot;macro&quot; (each group counts the same) or average=&quot;weighted&quot; as the last thing in its brackets.</source>
        <translation>有两个以上的组时，要告诉 {function} 怎么合并各组的数。请在圆括号最后写 average=&quot;macro&quot;（每组一样重要）或 average=&quot;weighted&quot;。</translation>
    </message>
    <message>
        <source>{what} is the class of the model, and no model yet. Write brackets behind it where it gets its name: {instead}</source>
        <translation>{what} 是模型的类，还不是模型。请在给它起名的地方加上圆括号：{instead}</translation>
    </message>
    <message>
        <source>A model calculates with numbers, and there is text in the data. Choose the columns with numbers, or turn text into numbers first: pandas.get_dummies(), OrdinalEncoder()</source>
        <translation>模型是用数计算的，而数据里有文本。请只选数值的列，或者先把文本变成数：pandas.get_dummies()、OrdinalEncoder()</translation>
    </message>
    <message>
        <source>The targets (y) have to be a single row of values, and here is a table. Choose one column of it.</source>
        <translation>目标（y）必须是一排值，而这里是一个表。请选其中的一列。</translation>
    </message>
    <message>
        <source>{function} has no normalize= any more. Leave it out; to bring all columns to one scale, write: {instead}, which come from sklearn.pipeline and sklearn.preprocessing</source>
        <translation>{function} 不再有 normalize=。请去掉它；要把各列变成同样的尺度，请写：{instead}，它们来自 sklearn.pipeline 和 sklearn.preprocessing</translation>
    </message>
    <message>
        <source>{name} was taken out of scikit-learn. Other data for such a model are given by load_diabetes() and fetch_california_housing(), from sklearn.datasets too.</source>
        <translation>{name} 已从 scikit-learn 中去掉。同类模型可用的其他数据有 load_diabetes() 和 fetch_california_housing()，也在 sklearn.datasets 里。</translation>
    </message>
    <message>
        <source>In a pipeline, a parameter is called with the step that it belongs to before it, and __ between both, as in &apos;svc__{keyword}&apos;.</source>
        <translation>在流水线里，参数名前面要写它所属的步骤，中间是 __，例如 &apos;svc__{keyword}&apos;。</translation>
    </message>
    <message>
        <source>Behind its first argument, {function} has {length} numbers to be found, and p0= gives {given} to start with. Give one for each.</source>
        <translation>{function} 在第一个参数之后有 {length} 个要求的数，而 p0= 给了 {given} 个初始值。请每个给一个。</translation>
    </message>
    <message>
        <source>{value} lies beyond the values that are known here, which end at {value2}. Stay within them, or let it go on beyond: {instead}</source>
        <translation>{value} 超出了这里已知的值，它们到 {value2} 为止。请不要超出，或者允许外推：{instead}</translation>
    </message>
    <message>
        <source>{function} needs two ends at which the function has different signs, as a zero lies between them then. At {first} and {second} it has the same sign. Print both values, and take other ends.</source>
        <translation>{function} 需要函数值符号不同的两个端点，这样零点才在它们之间。在 {first} 和 {second} 处符号相同。请打印这两个值，并换别的端点。</translation>
    </message>
    <message>
        <source>train_test_split() gives both parts of the first thing, and then both parts of the second, and line {line} names them in another order. Write there: {instead}</source>
        <translation>train_test_split() 先给出第一样东西的两部分，再给出第二样的两部分，而第 {line} 行的名字顺序不对。请在那里写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainMadeTexts</name>
    <message>
        <source>{what} is text, because input() gives text. For a number, write in line {line}: {instead}</source>
        <translation>{what} 是文本，因为 input() 得到的是文本。要得到数字，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, because input() in line {line} gives text. For a number, write in line {line2}: {instead}</source>
        <translation>{what} 是文本，因为第 {line} 行的 input() 得到的是文本。要得到数字，请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, because input() gives text. For a number, write in line {line} and in line {line2}: {instead}</source>
        <translation>{what} 是文本，因为 input() 得到的是文本。要得到数字，请在第 {line} 行和第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and a number is needed here and below. Make one of it once, in a new line above line {line}: {instead}</source>
        <translation>{what} 是文本，而这里和下面需要数字。请在第 {line} 行上面加一行，把它变成数字一次：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and a number is needed here. Make one of it where it gets its value. Write in line {line}: {instead}</source>
        <translation>{what} 是文本，而这里需要数字。请在它得到值的地方把它变成数字，在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is {type}, because / always gives one. For a whole number, write in line {line}: {instead}</source>
        <translation>{what} 是{type}，因为 / 的结果总是这样。要得到整数，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} was {type2} in line {line}, and line {line2} makes it {type}. Give what line {line2} makes a name of its own, and write that where it is needed.</source>
        <translation>{what} 在第 {line} 行是{type2}，而第 {line2} 行把它变成了{type}。请给第 {line2} 行的结果另起一个名字，并在需要它的地方写那个名字。</translation>
    </message>
    <message>
        <source>{what} is {type}, because line {line} makes it that. Write there: {instead}</source>
        <translation>{what} 是{type}，因为第 {line} 行就是这样做的。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None: line {line} calls {function} again, but does not return what that gives back. Write there: {instead}</source>
        <translation>{what} 是 None：第 {line} 行再次调用了 {function}，但没有返回它给出的结果。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing. There is {near}, which is written differently.</source>
        <translation>{what} 是 None，因为 {table} 里没有键 {key}，所以第 {line} 行的 .get() 什么也没找到。有一个键是 {near}，写法不同。</translation>
    </message>
    <message>
        <source>{what} is None, because {function} has found no {text} by the comparison in line {line}. There is {near}, which is written differently. Write it so in line {line2}, too.</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行的比较中没有找到 {text}。有 {near}，写法不同。请在第 {line2} 行也这样写。</translation>
    </message>
    <message>
        <source>{what} is None, because {function} has found no {text} by the comparison in line {line}. There is {near}, which is written differently. To find it all the same, write there: {instead}</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行的比较中没有找到 {text}。有 {near}，写法不同。要照样能找到它，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing. Ask before it is used: if {what} is not None:</source>
        <translation>{what} 是 None，因为 {table} 里没有键 {key}，所以第 {line} 行的 .get() 什么也没找到。使用之前先判断：if {what} is not None:</translation>
    </message>
    <message>
        <source>int() takes whole numbers only, and it got the text &apos;{text}&apos;. Leave int() there, because {function} also gives what line {line} needs as a whole number. Ask for this number with float(), in line {line2}: {instead}</source>
        <translation>int() 只接受整数，而它得到的文本是 &apos;{text}&apos;。那里的 int() 请保留，因为 {function} 还要给出第 {line} 行所需的整数。这个数请在第 {line2} 行用 float() 来问：{instead}</translation>
    </message>
    <message>
        <source>int() takes whole numbers only, and it got the text &apos;{text}&apos;. Leave int() there, because {function} also gives what line {line} needs as a whole number. For the number that line {line2} asks for, use float() in a function of its own.</source>
        <translation>int() 只接受整数，而它得到的文本是 &apos;{text}&apos;。那里的 int() 请保留，因为 {function} 还要给出第 {line} 行所需的整数。第 {line2} 行所问的数，请另写一个使用 float() 的函数来读取。</translation>
    </message>
    <message>
        <source>.join() puts texts together, and in {what}, item {index} (counted from 0) is {type}. Make a text of each with str(): {instead}</source>
        <translation>.join() 用来连接文本，而 {what} 中的第 {index} 项（从 0 数起）是 {type}。请用 str() 把每一项变成文本：{instead}</translation>
    </message>
    <message>
        <source>{what} is only {text} here, and no object of the class {name}, which would have .{attribute}. In line {line}, write in place of {text}: {instead}</source>
        <translation>{what} 在这里只是 {text}，而不是类 {name} 的对象，那样的对象才有 .{attribute}。请在第 {line} 行把 {text} 换成：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainMeantTexts</name>
    <message>
        <source>{what} is None, because the pattern in line {line} does not take the {sign} that stands before a number in the text {text}. Write there {instead} in place of {code}, wherever that number may stand.</source>
        <translation>{what} 是 None，因为第 {line} 行的模式不接受文本 {text} 里数字前面的 {sign}。凡是可能出现这种数字的地方，请把那里的 {code} 写成 {instead}。</translation>
    </message>
    <message>
        <source>{what} is None, because the pattern in line {line} does not fit the beginning of the text {text}: of that, it fits only {item}, which stands right behind {sign}. Change the pattern so that it takes what stands before, too.</source>
        <translation>{what} 是 None，因为第 {line} 行的模式与文本 {text} 的开头不符：其中只有 {item} 符合，而它紧跟在 {sign} 后面。请修改模式，让它也接受前面的部分。</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or pass over such texts. Write below line {line}: if {name} is None: continue</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不符，所以第 {line} 行什么也没找到。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：if {name} is None: continue</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. It fits no further than {item}. Change the pattern, or pass over such texts. Write below line {line}: if {name} is None: continue</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不符，所以第 {line} 行什么也没找到。它只符合到 {item} 为止。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：if {name} is None: continue</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line} wants {sign} where the text {text} has {item}. Correct that text; or, if both are right, write for the pattern: {instead}</source>
        <translation>{name} 是 None，因为第 {line} 行的模式要求 {sign}，而文本 {text} 在那里是 {item}。请改正这个文本；如果两种写法都对，请把模式写成：{instead}</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{name}&apos;. Did you mean &apos;{near}&apos;? Write it so in all of these lines: {lines}</source>
        <translation>模块“{module}”里没有“{name}”。你是不是想写“{near}”？请在这些行里都这样写：{lines}</translation>
    </message>
    <message>
        <source>{what} is text (str), and its parts cannot be changed. Make a new text of its parts, and put it in the place of the old one. Write: {instead}</source>
        <translation>{what} 是文本 (str)，它的各部分不能修改。请用它的各部分组成一个新的文本来代替旧的。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} gives nothing back at its end: what the call in line {line} gives is lost. Write there: {instead}</source>
        <translation>{what} 是 None，因为 {function} 到末尾时没有返回任何东西：第 {line} 行的调用得到的结果丢掉了。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} in line {line} prints its result and gives nothing back. Write in a new line below line {line2}, indented as that: {instead}</source>
        <translation>{what} 是 None，因为第 {line} 行的 {function} 只输出结果，没有返回任何东西。请在第 {line2} 行下面新起一行，用同样的缩进写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} calls itself at its end, and lets go of what that call gives. Write &apos;return&apos; in front of that call in all of these lines: {lines}. The first of them becomes: {instead}</source>
        <translation>{what} 是 None，因为 {function} 在结尾处调用了自己，而那次调用得到的结果丢掉了。请在下列各行的这个调用前面写上 return：{lines}。其中第一个写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} fills {name} and gives nothing back. Write in a new line below line {line}, indented as line {line2}: {instead}</source>
        <translation>{what} 是 None，因为 {function} 只往 {name} 里放内容，没有返回任何东西。请在第 {line} 行下面新起一行，用和第 {line2} 行同样的缩进写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} only puts its result into {name}, in line {line}, and gives nothing back. Write in a new line below line {line2}, indented as line {line}: {instead}</source>
        <translation>{what} 是 None，因为 {function} 只在第 {line} 行把结果放进 {name}，没有返回任何东西。请在第 {line2} 行下面新起一行，用和第 {line} 行同样的缩进写：{instead}</translation>
    </message>
    <message>
        <source>{function} puts one thing at a time into {what}. Make a tuple of what belongs together, by brackets of its own: {instead}</source>
        <translation>{function} 每次只往 {what} 里放一个东西。请用一对单独的括号把属于一起的内容做成一个元组：{instead}</translation>
    </message>
    <message>
        <source>The function {function}() gives nothing back, so there is nothing to show: what the call in line {line} gives is lost. Write there: {instead}</source>
        <translation>函数 {function}() 没有返回任何东西，所以没有内容可以显示：第 {line} 行的调用得到的结果丢掉了。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a function, because line {line} gives {function} the function itself and not what it returns. Call it there: {instead}</source>
        <translation>{what} 是一个函数，因为第 {line} 行交给 {function} 的是函数本身，而不是它返回的东西。请在那里调用它：{instead}</translation>
    </message>
    <message>
        <source>{function} needs more arguments here. These are missing: {missing}. What is called so is there. Write: {instead}</source>
        <translation>{function} 在这里需要更多参数。缺少的是：{missing}。叫这个名字的东西已经有了。请写：{instead}</translation>
    </message>
    <message>
        <source>A list can be neither a key of a dictionary nor an item of a set, because it can change. {what} is one, and line {line} makes it. Make a tuple there. Write: {instead}</source>
        <translation>列表既不能作字典的键，也不能作集合的项，因为它可以改变。{what} 就是一个列表，它在第 {line} 行产生。请在那里改成元组。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because the comparison in line {line} is never true: {one} is {type} and {other} is {type2}, and these are never equal. Write there: {instead}</source>
        <translation>{what} 是 None，因为第 {line} 行的比较永远不会成立：{one} 是{type}，{other} 是{type2}，它们永远不会相等。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{function} lacks a value for {missing} here: {what} stands in the place of &apos;{name}&apos;. Write: {instead}</source>
        <translation>{function} 在这里缺少 {missing} 的值：{what} 站在了“{name}”的位置上。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} lacks a value for {missing} here: {what} stands in the place of &apos;{name}&apos;. Write the value that is missing before {what}.</source>
        <translation>{function} 在这里缺少 {missing} 的值：{what} 站在了“{name}”的位置上。请把缺少的值写在 {what} 前面。</translation>
    </message>
    <message>
        <source>{what} is a dictionary, and only a list has .sort(). In the order of its keys, write: {instead} In the order of its values, write: {other}</source>
        <translation>{what} 是字典，只有列表才有 .sort()。要按键的顺序排列，请写成：{instead} 要按值的顺序排列，请写成：{other}</translation>
    </message>
    <message>
        <source>{function} gets no value here for: {missing}. If that is to be the same as &apos;{name}&apos;, write: {instead} If not, write what it is to be into its brackets.</source>
        <translation>{function} 在这里没有得到这些参数的值：{missing}。如果它应该与“{name}”相同，请写成：{instead} 如果不是，请在括号里写上它应有的值。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}, and by their types, as in line {line} ({call}), what is missing is &apos;{missing}&apos;. Python names the last one, &apos;{name}&apos;. Write a value for &apos;{missing}&apos; in its place.</source>
        <translation>{function} 需要这些：{names}。这里它得到的是 {given}；按它们的类型，参照第 {line} 行（{call}），缺少的是“{missing}”。Python 说的是最后一个“{name}”。请在相应的位置写上“{missing}”的值。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}, and by their types, as in line {line} ({call}), what is missing is one of these: {missing}. Python names the last one, &apos;{name}&apos;. Write the value that is missing in its place.</source>
        <translation>{function} 需要这些：{names}。这里它得到的是 {given}；按它们的类型，参照第 {line} 行（{call}），缺少的是这些中的一个：{missing}。Python 说的是最后一个“{name}”。请在相应的位置写上缺少的值。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets only {given}, so Python says that the last one is missing: {missing}. Look which of them is missing, and write a value for it in its place.</source>
        <translation>{function} 需要这些：{names}。这里它只得到 {given}，所以 Python 说缺少最后一个：{missing}。请看看缺少的是其中哪一个，并在相应的位置写上它的值。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}, and has no parameter for {what}. Leave that out here, or give the function such a parameter.</source>
        <translation>{function} 接受这些：{names}。这里它得到的是 {given}，而它没有接收 {what} 的参数。请在这里去掉它，或者给函数加上这样的参数。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}, and has no parameter for {what}. Leave that out here; or, if the function is to have it, write in line {line}: {instead}</source>
        <translation>{function} 接受这些：{names}。这里它得到的是 {given}，而它没有接收 {what} 的参数。请在这里去掉它；如果函数应该有这个参数，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is {function} of line {line} here, and gets no value for: {missing}. Write one for each of these into the brackets behind {what}.</source>
        <translation>{what} 在这里是第 {line} 行的 {function}，它没有得到这些参数的值：{missing}。请在 {what} 后面的括号里为每个参数写上值。</translation>
    </message>
    <message>
        <source>{what} is {function} of line {line} here, and gets no value for: {missing}. If &apos;{name}&apos; is what it is to get, write: {instead}</source>
        <translation>{what} 在这里是第 {line} 行的 {function}，它没有得到这个参数的值：{missing}。如果它应该得到“{name}”，请写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is a tuple, and its parts cannot be changed. Put a new tuple in the place of the old one: {instead}</source>
        <translation>{what} 是元组，它的内容不能修改。请用新的元组代替旧的：{instead}</translation>
    </message>
    <message>
        <source>{what} is a tuple, and its parts cannot be changed. Put a new tuple in its place in the list, for which the loop has to count the places. Write in line {line}: {instead} And in line {line2}: {instead2}</source>
        <translation>{what} 是元组，它的内容不能修改。请在列表里它的位置上放一个新的元组，为此循环要数出位置。请在第 {line} 行写：{instead} 并在第 {line2} 行写：{instead2}</translation>
    </message>
    <message>
        <source>{function} gets no value here for its parameter &apos;{missing}&apos;. The call in line {line} gives it {what}. Write a value for it here, too, behind the others.</source>
        <translation>{function} 在这里没有得到参数“{missing}”的值。第 {line} 行的调用给它的是 {what}。请在这里也为它写一个值，放在其他值的后面。</translation>
    </message>
    <message>
        <source>@{name} stands without brackets (line {lines}), so {name} got the function itself for {what}, and what it gave back still waits for the function. Write its settings there: {instead}</source>
        <translation>@{name} 没有写圆括号（第 {lines} 行），所以 {name} 得到的 {what} 是那个函数本身，而它返回的东西还在等那个函数。请在那里写上它的设置：{instead}</translation>
    </message>
    <message>
        <source>@{name} stands without brackets (line {lines}), so {name} got the function itself for {what}, and what it gave back still waits for the function. It needs brackets, even with nothing in them. Write there: {instead}</source>
        <translation>@{name} 没有写圆括号（第 {lines} 行），所以 {name} 得到的 {what} 是那个函数本身，而它返回的东西还在等那个函数。它需要圆括号，里面没有内容也一样。请在那里写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because __enter__() in line {line} gives nothing back, and that is what &apos;as&apos; takes. Write in a new line below line {line2}, as the last one of __enter__(): {instead}</source>
        <translation>{what} 是 None，因为第 {line} 行的 __enter__() 没有返回任何东西，而“as”得到的正是它返回的东西。请在第 {line2} 行下面新写一行，作为 __enter__() 的最后一行：{instead}</translation>
    </message>
    <message>
        <source>The function {function}() gives nothing back at its end, so there is nothing to show. Write in a new line below line {line}, indented as the first one of {function}(): {instead}</source>
        <translation>函数 {function}() 在结尾没有返回任何东西，所以没有可以显示的内容。请在第 {line} 行下面新写一行，缩进和 {function}() 的第一行一样：{instead}</translation>
    </message>
    <message>
        <source>The function {function}() prints its text in line {line} and gives nothing back, so there is nothing to show. Write there: {instead}</source>
        <translation>函数 {function}() 在第 {line} 行只打印了文本，没有返回任何东西，所以没有可以显示的内容。请在那里写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is None: {function} does not give &apos;{name}&apos; back at its end, so line {line2} loses all that was in it. Write in a new line below line {line}, indented as the first one of {function}: {instead}</source>
        <translation>{what} 是 None：{function} 在结尾没有返回“{name}”，所以第 {line2} 行丢掉了其中的全部内容。请在第 {line} 行下面新写一行，缩进和 {function} 的第一行一样：{instead}</translation>
    </message>
    <message>
        <source>The loop in line {line} has come to the end without finding it: {what} is None there. Write there: {instead} and in a new line below the loop, indented as the &apos;while&apos;: {instead2}</source>
        <translation>第 {line} 行的循环走到了结尾也没有找到：{what} 在那里是 None。请在那里写成：{instead} 并在循环下面新写一行，缩进和“while”一样：{instead2}</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{attribute}&apos;, but the class of that name in it has, and this file uses nothing else of it. Write in line {line}: {instead}</source>
        <translation>模块“{module}”里没有“{attribute}”，但其中同名的类有它，而这个文件没有用到模块里的其他内容。请把第 {line} 行写成：{instead}</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{attribute}&apos;, but the class of that name in it has. Write {near} in place of {name} in these lines, where the class is meant: {lines}</source>
        <translation>模块“{module}”里没有“{attribute}”，但其中同名的类有它。请在这些要用那个类的行里把 {name} 写成 {near}：{lines}</translation>
    </message>
    <message>
        <source>{what} is a tuple, and its parts cannot be changed. Put a new tuple in the place of the old one: {instead} Do so in these lines, too: {lines}</source>
        <translation>{what} 是元组，它的内容不能修改。请用新的元组代替旧的：{instead} 这些行也要这样修改：{lines}</translation>
    </message>
    <message>
        <source>{what} is {type}, and its parts cannot be changed. Put a new one in the place of the old one. Write as the first line in {function}(): global {what} And in line {line}: {instead}</source>
        <translation>{what} 是 {type}，它的内容不能修改。请用新的代替旧的。在 {function}() 里的第一行写：global {what} 并在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is {type}, and its parts cannot be changed. Put a new one in the place of the old one. Write as the first line in {function}(): global {what} And in line {line}: {instead} Do so in these lines, too: {lines}</source>
        <translation>{what} 是 {type}，它的内容不能修改。请用新的代替旧的。在 {function}() 里的第一行写：global {what} 并在第 {line} 行写：{instead} 这些行也要这样修改：{lines}</translation>
    </message>
    <message>
        <source>Line {line} gives {function}() each part of {what} as a value of its own, a text letter by letter: brackets around one thing make a tuple only with a comma. Write there: {instead}</source>
        <translation>第 {line} 行把 {what} 的每一部分都作为单独的值交给 {function}()，文本就是一个一个字符地交：圆括号里只有一个值时，要加上逗号才是元组。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>The args of a Thread are a tuple, and here they are {type}: one value in brackets is a tuple only with a comma behind it. Write in line {line}: {instead}</source>
        <translation>Thread 的 args 应该是元组，这里却是 {type}：圆括号里只有一个值时，后面要加上逗号才是元组。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{function} works with an open file, and {what} is text. Open the file first. Write in line {line}: {instead} And below it, indented: {instead2}</source>
        <translation>{function} 需要一个打开的文件，而 {what} 是文本。请先打开文件。在第 {line} 行写：{instead} 并在它下面缩进写：{instead2}</translation>
    </message>
    <message>
        <source>{function} works with an open file, and {what} is text. Open the file first. Write in line {line}: {instead} And below it, indented: {instead2} Indent the lines below that use &apos;{name}&apos; as far.</source>
        <translation>{function} 需要一个打开的文件，而 {what} 是文本。请先打开文件。在第 {line} 行写：{instead} 并在它下面缩进写：{instead2} 下面用到“{name}”的行也要同样缩进。</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} in line {line} of {file} has this many parts: {length}. They are counted from 0, so there is none at {index}. Others have one there, such as {item}. Write it in there; or use it only where it is there: {instead}</source>
        <translation>按 {sign} 拆分时，{file} 第 {line} 行的文本 {text} 有这么多部分：{length}。它们从 0 开始数，所以没有下标为 {index} 的部分。其他文本在那里有，例如 {item}。请在那里补上；或者只在有的时候才用它：{instead}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} in line {line} of {file} has this many parts: {length}. The names on the left: {targets}. If &apos;{name}&apos; is to have the rest, too, write: {instead} If not, take out there what is too much: {item}</source>
        <translation>按 {sign} 拆分时，{file} 第 {line} 行的文本 {text} 有这么多部分：{length}。左边的名字有：{targets} 个。如果其余的也应该归“{name}”，请写成：{instead} 如果不是，请在那里去掉多余的：{item}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, but it has {near}: it comes from JSON, where all keys are text. Write: {instead}</source>
        <translation>“{table}”没有键 {key}，但有 {near}：它来自 JSON，那里的键都是文本。请写成：{instead}</translation>
    </message>
    <message>
        <source>{name} is a list, as csv.reader() in line {line} gives its rows without names. Take what it has by number. The lines, and what stands there then: {items}</source>
        <translation>{name} 是列表，因为第 {line} 行的 csv.reader() 给出的行没有名字。请用数字取里面的内容。要修改的行，以及那里该写的：{items}</translation>
    </message>
    <message>
        <source>{name} is a list, as csv.reader() in line {line} gives its rows without names. Take what it has by number. The lines, and what stands there then: {items} Or write {instead} in line {line}, and leave out line {line2}.</source>
        <translation>{name} 是列表，因为第 {line} 行的 csv.reader() 给出的行没有名字。请用数字取里面的内容。要修改的行，以及那里该写的：{items} 或者在第 {line} 行写 {instead}，并去掉第 {line2} 行。</translation>
    </message>
    <message>
        <source>{what} is a function and not what it returns, because line {line} puts it there without the brackets that call it. Write there: {instead}</source>
        <translation>{what} 是一个函数，而不是它返回的值，因为第 {line} 行放进去时没有写调用它的括号。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a function and not what it returns, because line {line} puts {code} there without the brackets that call it. Write them behind it there, with what it needs in between.</source>
        <translation>{what} 是一个函数，而不是它返回的值，因为第 {line} 行把 {code} 放进去时没有写调用它的括号。请在那里的后面加上括号，并在括号中写上它需要的内容。</translation>
    </message>
    <message>
        <source>{what} is a function and not what it returns. Unless it was put there on purpose, the brackets that call it are missing in the line that has put it there.</source>
        <translation>{what} 是一个函数，而不是它返回的值。除非是有意把它放在那里，否则放进去的那一行缺少调用它的括号。</translation>
    </message>
    <message>
        <source>Where {file} is split at {sign}, all lines have as many parts as {text}: {length}. The names on the left: {targets}, so none is left for {rest}. Give it one, too, in place of _: {instead}</source>
        <translation>{file} 在 {sign} 处拆分时，每一行的部分都和 {text} 一样多：{length}。左边的名称：{targets}，所以 {rest} 没有名称。请给它也起一个名称，写在 _ 的位置：{instead}</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}, so one of {what} has no parameter. If the function is to calculate with it, give it a parameter at that place in line {line}, and use it in its lines. If it is left out here, the function does not know it.</source>
        <translation>{function} 接受这些：{names}。这里给了它 {given}，所以 {what} 中有一个没有对应的参数。如果函数要用它来计算，请在第 {line} 行的那个位置给它加一个参数，并在函数的代码中使用它。如果在这里去掉它，函数就不知道它。</translation>
    </message>
    <message>
        <source>{function} takes these: {names}. Here it gets {given}. By their types, what is missing is {name}, and there is a value of that name here. Write: {instead}</source>
        <translation>{function} 接受这些：{names}。这里给了它 {given}。从类型看，缺少的是 {name}，而这里正好有一个同名的值。请写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainMediaTexts</name>
    <message>
        <source>What is in {file} is no picture that Pillow can read, whatever its name ends in. Open it with another program: it may be a page of the web, or only half there.</source>
        <translation>{file} 里的内容不是 Pillow 能读的图片，不管名字以什么结尾。用别的程序打开看看：它可能是网页，或者只有一半。</translation>
    </message>
    <message>
        <source>What line {line} opens is no picture that Pillow can read. If it was loaded from the web, print the status and the first bytes of the answer.</source>
        <translation>第 {line} 行打开的不是 Pillow 能读的图片。如果是从网上下载的，打印那个回应的状态和开头的字节。</translation>
    </message>
    <message>
        <source>A JPEG cannot hold a picture of the mode {mode}, such as one with transparency. Write .convert(&quot;RGB&quot;) before .save(...), or save it as .png.</source>
        <translation>JPEG 存不了模式为 {mode} 的图片，例如带透明的。在 .save(...) 前面写 .convert(&quot;RGB&quot;)，或者存成 .png。</translation>
    </message>
    <message>
        <source>Pillow takes the kind of file from the end of its name, and knows none that ends in &quot;{text}&quot;. Write a name as &quot;picture.png&quot;.</source>
        <translation>Pillow 根据文件名的结尾决定文件种类，而不认识以 &quot;{text}&quot; 结尾的。请写像 &quot;picture.png&quot; 这样的名字。</translation>
    </message>
    <message>
        <source>Pillow takes the kind of file from the end of its name, and the one in line {line} has none. Write a name as &quot;picture.png&quot;.</source>
        <translation>Pillow 根据文件名的结尾决定文件种类，而第 {line} 行里的名字没有结尾。请写像 &quot;picture.png&quot; 这样的名字。</translation>
    </message>
    <message>
        <source>There is no font {what}, neither in the working folder nor among those of the system. Write where the file is, or use ImageFont.load_default().</source>
        <translation>没有字体 {what}，工作文件夹里没有，系统字体里也没有。写出文件在哪里，或者用 ImageFont.load_default()。</translation>
    </message>
    <message>
        <source>{function} takes width and height as one value, in brackets of their own. Write: {instead}</source>
        <translation>{function} 要把宽和高作为一个值，放在另外一对圆括号里。请写成：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, the place has another size than the picture. Give only two numbers, those of the upper left corner: (x, y)</source>
        <translation>第 {line} 行里，位置的大小和图片不一样。只给两个数，即左上角：(x, y)</translation>
    </message>
    <message>
        <source>What line {line} uses as a mask has no transparency. Make some: .convert(&quot;RGBA&quot;), or leave the mask out.</source>
        <translation>第 {line} 行当作遮罩的图片没有透明度。先转换：.convert(&quot;RGBA&quot;)，或者不写遮罩。</translation>
    </message>
    <message>
        <source>Line {line} asks for a point outside of the picture. Points are counted from 0: the last one is at width - 1 and height - 1.</source>
        <translation>第 {line} 行要的点在图片之外。点从 0 数起：最后一个在 width - 1 和 height - 1。</translation>
    </message>
    <message>
        <source>The two pictures in line {line} have different sizes or modes. Print .size and .mode of both, and make them the same with .resize() and .convert().</source>
        <translation>第 {line} 行里的两张图片大小或模式不同。打印两者的 .size 和 .mode，用 .resize() 和 .convert() 变成一样。</translation>
    </message>
    <message>
        <source>The file of line {line} is an old .xls, and openpyxl reads .xlsx only. Open it in Excel or LibreOffice, and save it as .xlsx.</source>
        <translation>第 {line} 行的文件是旧的 .xls，而 openpyxl 只读 .xlsx。用 Excel 或 LibreOffice 打开它，另存为 .xlsx。</translation>
    </message>
    <message>
        <source>openpyxl reads .xlsx files, and this one ends in {text}. A .csv is read with the module csv.</source>
        <translation>openpyxl 读的是 .xlsx 文件，而这个以 {text} 结尾。.csv 用模块 csv 来读。</translation>
    </message>
    <message>
        <source>What line {line} opens is no .xlsx, whatever its name says: it may be an .xls or .csv with another name, or empty. Open it in Excel or LibreOffice, and save it as .xlsx.</source>
        <translation>第 {line} 行打开的不是 .xlsx，不管它叫什么名字：可能是改了名字的 .xls 或 .csv，或者是空的。用 Excel 或 LibreOffice 打开它，另存为 .xlsx。</translation>
    </message>
    <message>
        <source>What line {line} opens is no zip file, whatever its name says. It may be empty, or only half there.</source>
        <translation>第 {line} 行打开的不是 zip 文件，不管它叫什么名字。它可能是空的，或者只有一半。</translation>
    </message>
    <message>
        <source>In the zip file there is no {file}. Print what is in it: .namelist()</source>
        <translation>zip 文件里没有 {file}。打印里面有什么：.namelist()</translation>
    </message>
    <message>
        <source>The workbook has no sheet &apos;{name}&apos;. Print the names that it has: print({what}.sheetnames)</source>
        <translation>工作簿里没有工作表“{name}”。打印它有的名字：print({what}.sheetnames)</translation>
    </message>
    <message>
        <source>In a workbook, rows and columns are counted from 1, and line {line} asks for one below that.</source>
        <translation>工作簿里的行和列从 1 数起，而第 {line} 行要的比 1 小。请从 1 开始。</translation>
    </message>
    <message>
        <source>A cell is called by its letters and then its number, as in &quot;A1&quot;, and not {text}.</source>
        <translation>单元格的名字先写字母再写数字，例如 &quot;A1&quot;，而不是 {text}。</translation>
    </message>
    <message>
        <source>One cell takes one text, number or date, and gets {value}. For a whole row, use .append([...]); else write each value into a cell of its own, or str(...).</source>
        <translation>一个单元格只放一个文本、数或日期，而得到的是 {value}。要写一整行，用 .append([...])；否则每个值写进一个单元格，或者用 str(...)。</translation>
    </message>
    <message>
        <source>A whole row, as a list, is what append() takes, and it gets {type}. Write: append([...])</source>
        <translation>append() 要一整行，写成列表，而得到的是{type}。请写：append([...])</translation>
    </message>
    <message>
        <source>The name of a sheet may not have {text} in it. Leave it out.</source>
        <translation>工作表的名字里不能有 {text}。请去掉它。</translation>
    </message>
    <message>
        <source>A colour of openpyxl is written by its six digits, as in &quot;FF0000&quot; for red, without # and not by name.</source>
        <translation>openpyxl 的颜色用六位数字写，例如红色是 &quot;FF0000&quot;，不写 #，也不写名字。</translation>
    </message>
    <message>
        <source>Line {line} writes to a cell that was merged with others. Only the upper left one of them can be written to.</source>
        <translation>第 {line} 行要写的单元格已经和别的合并了。只能写其中左上角的那一个。</translation>
    </message>
    <message>
        <source>A style of a cell cannot be changed in part. Give the cell a new one, as in: cell.font = Font(bold=True)</source>
        <translation>单元格的样式不能只改一部分。给单元格一个新的，例如：cell.font = Font(bold=True)</translation>
    </message>
    <message>
        <source>In the YAML, line {number} has a tab at column {column}, where only blanks may stand.</source>
        <translation>这个 YAML 的第 {number} 行第 {column} 列有一个制表符，而那里只能用空格。</translation>
    </message>
    <message>
        <source>In the YAML, line {number} has a colon at column {column} that fits nothing. If it is part of a text, put that in quotes; else look whether the line above has a blank behind its colon, and whether both begin at the same column.</source>
        <translation>YAML 的第 {number} 行第 {column} 列的冒号没有意义。如果它是文本的一部分，把文本放进引号；否则看看上一行的冒号后面有没有空格，以及两行是不是从同一列开始。</translation>
    </message>
    <message>
        <source>In the YAML, a quote is opened at line {number}, column {column}, and never closed.</source>
        <translation>YAML 在第 {number} 行第 {column} 列打开了引号，一直没有关上。</translation>
    </message>
    <message>
        <source>In the YAML, a bracket is opened at line {number}, column {column}, and is not closed, or a comma is missing in it.</source>
        <translation>YAML 在第 {number} 行第 {column} 列打开了括号，而它没有关上，或者里面少了逗号。</translation>
    </message>
    <message>
        <source>In the YAML, at line {number} a colon with a blank behind it is missing, as in: name: Ann</source>
        <translation>YAML 的第 {number} 行少了冒号和后面的空格，要写成：name: Ann</translation>
    </message>
    <message>
        <source>In the YAML, a value at line {number}, column {column} begins with {sign}, which is allowed only in quotes.</source>
        <translation>YAML 的第 {number} 行第 {column} 列，值以 {sign} 开头，这只能写在引号里。</translation>
    </message>
    <message>
        <source>In the YAML, a backslash at line {number} stands in double quotes, where it means something else. Use single quotes, or write it twice.</source>
        <translation>YAML 的第 {number} 行，双引号里有一个反斜杠，它在那里有别的意思。用单引号，或者写两个反斜杠。</translation>
    </message>
    <message>
        <source>In the YAML, line {number} does not begin as those that it belongs to. Indent all of them by the same number of blanks, and look whether a - is missing.</source>
        <translation>YAML 的第 {number} 行，开头和它同一组的行不一样。让它们缩进同样多的空格，再看看是不是少了 -。</translation>
    </message>
    <message>
        <source>In the YAML, a value at line {number} is over before column {column}, and more stands behind it. Put the whole value in quotes.</source>
        <translation>YAML 的第 {number} 行，值在第 {column} 列之前就结束了，后面还有内容。把整个值放进引号。</translation>
    </message>
    <message>
        <source>In the YAML, *{name} means something that was named before by &amp;{name}, and nothing was. If it is a text, put it in quotes.</source>
        <translation>YAML 里的 *{name} 指前面用 &amp;{name} 命名的内容，而没有这样的内容。如果它是文本，请放进引号。</translation>
    </message>
    <message>
        <source>The YAML has several parts with --- between them, and line {line} reads one. For all of them: yaml.safe_load_all(...)</source>
        <translation>YAML 有用 --- 隔开的几部分，而第 {line} 行只读一部分。要读全部：yaml.safe_load_all(...)</translation>
    </message>
    <message>
        <source>yaml.load() wants to know in which way to read. For plain data, write: {instead}</source>
        <translation>yaml.load() 要知道用哪种方式读。普通数据请写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} uses pygame before pygame.init(), or after pygame.quit(). Write pygame.init() at the beginning, and leave the loop where pygame.quit() is called.</source>
        <translation>第 {line} 行在 pygame.init() 之前，或者在 pygame.quit() 之后使用 pygame。在开头写 pygame.init()，并在调用 pygame.quit() 的地方离开循环。</translation>
    </message>
    <message>
        <source>Line {line} needs the window, and there is none yet. Make it above this line: pygame.display.set_mode((800, 600))</source>
        <translation>第 {line} 行需要窗口，而它还没有。在这一行上面建立它：pygame.display.set_mode((800, 600))</translation>
    </message>
    <message>
        <source>What is in the file of line {line} is no picture or sound that pygame can read, whatever its name ends in. Open it with another program, and save it as .png, .wav or .ogg.</source>
        <translation>第 {line} 行的文件里不是 pygame 能读的图片或声音，不管名字以什么结尾。用别的程序打开它，存成 .png、.wav 或 .ogg。</translation>
    </message>
    <message>
        <source>What line {line} gives as a colour is none. It is a name, as in &quot;red&quot;, or three numbers from 0 to 255, as in (255, 0, 0). In pygame.draw, it stands second in the brackets.</source>
        <translation>第 {line} 行里作为颜色给出的不是颜色。颜色是名字，例如 &quot;red&quot;，或者是从 0 到 255 的三个数，例如 (255, 0, 0)。在 pygame.draw 里，它写在括号里的第二个位置。</translation>
    </message>
    <message>
        <source>blit() takes a picture first and its place second, and here {what} is {type}. A file becomes a picture by pygame.image.load(...), text by font.render(...); a sprite has its own in .image.</source>
        <translation>blit() 先要图片，再要它的位置，而这里 {what} 是{type}。文件用 pygame.image.load(...) 变成图片，文本用 font.render(...)；精灵的图片在它的 .image 里。</translation>
    </message>
    <message>
        <source>What line {line} gives as a rectangle is none. It is four numbers in brackets: (x, y, width, height), or the .rect of a sprite. In pygame.draw, the colour stands before it.</source>
        <translation>第 {line} 行里作为矩形给出的不是矩形。矩形是圆括号里的四个数：(x, y, width, height)，或者是精灵的 .rect。在 pygame.draw 里，颜色写在它前面。</translation>
    </message>
    <message>
        <source>What line {line} gives as a point is none. It is two numbers in brackets: (x, y)</source>
        <translation>第 {line} 行里作为点给出的不是点。点是圆括号里的两个数：(x, y)</translation>
    </message>
    <message>
        <source>render() takes the text first, and gets something else there in line {line}. To make text of a value, write: str(...)</source>
        <translation>render() 先要文本，而第 {line} 行在那里给了别的。要把一个值变成文本，请写：str(...)</translation>
    </message>
    <message>
        <source>Only some events have .{attribute}. Ask first which one it is: {instead}</source>
        <translation>只有一些事件有 .{attribute}。先问是哪一种：{instead}</translation>
    </message>
    <message>
        <source>The class {name} is a Sprite, and does not begin as one. Write as the first line of its __init__(): super().__init__()</source>
        <translation>类 {name} 是 Sprite，而它没有像 Sprite 那样开始。在它的 __init__() 的第一行写：super().__init__()</translation>
    </message>
    <message>
        <source>To be drawn, a Sprite needs .image and .rect, and {name} has no .{attribute}. Give it one in its __init__(): self.{attribute} = ...</source>
        <translation>要画出来，Sprite 需要 .image 和 .rect，而 {name} 没有 .{attribute}。在它的 __init__() 里给出：self.{attribute} = ...</translation>
    </message>
    <message>
        <source>discord.py wants to know which events are to come. Write: {instead}</source>
        <translation>discord.py 要知道接收哪些事件。请写：{instead}</translation>
    </message>
    <message>
        <source>The function below line {line} has to be made with &apos;async def&apos;.</source>
        <translation>第 {line} 行下面的函数要用 async def 来定义。</translation>
    </message>
    <message>
        <source>The server does not accept the token of line {line}. Copy it anew from the page where the bot was made; blanks or quotes around it do not belong to it.</source>
        <translation>服务器不接受第 {line} 行的令牌。从建立机器人的页面重新复制；前后的空格和引号不属于它。</translation>
    </message>
    <message>
        <source>The token that line {line} gives is None. If it comes from os.getenv(), there is no such variable: check its name, and whether load_dotenv() was called.</source>
        <translation>第 {line} 行给的令牌是 None。如果它来自 os.getenv()，那就没有这个变量：检查名字，以及有没有调用 load_dotenv()。</translation>
    </message>
    <message>
        <source>The bot asks for events that are not allowed to it. Turn on its &apos;Privileged Gateway Intents&apos; on the page discord.com/developers/applications, under Bot.</source>
        <translation>机器人要接收没有允许它的事件。在网页 discord.com/developers/applications 的 Bot 里打开 Privileged Gateway Intents。</translation>
    </message>
    <message>
        <source>The bot has a command &apos;{name}&apos; already. Give this one another name; &apos;help&apos; is there from the beginning.</source>
        <translation>机器人已经有命令“{name}”了。给这个换一个名字；help 一开始就有。</translation>
    </message>
</context>
<context>
    <name>ExplainNamedTexts</name>
    <message>
        <source>In the name of a file, each / ends the name of a folder, and the date in &apos;{file}&apos; brings some. In place of {form}, write: {instead}</source>
        <translation>在文件名中，每个 / 都表示一个文件夹名的结束，而 &apos;{file}&apos; 中的日期带来了 /。请把 {form} 改为：{instead}</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but {found} is in that folder itself. If that is meant, write: &quot;{found}&quot;</source>
        <translation>文件夹 {folder} 中没有 {file}，但 {found} 就在这个文件夹里。如果是指它，请写：&quot;{found}&quot;</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but {found} is in that folder itself. If that is meant, leave out {item} where the name is made.</source>
        <translation>文件夹 {folder} 中没有 {file}，但 {found} 就在这个文件夹里。如果是指它，请在生成这个名称的地方去掉 {item}。</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but there is one in its folder {name}. If that is meant, write in line {line}, in place of {what}: {instead}</source>
        <translation>文件夹 {folder} 中没有 {file}，但其中的文件夹 {name} 里有一个。如果是指它，请在第 {line} 行把 {what} 换成：{instead}</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but there is one in its folder {name}. If that is meant, its name has to begin with &quot;{name}/&quot; where it is opened.</source>
        <translation>文件夹 {folder} 中没有 {file}，但其中的文件夹 {name} 里有一个。如果是指它，打开时名称必须以 &quot;{name}/&quot; 开头。</translation>
    </message>
    <message>
        <source>At line {line}, column {column} of this JSON begins a comment, and JSON knows none. Remove it, and all others.</source>
        <translation>这个 JSON 的第 {line} 行第 {column} 列开始了一个注释，而 JSON 没有注释。请删去它，以及其他所有注释。</translation>
    </message>
</context>
<context>
    <name>ExplainNetTexts</name>
    <message>
        <source>Line {line} reads JSON from an answer of the web, and what came begins with &lt;: it is a page, and no JSON. Print .status_code and .text of the answer to see what it says.</source>
        <translation>第 {line} 行从网络的回应里读 JSON，而收到的内容以 &lt; 开头：它是网页，不是 JSON。打印这个回应的 .status_code 和 .text，看看它说了什么。</translation>
    </message>
    <message>
        <source>Line {line} reads JSON from an answer of the web, and nothing is in it. Print .status_code of the answer to see why.</source>
        <translation>第 {line} 行从网络的回应里读 JSON，而里面什么也没有。打印这个回应的 .status_code，看看是为什么。</translation>
    </message>
    <message>
        <source>Line {line} reads JSON from an answer of the web, and what came is none. Print .status_code and .text of the answer to see what it says.</source>
        <translation>第 {line} 行从网络的回应里读 JSON，而收到的不是 JSON。打印这个回应的 .status_code 和 .text，看看它说了什么。</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: it has nothing at this address. Check the address, letter by letter, and whether what is asked for in it is there.</source>
        <translation>服务器对第 {line} 行的回答是 {status}：这个地址上什么也没有。请逐个字母检查地址，并看看其中要的东西是否存在。</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: it does not let this script in. A key or a login may be missing or wrong; some servers want the header User-Agent of a browser.</source>
        <translation>服务器对第 {line} 行的回答是 {status}：它不让这个脚本访问。可能缺少密钥或登录，或者不对；有些服务器要求带上浏览器的 User-Agent 头。</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: it was asked too often. Let the script wait between its questions: time.sleep(1)</source>
        <translation>服务器对第 {line} 行的回答是 {status}：请求太频繁了。让脚本在两次请求之间等一等：time.sleep(1)</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: something went wrong on its side. Try again later; if it stays so, look at what the script sends.</source>
        <translation>服务器对第 {line} 行的回答是 {status}：它那边出了问题。过一会儿再试；如果一直这样，看看脚本发送的内容。</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: it does not accept what the script sends. What it answers often says why: print .text of the answer, or for urllib, .read() of the error.</source>
        <translation>服务器对第 {line} 行的回答是 {status}：它不接受脚本发送的内容。回应里常常写着原因：打印这个回应的 .text，用 urllib 时打印错误的 .read()。</translation>
    </message>
    <message>
        <source>The server answers line {line} with {status}: the page is at another address. Let httpx go there: follow_redirects=True</source>
        <translation>服务器对第 {line} 行的回答是 {status}：网页在另一个地址。让 httpx 跟过去：follow_redirects=True</translation>
    </message>
    <message>
        <source>No answer has come in time to what line {line} asks for. Try again, or give it more time, as in: timeout=30</source>
        <translation>第 {line} 行请求的内容没有按时到来。再试一次，或者多给一些时间，例如：timeout=30</translation>
    </message>
    <message>
        <source>The server has ended the connection of line {line} without an answer. Try again later; some servers do so to scripts, and answer when the header User-Agent is that of a browser.</source>
        <translation>服务器没有回答就断开了第 {line} 行的连接。过一会儿再试；有些服务器会这样对待脚本，带上浏览器的 User-Agent 头才回答。</translation>
    </message>
    <message>
        <source>The address that line {line} asks for is not complete, or is written in a way that no server can have. Print it, and compare it with: https://example.com/page</source>
        <translation>第 {line} 行请求的地址不完整，或者写法不可能是任何服务器的。把它打印出来，和 https://example.com/page 比一比。</translation>
    </message>
    <message>
        <source>The server sends line {line} from one address to the next without end. Open the address in a browser; a login or a cookie may be missing.</source>
        <translation>服务器让第 {line} 行从一个地址不停地转到另一个。用浏览器打开这个地址看看；可能缺少登录或 cookie。</translation>
    </message>
    <message>
        <source>The server that line {line} asks cannot prove that it is the right one. Check the address and this computer&apos;s clock; on a Mac, run &apos;Install Certificates.command&apos; in Python&apos;s folder once.</source>
        <translation>第 {line} 行访问的服务器无法证明它就是真正的那一个。检查地址和这台电脑的时钟；在 Mac 上，运行一次 Python 文件夹里的 Install Certificates.command。</translation>
    </message>
    <message>
        <source>A header&apos;s value is text, and that of {name} is {type} here. Write: str(...)</source>
        <translation>头的值是文本，而这里 {name} 的值是{type}。请写：str(...)</translation>
    </message>
    <message>
        <source>find_all() and select() give a list of tags, and .{attribute} belongs to each of them. Go through the list with &apos;for&apos;, or take the first one with find() or select_one().</source>
        <translation>find_all() 和 select() 给出的是一列标签，而 .{attribute} 属于其中的每一个。用 for 逐个处理，或者用 find() 或 select_one() 只取第一个。</translation>
    </message>
    <message>
        <source>One of the tags has no {key}. Ask for it by .get({key}), which gives None then, and leave such a tag out.</source>
        <translation>有一个标签没有 {key}。用 .get({key}) 来取，没有时它给出 None，然后跳过这样的标签。</translation>
    </message>
    <message>
        <source>BeautifulSoup knows no parser &apos;{name}&apos;. Write &quot;html.parser&quot;, which is always there.</source>
        <translation>BeautifulSoup 不认识解析器“{name}”。请写 &quot;html.parser&quot;，它总是有的。</translation>
    </message>
    <message>
        <source>BeautifulSoup reads the text of an answer, and {what} is the answer itself. Write: {what}.text</source>
        <translation>BeautifulSoup 读的是回应的文本，而 {what} 是回应本身。请写：{what}.text</translation>
    </message>
    <message>
        <source>The selector in line {line} cannot be read. Look for a bracket or quote that is not closed, and a sign too many; a class is written as in &quot;div.price&quot;.</source>
        <translation>第 {line} 行里的选择器看不懂。看看有没有没关上的括号或引号，或者多余的符号；类写成 &quot;div.price&quot; 这样。</translation>
    </message>
    <message>
        <source>What is read as XML breaks its rules at line {number}, column {column}. Look there for a tag that is not closed, or for &amp; and &lt; that are meant as text. Pages of the web are seldom XML: read them with BeautifulSoup.</source>
        <translation>当作 XML 读的内容在第 {number} 行第 {column} 列不合规则。看看那里有没有没关上的标签，或者本来是文本的 &amp; 和 &lt;。网页很少是 XML：用 BeautifulSoup 来读。</translation>
    </message>
    <message>
        <source>What line {line} reads as XML has nothing in it, or ends too early. Print it to see what it is.</source>
        <translation>第 {line} 行当作 XML 读的内容是空的，或者结束得太早。把它打印出来看看。</translation>
    </message>
</context>
<context>
    <name>ExplainObjectsTexts</name>
    <message>
        <source>&apos;{name}&apos; is None, because .{method}() in line {line} only does something and gives nothing back. Make two lines of it: {instead} and below it {instead2}</source>
        <translation>&apos;{name}&apos; 是 None，因为第 {line} 行的 .{method}() 只做事，不返回任何东西。请把它写成两行：{instead}，下一行写 {instead2}</translation>
    </message>
    <message>
        <source>{what} is None, as line {line} has set it, and has got no other value since; None has no .{attribute}. Ask before it is used: if {what} is not None:</source>
        <translation>{what} 是 None，第 {line} 行这样设置之后就没有得到过别的值；而 None 没有 .{attribute}。使用之前请先判断：if {what} is not None:</translation>
    </message>
    <message>
        <source>{what} is None here: it is behind the last one, or there is none at all. None has no .{attribute}, so ask for that first: {what} is not None</source>
        <translation>{what} 在这里是 None：它已经过了最后一个，或者一个也没有。None 没有 .{attribute}，所以请先判断：{what} is not None</translation>
    </message>
    <message>
        <source>{call} found nothing here, so it gave back None. Give its result a name, and ask before it is used: if name: (re.match() looks at the beginning only, re.search() everywhere.)</source>
        <translation>{call} 在这里什么也没找到，所以返回了 None。请给结果起一个名字，使用之前先问：if name:（re.match() 只看开头，re.search() 看所有地方。）</translation>
    </message>
    <message>
        <source>{what} is a dictionary, since {{}} in line {line} makes one. For a set, write there: set()</source>
        <translation>{what} 是字典，因为第 {line} 行的 {{}} 创建的是字典。如果要集合，请在那里写：set()</translation>
    </message>
    <message>
        <source>{what} is the whole list, and .{attribute} belongs to each of the objects in it. Write: {instead}</source>
        <translation>{what} 是整个列表，而 .{attribute} 属于其中的每个对象。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a list, and .{attribute} belongs to each of the objects in it. Go through them with a loop, or take one of them, such as {what}[0].{attribute}</source>
        <translation>{what} 是列表，而 .{attribute} 属于其中的每个对象。请用循环逐个处理，或者取其中一个，例如 {what}[0].{attribute}</translation>
    </message>
    <message>
        <source>Line {line} gives the name of the module &apos;{name}&apos; to something else, which is {type} here. Choose another name there, and write it in all lines that mean this and not the module.</source>
        <translation>第 {line} 行把模块“{name}”的名字给了别的东西，它在这里是{type}。请在那里换一个名字，并在所有指它而不是指模块的行里写这个新名字。</translation>
    </message>
    <message>
        <source>{value} is the name of a member of {type} and not its value. To find it by its name, write: {instead}</source>
        <translation>{value} 是 {type} 的成员的名字，而不是它的值。要按名字查找，请写：{instead}</translation>
    </message>
    <message>
        <source>{function} gives back the value of &apos;{name}&apos;, but line {line} does not keep it. Write there: {instead}</source>
        <translation>{function} 会返回“{name}”的值，但第 {line} 行没有保存它。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function}() in line {line} gives nothing back: it has no &apos;return&apos; with a value. Write one at its end.</source>
        <translation>{what} 是 None，因为第 {line} 行的 {function}() 没有返回任何值：里面没有带值的 return。请在它的末尾写一个。</translation>
    </message>
    <message>
        <source>&apos;in&apos; looks for a text in a text, and {what} is {type}. Make text of it first: str({what})</source>
        <translation>in 是在文本里查找文本，而 {what} 是{type}。请先把它变成文本：str({what})</translation>
    </message>
    <message>
        <source>{what} is {type}: line {line} gives the object a value under the name of its own function {name}(). Give one of the two another name.</source>
        <translation>{what} 是{type}：第 {line} 行给这个对象的一个值起了和它的函数 {name}() 一样的名字。请给其中一个换个名字。</translation>
    </message>
    <message>
        <source>Line {line} asks for {full}, or sets it, inside the property of that very name, which begins again and again. Keep the value under another name: {instead}</source>
        <translation>第 {line} 行在同名的 property 里又用到了 {full}，于是它一遍又一遍地重新开始。请用另一个名字保存这个值：{instead}</translation>
    </message>
    <message>
        <source>&apos;{attribute}&apos; is worked out by the property in line {line}, so it cannot be given a value. Change what it is made of, or write a setter for it.</source>
        <translation>&apos;{attribute}&apos; 是由第 {line} 行的 property 算出来的，所以不能给它赋值。请修改用来计算它的值，或者为它写一个 setter。</translation>
    </message>
    <message>
        <source>{what} is a named tuple, whose values cannot be changed. Make a new one: {what} = {what}._replace({attribute}=...)</source>
        <translation>{what} 是命名元组，它的值不能修改。请新建一个：{what} = {what}._replace({attribute}=...)</translation>
    </message>
    <message>
        <source>The class was made with frozen=True, so line {line} cannot change its object. Make a new object, or leave frozen=True out.</source>
        <translation>这个类是用 frozen=True 创建的，所以第 {line} 行不能修改它的对象。请新建一个对象，或者去掉 frozen=True。</translation>
    </message>
    <message>
        <source>{function} compares what is in {what}, and of {type} Python cannot tell which is the larger. Say what counts: key=lambda each: ...</source>
        <translation>{function} 要比较 {what} 里的各项，而 Python 不知道两个{type}哪个更大。请说明按什么比较：key=lambda each: ...</translation>
    </message>
    <message>
        <source>{name} has no function {method}(), which the class that it is based on demands. Write one in {name}, under exactly that name.</source>
        <translation>{name} 里没有函数 {method}()，而它所继承的类要求必须有。请在 {name} 里写一个，名字要完全一样。</translation>
    </message>
    <message>
        <source>There is no &apos;{member}&apos; in {name}. It has: {members}</source>
        <translation>{name} 里没有 &apos;{member}&apos;。它有：{members}</translation>
    </message>
    <message>
        <source>No member of {type} has the value {value}. Look at the values in the class.</source>
        <translation>{type} 里没有哪个成员的值是 {value}。请看看类里写的值。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is None: the function {decorator}() in line {line}, which stands above it with @, gives nothing back. Write a &apos;return&apos; with the inner function at its end.</source>
        <translation>&apos;{name}&apos; 是 None：写在它上面 @ 后面的函数 {decorator}()（第 {line} 行）没有返回任何值。请在它的末尾用 return 返回里面的函数。</translation>
    </message>
    <message>
        <source>&apos;with&apos; works with an open file and the like, and {what} is {type}. Check what stands behind &apos;with&apos;.</source>
        <translation>with 用于打开的文件之类的对象，而 {what} 是{type}。请检查 with 后面写的内容。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is already the class itself here, since it was imported by its name. Leave out one &apos;{name}.&apos;</source>
        <translation>这里的 &apos;{name}&apos; 已经是那个类本身，因为导入的就是它。请去掉一个“{name}.”。</translation>
    </message>
    <message>
        <source>next() takes the next one from an iterator, and {what} is {type}. Make one of it first: {instead}</source>
        <translation>next() 从迭代器里取下一项，而 {what} 是{type}。请先做成迭代器：{instead}</translation>
    </message>
    <message>
        <source>next() in line {line} finds nothing: all has been taken already, or there was nothing from the beginning. Check how often it is called, and what it goes through.</source>
        <translation>第 {line} 行的 next() 没有可取的：要么全部都取完了，要么一开始就什么也没有。请检查它被调用了多少次，以及它从哪里取。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is known only in the lines of the &apos;except&apos; in line {line}; Python forgets it after them. Use it there, or keep it under another name.</source>
        <translation>&apos;{name}&apos; 只在第 {line} 行的 except 里有效，之后 Python 就把它忘掉了。请在那里使用它，或者换个名字保存下来。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key} yet, so there is no value that can be asked for. With .get() it may be missing: {instead}</source>
        <translation>&apos;{table}&apos; 里还没有键 {key}，所以没有可以判断的值。用 .get() 时键可以不存在：{instead}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key} yet, so there is nothing to calculate with. Begin with a value: {instead}</source>
        <translation>&apos;{table}&apos; 里还没有键 {key}，所以没有可以计算的值。请给它一个初始值：{instead}</translation>
    </message>
    <message>
        <source>All objects of this class would share {type} that stands behind the = here. Write behind the = instead: {instead}</source>
        <translation>这个类的所有对象会共用这里 = 后面的那个东西（{type}）。请在 = 后面改写为：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value in the class and stands behind one that has. Give it a value, too, or move those without one to the front: values in round brackets are given in that order.</source>
        <translation>&apos;{name}&apos; 在类里没有值，却排在一个有值的后面。请也给它一个值，或者把没有值的移到前面：圆括号里的值也按这个顺序给出。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key} yet, so there is nothing to calculate with. Begin with a value: {instead} Change also the other lines that add to a key in this way: {lines}</source>
        <translation>&apos;{table}&apos; 里还没有键 {key}，所以没有可以计算的值。请给它一个初始值：{instead}其他这样给键累加的行也请同样修改：{lines}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key} yet, so there is nothing to put something into. Write: {instead}</source>
        <translation>&apos;{table}&apos; 里还没有键 {key}，所以没有地方可以放东西。请写：{instead}</translation>
    </message>
    <message>
        <source>The places in [ : ] are whole numbers, and {what} is {type}. Write: {instead}</source>
        <translation>[ : ] 里的位置必须是整数，而 {what} 是{type}。请写：{instead}</translation>
    </message>
    <message>
        <source>{function} needs a whole number, and {what} is {type}. Write: {instead}</source>
        <translation>{function} 需要整数，而 {what} 是{type}。请写：{instead}</translation>
    </message>
    <message>
        <source>The text has a place for &apos;{key}&apos; in curly brackets, and .format() gets no value of that name. Write in its brackets: {key}=...</source>
        <translation>文本里有一个花括号位置 &apos;{key}&apos;，而 .format() 没有得到这个名字的值。请在它的括号里写：{key}=...</translation>
    </message>
    <message>
        <source>defaultdict() wants a function that makes the first value, and {what} is none. Write, for 0: defaultdict(int)</source>
        <translation>defaultdict() 需要一个能产生初始值的函数，而 {what} 不是函数。要得到 0，请写：defaultdict(int)</translation>
    </message>
    <message>
        <source>random.choice() needs numbered places, and {what} is {type}. Make a list of it first: random.choice(list({what}))</source>
        <translation>random.choice() 需要有编号的位置，而 {what} 是{type}。请先把它变成列表：random.choice(list({what}))</translation>
    </message>
    <message>
        <source>writelines() writes texts, and among those in {what} is {type}. Make texts of all of them first, with str().</source>
        <translation>writelines() 写入的是文本，而 {what} 里有{type}。请先用 str() 把它们都变成文本。</translation>
    </message>
    <message>
        <source>{function} searches text, and {what} is {type}. Make text of it first: str({what})</source>
        <translation>{function} 在文本里查找，而 {what} 是{type}。请先把它变成文本：str({what})</translation>
    </message>
    <message>
        <source>In line {line}, text meets bytes. Make text of the bytes with .decode(), or bytes of the text with .encode().</source>
        <translation>第 {line} 行里，文本和 bytes 混在了一起。请用 .decode() 把 bytes 变成文本，或者用 .encode() 把文本变成 bytes。</translation>
    </message>
    <message>
        <source>{function} takes bytes, and {what} is text. Write: {what}.encode()</source>
        <translation>{function} 需要 bytes，而 {what} 是文本。请写：{what}.encode()</translation>
    </message>
    <message>
        <source>The file was opened with a &quot;b&quot; in its mode, so it takes bytes only, and line {line} gives it text. Open it without the &quot;b&quot;.</source>
        <translation>打开文件时模式里有 &quot;b&quot;，所以它只接受 bytes，而第 {line} 行给它的是文本。请去掉模式里的 &quot;b&quot;。</translation>
    </message>
    <message>
        <source>{function} works with an open file, and {what} is text. Open the file first: {instead}</source>
        <translation>{function} 需要一个已打开的文件，而 {what} 是文本。请先打开文件：{instead}</translation>
    </message>
    <message>
        <source>{function} reads an open file, and {what} is the text itself. Write: {instead}</source>
        <translation>{function} 读取的是已打开的文件，而 {what} 就是文本本身。请写：{instead}</translation>
    </message>
    <message>
        <source>Paths are put together with / and not with +. Write: {instead}</source>
        <translation>路径要用 / 而不是 + 来拼接。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and no date yet. Make a date of it first, with datetime.strptime() or datetime.fromisoformat().</source>
        <translation>{what} 是文本，还不是日期。请先用 datetime.strptime() 或 datetime.fromisoformat() 把它变成日期。</translation>
    </message>
    <message>
        <source>{what} is text ({text}), and no date or time yet. Write in its place: {instead}</source>
        <translation>{what} 是文本（{text}），还不是日期或时间。请改写为：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, and no date or time yet. Make one of it first: {instead}, or {instead2} if it is written in another way.</source>
        <translation>{what} 是文本，还不是日期或时间。请先把它变成日期或时间：{instead}；如果是别的写法，就用 {instead2}。</translation>
    </message>
    <message>
        <source>In line {line}, one of the two times knows its time zone and the other does not. Give both one, such as datetime.now(timezone.utc).</source>
        <translation>第 {line} 行的两个时间，一个带时区，另一个不带。请让两个都带时区，例如 datetime.now(timezone.utc)。</translation>
    </message>
    <message>
        <source>{call} is no day or time that there is. A day is given as year, month, day, and a time as hour, minute, second: look at each number.</source>
        <translation>{call} 不是一个存在的日期或时间。日期的顺序是：年、月、日；时间的顺序是：时、分、秒。请检查每个数字。</translation>
    </message>
    <message>
        <source>fromisoformat() reads dates such as 2024-01-31, and {text} is written in another way. Use strptime() with its form.</source>
        <translation>fromisoformat() 读取像 2024-01-31 这样的日期，而 {text} 的写法不同。请用 strptime() 并写明它的格式。</translation>
    </message>
    <message>
        <source>{function} cannot work with nothing, and {what} is empty. Check first that something is in it.</source>
        <translation>{function} 没有数据就无法计算，而 {what} 是空的。请先检查里面有没有内容。</translation>
    </message>
    <message>
        <source>Decimal() makes a number of digits and a point, and {what} is no such text. Look for a comma, spaces and other signs in it.</source>
        <translation>Decimal() 把数字和小数点变成数，而 {what} 不是这样的文本。请看看里面有没有逗号、空格或其他符号。</translation>
    </message>
    <message>
        <source>A Decimal does not calculate with {what}, which is a number (float). Make a Decimal of it: Decimal(str({what}))</source>
        <translation>Decimal 不能和 {what} 一起计算，它是小数 (float)。请把它变成 Decimal：Decimal(str({what}))</translation>
    </message>
    <message>
        <source>The thread that line {line} starts has been started before, and each can be started only once. Make a new Thread.</source>
        <translation>第 {line} 行启动的线程之前已经启动过，而每个线程只能启动一次。请新建一个 Thread。</translation>
    </message>
    <message>
        <source>{type} keeps .{attribute} to itself: a name that begins with two underscores is found only inside the class. Call it otherwise, or write a method that gives it back.</source>
        <translation>{type} 的 .{attribute} 只能在类的内部使用，因为它的名字以两个下划线开头。请换一个名字，或者写一个方法把它返回。</translation>
    </message>
    <message>
        <source>The class {type} does not say what {operator} does with its objects. Use what they hold, such as object.name, or write a method for {operator} in the class.</source>
        <translation>{type} 这个类没有说明 {operator} 对它的对象做什么。请使用对象里的值，例如 object.name，或者在类里为 {operator} 写一个方法。</translation>
    </message>
    <message>
        <source>{what} is an object of {type}, and takes no [ ]. What it holds is read with a point: {what}.name</source>
        <translation>{what} 是 {type} 的对象，不能用 [ ]。请用点来读取它的值：{what}.name</translation>
    </message>
    <message>
        <source>{item} is not in the set {what}, so it cannot be removed. Use .discard(), which does not mind.</source>
        <translation>{item} 不在集合 {what} 里，所以不能移除。请用 .discard()，没有也不会出错。</translation>
    </message>
    <message>
        <source>+ does not join dictionaries. Write: {instead}</source>
        <translation>+ 不能合并字典。请写成：{instead}</translation>
    </message>
    <message>
        <source>{method}() in line {line} has to give back text, and gives back {type}. Write &apos;return&apos; with the text in it; print() only shows it.</source>
        <translation>第 {line} 行的 {method}() 必须返回文本，而它返回的是{type}。请用 return 返回文本；print() 只是把它显示出来。</translation>
    </message>
    <message>
        <source>{what} gives its items one by one and does not know how many there are. Make a list of it first: len(list({what}))</source>
        <translation>{what} 一个一个地给出它的项，不知道一共有多少。请先把它做成列表：len(list({what}))</translation>
    </message>
    <message>
        <source>The loop counts up to the length that {what} had at its beginning, and {method} in line {line} makes it shorter meanwhile. Collect what is to stay in a new list instead.</source>
        <translation>循环一直数到 {what} 一开始的长度，而第 {line} 行的 {method} 让它变短了。请改为把要留下的项放进一个新列表。</translation>
    </message>
    <message>
        <source>The loop has looked at all {length} items of {what} and goes on. Let it end there, too: {instead}</source>
        <translation>循环已经看完了 {what} 的全部 {length} 项，却还在继续。请让它在那里也结束：{instead}</translation>
    </message>
    <message>
        <source>randint() can give its second number, too, and {index} is the length of {what} here, one more than the last place. Write: {instead}</source>
        <translation>randint() 也可能给出它的第二个数，而这里 {index} 等于 {what} 的长度，比最后一个位置多一。请写：{instead}</translation>
    </message>
    <message>
        <source>A loop through a text gives its letters: {item} is a single one. To go through its lines, loop through {text}.splitlines().</source>
        <translation>循环遍历文本时得到的是一个个字符：{item} 只是其中一个。要逐行遍历，请循环遍历 {text}.splitlines()。</translation>
    </message>
    <message>
        <source>The length of {what} is {length}, and at the last round {index} is one place too far. Let the loop end earlier: {instead}</source>
        <translation>{what} 的长度是 {length}，到了最后一轮，{index} 就超出了。请让循环早一点结束：{instead}</translation>
    </message>
    <message>
        <source>{what}[...] = changes an item that is there already, and {what} is an empty list. To put one in, write {what}.append(...).</source>
        <translation>{what}[...] = 只能改变已经有的项，而 {what} 是空列表。要放进一项，请写 {what}.append(...)。</translation>
    </message>
    <message>
        <source>{name} is None, because .{method}() in line {line} changes {changed} itself and gives nothing back. Write it there without &apos;{name} =&apos;, and use {changed} from there on.</source>
        <translation>{name} 是 None，因为第 {line} 行的 .{method}() 直接改变 {changed}，不返回任何东西。请去掉那里的“{name} =”，之后就用 {changed}。</translation>
    </message>
    <message>
        <source>{what} is None, because line {line} gives back what .{method}() gives, and that is nothing. It changes {changed} itself: write it on a line of its own, and below: return {changed}</source>
        <translation>{what} 是 None，因为第 {line} 行返回的是 .{method}() 的结果，而它什么也不返回。它直接修改 {changed}：请让它单独成一行，并在下一行写 return {changed}</translation>
    </message>
    <message>
        <source>A loop through a dictionary gives its keys: {item} is a key of {table}, and what belongs to it is {table}[{item}].</source>
        <translation>循环遍历字典时得到的是键：{item} 是 {table} 的键，对应的值是 {table}[{item}]。</translation>
    </message>
    <message>
        <source>A loop through a dictionary gives its keys: {item} is a key of {table}. If you want to go through the list in it, loop through {instead}.</source>
        <translation>循环遍历字典时得到的是键：{item} 是 {table} 的键。如果想遍历其中的列表，请循环遍历 {instead}。</translation>
    </message>
    <message>
        <source>A loop through a dictionary gives its keys: {item} is a key of {table}, and what belongs to it is {table}[{item}]. Use that, or loop through {table}.values().</source>
        <translation>循环遍历字典时得到的是键：{item} 是 {table} 的键，对应的值是 {table}[{item}]。请用它，或者循环遍历 {table}.values()。</translation>
    </message>
    <message>
        <source>{what} is a list, and what is in it are dictionaries. If {key} is one of their keys, take one of them first, by its place, counted from 0: {what}[0][{key}] is that of the first one. Or go through all of them with a loop.</source>
        <translation>{what} 是列表，里面是字典。如果 {key} 是这些字典的键，请先按位置取出其中一个，位置从 0 开始数：{what}[0][{key}] 是第一个的。或者用循环逐个处理。</translation>
    </message>
    <message>
        <source>{what} is a list, and .{attribute}() belongs to each of the texts in it. Go through them with a loop, or take one of them, such as {what}[0].{attribute}().</source>
        <translation>{what} 是一个列表，而 .{attribute}() 属于里面的每个文本。请用循环逐个处理，或者取出其中一个，例如 {what}[0].{attribute}()。</translation>
    </message>
    <message>
        <source>{name} is None, because {call} in line {line} found nothing. Decide what is right then: if {name} is None: (re.match() looks at the beginning only, re.search() everywhere.)</source>
        <translation>{name} 是 None，因为第 {line} 行的 {call} 什么也没找到。请决定这时该怎么做：if {name} is None:（re.match() 只看开头，re.search() 看所有地方。）</translation>
    </message>
    <message>
        <source>The loop in line {line} counts too far: the length of {what} is {length}, and the last place is one less, as counting begins at 0. Write {instead}.</source>
        <translation>第 {line} 行的循环数过头了：{what} 的长度是 {length}，而最后的位置要少一，因为从 0 开始数。请写 {instead}。</translation>
    </message>
    <message>
        <source>{what} is {type}, and [...] takes nothing out of numbers. For its digits, make text of it: str({what})[...]. If it should be a list or text, look where its value comes from.</source>
        <translation>{what} 是{type}，[...] 不能从数里取出什么。要取它的某一位，请先变成文本：str({what})[...]。如果它应该是列表或文本，请看看它的值是从哪里来的。</translation>
    </message>
</context>
<context>
    <name>ExplainOperatorsTexts</name>
    <message>
        <source>* is done first here, so {what} is text, and {operator} calculates with numbers only. Calculate how many times first, in brackets: {instead}</source>
        <translation>这里先算 *，所以 {what} 是文本，而 {operator} 只能用于数字。请先在括号里算出要重复多少次：{instead}</translation>
    </message>
    <message>
        <source>sum() adds with +, and &apos;{class}&apos; says nowhere what + means. Sum up a number of each object, such as: sum(each.price for each in ...)</source>
        <translation>sum() 用 + 相加，而 &apos;{class}&apos; 没有规定 + 的含义。请把每个对象的某个数字相加，例如：sum(each.price for each in ...)</translation>
    </message>
    <message>
        <source>sum() begins with 0, and does not know what 0 and &apos;{class}&apos; are together. Write in the class a function __radd__(self, other), which gives back self where other is 0.</source>
        <translation>sum() 从 0 开始，而 0 加 &apos;{class}&apos; 没有定义。请在类中写一个函数 __radd__(self, other)，当 other 为 0 时返回 self。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a whole object here: {type}. What stands on the other side is only one part of such an object. Write: {instead}</source>
        <translation>这里的 &apos;{name}&apos; 是整个对象：{type}，而另一边只是这种对象的一个部分。请写：{instead}</translation>
    </message>
    <message>
        <source>{type} says what {sign} means only where it stands on the left. Write: {instead}</source>
        <translation>{type} 只规定了自己在左边时 {sign} 的含义。请写：{instead}</translation>
    </message>
    <message>
        <source>{type} says what {sign} means only where it stands on the left. Write in the class a function for the other way round: {method}</source>
        <translation>{type} 只规定了自己在左边时 {sign} 的含义。请在类中为相反的顺序写一个函数：{method}</translation>
    </message>
    <message>
        <source>{type} says nowhere what {sign} means. Write in the class a function that gives back the result: {method}. Or calculate with a value that the object has.</source>
        <translation>{type} 没有规定 {sign} 的含义。请在类中写一个返回结果的函数：{method}；或者用对象所含的值来计算。</translation>
    </message>
    <message>
        <source>__init__() fills an object that is there already, and may give nothing back. Remove the &apos;return&apos; in line {line}.</source>
        <translation>__init__() 只填充已经存在的对象，不能返回任何东西。请删去第 {line} 行的 &apos;return&apos;。</translation>
    </message>
    <message>
        <source>__iter__() has to give back what goes through the items, and line {line} gives back {type} itself. Write there: {instead}</source>
        <translation>__iter__() 必须返回一个用来逐个取出元素的东西，而第 {line} 行返回的是{type}本身。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{type} gives itself back in __iter__(), and so it needs a function __next__(self), too, which gives back the next item. Write one.</source>
        <translation>{type} 在 __iter__() 中返回自己，所以还需要一个函数 __next__(self) 来返回下一个元素。请写一个。</translation>
    </message>
    <message>
        <source>__len__() has to give back a whole number, and line {line} gives back {type}. Write there: {instead}</source>
        <translation>__len__() 必须返回一个整数，而第 {line} 行返回的是{type}。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{type} has an __eq__() of its own in line {line}, and so its objects can be neither in a set nor the keys of a dictionary, unless it has a __hash__(self), too. Write that in the class, with: {instead}</source>
        <translation>{type} 在第 {line} 行有自己的 __eq__()，所以它的对象既不能放进集合，也不能作字典的键，除非它还有 __hash__(self)。请在类中写上它，内容为：{instead}</translation>
    </message>
    <message>
        <source>{function} in line {line} takes the class as &apos;cls&apos;, and gets it only if this stands in a line of its own right above: @classmethod</source>
        <translation>第 {line} 行的 {function} 用 &apos;cls&apos; 接收类，而只有在它的正上方单独一行写上这个时才会得到：@classmethod</translation>
    </message>
    <message>
        <source>{what} is one object of {type}, and keeps its items in a list. Write: {instead}</source>
        <translation>{what} 是 {type} 的一个对象，它把元素保存在一个列表里。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is an object of {type} and no function itself. If its {function} is meant, write: {instead}</source>
        <translation>{what} 是 {type} 的对象，本身不是函数。如果是指它的 {function}，请写：{instead}</translation>
    </message>
    <message>
        <source>{class} needs a function {method}(), as the class that it is based on demands, and has {name}() in line {line}. Rename that to {method}.</source>
        <translation>{class} 需要一个函数 {method}()，因为它所继承的类要求如此，而它在第 {line} 行有的是 {name}()。请把它改名为 {method}。</translation>
    </message>
    <message>
        <source>{what} is text: what * gets in line {line} is text, which it only repeats. Make a number of it first, and write there: {instead}</source>
        <translation>{what} 是文本：第 {line} 行的 * 得到的是文本，只会把它重复。请先把它转换成数字，在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a whole object: {type}. To calculate with a value in it, write for instance: {instead}</source>
        <translation>&apos;{name}&apos; 是整个对象：{type}。要用其中的一个值来计算，请写例如：{instead}</translation>
    </message>
    <message>
        <source>{function}() is asked about anything that is compared, and here &apos;{name}&apos; is {type}. Write as its first line: {instead}</source>
        <translation>任何被比较的东西都会交给 {function}()，而这里的 &apos;{name}&apos; 是{type}。请把这句写成它的第一行：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainOrderTexts</name>
    <message>
        <source>Python 3 writes this with &apos;as&apos;. Write in line {line}: {instead}</source>
        <translation>在 Python 3 里，这里要用 as。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Between a key and its value in curly brackets stands a colon. Write : between them in line {line}.</source>
        <translation>花括号里的键和值之间要写冒号。请在第 {line} 行的键和值之间写上 :。</translation>
    </message>
    <message>
        <source>Python has no curly brackets around lines that belong together. End line {line} with a colon, and indent what belongs to it.</source>
        <translation>Python 不用花括号把属于一起的行括起来。请让第 {line} 行以冒号结尾，并缩进属于它的行。</translation>
    </message>
    <message>
        <source>Python writes a counting loop otherwise than other languages. Write in line {line}, for instance: for i in range(5):</source>
        <translation>Python 的计数循环和其他语言的写法不同。请在第 {line} 行这样写，例如：for i in range(5):</translation>
    </message>
    <message>
        <source>The {prompt} in line {line} is what Python shows where one types, and no part of a script. Remove it, and all others at the beginnings of lines.</source>
        <translation>第 {line} 行的 {prompt} 是 Python 在等待输入时显示的，不是脚本的内容。请去掉它，以及其他各行开头的这种标记。</translation>
    </message>
    <message>
        <source>Line {line} is a command for the terminal and not for Python: {command}. Run it there, and remove it here.</source>
        <translation>第 {line} 行是终端的命令，不是 Python 的：{command}。请在终端里运行它，并把它从这里去掉。</translation>
    </message>
    <message>
        <source>Python has no &apos;{word}&apos; at this place. Remove it from line {line}.</source>
        <translation>Python 在这个位置没有“{word}”。请把它从第 {line} 行去掉。</translation>
    </message>
    <message>
        <source>Python writes this import the other way round. Write in line {line}: {instead}</source>
        <translation>这个导入在 Python 里要反过来写。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>The character {character} in line {line} means nothing in Python outside of a text. Remove it, or put quotes around the text that it belongs to.</source>
        <translation>第 {line} 行的字符 {character} 在字符串以外没有意义。请去掉它，或者给它所属的文本加上引号。</translation>
    </message>
    <message>
        <source>Directly below the lines of the &apos;try&apos; in line {line} must come an &apos;except&apos;, which says what to do about an error. Write it there, indented as the &apos;try&apos;.</source>
        <translation>第 {line} 行的 try 后面的那些行，紧接着必须有一个 except，说明出错时怎么办。请在那里写上，缩进和 try 相同。</translation>
    </message>
    <message>
        <source>In line {line}, a value without a name stands behind one that has a name. Write its name before it, too; or put it first, if that is its place among those without a name.</source>
        <translation>第 {line} 行中，没有名字的值写在了有名字的值后面。请给它也写上名字；如果按顺序它本来就该在没有名字的值当中，就把它写在前面。</translation>
    </message>
    <message>
        <source>In line {line}, a parameter without a value stands behind one that has a value, such as x=1. Put those without a value first, also in the calls; or give it a value, too.</source>
        <translation>第 {line} 行中，没有值的参数写在了有值的参数（例如 x=1）后面。请把没有值的参数写在前面，调用处也一样；或者也给它一个值。</translation>
    </message>
    <message>
        <source>In line {line}, the parameter {name} stands behind one that has a value, so it needs one, too. All calls give it by its place, so it can stay where it is. Write: {name}=None</source>
        <translation>第 {line} 行中，参数 {name} 写在有值的参数后面，所以它也需要一个值。所有调用都按位置给出它，所以它可以留在原处。请写：{name}=None</translation>
    </message>
    <message>
        <source>In the brackets behind &apos;def&apos; stand names only, and no values. Give each in line {line} a name.</source>
        <translation>def 后面的括号里只写名字，不写值。请给第 {line} 行的每一个都起一个名字。</translation>
    </message>
    <message>
        <source>&apos;else&apos; takes no condition. In line {line}, write &apos;elif&apos; in its place, or remove what stands behind &apos;else&apos;.</source>
        <translation>else 后面没有条件。请把第 {line} 行的 else 改写成 elif，或者去掉 else 后面的内容。</translation>
    </message>
    <message>
        <source>An &apos;if&apos; in the middle of line {line} needs an &apos;else&apos; behind it: one if condition else other</source>
        <translation>第 {line} 行中间的 if 后面需要 else：one if condition else other</translation>
    </message>
    <message>
        <source>An &apos;if&apos; in the middle of line {line} needs an &apos;else&apos; behind it. In this script, {name} is only ever {value} or {value2}. To go from each of them to the other, write: {instead}</source>
        <translation>第 {line} 行中间的 if 后面需要 else。在这个脚本里，{name} 只会是 {value} 或 {value2}。要在两者之间来回切换，请写：{instead}</translation>
    </message>
    <message>
        <source>An &apos;if&apos; in the middle of line {line} needs an &apos;else&apos; behind it, with what is to be taken otherwise. If nothing is to be done then, put the &apos;if&apos; first: {instead}</source>
        <translation>第 {line} 行中间的 if 后面需要 else，以及其他情况下要取的值。如果其他情况下什么都不做，就把 if 放到前面：{instead}</translation>
    </message>
    <message>
        <source>The &apos;{word}&apos; in line {line} comes after the &apos;else&apos; in line {line2}, which has to be the last. Put it above that.</source>
        <translation>第 {line} 行的“{word}”在第 {line2} 行的 else 之后，而 else 必须在最后。请把它放到 else 上面。</translation>
    </message>
    <message>
        <source>Line {line} needs lines below it that belong to it and are indented. If there is nothing to do yet, write there: pass</source>
        <translation>第 {line} 行下面需要有属于它的、缩进的行。如果暂时没有要做的，请在那里写：pass</translation>
    </message>
    <message>
        <source>No function around this one has a variable &apos;{name}&apos;. If you mean the one outside of all functions, write &apos;global {name}&apos; in line {line}.</source>
        <translation>外面的函数里都没有变量“{name}”。如果你指的是所有函数之外的那一个，请在第 {line} 行写 global {name}。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} works only in a function that begins with &apos;async def&apos;.</source>
        <translation>第 {line} 行的“{word}”只能用在以 async def 开头的函数里。</translation>
    </message>
    <message>
        <source>In the text in line {line} that begins with f, a curly bracket is not closed, or has nothing to close. Give each {{ its }}.</source>
        <translation>第 {line} 行以 f 开头的字符串里，有一个花括号没有关上，或者没有对应的左括号。请让每个 {{ 都有对应的 }}。</translation>
    </message>
    <message>
        <source>The text in line {line} that begins with f has the same quotation marks in its curly brackets as around it. Use the other kind inside.</source>
        <translation>第 {line} 行以 f 开头的字符串，花括号里用了和外面一样的引号。请在里面用另一种引号。</translation>
    </message>
    <message>
        <source>The \ before the closing quotation mark in line {line} makes it a part of the text. Write two of them, or / in its place.</source>
        <translation>第 {line} 行里，结束引号前面的 \ 使引号成了字符串的一部分。请写两个 \，或者改写成 /。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} has a - in it, which means minus, so it is no name. Write: {instead}</source>
        <translation>第 {line} 行的“{name}”里有 -，而它表示减号，所以这不是一个名字。请写：{instead}</translation>
    </message>
    <message>
        <source>To multiply, write * between the two. In line {line}: {instead}</source>
        <translation>要做乘法，请在两者之间写 *。在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} ends with {operator}, and something must follow it. Write what belongs there, or remove it.</source>
        <translation>第 {line} 行以 {operator} 结尾，后面必须有内容。请补上该写的内容，或者去掉它。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} belongs to a loop, and no loop is around it. To leave a function, write &apos;return&apos;; to end the program, write exit().</source>
        <translation>第 {line} 行的 {word} 要写在循环里，而它外面没有循环。要离开函数，请写 return；要结束程序，请写 exit()。</translation>
    </message>
    <message>
        <source>Line {line} is not indented and parts the &apos;try&apos; from its &apos;except&apos; in line {line2}. Indent it, if it belongs to the try, or move it below the except.</source>
        <translation>第 {line} 行没有缩进，把 try 和第 {line2} 行的 except 分开了。如果它属于 try，请缩进它，否则把它移到 except 后面。</translation>
    </message>
    <message>
        <source>Behind &apos;{word}&apos; in line {line}, a whole condition has to stand. Write: {instead}</source>
        <translation>第 {line} 行的 {word} 后面要写一个完整的条件。请写成：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainOutsideTexts</name>
    <message>
        <source>{what} is no result yet: an &apos;async def&apos; function gives its result only to &apos;await&apos;. Write &apos;await&apos; before the call.</source>
        <translation>{what} 还不是结果：async def 函数的结果要用 await 才能得到。请在调用前面写上 await。</translation>
    </message>
    <message>
        <source>{what} is no result yet: an &apos;async def&apos; function has to be run first. Outside of such a function, put asyncio.run(...) around the call.</source>
        <translation>{what} 还不是结果：async def 函数必须先运行。在这种函数之外，请在调用外面加上 asyncio.run(...)。</translation>
    </message>
    <message>
        <source>asyncio.run() takes what a call gives, and {function} stands there without brackets. Write: asyncio.run({function}())</source>
        <translation>asyncio.run() 需要的是调用的结果，而 {function} 后面没有括号。请写：asyncio.run({function}())</translation>
    </message>
    <message>
        <source>asyncio runs already, and can be started only once. Inside an &apos;async def&apos; function, write: await {call}</source>
        <translation>asyncio 已经在运行，只能启动一次。在 async def 函数里请写：await {call}</translation>
    </message>
    <message>
        <source>{number} errors came at once, from tasks that ran side by side. The traceback shows each of them under a number of its own: begin with number 1.</source>
        <translation>{number} 个并行运行的任务同时出错了。报错信息里每个错误都有自己的编号：请先看编号 1。</translation>
    </message>
    <message>
        <source>{what} gives its items one by one to &apos;async for&apos;. Write &apos;async for&apos; in place of &apos;for&apos;.</source>
        <translation>{what} 要用 async for 一项一项地取。请把 for 改成 async for。</translation>
    </message>
    <message>
        <source>&apos;await&apos; waits for what an &apos;async def&apos; function gives, and {what} is {type}. Leave &apos;await&apos; out, or make the function &apos;async def&apos;.</source>
        <translation>await 等待的是 async def 函数给出的东西，而 {what} 是{type}。请去掉 await，或者把那个函数改成 async def。</translation>
    </message>
    <message>
        <source>In the search pattern, the {sign} at place {index} (counted from 0) is not closed. Write {closing} where it ends; for the sign itself, write \{sign}</source>
        <translation>查找模式里，位置 {index}（从 0 数起）的 {sign} 没有结束。请在结束处写 {closing}；如果要找这个符号本身，请写 \{sign}</translation>
    </message>
    <message>
        <source>In the search pattern, the sign at place {index} (counted from 0) repeats what stands before it, and there is nothing that it could repeat. For any text, write .*; for the sign itself, write \ before it.</source>
        <translation>查找模式里，位置 {index}（从 0 数起）的符号要重复它前面的内容，可是前面没有可重复的。任意文本请写 .*；如果要找这个符号本身，请在它前面写 \</translation>
    </message>
    <message>
        <source>The search pattern cannot be read at place {index} (counted from 0). To search for a text as it stands, use re.escape().</source>
        <translation>查找模式在位置 {index}（从 0 数起）处无法读懂。如果要按原样查找文本，请用 re.escape()。</translation>
    </message>
    <message>
        <source>The values for the ? are given as a tuple, and {what} is text, of which each letter counts as a value. Write a comma behind it: ({what},)</source>
        <translation>? 的值要用元组给出，而 {what} 是文本，每个字母都会被当成一个值。请在它后面加上逗号：({what},)</translation>
    </message>
    <message>
        <source>The statement has places for {length} values, and it gets {given}. Give one value for each ?; a ? in quotes is no place.</source>
        <translation>语句里有 {length} 个值的位置，却得到了 {given} 个值。请为每个 ? 给一个值；引号里的 ? 不算位置。</translation>
    </message>
    <message>
        <source>The database has no table &apos;{table}&apos;. Check its name, whether CREATE TABLE was done, and the name of the file: where there is none, a new and empty database is made.</source>
        <translation>数据库里没有表 &apos;{table}&apos;。请检查它的名字、是否执行过 CREATE TABLE，以及文件名：文件不存在时会新建一个空数据库。</translation>
    </message>
    <message>
        <source>The database takes {column} for the name of a column, and there is none. If it is a value, write ? in its place, and give the value behind: (..., (value,))</source>
        <translation>数据库把 {column} 当成列名，可是没有这一列。如果它是值，请在那里写 ?，并在后面给出值：(..., (value,))</translation>
    </message>
    <message>
        <source>The SQL statement cannot be understood at or before {text}. Look for a missing comma, quote or word there; for values, write ? in their place.</source>
        <translation>SQL 语句在 {text} 处或之前无法读懂。请看看那里是否少了逗号、引号或单词；值请用 ? 代替。</translation>
    </message>
    <message>
        <source>What is given for {column} is there already, and may be there only once. Look whether an earlier run has added it; else give something else, or change the row that has it.</source>
        <translation>给 {column} 的内容已经有了，而它只能出现一次。看看是不是之前的运行已经添加过；不然就换成别的，或者修改已有它的那一行。</translation>
    </message>
    <message>
        <source>{column} must have a value, and gets none here. Give it one.</source>
        <translation>{column} 必须有值，而这里没有给。请给它一个值。</translation>
    </message>
    <message>
        <source>In the settings that were read there is no section [{key}]. read() says nothing where there is no such file: check the file&apos;s name and folder.</source>
        <translation>读到的设置里没有 [{key}] 这一节。文件不存在时 read() 不会报错：请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>{function} needs a file that is open for bytes. Open it with the mode &quot;{mode}&quot;.</source>
        <translation>{function} 需要以字节方式打开的文件。请用模式 &quot;{mode}&quot; 打开它。</translation>
    </message>
    <message>
        <source>The table &apos;{table}&apos; is there already. Write: CREATE TABLE IF NOT EXISTS {table}</source>
        <translation>表 &apos;{table}&apos; 已经存在。请写：CREATE TABLE IF NOT EXISTS {table}</translation>
    </message>
    <message>
        <source>The database is closed by now, and line {line} uses it. Use it before .close().</source>
        <translation>数据库已经关闭，而第 {line} 行还在用它。请在 .close() 之前使用。</translation>
    </message>
    <message>
        <source>The database stores texts, numbers, bytes and None, and one value is {type}. Make text or a number of it first.</source>
        <translation>数据库只能保存文本、数字、bytes 和 None，而其中一个值是{type}。请先把它变成文本或数字。</translation>
    </message>
    <message>
        <source>What is in one window or frame is arranged in one way only, and here both .{method}() and .{method2}() are used. Use the same one for all of them.</source>
        <translation>同一个窗口或框架里只能用一种排列方式，而这里同时用了 .{method}() 和 .{method2}()。请全部用同一种。</translation>
    </message>
    <message>
        <source>There is no colour of the name {colour}. Check how it is written, or write it in numbers, such as &quot;#ff8800&quot;.</source>
        <translation>没有名叫 {colour} 的颜色。请检查写法，或者用数字写，例如 &quot;#ff8800&quot;。</translation>
    </message>
    <message>
        <source>This part of the window has no option called {option}. Check how it is written, and whether another part has it.</source>
        <translation>窗口的这个部件没有叫 {option} 的选项。请检查写法，以及它是不是别的部件的选项。</translation>
    </message>
    <message>
        <source>The size of a window is written as &quot;400x300&quot;, with a small letter x, and this is {text}.</source>
        <translation>窗口大小要写成 &quot;400x300&quot;，中间是小写字母 x，而这里写的是 {text}。</translation>
    </message>
    <message>
        <source>There is no event or key of the name {text}. They are written as &quot;&lt;Return&gt;&quot;, &quot;&lt;Button-1&gt;&quot; or &quot;a&quot;.</source>
        <translation>没有名叫 {text} 的事件或按键。写法是 &quot;&lt;Return&gt;&quot;、&quot;&lt;Button-1&gt;&quot; 或 &quot;a&quot;。</translation>
    </message>
    <message>
        <source>{function} takes the function first and then the key. Change places.</source>
        <translation>{function} 先写函数，再写按键。请交换两者的位置。</translation>
    </message>
    <message>
        <source>Line {line} needs a window, and there is none yet. Make it above this line: root = tkinter.Tk()</source>
        <translation>第 {line} 行需要一个窗口，可是现在还没有。请在这一行之前创建：root = tkinter.Tk()</translation>
    </message>
    <message>
        <source>A shape is given by pairs of numbers, x and y for each point, and here stand {given} numbers. Look which one is missing.</source>
        <translation>图形由成对的数字给出，每个点有 x 和 y，而这里有 {given} 个数字。请看看少了哪一个。</translation>
    </message>
    <message>
        <source>The function {function}() gives nothing back, so there is nothing to show. Write a &apos;return&apos; at its end.</source>
        <translation>函数 {function}() 没有返回任何值，所以没有东西可以显示。请在它的末尾写 return。</translation>
    </message>
    <message>
        <source>There is no template {file}. Flask looks for it in a folder &apos;templates&apos; beside the file that makes the application, or in the one that template_folder= names.</source>
        <translation>没有模板 {file}。Flask 在创建应用的那个文件旁边的文件夹 templates 里找它，或者在 template_folder= 指定的文件夹里找。</translation>
    </message>
    <message>
        <source>The arrays have the shapes {first} and {second}, which do not fit each other. Print .shape of both before this line.</source>
        <translation>两个数组的形状是 {first} 和 {second}，互相对不上。请在这一行之前打印两者的 .shape。</translation>
    </message>
    <message>
        <source>In line {line}, one answer is asked of many values at once. To judge each by itself, pick them with [ ] or where() in place of &apos;if&apos;; for one answer of all, add .any() or .all(); between two conditions write &amp; or |, each in brackets.</source>
        <translation>第 {line} 行要从许多值里得到一个答案。要分别判断每个值，请用 [ ] 或 where() 来挑选，而不是用 if；要一个总的答案，请加上 .any() 或 .all()；两个条件之间写 &amp; 或 |，每个条件都放在括号里。</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. Print its columns before this line: print(list({what}))</source>
        <translation>表格 {what} 没有列 {key}。请在这一行之前打印它的列：print(list({what}))</translation>
    </message>
    <message>
        <source>{what} has no row {key}. Print the names of its rows before this line: print(list({what}.index))</source>
        <translation>{what} 没有名为 {key} 的行。请在这一行之前打印各行的名字：print(list({what}.index))</translation>
    </message>
    <message>
        <source>What is in {what} are no dates yet, so it has no .dt. Make dates of it first: pandas.to_datetime({what})</source>
        <translation>{what} 里的还不是日期，所以没有 .dt。请先变成日期：pandas.to_datetime({what})</translation>
    </message>
    <message>
        <source>What is in {what} is not text, so it has no .str. Make text of it first: {what}.astype(str)</source>
        <translation>{what} 里的不是文本，所以没有 .str。请先变成文本：{what}.astype(str)</translation>
    </message>
    <message>
        <source>No computer of the name that line {line} asks for was found. Check how the address is written, and whether this computer is on the internet.</source>
        <translation>找不到第 {line} 行要访问的那台主机。请检查地址的写法，以及这台电脑是否连着网络。</translation>
    </message>
    <message>
        <source>{function} takes its function by name, and not as what stands first in the brackets. Write: {instead}</source>
        <translation>{function} 要用名字来指定函数，而不是把它写在括号里的第一个位置。请写：{instead}</translation>
    </message>
    <message>
        <source>Nobody answers at the address and port of line {line}. Start the other program first, and check its port.</source>
        <translation>第 {line} 行的地址和端口没有人应答。请先启动另一个程序，并检查它的端口。</translation>
    </message>
    <message>
        <source>An address on the web begins with https:// or http://, and {text} does not.</source>
        <translation>网址以 https:// 或 http:// 开头，而 {text} 不是。</translation>
    </message>
    <message>
        <source>There is no program &apos;{program}&apos; to be started. Check how it is written, and whether it is installed.</source>
        <translation>找不到要启动的程序 &apos;{program}&apos;。请检查写法，以及它是否已安装。</translation>
    </message>
    <message>
        <source>The args of a Thread are a tuple, and here they are {type}. Behind a single value in its brackets, write a comma.</source>
        <translation>Thread 的 args 应该是元组，这里却是 {type}。圆括号里只有一个值时，请在它后面写一个逗号。</translation>
    </message>
    <message>
        <source>{what} is {type} of tkinter, and has no .{attribute}. To change what it shows, write {instead}.</source>
        <translation>{what} 是 tkinter 的 {type}，没有 .{attribute}。要改变它显示的内容，请写 {instead}。</translation>
    </message>
    <message>
        <source>Two pages have a function of the name {function}(). Give the second one another name.</source>
        <translation>有两个页面的函数都叫 {function}()。请给第二个换一个名字。</translation>
    </message>
</context>
<context>
    <name>ExplainPackagedTexts</name>
    <message>
        <source>&apos;{module}&apos; has no &apos;{attribute}&apos; itself: that is in its file {file}. Write at the top of the file: import {part}, and here: {instead}</source>
        <translation>&apos;{module}&apos; 本身没有 &apos;{attribute}&apos;：它在其中的文件 {file} 里。请在文件开头写：import {part}，并在这里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; has no &apos;{name}&apos; itself: that is in its file {file}. Write: {instead}</source>
        <translation>&apos;{module}&apos; 本身没有 &apos;{name}&apos;：它在其中的文件 {file} 里。请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} of {file} belongs to if __name__ == ..., and so it is there only when that file is run itself. Move it out of that &apos;if&apos;, and above it.</source>
        <translation>{file} 第 {line} 行的 &apos;{name}&apos; 属于 if __name__ == ...，所以只有直接运行那个文件时才有它。请把它移到那个 &apos;if&apos; 之外、之上。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in {file} is a function of the class {class}, and is reached only by way of an object of it. Write: {instead}, make an object, and call .{name}() of that.</source>
        <translation>{file} 中的 &apos;{name}&apos; 是类 {class} 的函数，只能通过它的对象来使用。请写：{instead}，创建一个对象，再调用它的 .{name}()。</translation>
    </message>
    <message>
        <source>{file} has a &apos;{name}&apos;, but &apos;import *&apos; does not bring it along: it leaves out names that begin with _, and all that a list __all__ there does not name. Write at the top of the file: {instead}</source>
        <translation>{file} 中有 &apos;{name}&apos;，但 &apos;import *&apos; 不会带来它：它会略去以 _ 开头的名称，以及那里的列表 __all__ 没有列出的一切。请在文件开头写：{instead}</translation>
    </message>
    <message>
        <source>There is no package &apos;{name}&apos; here, but {file} is in the folder of your script. Write: {instead}</source>
        <translation>这里没有包 &apos;{name}&apos;，但您的脚本所在的文件夹里有 {file}。请写：{instead}</translation>
    </message>
    <message>
        <source>The brackets behind the name of a class are for a class that it builds upon. What an object is made of is taken by __init__: write {instead2} here, and in line {line}: {instead}</source>
        <translation>类名后面的括号用来写它所继承的类。创建对象时的值由 __init__ 接收：请在这里写 {instead2}，并在第 {line} 行写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainPlotTexts</name>
    <message>
        <source>{function} knows nothing of the name {keyword}=. Check how it is written, or leave it out.</source>
        <translation>{function} 不认识 {keyword}= 这个名字。请检查写法，或者去掉它。</translation>
    </message>
    <message>
        <source>{function} knows nothing of the name {keyword}=. It is written: {near}=</source>
        <translation>{function} 不认识 {keyword}= 这个名字。应该写：{near}=</translation>
    </message>
    <message>
        <source>There is no style of the name {text}. All names are printed by: print(plt.style.available)</source>
        <translation>没有名叫 {text} 的样式。打印所有名字：print(plt.style.available)</translation>
    </message>
    <message>
        <source>There is no style of the name {text}. Did you mean {near}?</source>
        <translation>没有名叫 {text} 的样式。你是不是想写 {near}？</translation>
    </message>
    <message>
        <source>There is no colour of the name {colour}. Did you mean {near}?</source>
        <translation>没有名叫 {colour} 的颜色。你是不是想写 {near}？</translation>
    </message>
    <message>
        <source>The parts of a colour are numbers from 0 to 1 here, and {colour} goes to 255. Divide each by 255: {instead}</source>
        <translation>这里颜色的各部分是 0 到 1 的数，而 {colour} 用的是到 255 的。请把每个除以 255：{instead}</translation>
    </message>
    <message>
        <source>There are {length} points, and c= gives {given} colours or numbers for them. Give one for each, or a single name of a colour.</source>
        <translation>有 {length} 个点，而 c= 给了 {given} 个颜色或数。请每个点给一个，或者只给一个颜色名。</translation>
    </message>
    <message>
        <source>There is no sign for points called {text}. Some are: &quot;o&quot; (circle), &quot;s&quot; (square), &quot;^&quot; (triangle), &quot;x&quot;, &quot;+&quot;, &quot;*&quot;, &quot;.&quot;</source>
        <translation>没有名叫 {text} 的点的符号。可以用：&quot;o&quot;（圆）、&quot;s&quot;（方）、&quot;^&quot;（三角）、&quot;x&quot;、&quot;+&quot;、&quot;*&quot;、&quot;.&quot;</translation>
    </message>
    <message>
        <source>There is no kind of line called {text}. These are: &quot;-&quot; or &quot;solid&quot;, &quot;--&quot; or &quot;dashed&quot;, &quot;:&quot; or &quot;dotted&quot;, &quot;-.&quot; or &quot;dashdot&quot;</source>
        <translation>没有名叫 {text} 的线型。可以用：&quot;-&quot; 或 &quot;solid&quot;、&quot;--&quot; 或 &quot;dashed&quot;、&quot;:&quot; 或 &quot;dotted&quot;、&quot;-.&quot; 或 &quot;dashdot&quot;</translation>
    </message>
    <message>
        <source>The text {text} is taken for the look of the line, which is written in signs, such as &quot;r--&quot; (red, dashed) or &quot;bo&quot; (blue points). A name of a colour is given by color=, a name for the legend by label=</source>
        <translation>文本 {text} 被当作线的样子，而那是用符号写的，例如 &quot;r--&quot;（红色虚线）或 &quot;bo&quot;（蓝点）。颜色名请用 color= 给出，图例里的名字请用 label=</translation>
    </message>
    <message>
        <source>There has to be one y for each x, and here x has the shape {first} and y {second}: they are not of the same length. Print len() of both before this line.</source>
        <translation>每个 x 都要有一个 y，而这里 x 的形状是 {first}，y 的是 {second}：长度不同。请在这一行之前打印两者的 len()。</translation>
    </message>
    <message>
        <source>{name} and {name2} belong together one by one, and here {name} has the shape {first} and {name2} {second}. Give as many of both.</source>
        <translation>{name} 和 {name2} 要一一对应，而这里 {name} 的形状是 {first}，{name2} 的是 {second}。请让两者一样多。</translation>
    </message>
    <message>
        <source>The places for names: {length}. The names that are given: {given}. There must be as many of each.</source>
        <translation>有 {length} 个位置，却给了 {given} 个名字。请给每个位置一个名字。</translation>
    </message>
    <message>
        <source>The pie gets {given} things by {name}=, and it has another number of pieces. Give one for each piece.</source>
        <translation>饼图的 {name}= 给了 {given} 个，而块数不同。请给每一块一个。</translation>
    </message>
    <message>
        <source>A piece of a pie cannot be smaller than nothing, and one of the numbers is negative. Look which one, or draw bars: plt.bar()</source>
        <translation>饼图的一块不能小于零，而其中有一个数是负的。请看看是哪一个，或者画柱形图：plt.bar()</translation>
    </message>
    <message>
        <source>One of the things that {function} is to draw is None. Print them before this line; perhaps a function before has no &apos;return&apos;.</source>
        <translation>{function} 要画的内容里有一个是 None。请在这一行之前打印它们；也许之前的某个函数没有 return。</translation>
    </message>
    <message>
        <source>{what} holds several plots, as subplots() has made more than one. Choose one of them: {instead}</source>
        <translation>{what} 里有几个图，因为 subplots() 建立了不止一个。请选其中一个：{instead}</translation>
    </message>
    <message>
        <source>{what} has rows of plots, so {item} is a whole row in this loop. To go through all plots one by one, write: {instead}</source>
        <translation>{what} 里是一行一行的图，所以这个循环里的 {item} 是整整一行。要一个一个地遍历所有的图，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a single plot and no list of them, so no place in brackets belongs behind it. Write: {instead}</source>
        <translation>{what} 是单独的一个图，不是图的列表，所以后面不要写方括号。请写：{instead}</translation>
    </message>
    <message>
        <source>subplots() gives two things, the picture and the plot in it, and {what} is both in one. Write: {instead}</source>
        <translation>subplots() 给出两样东西：整个画面和里面的图，而 {what} 是合在一起的两样。请写：{instead}</translation>
    </message>
    <message>
        <source>subplots() gives two things, the picture and all plots together. Put the names of the plots in brackets: {instead}</source>
        <translation>subplots() 给出两样东西：整个画面和所有的图。请把各个图的名字放进圆括号：{instead}</translation>
    </message>
    <message>
        <source>What plt.{attribute}() does is written in another way for {what}: {instead}</source>
        <translation>plt.{attribute}() 所做的，用 {what} 时要这样写：{instead}</translation>
    </message>
    <message>
        <source>This is how it is written for a single plot (ax); for {what}, write: {instead}</source>
        <translation>这是单个图（ax）的写法；用 {what} 时请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the whole picture, and .{attribute}() belongs to a plot in it. If there is none yet, make one: ax = {what}.add_subplot(). Then write: ax.{attribute}(...)</source>
        <translation>{what} 是整个画面，而 .{attribute}() 属于里面的图。如果还没有图，请建立一个：ax = {what}.add_subplot()。然后写：ax.{attribute}(...)</translation>
    </message>
    <message>
        <source>Line {line} has put a value in the place of the function {what}, which is gone since. There, write: {instead}</source>
        <translation>第 {line} 行用一个值代替了函数 {what}，之后这个函数就没有了。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is matplotlib as a whole, and .{attribute} is in its part pyplot. Write at the top import matplotlib.pyplot as plt, and here plt.{attribute}</source>
        <translation>{what} 是整个 matplotlib，而 .{attribute} 在它的 pyplot 部分里。请在开头写 import matplotlib.pyplot as plt，在这里写 plt.{attribute}</translation>
    </message>
    <message>
        <source>A picture cannot be saved as {text}. Let the file&apos;s name end in .png, .jpg, .svg or .pdf</source>
        <translation>图片不能保存为 {text}。请让文件名以 .png、.jpg、.svg 或 .pdf 结尾</translation>
    </message>
    <message>
        <source>A picture is a table of numbers, or of three or four numbers for each point, and this has the shape {shape}. Print .shape before this line.</source>
        <translation>图片是数的表，或者每个点有三四个数，而这里的形状是 {shape}。请在这一行之前打印 .shape。</translation>
    </message>
    <message>
        <source>imshow() shows the numbers of a picture, and {what} is text. If it is the name of a file, read that first: {instead}</source>
        <translation>imshow() 显示的是图片的数据，而 {what} 是文本。如果它是文件名，请先读取：{instead}</translation>
    </message>
    <message>
        <source>The plots are numbered from 1 to {most} (rows times columns), and the number {given} is asked for.</source>
        <translation>图的编号从 1 到 {most}（行数乘列数），而这里要的是 {given}。</translation>
    </message>
    <message>
        <source>subplot() takes three numbers: rows, columns, and which one it is, as in subplot(2, 1, 1)</source>
        <translation>subplot() 要三个数：行数、列数和第几个，例如 subplot(2, 1, 1)</translation>
    </message>
    <message>
        <source>The size of the picture is given by its name, as two numbers: width and height. Write: {instead}</source>
        <translation>画面的大小要写出名字，用两个数：宽和高。请写：{instead}</translation>
    </message>
    <message>
        <source>There is no screen here on which {text} could open a window. Leave matplotlib.use() out, or write &quot;Agg&quot; there and save the picture: plt.savefig(&quot;plot.png&quot;)</source>
        <translation>这里没有屏幕可以让 {text} 打开窗口。请去掉 matplotlib.use()，或者在那里写 &quot;Agg&quot; 并保存图片：plt.savefig(&quot;plot.png&quot;)</translation>
    </message>
    <message>
        <source>A colour bar explains colours that stand for numbers, and nothing of that kind was drawn before. Draw such a thing first (imshow, or scatter with c=), and give it: plt.colorbar(thing)</source>
        <translation>颜色条说明代表数的颜色，而之前没有画这样的内容。请先画（imshow，或带 c= 的 scatter），再把它给出：plt.colorbar(它)</translation>
    </message>
    <message>
        <source>{function} draws over an area: z has to be a table, with a row for each y and a value for each x. np.meshgrid(x, y) makes such tables of two rows of numbers.</source>
        <translation>{function} 画的是一个区域：z 必须是表，每个 y 一行，每个 x 一个值。np.meshgrid(x, y) 可以用两排数做出这样的表。</translation>
    </message>
    <message>
        <source>{what} is flat, and .{attribute}() draws in space. Make it with: plt.subplots(subplot_kw={{&quot;projection&quot;: &quot;3d&quot;}})</source>
        <translation>{what} 是平面的，而 .{attribute}() 要画在空间里。请这样建立：plt.subplots(subplot_kw={{&quot;projection&quot;: &quot;3d&quot;}})</translation>
    </message>
    <message>
        <source>alpha= says how solid something is drawn, from 0 (not to be seen) to 1, and here it is {number}.</source>
        <translation>alpha= 表示画得有多实，从 0（看不见）到 1，而这里是 {number}。</translation>
    </message>
    <message>
        <source>{what} is a dictionary, and a plot needs lists of numbers. Write: {instead}</source>
        <translation>{what} 是字典，而画图需要数的列表。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is a function, and {function} draws numbers. Make them first: x = np.linspace(0, 10, 100), then give x and {what}(x)</source>
        <translation>{what} 是函数，而 {function} 画的是数。请先做出数：x = np.linspace(0, 10, 100)，再给出 x 和 {what}(x)</translation>
    </message>
    <message>
        <source>{key} is the name of a column, and it is not said of which table. Write data= with the table in the same brackets.</source>
        <translation>{key} 是列名，但没有说明是哪个表格的。请在同一个圆括号里写 data= 加上表格。</translation>
    </message>
    <message>
        <source>The table that is given as data= has no column {key}. Print its columns before this line with list(...).</source>
        <translation>作为 data= 给出的表格没有列 {key}。请在这一行之前用 list(...) 打印它的列。</translation>
    </message>
    <message>
        <source>The size of a picture is its width and its height. Write both: {instead}</source>
        <translation>图片大小要有宽和高。请两个都写：{instead}</translation>
    </message>
    <message>
        <source>{function} draws into a picture whose size is given when it is made. Take figsize= away here, and write before: {instead}</source>
        <translation>{function} 画在一张图里，图的大小要在建立时给出。请把这里的 figsize= 去掉，并在前面写：{instead}</translation>
    </message>
    <message>
        <source>subplots() makes {length} plots here, and there are names for {given}. Give one name for each plot.</source>
        <translation>subplots() 在这里建立 {length} 个图，而名字有 {given} 个。请给每个图一个名字。</translation>
    </message>
</context>
<context>
    <name>ExplainQueriesTexts</name>
    <message>
        <source>A relationship() names &apos;{attribute}&apos; of the class {name}, which has none called so. back_populates= takes the name that the relationship() has in that other class.</source>
        <translation>有个 relationship() 提到类 {name} 的“{attribute}”，而那个类里没有叫这个名字的。back_populates= 要写另一个类里那个 relationship() 的名字。</translation>
    </message>
    <message>
        <source>Conditions of a query cannot be joined by Python&apos;s own and, or, not. Write: {instead}</source>
        <translation>查询的条件不能用 Python 自己的 and、or、not 连接。请写：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, Python asks whether a condition of a query is true, and only the database can tell. It belongs into .where(...), where &amp; stands for and, | for or, ~ for not, with brackets around each condition; 1 &lt; x &lt; 5 is written as two.</source>
        <translation>第 {line} 行里，Python 要判断查询的条件是否为真，而这只有数据库知道。它应该放进 .where(...)，在那里用 &amp; 代替 and，| 代替 or，~ 代替 not，每个条件都加上自己的括号；1 &lt; x &lt; 5 要写成两个条件。</translation>
    </message>
    <message>
        <source>{what} is a row, and no dictionary. Write: {instead}</source>
        <translation>{what} 是一行，不是字典。请写：{instead}</translation>
    </message>
    <message>
        <source>filter_by() takes names of columns and their values, as in name=&quot;Ann&quot;. For a condition, write: {instead}</source>
        <translation>filter_by() 要的是列名和值，例如 name=&quot;Ann&quot;。要写条件，请写：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, text() takes its values by names, and no question marks: text(&quot;... VALUES (:name, :age)&quot;), and behind it a dictionary: {{&quot;name&quot;: ..., &quot;age&quot;: ...}}</source>
        <translation>第 {line} 行里，text() 的值要按名字给，不用问号：text(&quot;... VALUES (:name, :age)&quot;)，后面写一个字典：{{&quot;name&quot;: ..., &quot;age&quot;: ...}}</translation>
    </message>
    <message>
        <source>select() takes the columns one by one, and no list. Write: {instead}</source>
        <translation>select() 要一个一个地给列，不要列表。请写：{instead}</translation>
    </message>
    <message>
        <source>Only classes of Flask-SQLAlchemy (db.Model) have .query. With a session, write: session.query({name})</source>
        <translation>只有 Flask-SQLAlchemy 的类（db.Model）才有 .query。有会话时，请写：session.query({name})</translation>
    </message>
    <message>
        <source>The data has &apos;{near}&apos;, and the field of {name} is called &apos;{field}&apos;. Write the same name in both places, or let the field take the other one: Field(alias=&quot;{near}&quot;)</source>
        <translation>数据里是“{near}”，而 {name} 的字段叫“{field}”。请让两处的名字一样，或者让字段接受另一个名字：Field(alias=&quot;{near}&quot;)</translation>
    </message>
    <message>
        <source>{name} may not read from objects yet. In pydantic 2, write in the class in place of class Config: model_config = ConfigDict(from_attributes=True), and import ConfigDict from pydantic.</source>
        <translation>{name} 还不能从对象读取。在 pydantic 2 里，请在类中用这句代替 class Config：model_config = ConfigDict(from_attributes=True)，并从 pydantic 导入 ConfigDict。</translation>
    </message>
    <message>
        <source>A validator is for a field &apos;{field}&apos;, and {name} has none of that name. Write the field&apos;s name there as it is in the class.</source>
        <translation>有个校验函数是给字段“{field}”的，而 {name} 没有叫这个名字的字段。请在那里写类中字段的名字。</translation>
    </message>
    <message>
        <source>@root_validator in line {line} is from pydantic 1. Write: @model_validator(mode=&quot;after&quot;) above a method that takes self, uses self.name for its fields, and ends with: return self</source>
        <translation>第 {line} 行的 @root_validator 是 pydantic 1 的写法。请写 @model_validator(mode=&quot;after&quot;)，下面的方法参数是 self，用 self.名字 取字段，最后写：return self</translation>
    </message>
    <message>
        <source>A field of {name} is of the type &apos;{what}&apos;, and nothing was called so when {name} was used. Check how it is written; a class further down has to be made before {name} is used.</source>
        <translation>{name} 的一个字段的类型是“{what}”，而使用 {name} 时还没有东西叫这个名字。检查一下拼写；写在后面的类要在使用 {name} 之前定义好。</translation>
    </message>
    <message>
        <source>A field of {name} is of the type &apos;{what}&apos;, and nothing is called so. Did you mean &apos;{near}&apos;?</source>
        <translation>{name} 的一个字段的类型是“{what}”，而没有东西叫这个名字。您是不是想写“{near}”？</translation>
    </message>
    <message>
        <source>{full} is in a package of its own now, {package}, which must be installed. Then write: {instead}</source>
        <translation>{full} 现在在一个单独的包 {package} 里，需要先安装它。然后写：{instead}</translation>
    </message>
    <message>
        <source>This Python has no module &apos;{name}&apos;. It belongs to a package that is called {package} where it is installed: pip install {package}</source>
        <translation>这个 Python 里没有模块“{name}”。它所属的包在安装时叫 {package}：pip install {package}</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; is None, as there is no environment variable {name} that line {line} could read. Set it, or check how it is called in the .env file.</source>
        <translation>“{what}”是 None，因为没有第 {line} 行要读的环境变量 {name}。请设置它，或者检查它在 .env 文件里叫什么。</translation>
    </message>
    <message>
        <source>This Python has no module &apos;{name}&apos;. The package {package} brings it. To install that for this very Python, type in a terminal: {instead}</source>
        <translation>这个 Python 没有模块 &apos;{name}&apos;，它在包 {package} 里。要把它装到这个 Python 中，请在终端里输入：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainReadTexts</name>
    <message>
        <source>{function} takes digits alone, and in the text &apos;{text}&apos; there is &apos;{rest}&apos; as well. Take that out before it is turned into a number, such as with .replace(&apos;{rest}&apos;, &apos;&apos;).</source>
        <translation>{function} 只接受数字，而文本 &apos;{text}&apos; 里还有 &apos;{rest}&apos;。请在转换之前把它去掉，例如用 .replace(&apos;{rest}&apos;, &apos;&apos;)。</translation>
    </message>
    <message>
        <source>{function} takes no commas between digits, and it got the text &apos;{text}&apos;. If the comma only groups the digits, take it out first: .replace(&apos;,&apos;, &apos;&apos;)</source>
        <translation>{function} 不接受数字之间的逗号，而它得到的文本是 &apos;{text}&apos;。如果逗号只是用来分隔位数，请先去掉它：.replace(&apos;,&apos;, &apos;&apos;)</translation>
    </message>
    <message>
        <source>{function} makes one number, and the text &apos;{text}&apos; holds several groups of digits. If these are several numbers, part them first: {instead}</source>
        <translation>{function} 只得出一个数，而文本 &apos;{text}&apos; 里有几组数字。如果这是几个数，请先把它们分开：{instead}</translation>
    </message>
    <message>
        <source>int() takes digits alone, and it got the text &apos;{text}&apos;. float() can read that; for a whole number, write int(float(...)).</source>
        <translation>int() 只接受数字，而它得到的文本是 &apos;{text}&apos;。float() 可以读懂它；如果要整数，请写 int(float(...))。</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line {line2}, which adds to it, has not run since. Divide only if {what} is not 0.</source>
        <translation>不能除以 0，而 {what} 仍然是 0，是第 {line} 行给它的：给它加数的第 {line2} 行在那之后还没有运行。请只在 {what} 不是 0 时才做除法。</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and the loop in line {line} gives {what} 0 first. Let it begin with another number, such as: {instead}</source>
        <translation>不能除以 0，而第 {line} 行的循环先给 {what} 的就是 0。请让它从另一个数字开始，例如：{instead}</translation>
    </message>
    <message>
        <source>The text that is split here is empty, as an empty line is, so {what} has no item {index}. Leave empty lines out first, such as with: if line.strip():</source>
        <translation>这里被拆分的文本是空的，就像一个空行，所以 {what} 没有下标为 {index} 的项。请先跳过空行，例如：if line.strip():</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} has this many parts: {length}. They are counted from 0, so there is none at {index}. Check this text, and whether {sign} is what stands between the parts.</source>
        <translation>按 {sign} 拆开，文本 {text} 的部分数是：{length}。它们从 0 开始数，所以没有第 {index} 部分。请检查这个文本，以及各部分之间是不是 {sign}。</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, the text {text} has this many parts: {length}. The names on the left: {targets}. Check this text, and whether {sign} is what stands between the parts.</source>
        <translation>按 {sign} 拆开，文本 {text} 的部分数是：{length}。左边的名字数：{targets}。请检查这个文本，以及各部分之间是不是 {sign}。</translation>
    </message>
    <message>
        <source>{what} is a row of the file with nothing in it, as an empty line is. Leave such rows out: if {what}:</source>
        <translation>{what} 是文件里什么也没有的一行，就像一个空行。请跳过这样的行：if {what}:</translation>
    </message>
    <message>
        <source>{what} is a row of the file with this many fields: {length}. They are counted from 0, so there is none at {index}. Look at that line of the file, and at what stands between its fields.</source>
        <translation>{what} 是文件里的一行，它的字段数是：{length}。字段从 0 开始数，所以没有第 {index} 个。请看看文件里的那一行，以及字段之间是什么符号。</translation>
    </message>
    <message>
        <source>{function} needs more values here (missing: {missing}), and {what}, which is {type}, is given as a single one. To give each item in it by itself, write: {instead}</source>
        <translation>{function} 在这里需要更多的值（缺少：{missing}），而 {what} 是{type}，只算作一个值。如果要把里面的每一项分别给它，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None. {function}() in line {line} has a &apos;return&apos; in some of its branches only; where it gets to none of them, it gives back None. Look which case is missing there.</source>
        <translation>{what} 是 None。第 {line} 行的 {function}() 只在部分分支里有 &apos;return&apos;；走不到其中任何一个时，它返回 None。请看看那里缺了哪种情况。</translation>
    </message>
    <message>
        <source>{what} gives back None: .{method}() changes {changed} itself. Write it on a line of its own, and use {changed} after it.</source>
        <translation>{what} 返回 None：.{method}() 直接改变 {changed} 本身。请把它单独写一行，然后再使用 {changed}。</translation>
    </message>
    <message>
        <source>{what} is empty by now: {method} in line {line} has taken out all that was in it. Go on only as long as something is in it: while {what}:</source>
        <translation>{what} 到这里已经空了：第 {line} 行的 {method} 已经把里面的内容全部取走。请只在里面还有东西时继续：while {what}:</translation>
    </message>
    <message>
        <source>{what} is empty, so nothing can be taken from it. Before this line, decide what is right then: if not {what}:</source>
        <translation>{what} 是空的，所以什么也取不出来。请在这一行之前决定这时该怎么做：if not {what}:</translation>
    </message>
    <message>
        <source>Line {line} has read {what} to its end already, so nothing is left to be read here. Keep what was read in a variable and use that, or open the file again.</source>
        <translation>第 {line} 行已经把 {what} 读到了末尾，所以这里没有东西可读了。请把读到的内容存进变量再使用，或者重新打开文件。</translation>
    </message>
    <message>
        <source>{what} gives its items only once, and line {line} has taken them already. Keep them in a list from the beginning: {instead}</source>
        <translation>{what} 里的各项只能取一次，而第 {line} 行已经取完了。请从一开始就把它们存进列表：{instead}</translation>
    </message>
    <message>
        <source>{table} itself has no key {key}, but something in it has. Write: {instead}</source>
        <translation>{table} 本身没有键 {key}，但它里面的某一项有。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0. So there is no {index}, but the other way round there is: {instead}</source>
        <translation>{what} 里有 {length} 个列表，其中第一个有 {width} 项，都从 0 开始数。所以没有 {index}，而反过来就有：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0. So there is no {index}: &apos;{name}&apos; stands for a place in one of these lists here, and line {line} counts the lists themselves. Write there: {instead}</source>
        <translation>{what} 中有 {length} 个列表，其中第一个有 {width} 项，两者都从 0 数起。所以没有 {index}：&apos;{name}&apos; 在这里表示列表里面的位置，而第 {line} 行数的是列表的个数。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0. So there is no {index}: &apos;{name}&apos; stands for one of the lists here, and line {line} counts what is in the first of them. Write there: {instead}</source>
        <translation>{what} 中有 {length} 个列表，其中第一个有 {width} 项，两者都从 0 数起。所以没有 {index}：&apos;{name}&apos; 在这里表示第几个列表，而第 {line} 行数的是第一个列表里的项数。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0, just as {what2} does. So there is no {index}. Where rows become columns, line {line} has to make {width} lists of {length} items: let the two numbers change places there.</source>
        <translation>{what} 里有 {length} 个列表，其中第一个有 {width} 项，都从 0 开始数，和 {what2} 一样。所以没有 {index}。行要变成列，第 {line} 行就得建立 {width} 个有 {length} 项的列表：请在那里把两个数对调。</translation>
    </message>
    <message>
        <source>{item} is {type}, and what the list {what} holds is {type2}, as {near}: the two are never equal. Let both be of one type where they are made: int() makes a number, str() makes text.</source>
        <translation>{item} 是{type}，而列表 {what} 里的是{type2}，例如 {near}：两者永远不相等。请在建立它们的地方让两者成为同一种类型：int() 变成数字，str() 变成文本。</translation>
    </message>
    <message>
        <source>{name} is {item} here, and {text} does not hold that, so .index() finds no place. Decide what is right then: if {name} not in {text}:</source>
        <translation>{name} 在这里是 {item}，而 {text} 里没有它，所以 .index() 找不到位置。请决定这时该怎么做：if {name} not in {text}:</translation>
    </message>
    <message>
        <source>Line {line} asks for a place counted from 1, up to {length}, and Python counts those of {what} from 0. Make it one less wherever it stands for a place: {instead}</source>
        <translation>第 {line} 行要的是从 1 数到 {length} 的位置，而 Python 从 0 开始数 {what} 的位置。请在用它表示位置的每个地方都减去 1：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0, so there is no {index}. The lines {line} and {line2} ask for places counted from 1. Make both one less wherever they stand for a place, as here: {instead}</source>
        <translation>{what} 里有 {length} 个列表，其中第一个有 {width} 项，都从 0 开始数，所以没有 {index}。第 {line} 行和第 {line2} 行要的是从 1 数起的位置。请在用它们表示位置的每个地方都减去 1，例如这里：{instead}</translation>
    </message>
    <message>
        <source>There is no {index}: each of the two loops counts what the other index is used for. If rows are to become columns, write in line {line}: {instead2} and in line {line2}: {instead3} If not, write here: {instead}</source>
        <translation>没有 {index}：两个循环各自数的是另一个下标所用的数目。如果要把行变成列，请在第 {line} 行写：{instead2} 在第 {line2} 行写：{instead3} 如果不是，请在这里写：{instead}</translation>
    </message>
    <message>
        <source>{what} holds {length} lists, and the first of them {width} items, both counted from 0. So there is no {index}.</source>
        <translation>{what} 里有 {length} 个列表，其中第一个有 {width} 项，都从 0 开始数。所以没有 {index}。</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, what was typed has more parts than there are names on the left: {targets}. Type no more of them; or, if what comes last may have {sign} in it, write: {instead}</source>
        <translation>在 {sign} 处分开后，输入内容的部分比左边的名字多，名字的个数是：{targets}。请不要多输入；如果最后一部分里可以有 {sign}，请写：{instead}</translation>
    </message>
    <message>
        <source>Where it is split at {sign}, what was typed has this many parts: {given}. The names on the left: {targets}. Type as many, or ask for each by itself.</source>
        <translation>按 {sign} 拆开，输入的内容的部分数是：{given}。左边的名字数：{targets}。请输入同样多的部分，或者分别询问每一个。</translation>
    </message>
    <message>
        <source>{what} is at its end, where .readline() gives an empty text. Ask for that before it is turned into a number, or go through the file with: for line in {what}:</source>
        <translation>{what} 已经到末尾了，这时 .readline() 给出空文本。请在转换成数之前先检查，或者这样逐行读取文件：for line in {what}:</translation>
    </message>
</context>
<context>
    <name>ExplainServedTexts</name>
    <message>
        <source>What came with the request has no &apos;{name}&apos; in {what}. A field of a form is called by its name=&quot;...&quot; in the page; compare the two. For a field that may be missing, write: {what}.get(&apos;{name}&apos;)</source>
        <translation>随请求送来的 {what} 里没有“{name}”。表单里的字段按网页中它的 name=&quot;...&quot; 来称呼；比较一下这两处。可能没有的字段，请写：{what}.get(&apos;{name}&apos;)</translation>
    </message>
    <message>
        <source>The address of the page has a part &lt;{name}&gt;, and the parameter of {function}() is called &apos;{given}&apos;. Both need the same name. Write in the address: {instead}</source>
        <translation>网页的地址里有一段 &lt;{name}&gt;，而 {function}() 的参数叫“{given}”。两处的名字要一样。请在地址里写：{instead}</translation>
    </message>
    <message>
        <source>Line {number} of {file} calls something that needs Flask&apos;s application, and no page is being answered there. Write above that line, and indent it: with {app}.app_context():</source>
        <translation>{file} 的第 {number} 行调用的东西需要 Flask 的应用，而那里没有在回应网页。请在那一行上面写下面这句，并把那一行缩进：with {app}.app_context():</translation>
    </message>
    <message>
        <source>Each function below @{decorator} gets the same name, {function}, and Flask tells pages apart by it. In {decorator}(), write this above def {function}, and import functools at the top of the file: {instead}</source>
        <translation>@{decorator} 下面的每个函数都得到同一个名字 {function}，而 Flask 靠这个名字区分网页。请在 {decorator}() 里的 def {function} 上面写下面这句，并在文件开头导入 functools：{instead}</translation>
    </message>
    <message>
        <source>Flask has no before_first_request any more. Take that line away, and write below the function: with {app}.app_context(): {function}()</source>
        <translation>Flask 里已经没有 before_first_request 了。去掉那一行，并在函数下面写：with {app}.app_context(): {function}()</translation>
    </message>
    <message>
        <source>From a file or a class, Flask&apos;s configuration takes only what is written in capitals, so there is no &apos;{name}&apos;. Write {capitals} where it is set, and &quot;{capitals}&quot; here.</source>
        <translation>Flask 的配置只从文件或类里取用大写字母写的名字，所以没有“{name}”。请在设置它的地方写 {capitals}，这里写 &quot;{capitals}&quot;。</translation>
    </message>
    <message>
        <source>A template has {{% {name} %}}, while the {{% {block} %}} above it is still open. Write {{% end{block} %}} before it, or in its place.</source>
        <translation>模板里出现了 {{% {name} %}}，而它上面的 {{% {block} %}} 还没有结束。请在它前面写 {{% end{block} %}}，或者用这个代替它。</translation>
    </message>
    <message>
        <source>In the text of the template, a {{% {block} %}} is not closed. Write {{% end{block} %}} where it ends.</source>
        <translation>模板的文本里有一个 {{% {block} %}} 没有结束。请在它结束的地方写 {{% end{block} %}}。</translation>
    </message>
    <message>
        <source>The text of the template cannot be read ({text}). Look in it for a {{{{ or {{% that is not closed by }}}} or %}}, and for a sign too many.</source>
        <translation>模板的文本看不懂（{text}）。看看里面有没有 {{{{ 或 {{% 没有用 }}}} 或 %}} 关上，或者多了什么符号。</translation>
    </message>
    <message>
        <source>Flask looks for {file} in a folder &apos;templates&apos;, and it lies in &apos;{folder}&apos;. Rename that folder to templates.</source>
        <translation>Flask 在名为 templates 的文件夹里找 {file}，而它在“{folder}”里。请把那个文件夹改名为 templates。</translation>
    </message>
    <message>
        <source>What the function of the page returns does not fit what it promises, by response_model= or behind -&gt;: at &apos;{name}&apos;, {text}. Compare it with the fields of that class.</source>
        <translation>网页函数返回的东西和它承诺的（response_model= 或者 -&gt; 后面的）对不上：在“{name}”处，{text}。请和那个类的字段比较一下。</translation>
    </message>
    <message>
        <source>Depends() takes the function itself, and {what} is what it gives. Write: {instead}</source>
        <translation>Depends() 要的是函数本身，而 {what} 是它给出的结果。请写：{instead}</translation>
    </message>
    <message>
        <source>include_router() takes a router, and {what} is the whole file that it is in. Write: {instead}</source>
        <translation>include_router() 要的是路由器，而 {what} 是它所在的整个文件。请写：{instead}</translation>
    </message>
    <message>
        <source>The answer has no key {key}. It may be one that tells of a mistake: print {what}.status_code and {what}.text to see what came.</source>
        <translation>回应里没有键 {key}。它可能是一个说明出错的回应：用 print 显示 {what}.status_code 和 {what}.text，看看到底来了什么。</translation>
    </message>
    <message>
        <source>{what} is None, as that answer is no JSON. Print {answer}.status_code and {answer}.text to see what came: 405 means that the address does not take this method, 415 that it wants json=.</source>
        <translation>{what} 是 None，因为那个回应不是 JSON。用 print 显示 {answer}.status_code 和 {answer}.text，看看来了什么：405 表示那个地址不接受这种方法，415 表示它要 json=。</translation>
    </message>
    <message>
        <source>In templates of Django, nothing is called with brackets. In place of {text}, write: {instead}</source>
        <translation>在 Django 的模板里，调用时不写括号。请不要写 {text}，而写：{instead}</translation>
    </message>
    <message>
        <source>In a template, Django does not understand &apos;{rest}&apos; in &apos;{text}&apos;. Templates neither calculate nor pass arguments: do that in the view, and give the template the result.</source>
        <translation>Django 看不懂模板中“{text}”里的“{rest}”。模板既不能计算，也不能传参数：请在视图里做，再把结果交给模板。</translation>
    </message>
    <message>
        <source>A form has .cleaned_data only after it was checked. Write above line {line}, and indent it: if {form}.is_valid():</source>
        <translation>表单要先检查过才有 .cleaned_data。请在第 {line} 行上面写下面这句，并把那一行缩进：if {form}.is_valid():</translation>
    </message>
    <message>
        <source>Django&apos;s apps are not loaded yet: django.setup() is missing. Write it above line {line}, below the settings, and import django at the top of the file.</source>
        <translation>Django 的应用还没有加载：缺少 django.setup()。请把它写在第 {line} 行上面、设置的下面，并在文件开头写 import django。</translation>
    </message>
    <message>
        <source>Line {line} needs Django&apos;s apps, and django.setup() comes only in line {line2}. Move that call up, above line {line} and below the settings in line {line3}, and import django above it.</source>
        <translation>第 {line} 行需要 Django 的应用，而 django.setup() 到第 {line2} 行才出现。请把这个调用移到上面：放在第 {line} 行之上、第 {line3} 行的设置之下，并在它上面 import django。</translation>
    </message>
    <message>
        <source>Django wants to know what becomes of this row when the other one is deleted. Write: {instead}</source>
        <translation>Django 要知道另一行被删除时这一行怎么办。请写：{instead}</translation>
    </message>
    <message>
        <source>No address has the name &apos;{name}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>没有哪个地址的名字是“{name}”。您是不是想写“{near}”？</translation>
    </message>
    <message>
        <source>The model {name} has to say which app it belongs to. In a script of one file, write in the class: class Meta: app_label = &quot;main&quot;</source>
        <translation>模型 {name} 必须说明它属于哪个应用。在只有一个文件的脚本里，请在类里写：class Meta: app_label = &quot;main&quot;</translation>
    </message>
    <message>
        <source>The database has no table &apos;{table}&apos; yet. In a script of one file, write below the class {name}: with connection.schema_editor() as editor: editor.create_model({name}), and at the top: from django.db import connection</source>
        <translation>数据库里还没有表“{table}”。在只有一个文件的脚本里，请在类 {name} 下面写：with connection.schema_editor() as editor: editor.create_model({name})，并在开头写：from django.db import connection</translation>
    </message>
    <message>
        <source>{name} has to say which fields of the model it shows. Write in its class Meta: fields = &quot;__all__&quot; for all of them, or a list of names.</source>
        <translation>{name} 必须说明它显示模型的哪些字段。请在它的 class Meta 里写：fields = &quot;__all__&quot;（全部），或者写一个名字的列表。</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; takes a number, and gets {value}. Look where that value comes from.</source>
        <translation>字段“{name}”要的是数，却得到 {value}。看看这个值是从哪里来的。</translation>
    </message>
    <message>
        <source>Django calls {function}() with the request, and it has no parameter for that. Write: def {function}(request):</source>
        <translation>Django 调用 {function}() 时会给它请求，而它没有接收的参数。请写：def {function}(request):</translation>
    </message>
    <message>
        <source>{what} takes an object of {name}, and gets {value}. Ask the database for that object first: {name}.objects.get(...)</source>
        <translation>{what} 要的是 {name} 的对象，却得到 {value}。请先向数据库要那个对象：{name}.objects.get(...)</translation>
    </message>
    <message>
        <source>{what} is a query for several rows, and has no .{attribute} itself. If each of the rows has it, go through them with &apos;for&apos;, or take one: {what}.first()</source>
        <translation>{what} 是对多行的查询，它本身没有 .{attribute}。如果其中的每一行有它，就用 for 逐行处理，或者取一行：{what}.first()</translation>
    </message>
</context>
<context>
    <name>ExplainSingledTexts</name>
    <message>
        <source>{what} is None, because {function} in line {line} has no &apos;return&apos; where {name} is exactly {value}: line {line2} leaves out the bound itself. If that branch is meant for it, write there: {instead}</source>
        <translation>{what} 是 None，因为第 {line} 行的 {function} 在 {name} 正好是 {value} 时没有 &apos;return&apos;：第 {line2} 行恰好漏掉了边界值。如果那个分支应当包括它，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} in line {line} has no &apos;return&apos; for this case: {condition}. Write below its last line, indented as its first &apos;if&apos;: return, and behind it what is right then.</source>
        <translation>{what} 是 None，因为第 {line} 行的 {function} 在这种情况下没有 &apos;return&apos;：{condition}。请在它的最后一行下面，与它的第一个 &apos;if&apos; 同样缩进，写上 return，后面写这时应当给出的值。</translation>
    </message>
    <message>
        <source>{what} is None, because {name} is {value}, and {function} in line {line} has no &apos;return&apos; for that. Add an &apos;elif&apos; for it, or write below its last line, indented as its first &apos;if&apos;, what is given back for all others.</source>
        <translation>{what} 是 None，因为 {name} 是 {value}，而第 {line} 行的 {function} 对它没有 &apos;return&apos;。请为它加一个 &apos;elif&apos;，或者在它的最后一行下面，与它的第一个 &apos;if&apos; 同样缩进，写上其他情况下返回什么。</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} has found no {text}. There is {near}, which is written differently. Write it so in line {line2}, too.</source>
        <translation>{what} 是空的，因为第 {line} 行的比较没有找到 {text}。有一个写法不同的 {near}。请把第 {line2} 行里的也写成这样。</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} has found no {text}. There is {near}, which is written differently. To find it all the same, write there: {instead}</source>
        <translation>{what} 是空的，因为第 {line} 行的比较没有找到 {text}。有一个写法不同的 {near}。要同样能找到它，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. In {name} there is {near}, which seems to mean the same, with one of the two shortened. If so, write {near} in place of {key} in these lines: {lines}</source>
        <translation>表格 {what} 没有列 {key}。{name} 里有 {near}，它看起来意思相同，只是其中一个是缩写。如果是这样，请在这些行里把 {key} 改成 {near}：{lines}</translation>
    </message>
    <message>
        <source>{what} is None here, as line {line} has it: {text}. Write there in place of None what it is to be, such as 0 for a number.</source>
        <translation>{what} 在这里是 None，因为第 {line} 行里就是这样写的：{text}。请在那里把 None 改成应有的值，例如数字可以写 0。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; is {what} here, which has no {key}, and all others beside it have one. Add it in line {line} or, if it may be missing there, write: {instead}</source>
        <translation>&apos;{table}&apos; 在这里是 {what}，它没有 {key}，而旁边的其他字典都有。请在第 {line} 行补上；如果它可以没有，请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, which was typed in line {line}, but it has {near}. To take it with capital and small letters alike, write here: {instead}</source>
        <translation>&apos;{table}&apos; 中没有第 {line} 行输入的键 {key}，但有 {near}。要让大小写都能用，请在这里写：{instead}</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line} wants a number with a decimal point, and the one in the text {text} has none. Write there {instead} in place of {code}.</source>
        <translation>{name} 是 None，因为第 {line} 行的模式要求带小数点的数，而文本 {text} 里的那个数没有小数点。请在那里用 {instead} 代替 {code}。</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or pass over such texts. Write below line {line}: {check} And below line {line3}: {check2}</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不匹配，所以第 {line} 行什么也没找到。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：{check} 再在第 {line3} 行下面写：{check2}</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or pass over such texts. Write below line {line}: {check} And in line {line3}: {instead}</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不匹配，所以第 {line} 行什么也没找到。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：{check} 再在第 {line3} 行写：{instead}</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or pass over such texts. Write below line {line}: {check} And in place of line {line3}: {instead} and below it: {instead2}</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不匹配，所以第 {line} 行什么也没找到。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：{check} 再用这一行代替第 {line3} 行：{instead} 并在它下面写：{instead2}</translation>
    </message>
    <message>
        <source>Line {line} gives {function} all of {what}, and {function} works with one at a time. That one is {name}, by the loop in line {line2}. Write in line {line}: {instead}</source>
        <translation>第 {line} 行把 {what} 的全部内容给了 {function}，而 {function} 一次只处理其中的一个。按第 {line2} 行的循环，那一个是 {name}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line2} does not fit the text {text}, so nothing was found in line {line}. Change the pattern, or pass over such texts. Write below line {line}: {check} And in place of line {line3}: {instead} and below it, indented the same: {check2} and below that: {instead2}</source>
        <translation>{name} 是 None，因为第 {line2} 行的模式与文本 {text} 不匹配，所以第 {line} 行什么也没找到。请修改模式，或者跳过这样的文本。请在第 {line} 行下面写：{check} 再用这一行代替第 {line3} 行：{instead} 在它下面以相同的缩进写：{check2} 再在下面写：{instead2}</translation>
    </message>
    <message>
        <source>{name} is None, because the pattern in line {line} does not fit the text {text}: it would, but for capital and small letters. To take both as the same, write in line {line2}: {instead}</source>
        <translation>{name} 是 None，因为第 {line} 行的模式与文本 {text} 不匹配：只是字母的大小写不同。要把大小写看作相同，请在第 {line2} 行写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainSourceTexts</name>
    <message>
        <source>subplots() has made rows of plots, so {what} is a whole row. Put all of them in one row, below line {line}: {instead}</source>
        <translation>subplots() 建立了几行图，所以 {what} 是整整一行。请在第 {line} 行下面把它们都排成一行：{instead}</translation>
    </message>
    <message>
        <source>{what} has {length} rows and {given} columns, and the row stands first in the brackets. Here the two have changed places. Write: {instead}</source>
        <translation>{what} 有 {length} 行 {given} 列，方括号里行写在前面。这里两者写反了。请写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} takes rows out of {what}, while the loop in line {line2} counts as far as there were rows before it. Let it begin at the end, where nothing moves up: {instead}</source>
        <translation>第 {line} 行从 {what} 里去掉了一些行，而第 {line2} 行的循环仍按原来的行数计数。请让它从末尾开始，那样后面没有行会移上来：{instead}</translation>
    </message>
    <message>
        <source>{what} in line {line} stops before its second number, so it has {length} values, and {given} belong to them here. If that number is to be among them, write there: {instead}</source>
        <translation>第 {line} 行的 {what} 在第二个数之前就停了，所以有 {length} 个值，而这里与它对应的有 {given} 个。如果那个数也应包括在内，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} has one value less than what it is made of, so it does not fit {item}. Write: {instead}</source>
        <translation>{what} 比它所用的数据少一个值，所以与 {item} 不匹配。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} has one value less than needed, as the loop in line {line} leaves one place out. Let the list begin with a value for it, in line {line2}: {instead}</source>
        <translation>{what} 比需要的少一个值，因为第 {line} 行的循环漏掉了一个位置。请在第 {line2} 行让列表以它的值开头：{instead}</translation>
    </message>
    <message>
        <source>{what} has found no such tag, so it gives None, which has no .{attribute}. Give the result a name first, and ask whether it is None: what needs it, here and below, then gets another value, or is left out.</source>
        <translation>{what} 没有找到这样的标签，所以结果是 None，而 None 没有 .{attribute}。请先给结果起个名字，再判断它是不是 None：如果是，这里和下面需要它的内容就用别的值，或者略过。</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; is None, as in line {line} no such tag was found: {text}. Use .{attribute} only below: if {what} is not None:</source>
        <translation>“{what}”是 None，因为第 {line} 行没有找到这样的标签：{text}。请只在下面这一行之下使用 .{attribute}：if {what} is not None:</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; is None, which has no .{attribute}, as in line {line} no such tag was found this time: {text}. If it may be missing, write in line {line2}: {instead}</source>
        <translation>“{what}”是 None，没有 .{attribute}，因为第 {line} 行这一次没有找到这样的标签：{text}。如果它可以缺少，请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} has found no such tag this time, so it gives None, which has no .{attribute}. If it may be missing, write in place of line {line}: {instead} and below that: {instead2}</source>
        <translation>{what} 这一次没有找到这样的标签，所以结果是 None，而 None 没有 .{attribute}。如果它可以缺少，请把第 {line} 行换成：{instead} 并在它下面写：{instead2}</translation>
    </message>
    <message>
        <source>{what} is None, because that cell of the sheet is empty. Write in line {line}: {instead}</source>
        <translation>{what} 是 None，因为表格里那个单元格是空的。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>All values of this row of the file stand in one text, {text}, as {sign} is between them and no comma. Write in line {line}: {instead}</source>
        <translation>文件这一行的所有值都在同一段文本里：{text}，因为它们之间是 {sign} 而不是逗号。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>In the file, the name {key} begins with a blank: {near}. Write in line {line}: {instead}</source>
        <translation>在文件里，名字 {key} 以空格开头：{near}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>abort() takes the number first and the text after it. Write: {instead}</source>
        <translation>abort() 先写数字，后写文本。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, as nothing was found: line {line} looks for the class {name}, and in the page that is the id of a &lt;{tag}&gt;. Write there: {instead}</source>
        <translation>{what} 是 None，因为什么也没找到：第 {line} 行找的是 class {name}，而在页面里它是 &lt;{tag}&gt; 的 id。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, as nothing was found: line {line} looks for the id {name}, and in the page that is a class of a &lt;{tag}&gt;. Write there: {instead}</source>
        <translation>{what} 是 None，因为什么也没找到：第 {line} 行找的是 id {name}，而在页面里它是 &lt;{tag}&gt; 的 class。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, as nothing was found: line {line} looks for a &lt;{key}&gt;, and what has the {by} {name} in the page is a &lt;{tag}&gt;. Write there: {instead}</source>
        <translation>{what} 是 None，因为什么也没找到：第 {line} 行找的是 &lt;{key}&gt;，而在页面里有 {by} {name} 的是 &lt;{tag}&gt;。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because that cell of the sheet is empty. If it is to count as {text}, write in a new line right below line {line}: {instead} To leave such rows out, write there: {instead2}</source>
        <translation>{what} 是 None，因为表格的那个单元格是空的。如果它应当算作 {text}，请在第 {line} 行下面新加一行：{instead} 要跳过这样的行，就在那里写：{instead2}</translation>
    </message>
    <message>
        <source>{what} is None, because that cell of the sheet is empty. If it is to count as {text}, write as first line in the loop of line {line}: {instead} To leave such rows out, write there: {instead2}</source>
        <translation>{what} 是 None，因为工作表的那个单元格是空的。如果要把它当作 {text}，请在第 {line} 行的循环里第一行写：{instead} 如果要略过这样的行，请在那里写：{instead2}</translation>
    </message>
    <message>
        <source>{item} is not in the list {what}, and line {line} draws it from another, {name}. If it is to be one that {what} holds, write there: {instead}</source>
        <translation>{item} 不在列表 {what} 中，而第 {line} 行是从另一个列表 {name} 中抽取的。如果它应该是 {what} 里的一个，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>The script was started without a number: sys.argv[{index}] is to be that, as line {line} makes one of it. Write it behind the script&apos;s own name when you start it, in the place of NUMBER: {instead}</source>
        <translation>脚本启动时没有得到数字：sys.argv[{index}] 应该是它，因为第 {line} 行要把它变成数字。启动时请在脚本名后面、NUMBER 的位置写上它：{instead}</translation>
    </message>
    <message>
        <source>The script was started without the name of a file: sys.argv[{index}] is to be that, as it is opened in line {line}. Write it behind the script&apos;s own name when you start it, in the place of FILE: {instead}</source>
        <translation>脚本启动时没有得到文件名：sys.argv[{index}] 应该是它，因为第 {line} 行要打开它。启动时请在脚本名后面、FILE 的位置写上它：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainStandardTexts</name>
    <message>
        <source>+ does not work with the path {what}, and / would begin a new name behind it. To add something to the end of its name, write: {instead}</source>
        <translation>路径 {what} 不能用 + 来接，而用 / 会在后面另起一个名字。要在它的名字末尾加上内容，请写成：{instead}</translation>
    </message>
    <message>
        <source>{what} and {what2} are members of an enumeration, and {operator} does nothing with those. Take what both of them stand for: {instead}</source>
        <translation>{what} 和 {what2} 都是枚举的成员，而 {operator} 对它们不起作用。请取它们各自代表的值：{instead}</translation>
    </message>
    <message>
        <source>{text} is text and {what} is {type}: + cannot join the two. To make one text of its items, write {instead}; to show it with its brackets, str({what}).</source>
        <translation>{text} 是文本，而 {what} 是{type}：+ 不能把这两者接起来。要把其中各项变成一个文本，请写成 {instead}；要连同方括号一起显示，请写成 str({what})。</translation>
    </message>
    <message>
        <source>The option {option} is kept under its name with _ in place of each -, as a - here would take one value from another. Write: {instead}</source>
        <translation>选项 {option} 保存时，名字里的每个 - 都换成了 _，因为写在这里的 - 会变成减法。请写成：{instead}</translation>
    </message>
    <message>
        <source>There is no level {text} of messages. Their names are written in capital letters: {instead}</source>
        <translation>没有 {text} 这个日志级别。级别的名字要用大写字母：{instead}</translation>
    </message>
    <message>
        <source>There is no level {text} of messages. There are DEBUG, INFO, WARNING, ERROR and CRITICAL.</source>
        <translation>没有 {text} 这个日志级别。有的是 DEBUG、INFO、WARNING、ERROR 和 CRITICAL。</translation>
    </message>
    <message>
        <source>What is sent with a request has to be bytes, and {what} in line {line} is {type}. Write there in its place: {instead}</source>
        <translation>随请求发送的内容必须是字节，而第 {line} 行的 {what} 是{type}。请在那里改写成：{instead}</translation>
    </message>
    <message>
        <source>There is no time zone of the name {name}. Their names have a continent in front. Write: {instead}</source>
        <translation>没有叫 {name} 的时区。时区的名字前面要写所在的洲。请写成：{instead}</translation>
    </message>
    <message>
        <source>There is no time zone of the name {name}. Names of zones look like &quot;Europe/Berlin&quot;; zoneinfo.available_timezones() gives all of them.</source>
        <translation>没有叫 {name} 的时区。时区的名字像 &quot;Europe/Berlin&quot; 这样；zoneinfo.available_timezones() 会给出全部名字。</translation>
    </message>
    <message>
        <source>The name {name} is right, but this Python has no list of the time zones. Install the package tzdata, which brings it.</source>
        <translation>名字 {name} 是对的，但是这个 Python 没有时区表。请安装包 tzdata，它会带来时区表。</translation>
    </message>
    <message>
        <source>{what} is a program with its arguments in one text, so a program of just that name was looked for. Write in line {line}: {instead}</source>
        <translation>{what} 把程序和它的参数写在了同一个文本里，所以去找了一个整个叫这个名字的程序。请在第 {line} 行写成：{instead}</translation>
    </message>
    <message>
        <source>The program that line {line} started ended with the exit code {code}, by which it says that it failed, and check=True makes an error of that. Look what it has printed; if its output is kept, print error.stderr after &apos;except subprocess.CalledProcessError as error:&apos;</source>
        <translation>第 {line} 行启动的程序以退出码 {code} 结束，表示它失败了，而 check=True 会把这变成错误。请看看它输出了什么；如果它的输出被保存了起来，就在 &apos;except subprocess.CalledProcessError as error:&apos; 之后输出 error.stderr</translation>
    </message>
    <message>
        <source>{function} sends the function to other processes, and these find it only by a name at the top level of a file. Write it there with &apos;def&apos;, outside of any function, and not as a &apos;lambda&apos;.</source>
        <translation>{function} 要把函数交给别的进程，而它们只能按文件最外层的名字找到它。请在那里用 &apos;def&apos; 写这个函数，不要写在别的函数里面，也不要用 &apos;lambda&apos;。</translation>
    </message>
    <message>
        <source>In the settings that line {line} reads, a % stands alone, and there it begins the name of another setting. Write %% in the file for a plain %, or make it with: configparser.ConfigParser(interpolation=None)</source>
        <translation>第 {line} 行读取的设置里单独写了一个 %，而 % 在那里表示后面是另一个设置的名字。普通的 % 请在文件里写成 %%，或者这样创建：configparser.ConfigParser(interpolation=None)</translation>
    </message>
    <message>
        <source>{what} has no setting {key}. Check how it is written in the file, or give a value for when it is not there: {instead}</source>
        <translation>{what} 里没有 {key} 这个设置。请检查它在文件里是怎么写的，或者给出没有它时要用的值：{instead}</translation>
    </message>
    <message>
        <source>The settings in {file} begin without the name of a section. Write one in square brackets as the first line of the file, such as {instead}</source>
        <translation>{file} 里的设置一开头没有小节的名字。请在文件的第一行用方括号写上一个，比如 {instead}</translation>
    </message>
    <message>
        <source>The temporary file that line {line} makes takes bytes only, unless it is told otherwise. Write there: {instead}</source>
        <translation>第 {line} 行创建的临时文件默认只接受字节。请在那里写成：{instead}</translation>
    </message>
    <message>
        <source>itemgetter({key}) takes a key, and what it gets are lists, whose items have numbers that begin with 0. Give it the number of the item, such as {instead}</source>
        <translation>itemgetter({key}) 按键来取，而它得到的是列表，列表的各项用从 0 开始的数字来取。请给它那一项的下标，比如 {instead}</translation>
    </message>
    <message>
        <source>The pattern has no group {group}. The groups in it: {count}, counted from 1. Each is a pair of round brackets, but \( and (?: begin none.</source>
        <translation>这个模式没有第 {group} 组。它里面的组数：{count}，从 1 开始数。每组是一对圆括号，但 \( 和 (?: 不算组的开头。</translation>
    </message>
    <message>
        <source>The pattern has no group {group}. Each pair of round brackets in it is one, counted from 1; a name is given to it by (?P&lt;name&gt;...)</source>
        <translation>这个模式没有 {group} 这一组。模式里每对圆括号是一组，从 1 开始数；名字用 (?P&lt;name&gt;...) 来起。</translation>
    </message>
    <message>
        <source>{function} takes a time in its parts, and {what} is {type}. Write: {instead}</source>
        <translation>{function} 需要分成各部分的时间，而 {what} 是{type}。请写成：{instead}</translation>
    </message>
    <message>
        <source>{class} is a window of its own kind, and its __init__() uses it before it is made. Write in line {line}, as the first thing there: {instead}</source>
        <translation>{class} 是自己定义的窗口，而它的 __init__() 在窗口建好之前就用了它。请在第 {line} 行、最前面写上：{instead}</translation>
    </message>
    <message>
        <source>&apos;from {module} import *&apos; does not bring {name} along, as that is a module of its own. Write at the top of the file: {instead}</source>
        <translation>&apos;from {module} import *&apos; 不会带来 {name}，因为它是一个单独的模块。请在文件开头写上：{instead}</translation>
    </message>
    <message>
        <source>{function} takes a single argument, and that is the host with its port. Put both into brackets of their own: {instead}</source>
        <translation>{function} 只接受一个参数，就是主机和端口合在一起。请把这两个再放进一对括号里：{instead}</translation>
    </message>
    <message>
        <source>Line {line} asks for the computer {text}, and the name of a computer has no &apos;://&apos; and no &apos;/&apos; in it. Write: {instead}</source>
        <translation>第 {line} 行要找的计算机是 {text}，而计算机的名字里没有 &apos;://&apos; 也没有 &apos;/&apos;。请写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is bytes, because the output of a program is no text unless text=True is given. Write in line {line}: {instead}</source>
        <translation>{what} 是字节，因为没有写 text=True 时，程序的输出不是文本。请在第 {line} 行写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is bytes, and text stands in the brackets. Make text of it first: {instead}</source>
        <translation>{what} 是字节，而括号里是文本。请先把它变成文本：{instead}</translation>
    </message>
    <message>
        <source>JSON has no way to write {what}. Say with default= what is to be written in its place: {instead}</source>
        <translation>JSON 没有办法写 {what}。请用 default= 说明要写什么来代替它：{instead}</translation>
    </message>
    <message>
        <source>{what} is 13 after December, and there are only 12 months. Go on with the first one of the next year: {instead}</source>
        <translation>十二月之后 {what} 就是 13 了，而一年只有 12 个月。请接着用下一年的一月：{instead}</translation>
    </message>
    <message>
        <source>{call} asks for the day {day}, and month {month} of the year {year} has only {last} days. Check where these numbers come from.</source>
        <translation>{call} 要的是第 {day} 日，而 {year} 年第 {month} 个月只有 {last} 天。请检查这些数字是从哪里来的。</translation>
    </message>
    <message>
        <source>{what} is made in line {line} without a time zone, and the other time has one. Write there: {instead}</source>
        <translation>{what} 在第 {line} 行生成时没有时区，而另一个时间有时区。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is made in line {line} without a time zone, and the other time has one. If it is meant as a time of UTC, write there: {instead}</source>
        <translation>{what} 在第 {line} 行生成时没有时区，而另一个时间有时区。如果它指的是 UTC 时间，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>JSON has no way to write {what}, and line {line} puts one into the data. Write there {instead}, or say here with default= what is to be written in its place: {instead2}</source>
        <translation>JSON 无法写出 {what}，而第 {line} 行把一个这样的值放进了数据。请在那里写 {instead}，或者在这里用 default= 指定代替它写出的内容：{instead2}</translation>
    </message>
    <message>
        <source>A time of day cannot be calculated with, as it belongs to no day. Give it one, with datetime and date of the module datetime: {instead}</source>
        <translation>单独的时刻不能用来计算，因为它不属于任何一天。请用模块 datetime 里的 datetime 和 date 给它一天：{instead}</translation>
    </message>
    <message>
        <source>Decimal() wants a point and not a comma, and it got the text {text}. Write: {instead}</source>
        <translation>Decimal() 要的是小数点而不是逗号，而它得到的文本是 {text}。请写成：{instead}</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here. To pass over such a number, write above line {line}, indented as that: {instead}</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}。要跳过这样的数，请在第 {line} 行上方按同样的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here. Write above line {line}: {instead} and in it what is right for such a number. Line {line}, and all that needs its result, then belongs below an else: behind that.</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}。请在第 {line} 行上方写上：{instead} 并在其中写明对这样的数该怎么办。然后把第 {line} 行以及所有需要其结果的内容放到它后面的 else: 之下。</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here. Decide what is right for such a number, and ask for it before this is calculated: {instead}</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}。请决定对这样的数该怎么办，并在计算之前先判断：{instead}</translation>
    </message>
    <message>
        <source>{function} has a &apos;yield&apos; in it, and &apos;with&apos; takes such a function only if @contextmanager stands right above line {line}. Write at the top of the file: from contextlib import contextmanager</source>
        <translation>{function} 里面有 &apos;yield&apos;，而这样的函数只有在第 {line} 行的正上方写了 @contextmanager，&apos;with&apos; 才接受。请在文件开头写上：from contextlib import contextmanager</translation>
    </message>
    <message>
        <source>{function} keeps its results by the arguments (line {line}), and these must not be able to change, as {type} is: {what}. Write: {instead}</source>
        <translation>{function} 按参数保存结果（第 {line} 行），所以参数必须是不能改变的，而 {what} 是{type}。请写成：{instead}</translation>
    </message>
    <message>
        <source>This part of the window has no option called {option}. What you mean is called {instead}.</source>
        <translation>窗口的这个部件没有叫 {option} 的选项。你要的选项叫 {instead}。</translation>
    </message>
    <message>
        <source>The mode &quot;{mode}&quot; in line {line} empties the file before anything is read. To read what is in it, write there: &quot;{instead}&quot;</source>
        <translation>第 {line} 行的模式 &quot;{mode}&quot; 会在读取之前把文件清空。要读取里面的内容，请在那里写成：&quot;{instead}&quot;</translation>
    </message>
    <message>
        <source>{function} takes one name, and {what} is a list of names. Do it with one after the other, in a loop: for name in {what}:</source>
        <translation>{function} 只接受一个名字，而 {what} 是一个由名字组成的列表。请在循环里一个一个地做：for name in {what}:</translation>
    </message>
    <message>
        <source>{what} is a pair: first the item, then what belongs to it. Take one of the two: {instead} or {instead2}</source>
        <translation>{what} 是一对值：先是那一项，然后是和它对应的值。请取其中一个：{instead} 或 {instead2}</translation>
    </message>
    <message>
        <source>Turtle reads the colour {text} as numbers from 0 to 1, unless it is told otherwise. Write once, before this line: {instead}</source>
        <translation>turtle 会把颜色 {text} 当作 0 到 1 之间的数字，除非另外说明。请在这一行之前写一次：{instead}</translation>
    </message>
    <message>
        <source>{what} got the type {written} itself in line {line}, and nothing of that type. Write there: {instead}</source>
        <translation>{what} 在第 {line} 行得到的是类型 {written} 本身，而不是这种类型的值。请在那里写成：{instead}</translation>
    </message>
    <message>
        <source>The .pop() of a deque takes nothing, and gives its last item. For this one, write: {instead}</source>
        <translation>deque 的 .pop() 不接受任何参数，它给出最后一项。要取这一项，请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} takes a pattern, then what is put in its place, then the text. To leave out what fits, write: {instead}</source>
        <translation>{function} 先要模式，再要替换成的内容，最后才是文本。要把符合的部分去掉，请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} compares with each item of {what} as a whole, and these are not of the same type. To look among what stands first in them, write: {instead}</source>
        <translation>{function} 会和 {what} 的每一项整体比较，而它们的类型不一样。要在每一项的第一个值里查找，请写成：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, the function is called at once, and its result is handed over. Give the function, and then its arguments: {instead}</source>
        <translation>第 {line} 行马上就调用了函数，交出去的是它的结果。请先给函数，再给它的参数：{instead}</translation>
    </message>
    <message>
        <source>{function} takes each of them as an argument of its own, and no list. Put a * in front: {instead}</source>
        <translation>{function} 要的是一个一个单独的参数，而不是列表。请在前面加上 *：{instead}</translation>
    </message>
    <message>
        <source>time.sleep() makes all of the program wait and gives nothing to &apos;await&apos;. Write: {instead}</source>
        <translation>time.sleep() 会让整个程序都等着，也没有东西可以给 &apos;await&apos;。请写成：{instead}</translation>
    </message>
    <message>
        <source>The folder {folder}, in which the new one is to be, does not exist itself. To make both, write: {instead}</source>
        <translation>要在文件夹 {folder} 里新建文件夹，而它自己还不存在。要两个都建，请写成：{instead}</translation>
    </message>
    <message>
        <source>A line at the head of a mail is one text, and line {line} gives it a list. Write there: {instead}</source>
        <translation>邮件头的一行是一个文本，而第 {line} 行给了它一个列表。请在那里写成：{instead}</translation>
    </message>
    <message>
        <source>{what} is text, because the option has no type. Write in line {line}: {instead}</source>
        <translation>{what} 是文本，因为这个选项没有写类型。请在第 {line} 行写成：{instead}</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here, which is calculated in line {line2}. Check first that it is calculated there as you mean it. Only if such a number may come, pass it over, with a new line above line {line}, indented as that: {instead}</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}，它是在第 {line2} 行算出来的。请先检查那里的计算是否符合你的意思。只有当这样的数确实可能出现时，才跳过它：请在第 {line} 行上方按同样的缩进新写一行：{instead}</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here, which is calculated in line {line2}. Check first that it is calculated there as you mean it. Only if such a number may come, write above line {line}: {instead} and in it what is right for it. Line {line}, and all that needs its result, then belongs below an else: behind that.</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}，它是在第 {line2} 行算出来的。请先检查那里的计算是否符合你的意思。只有当这样的数确实可能出现时，才在第 {line} 行上方写：{instead} 并在其中写明对它该怎么办。然后把第 {line} 行以及所有需要其结果的内容放到它后面的 else: 之下。</translation>
    </message>
    <message>
        <source>{call} has no result, because {what} is {number} here. In the formula for the solutions of a quadratic equation, the second part is taken from the first one. Write so in line {line}: {instead}</source>
        <translation>{call} 没有结果，因为 {what} 在这里是 {number}。在一元二次方程的求根公式里，要从第一部分中减去第二部分。请在第 {line} 行这样写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainStoreTexts</name>
    <message>
        <source>{text} is a word of SQL itself and can be no name as it stands. Take another name, or put it in double quotes: &quot;{text}&quot;</source>
        <translation>{text} 是 SQL 自己的词，不能直接用作名称。请换一个名称，或者用双引号括起来：&quot;{text}&quot;</translation>
    </message>
    <message>
        <source>In the SQL statement a comma stands before {text}, and nothing between them. Remove the comma.</source>
        <translation>在 SQL 语句里，{text} 前面有一个逗号，两者之间什么也没有。请去掉这个逗号。</translation>
    </message>
    <message>
        <source>Each connect(&quot;:memory:&quot;) makes a new and empty database, so a table &apos;{table}&apos; that was made through one is not there in another. Connect once, and hand that connection on.</source>
        <translation>每次 connect(&quot;:memory:&quot;) 都会新建一个空的数据库，所以通过一个连接创建的表“{table}”在另一个里没有。请只连接一次，然后把这个连接传下去。</translation>
    </message>
    <message>
        <source>The database has no table &apos;{table}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>数据库里没有表“{table}”。你是指“{near}”吗？</translation>
    </message>
    <message>
        <source>There is no column {column}. Did you mean {near}?</source>
        <translation>没有列 {column}。你是指 {near} 吗？</translation>
    </message>
    <message>
        <source>{function} runs a single statement, and here it gets several. Give each to a call of its own, or use executescript()</source>
        <translation>{function} 只执行一条语句，而这里得到了几条。请分别调用，或者用 executescript()</translation>
    </message>
    <message>
        <source>The statement has a place for :{name}, and there is nothing of that name among the values. Write the key as it is in the statement.</source>
        <translation>语句里有 :{name} 的位置，而给出的值里没有这个名称。请把键写成语句里的样子。</translation>
    </message>
    <message>
        <source>{item} is a tuple: a database gives rows without the names of their columns. Take them by their place, such as {item}[0], or set row_factory = sqlite3.Row at the connection first.</source>
        <translation>{item} 是元组：数据库给出的行没有列名。请按位置取，例如 {item}[0]，或者先给连接设置 row_factory = sqlite3.Row。</translation>
    </message>
    <message>
        <source>{call} gave None, as there is no row, or none left. Test it first: if row is not None:</source>
        <translation>{call} 给出了 None，因为没有行，或者没有剩下的行。请先检查：if row is not None:</translation>
    </message>
    <message>
        <source>sqlite3 itself has no {name}(): it belongs to a connection. Write db = sqlite3.connect(...) first, and then: db.{name}(...)</source>
        <translation>sqlite3 本身没有 {name}()：它属于连接。请先写 db = sqlite3.connect(...)，再写：db.{name}(...)</translation>
    </message>
    <message>
        <source>The rows are had from what execute() gives, and not from the connection. Keep that, or write in one: {what}.execute(...).{name}()</source>
        <translation>行要从 execute() 的结果里取，而不是从连接里取。请保存那个结果，或者连起来写：{what}.execute(...).{name}()</translation>
    </message>
    <message>
        <source>executemany() takes rows, each of them a tuple, and an item of {what} is {type}. For rows of one value each, write: [(item,) for item in {what}]; for a single row, use execute().</source>
        <translation>executemany() 需要一行行的值，每行都是元组，而 {what} 里的一项是{type}。如果每行只有一个值，请写成：[(item,) for item in {what}]；如果只有一行，请用 execute()。</translation>
    </message>
    <message>
        <source>A connection can be used only in the thread that has made it, and line {line} runs in another one. Call sqlite3.connect() in this thread as well.</source>
        <translation>一个连接只能在创建它的线程里使用，而第 {line} 行在另一个线程里运行。请在这个线程里也调用 sqlite3.connect()。</translation>
    </message>
    <message>
        <source>The database {what} can be neither opened nor made. Check that its folder is there, as only the file is made anew, and that it is no folder itself.</source>
        <translation>数据库 {what} 既打不开，也无法新建。请检查它所在的文件夹是否存在，因为只会新建文件；并检查它本身是不是文件夹。</translation>
    </message>
    <message>
        <source>The file that was given to connect() is there, but is no SQLite database, as line {line} finds out. Check its name.</source>
        <translation>交给 connect() 的文件存在，但第 {line} 行发现它不是 SQLite 数据库。请检查它的名称。</translation>
    </message>
    <message>
        <source>The table is to have two columns called {column}. Rename one of them.</source>
        <translation>表里会有两个叫 {column} 的列。请给其中一个改名。</translation>
    </message>
    <message>
        <source>There is no module &apos;{name}&apos; beside your script, but there is {file}. If that is meant, write: {instead}</source>
        <translation>你的脚本旁边没有模块“{name}”，但有 {file}。如果指的是它，请写：{instead}</translation>
    </message>
    <message>
        <source>There is no module &apos;{name}&apos; beside your script, but {file} is in the folder above, where Python does not look. If that is meant, move one of the two, so that they lie side by side.</source>
        <translation>你的脚本旁边没有模块“{name}”，但上一级文件夹里有 {file}，而 Python 不会到那里去找。如果指的就是它，请移动其中一个，让它们在同一个文件夹里。</translation>
    </message>
    <message>
        <source>There is no {name}.py beside your script, but there is {file}. Rename it to {name}.py.</source>
        <translation>你的脚本旁边没有 {name}.py，但有 {file}。请把它改名为 {name}.py。</translation>
    </message>
    <message>
        <source>In {module} there is no {part}, but there is {near}. If that is meant, write that name.</source>
        <translation>{module} 里没有 {part}，但有 {near}。如果指的就是它，请写这个名称。</translation>
    </message>
    <message>
        <source>There is no {file} in the folder {folder}, but there is one below it. If that is meant, write: &quot;{found}&quot;</source>
        <translation>文件夹 {folder} 里没有 {file}，但它下面有一个。如果指的是它，请写：&quot;{found}&quot;</translation>
    </message>
    <message>
        <source>{file} lies beside your script, but it is looked for in the folder that the script works in now: {folder}. Write its whole path, or: os.path.join(os.path.dirname(__file__), ...)</source>
        <translation>{file} 就在你的脚本旁边，但现在是在脚本的工作文件夹里找它：{folder}。请写出完整的路径，或者写：os.path.join(os.path.dirname(__file__), ...)</translation>
    </message>
    <message>
        <source>This is opened as a file of this computer, and {file} is an address in the web. Fetch what is there first, as with urllib.request.urlopen()</source>
        <translation>这里是把它当作本机的文件来打开，而 {file} 是网址。请先取得那里的内容，例如用 urllib.request.urlopen()</translation>
    </message>
    <message>
        <source>Only terminals know ~ as your own folder, so {file} is looked for in a folder that is called ~. Write: os.path.expanduser(&quot;{file}&quot;)</source>
        <translation>只有终端才知道 ~ 是你的主文件夹，所以 {file} 会在名叫 ~ 的文件夹里找。请写：os.path.expanduser(&quot;{file}&quot;)</translation>
    </message>
    <message>
        <source>{file} is a file, and a folder is needed here. Write the name of a folder; where files may be among them, ask first: if os.path.isdir(...):</source>
        <translation>{file} 是文件，而这里需要文件夹。请写文件夹的名称；如果其中可能有文件，先问一下：if os.path.isdir(...):</translation>
    </message>
    <message>
        <source>The folder {file} has something in it, and only an empty one can be removed. To remove it with all that is in it: shutil.rmtree(&quot;{file}&quot;)</source>
        <translation>文件夹 {file} 里还有东西，而只能删除空文件夹。要连同里面的所有内容一起删除：shutil.rmtree(&quot;{file}&quot;)</translation>
    </message>
    <message>
        <source>The folder {file} is there already. If that is no problem, write: {instead}</source>
        <translation>文件夹 {file} 已经存在。如果这没有关系，请写：{instead}</translation>
    </message>
    <message>
        <source>{file} is a folder, and {function} removes files only. If the folder is to go, with all that is in it, write: {instead}</source>
        <translation>{file} 是文件夹，而 {function} 只删除文件。如果要连同里面的所有内容删除这个文件夹，请写成：{instead}</translation>
    </message>
    <message>
        <source>{file} is a file, and {function} removes folders only. Write: {instead}</source>
        <translation>{file} 是文件，而 {function} 只删除文件夹。请写成：{instead}</translation>
    </message>
    <message>
        <source>{file} would be copied onto itself: both names mean the same file. Give the copy another name.</source>
        <translation>{file} 会被复制到它自己上面：两个名称指的是同一个文件。请给副本另取一个名称。</translation>
    </message>
</context>
<context>
    <name>ExplainSyntaxTexts</name>
    <message>
        <source>A function needs round brackets after its name, even with nothing in them. Write in line {line}: def {name}():</source>
        <translation>函数名后面需要圆括号，即使括号里什么也没有。请在第 {line} 行写：def {name}():</translation>
    </message>
    <message>
        <source>Line {line} begins with &apos;{word}&apos;, so it must end with a colon. Write : at its end.</source>
        <translation>第 {line} 行以“{word}”开头，所以必须以冒号结尾。请在行尾写上英文冒号 :</translation>
    </message>
    <message>
        <source>The bracket {bracket} in line {line} is never closed. Write {closing} where it ends.</source>
        <translation>第 {line} 行的括号 {bracket} 没有关上。请在它应该结束的地方写 {closing}。</translation>
    </message>
    <message>
        <source>The bracket {bracket} in line {line} closes nothing: it is one too many. Remove it.</source>
        <translation>第 {line} 行的括号 {bracket} 没有对应的左括号：它是多余的。请去掉它。</translation>
    </message>
    <message>
        <source>The bracket {opening} in line {line2} is closed by {bracket} in line {line}, which is of another kind. Use the same kind.</source>
        <translation>第 {line2} 行的括号 {opening} 被第 {line} 行的 {bracket} 关上了，而它们不是同一种括号。请使用同一种。</translation>
    </message>
    <message>
        <source>The text that begins with {quote} in line {line} does not end. Write {quote} where it ends.</source>
        <translation>第 {line} 行以 {quote} 开始的字符串没有结束。请在它应该结束的地方写 {quote}。</translation>
    </message>
    <message>
        <source>In line {line}, a quotation mark {quote} is alone. A text needs one at its beginning and one at its end: look which is missing.</source>
        <translation>第 {line} 行有一个单独的引号 {quote}。文本的开头和结尾各需要一个：请看看缺了哪一个。</translation>
    </message>
    <message>
        <source>Text needs quotes. In line {line}, write: &quot;{text}&quot;</source>
        <translation>字符串需要引号。请在第 {line} 行写：&quot;{text}&quot;</translation>
    </message>
    <message>
        <source>The text in line {line} has a quotation mark in it that ends it too early. Put the other kind of quotation mark around the text.</source>
        <translation>第 {line} 行的字符串里有一个引号，使它过早结束了。请在字符串两边改用另一种引号。</translation>
    </message>
    <message>
        <source>In line {line}, = would give &apos;{left}&apos; a value. To compare, write two of them: {left} == {right}</source>
        <translation>在第 {line} 行，= 会给“{left}”赋值。要比较，请写两个等号：{left} == {right}</translation>
    </message>
    <message>
        <source>What belongs to line {line2} must be indented. Put {number} more spaces before line {line}, and before each further line that belongs to line {line2}.</source>
        <translation>属于第 {line2} 行的内容必须缩进。在第 {line} 行前面再加 {number} 个空格；后面的行如果也属于第 {line2} 行，同样处理。</translation>
    </message>
    <message>
        <source>Line {line} is indented further than line {line2} above it, and nothing there asks for it. Let both begin at the same place.</source>
        <translation>第 {line} 行比上面的第 {line2} 行缩进得更多，而那里并不需要。请让两行从同一位置开始。</translation>
    </message>
    <message>
        <source>Line {line} is indented, and no line above asks for it. Remove the spaces at its beginning.</source>
        <translation>第 {line} 行缩进了，而上面没有哪一行需要它缩进。请去掉它开头的空格。</translation>
    </message>
    <message>
        <source>Line {line} is not indented as any of the lines above. Give it exactly as many spaces as the line that it belongs beside.</source>
        <translation>第 {line} 行的缩进和上面任何一行都不一样。请让它的空格数和同一层的那些行完全相同。</translation>
    </message>
    <message>
        <source>Line {line} is not indented as any of the lines above: spaces at its beginning: {number}. Give it as many as line {line2} has: {number2}</source>
        <translation>第 {line} 行的缩进与上面的任何一行都不同：它开头有 {number} 个空格。请与第 {line2} 行一样，改成 {number2} 个空格。</translation>
    </message>
    <message>
        <source>Line {line} is not indented as any of the lines above: spaces at its beginning: {number}. If it belongs beside line {line2}, give it as many: {number2}. If it belongs beside line {line3}: {number3}</source>
        <translation>第 {line} 行的缩进与上面的任何一行都不同：它开头有 {number} 个空格。如果它应与第 {line2} 行并列，请改成 {number2} 个空格；如果应与第 {line3} 行并列，请改成 {number3} 个。</translation>
    </message>
    <message>
        <source>Line {line} is not indented as any of the lines above: spaces at its beginning: {number}. Move the lines {line} to {line2} together, until line {line} has as many as line {line3}: {number2}</source>
        <translation>第 {line} 行的缩进与上面的任何一行都不同：它开头有 {number} 个空格。请把第 {line} 行到第 {line2} 行一起移动，使第 {line} 行与第 {line3} 行一样，有 {number2} 个空格。</translation>
    </message>
    <message>
        <source>Line {line} is not indented as any of the lines above: spaces at its beginning: {number}. Move the lines {line} to {line2} together. If they belong beside line {line3}, line {line} gets as many spaces as that: {number2}. If they belong beside line {line4}: {number3}</source>
        <translation>第 {line} 行的缩进与上面的任何一行都不同：它开头有 {number} 个空格。请把第 {line} 行到第 {line2} 行一起移动：如果它们应与第 {line3} 行并列，第 {line} 行就与那一行一样，有 {number2} 个空格；如果应与第 {line4} 行并列，就有 {number3} 个。</translation>
    </message>
    <message>
        <source>Line {line} is indented with tabs where other lines have spaces, or the other way round. Use spaces everywhere.</source>
        <translation>第 {line} 行用制表符（Tab）缩进，而其他行用空格，或者正好相反。请全部使用空格。</translation>
    </message>
    <message>
        <source>print needs brackets in Python 3. Write in line {line}, and wherever else they are missing: print(...)</source>
        <translation>在 Python 3 中 print 需要括号。请在第 {line} 行和其他缺少括号的地方写：print(...)</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is not inside a function. Check its indentation: it has to stand further to the right than the &apos;def&apos; that it belongs to. Only if it belongs to none, remove it.</source>
        <translation>第 {line} 行的“{word}”不在函数里。请检查它的缩进：它要比所属的“def”更靠右。只有当它不属于任何函数时才删掉它。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is not inside a loop. Check its indentation, or remove it.</source>
        <translation>第 {line} 行的“{word}”不在循环里面。请检查它的缩进，或者去掉它。</translation>
    </message>
    <message>
        <source>The quotation marks {character} and {other} in line {line} are not those that Python knows. Type {instead} in place of both, with the keyboard set to English.</source>
        <translation>第 {line} 行的引号 {character} 和 {other} 不是 Python 认识的引号。请用英文输入法在这两处都输入 {instead}。</translation>
    </message>
    <message>
        <source>The character {character} in line {line} is not the one that Python knows. Type {instead} in its place, with the keyboard set to English.</source>
        <translation>第 {line} 行的字符 {character} 不是 Python 认识的那一个。请切换到英文输入法，在那里输入 {instead}。</translation>
    </message>
    <message>
        <source>There is a special space in line {line} that Python does not know, perhaps copied from a web page. Type usual spaces in its place.</source>
        <translation>第 {line} 行有一个 Python 不认识的特殊空格（例如全角空格，也许是从网页上复制来的）。请换成普通的英文空格。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is a word of Python&apos;s own and cannot be a name. Use another one, such as {word}_.</source>
        <translation>第 {line} 行的“{word}”是 Python 的关键字，不能用作名字。请换一个名字，例如 {word}_。</translation>
    </message>
    <message>
        <source>Python has another word for &apos;else if&apos;. Write in line {line}: elif</source>
        <translation>Python 里“else if”要用另一个词。请在第 {line} 行写：elif</translation>
    </message>
    <message>
        <source>Python has no {operator}. Write in line {line}: {instead}</source>
        <translation>Python 里没有 {operator}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Left of = in line {line} stands {left}, which is no name and cannot get a value. A name goes on the left; to compare, use ==.</source>
        <translation>第 {line} 行的 = 左边是 {left}，它不是名字，不能赋值。左边要写名字；要比较，请用 ==。</translation>
    </message>
    <message>
        <source>In line {line} something is missing between {before} and {after}. Put a comma there, or an operator such as +.</source>
        <translation>第 {line} 行的 {before} 和 {after} 之间少了东西。请在那里写一个逗号，或者一个运算符，例如 +。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} begins with a digit, and no name may. Begin it with a letter.</source>
        <translation>第 {line} 行的“{name}”以数字开头，而名字不能这样。请让它以字母开头。</translation>
    </message>
    <message>
        <source>{file} is not saved as UTF-8, which Python expects. Save it in your editor with the encoding UTF-8.</source>
        <translation>{file} 没有保存为 Python 需要的 UTF-8。请在你的编辑器里用 UTF-8 编码保存它。</translation>
    </message>
    <message>
        <source>Line {line} is one of several items and needs a comma at its end.</source>
        <translation>第 {line} 行是几项中的一项，末尾需要一个逗号。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is not understood. Did you mean &apos;{meant}&apos;?</source>
        <translation>第 {line} 行的“{word}”看不懂。你要写的是不是“{meant}”？</translation>
    </message>
    <message>
        <source>The loop in line {line} lacks the word &apos;in&apos; before what it goes through.</source>
        <translation>第 {line} 行的循环，在要遍历的东西前面少了“in”。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} needs a condition before the colon.</source>
        <translation>第 {line} 行的“{word}”，在冒号前面需要一个条件。</translation>
    </message>
    <message>
        <source>The &apos;{word}&apos; in line {line} belongs to no &apos;{partner}&apos;. It needs the same indentation as its &apos;{partner}&apos;, and has to follow right below the indented lines.</source>
        <translation>第 {line} 行的“{word}”没有对应的“{partner}”。它的缩进要和它的“{partner}”一样，并且必须紧跟在缩进的那些行下面。</translation>
    </message>
    <message>
        <source>Line {line} is not indented further than the &apos;{word}&apos; in line {line2}, and so it parts that from its &apos;{partner}&apos;. Indent it, if it belongs to what stands above it, or move it away.</source>
        <translation>第 {line} 行没有比第 {line2} 行的“{word}”缩进得更多，所以把它和它的“{partner}”分开了。如果这一行属于上面的代码，请缩进它，否则把它移到别处。</translation>
    </message>
    <message>
        <source>No number may begin with 0, as {number} in line {line} does. Write {instead}, or put it in quotes if it is text.</source>
        <translation>数字不能以 0 开头，而第 {line} 行的 {number} 是这样。请写 {instead}；如果它是文本，请放在引号里。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} has a blank, and no name may. Write: {instead}</source>
        <translation>第 {line} 行的“{name}”里有空格，而名字里不能有空格。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} stands outside of the quotes in line {line}. Put it into the text, or into quotes of its own: &quot;{what}&quot;</source>
        <translation>第 {line} 行的 {what} 在引号外面。请把它放进文本里，或者给它单独加上引号：&quot;{what}&quot;</translation>
    </message>
    <message>
        <source>In a text, \ begins a special character, and in line {line} what follows it is none. Put an r before the opening quote, or write / in place of \.</source>
        <translation>在字符串里，\ 是特殊字符的开头，而第 {line} 行的 \ 后面不是特殊字符。请在左引号前面加上 r，或者把 \ 写成 /。</translation>
    </message>
    <message>
        <source>{function} in line {line} needs brackets around what it is given: {function}(...)</source>
        <translation>第 {line} 行的 {function} 需要用括号把参数括起来：{function}(...)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used before line {line} says that it is global. Make that the first line of the function.</source>
        <translation>第 {line} 行把“{name}”声明为 global 之前，它已经被使用了。请把这一行放到函数的第一行。</translation>
    </message>
</context>
<context>
    <name>ExplainTableTexts</name>
    <message>
        <source>The table {what} has no column {key}. Line {line} has made it with {near}: a name has to be written just as it is there, capital letters and blanks, too.</source>
        <translation>表格 {what} 没有列 {key}。第 {line} 行建立它时用的是 {near}：名字必须写得完全一样，包括大小写和空格。</translation>
    </message>
    <message>
        <source>The table {what} has no column {key}. Print its columns before this line: print(list({what})). If all names stand in a single text there, tell {function} the sign between them, such as sep=&quot;;&quot;</source>
        <translation>表格 {what} 没有列 {key}。请在这一行之前打印它的列：print(list({what}))。如果所有名字都在同一段文本里，请告诉 {function} 它们之间的符号，例如 sep=&quot;;&quot;</translation>
    </message>
    <message>
        <source>The table {what} lacks some of the columns that are named here: {keys}. Print its columns before this line: print(list({what}))</source>
        <translation>这里写的列，有些是表格 {what} 没有的：{keys}。请在这一行之前打印它的列：print(list({what}))</translation>
    </message>
    <message>
        <source>drop() looks for {key} among the names of the rows, and {what} has no such row. For a column, write: {instead}</source>
        <translation>drop() 是在行的名字里找 {key} 的，而 {what} 没有这样的行。如果指的是列，请写：{instead}</translation>
    </message>
    <message>
        <source>In {what}, both names together are taken for the name of one column. For several columns, write a list of them: {instead}</source>
        <translation>在 {what} 里，两个名字合起来被当作一列的名字。要取几列，请写成列表：{instead}</translation>
    </message>
    <message>
        <source>In {what}, the two things in the brackets together are taken for the name of one column. For a single cell, by row and column, write: {instead}</source>
        <translation>在 {what} 里，方括号里的两样东西合起来被当作一列的名字。要按行和列取一个格子，请写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} of the file has {given} values, and the lines before have only one. If a heading stands above the table, pass over it with skiprows=; if the values have another sign between them, tell it with sep=, such as sep=&quot;;&quot;</source>
        <translation>文件的第 {line} 行有 {given} 个值，而前面的行只有一个。如果表格上面有标题，请用 skiprows= 跳过；如果值之间是别的符号，请用 sep= 说明，例如 sep=&quot;;&quot;</translation>
    </message>
    <message>
        <source>{text} is text, and what is in {what} is not, so + cannot put them together. Make text of it first: {instead}</source>
        <translation>{text} 是文本，而 {what} 里的不是，所以 + 不能把它们接起来。请先把它变成文本：{instead}</translation>
    </message>
    <message>
        <source>The brackets of the table {what} take the name of a column, and no column is called {key}. For the row at that place, counted from 0, write: {instead}</source>
        <translation>表格 {what} 的方括号里写的是列名，而没有名叫 {key} 的列。要取这个位置的行（从 0 数起），请写：{instead}</translation>
    </message>
    <message>
        <source>{what}[ ] takes the name that a row has in the index, and there is none called {key}: rows that were left out leave gaps, and a loop may go one too far. See them with print({what}.index); by its place, a row is {what}.iloc[ ]</source>
        <translation>{what}[ ] 里写的是行在索引中的名字，而没有名叫 {key} 的行：去掉的行会留下空缺，循环也可能多走了一步。可以用 print({what}.index) 查看；按位置取一行，请写 {what}.iloc[ ]</translation>
    </message>
    <message>
        <source>merge() looks for the column {key} in both tables, {first} and {second}, and one of them has none of that name. Print the columns of both; where the names differ, write left_on= and right_on= in place of on=</source>
        <translation>merge() 要在 {first} 和 {second} 两个表格里都找到列 {key}，而其中一个没有这个名字的列。请打印两者的列；如果名字不同，请用 left_on= 和 right_on= 代替 on=</translation>
    </message>
    <message>
        <source>The table {table} has no column {key}, by which merge() is to find its rows. Print its columns before this line: print(list({table}))</source>
        <translation>表格 {table} 没有列 {key}，而 merge() 要按它来找行。请在这一行之前打印它的列：print(list({table}))</translation>
    </message>
    <message>
        <source>The two tables have no column of the same name, so merge() does not know which rows belong together. Name the columns: left_on=&quot;...&quot;, right_on=&quot;...&quot;</source>
        <translation>两个表格没有同名的列，所以 merge() 不知道哪些行属于一起。请写明列名：left_on=&quot;...&quot;, right_on=&quot;...&quot;</translation>
    </message>
    <message>
        <source>The columns by which the two tables are to be put together are of different types, {first} and {second}, so no row would fit another one. Make both the same first, such as with .astype(str)</source>
        <translation>用来合并两个表格的列类型不同，是 {first} 和 {second}，所以没有一行能对上。请先让两者相同，例如用 .astype(str)</translation>
    </message>
    <message>
        <source>merge() puts tables together, and what it gets here is {type2}. Make a table of it first, with pandas.DataFrame()</source>
        <translation>merge() 合并的是表格，而这里给它的是{type2}。请先用 pandas.DataFrame() 把它变成表格</translation>
    </message>
    <message>
        <source>Both tables have a column of this name: {columns}. If the rows are to be found by it, use merge(..., on=...) in place of join(); else give lsuffix= and rsuffix=, which are put behind the two names.</source>
        <translation>两个表格都有这个名字的列：{columns}。如果要按它来找行，请用 merge(..., on=...) 代替 join()；否则请给出 lsuffix= 和 rsuffix=，它们会加在两个名字后面。</translation>
    </message>
    <message>
        <source>{function} takes all that it works with in one list. Write: {instead}</source>
        <translation>{function} 要求把它要处理的东西放在一个列表里。请写：{instead}</translation>
    </message>
    <message>
        <source>{function} gets an empty list here, so there is nothing to put together. Look why nothing was added to it before.</source>
        <translation>{function} 在这里得到的是空列表，没有东西可以合并。请看看为什么之前没有往里面添加。</translation>
    </message>
    <message>
        <source>concat() puts tables and columns together, and one thing in its list is {type2}. Make a table of it first: of a single row, with pandas.DataFrame([...])</source>
        <translation>concat() 合并的是表格和列，而它的列表里有一项是{type2}。请先把它变成表格：如果是单独一行，用 pandas.DataFrame([...])</translation>
    </message>
    <message>
        <source>In {what}, some values are missing (NaN) or infinite, and no whole number stands for these. Fill them first, such as with .fillna(0), or leave such rows out with .dropna()</source>
        <translation>{what} 里有些值是缺失的（NaN）或无穷大，没有整数可以表示它们。请先填上，例如用 .fillna(0)，或者用 .dropna() 去掉这些行</translation>
    </message>
    <message>
        <source>Of the text {text}, no number can be made. Look at that value; pandas.to_numeric(..., errors=&quot;coerce&quot;) puts NaN in place of what is no number.</source>
        <translation>文本 {text} 不能变成数。请看看这个值；pandas.to_numeric(..., errors=&quot;coerce&quot;) 会把不是数的换成 NaN。</translation>
    </message>
    <message>
        <source>Numbers are written with a point in Python, and {text} has a comma. Replace it first: .str.replace(&quot;,&quot;, &quot;.&quot;), or read the file with decimal=&quot;,&quot;</source>
        <translation>Python 里的小数写小数点，而 {text} 里是逗号。请先替换：.str.replace(&quot;,&quot;, &quot;.&quot;)，或者读文件时写 decimal=&quot;,&quot;</translation>
    </message>
    <message>
        <source>{text} has a decimal point, and of such text no whole number can be made. Make a number with a point of it first: .astype(float)</source>
        <translation>{text} 里有小数点，这样的文本不能变成整数。请先变成小数：.astype(float)</translation>
    </message>
    <message>
        <source>Only numbers can be used here, and there is text among them: {text}. Choose the columns with numbers, or make numbers of the text first.</source>
        <translation>这里只能用数，而其中有文本：{text}。请只选数值的列，或者先把文本变成数。</translation>
    </message>
    <message>
        <source>The columns of a table have to be of the same length, and here they are not: {lengths}. Give each column as many values.</source>
        <translation>表格的各列长度必须相同，而这里不同：{lengths}。请让每一列的值一样多。</translation>
    </message>
    <message>
        <source>The columns of a table have to be of the same length, and those in line {line} are not. Print len() of each before.</source>
        <translation>表格的各列长度必须相同，而第 {line} 行的不同。请在之前打印每一列的 len()。</translation>
    </message>
    <message>
        <source>There are {length} rows, and {given} values are given for them. Give as many values as there are rows.</source>
        <translation>一共有 {length} 行，却给了 {given} 个值。请让值的个数和行数一样。</translation>
    </message>
    <message>
        <source>Names for {given} columns are given, and the rows have {length} values. Give as many names as a row has values.</source>
        <translation>给了 {given} 个列名，而每行有 {length} 个值。请让列名的个数和每行的值一样多。</translation>
    </message>
    <message>
        <source>The values have {first} (rows, columns), and the names given for them are for {second}. Give a name for each.</source>
        <translation>这些值的行数和列数是 {first}，而给出的名字是 {second} 的。请每一个都给一个名字。</translation>
    </message>
    <message>
        <source>{what} has {length} names, and here it gets {given}. Give one name for each; to change only some of them, use .rename().</source>
        <translation>{what} 有 {length} 个名字，而这里给了 {given} 个。请给每一个都写一个名字；只改其中几个，请用 .rename()。</translation>
    </message>
    <message>
        <source>A table has columns, and each of them is a list, even of one value. Write the values in brackets, as in {{&quot;name&quot;: [&quot;Ann&quot;]}}</source>
        <translation>表格由列组成，每一列都是列表，哪怕只有一个值。请把值放在方括号里，例如 {{&quot;name&quot;: [&quot;Ann&quot;]}}</translation>
    </message>
    <message>
        <source>DataFrame() makes a table of lists or of a dictionary, and {what} is text. If that is the name of a file, read it: pandas.read_csv({what})</source>
        <translation>DataFrame() 用列表或字典建立表格，而 {what} 是文本。如果这是文件名，请读取它：pandas.read_csv({what})</translation>
    </message>
    <message>
        <source>&apos;{operator}&apos; wants one answer, and here stand many, one for each value. Write: {instead}</source>
        <translation>“{operator}” 需要一个答案，而这里有许多个，每个值一个。请写：{instead}</translation>
    </message>
    <message>
        <source>The {sign} is done before the comparisons on its two sides. Put each of them in brackets: {instead}</source>
        <translation>{sign} 会先于两边的比较计算。请把每个比较放进圆括号：{instead}</translation>
    </message>
    <message>
        <source>Line {line} of the file has {given} values, where {length} were expected after the lines before. Look at that line: a comma inside a text needs quotes around it, and another sign between the values is told with sep=, such as sep=&quot;;&quot;</source>
        <translation>文件的第 {line} 行有 {given} 个值，而按前面的行应该是 {length} 个。请看看那一行：文本里的逗号要用引号括起来；如果值之间是别的符号，请用 sep= 说明，例如 sep=&quot;;&quot;</translation>
    </message>
    <message>
        <source>There is nothing in the file that is read here. Look whether it is the right one, and whether it was saved.</source>
        <translation>这里读取的文件里什么也没有。请看看是不是这个文件，以及它是否保存过。</translation>
    </message>
    <message>
        <source>The first line of the file has no column {key}. Look how the names are written there, and which sign stands between them (sep=).</source>
        <translation>文件的第一行没有列 {key}。请看看那里的名字是怎么写的，以及它们之间是什么符号（sep=）。</translation>
    </message>
    <message>
        <source>{what} is no Excel file, whatever its name is. If it is text with commas, read it with pandas.read_csv()</source>
        <translation>不管叫什么名字，{what} 都不是 Excel 文件。如果它是用逗号分隔的文本，请用 pandas.read_csv() 读取</translation>
    </message>
    <message>
        <source>By the end of the file&apos;s name, pandas cannot see that it is to be an Excel file. Let the name end in .xlsx</source>
        <translation>从文件名的结尾看不出这应该是 Excel 文件。请让文件名以 .xlsx 结尾</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist, so nothing can be saved in it. Make it first: os.makedirs({folder}, exist_ok=True)</source>
        <translation>文件夹 {folder} 不存在，所以不能保存到里面。请先建立它：os.makedirs({folder}, exist_ok=True)</translation>
    </message>
    <message>
        <source>{text} is no date of the form {format}. Say how the dates are written, as in format=&quot;%d.%m.%Y&quot;, or that the day comes first: dayfirst=True; errors=&quot;coerce&quot; puts NaT in place of what is no date.</source>
        <translation>{text} 不是 {format} 这种写法的日期。请说明日期的写法，例如 format=&quot;%d.%m.%Y&quot;，或者说明日在最前：dayfirst=True；errors=&quot;coerce&quot; 会把不是日期的换成 NaT。</translation>
    </message>
    <message>
        <source>{text} is no date that can be read. Look at that value; errors=&quot;coerce&quot; puts NaT in place of what is no date.</source>
        <translation>{text} 不是能读出来的日期。请看看这个值；errors=&quot;coerce&quot; 会把不是日期的换成 NaT。</translation>
    </message>
    <message>
        <source>{what} has neither a column nor a function of the name {attribute}. Check how it is written; the columns are printed by: print(list({what}))</source>
        <translation>{what} 既没有名叫 {attribute} 的列，也没有这个名字的函数。请检查写法；打印各列：print(list({what}))</translation>
    </message>
    <message>
        <source>{what} is a column with many values. What is done to the text of each of them stands behind .str: {instead}</source>
        <translation>{what} 是有许多值的一列。要对每个值的文本做什么，写在 .str 后面：{instead}</translation>
    </message>
    <message>
        <source>{what} is a column. What each of its dates has stands behind .dt: {instead}</source>
        <translation>{what} 是一列。每个日期的部分写在 .dt 后面：{instead}</translation>
    </message>
    <message>
        <source>{what} is a table, and .{attribute} is what one column has. Choose a column first, as in: {instead}</source>
        <translation>{what} 是表格，而 .{attribute} 是一列才有的。请先选一列，例如：{instead}</translation>
    </message>
    <message>
        <source>{what} has no row at the place {index}, for it has fewer. Places are counted from 0, so the last one is len({what}) - 1.</source>
        <translation>{what} 没有位置 {index} 的行，它的行数没有那么多。位置从 0 数起，最后一个是 len({what}) - 1。</translation>
    </message>
    <message>
        <source>One of the places in the brackets of {what} is beyond its end. Places are counted from 0; .shape says how many rows and columns there are.</source>
        <translation>{what} 方括号里的位置有一个超出了末尾。位置从 0 数起；.shape 会告诉你有多少行和列。</translation>
    </message>
    <message>
        <source>{what} can only change rows that are there, and this place is beyond the end. To add a row, use .loc with a new name.</source>
        <translation>{what} 只能修改已有的行，而这个位置超出了末尾。要增加一行，请用 .loc 加上新的名字。</translation>
    </message>
    <message>
        <source>{what} counts: it takes whole numbers, and {index} is a name. By names, rows and columns are found with: {instead}</source>
        <translation>{what} 是按位置数的：它要整数，而 {index} 是名字。按名字找行和列，请用：{instead}</translation>
    </message>
    <message>
        <source>The row that is put into {what} has another number of values than the table has columns. Give one value for each column.</source>
        <translation>放进 {what} 的这一行，值的个数和表格的列数不同。请给每一列一个值。</translation>
    </message>
    <message>
        <source>{what} is no function: what is in it is taken with square brackets. Write: {instead}</source>
        <translation>{what} 不是函数：取里面的东西要用方括号。请写：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, several rows or columns have the same name, so it is not clear which one is meant. If the names of the rows do not matter, number them anew before: .reset_index(drop=True). If they do, leave only one of each: .index.duplicated() says which come again.</source>
        <translation>第 {line} 行里，有几行或几列的名字相同，所以不清楚指的是哪一个。如果行的名字不重要，请先重新编号：.reset_index(drop=True)。如果重要，每个名字只留一个：.index.duplicated() 会告诉您哪些是重复的。</translation>
    </message>
    <message>
        <source>In line {line}, two columns or tables are compared whose rows do not have the same names or number. Compare only what belongs together, or number both anew: .reset_index(drop=True)</source>
        <translation>第 {line} 行比较的两列或两个表格，行的名字或行数不同。请只比较属于一起的，或者把两者都重新编号：.reset_index(drop=True)</translation>
    </message>
    <message>
        <source>What is compared here has {length} values on one side and {given} on the other. There must be as many on both.</source>
        <translation>这里比较的两边，一边有 {length} 个值，另一边有 {given} 个。两边必须一样多。</translation>
    </message>
    <message>
        <source>What stands in the brackets has {given} answers (True or False), and there are {length} values to choose from. Make it of the same data, so that there are as many.</source>
        <translation>方括号里有 {given} 个答案（True 或 False），而可以选的值有 {length} 个。请用同一份数据来做，让两者一样多。</translation>
    </message>
    <message>
        <source>{function}() calculates with numbers, and there is text in what it gets. Choose the columns with numbers, as with numeric_only=True, or make numbers of the text: pandas.to_numeric()</source>
        <translation>{function}() 是用数来计算的，而给它的东西里有文本。请只选数值的列，例如用 numeric_only=True，或者把文本变成数：pandas.to_numeric()</translation>
    </message>
    <message>
        <source>{operator} does not work between {type} and {type2}, and that is what the columns here have. To make numbers of text, use pandas.to_numeric(); to make text of all, .astype(str)</source>
        <translation>{operator} 不能用在{type}和{type2}之间，而这里的列里就是它们。要把文本变成数，请用 pandas.to_numeric()；要都变成文本，请用 .astype(str)</translation>
    </message>
    <message>
        <source>What is sorted here holds both {type} and {type2}, and these have no order. If they are meant as numbers, make numbers of all first, with pandas.to_numeric(); if as text, use .astype(str)</source>
        <translation>这里要排序的内容里既有{type}又有{type2}，它们之间没有顺序。如果它们应是数字，请先用 pandas.to_numeric() 全部转换成数字；如果应是文本，请用 .astype(str)</translation>
    </message>
    <message>
        <source>There are no numbers in what is to be drawn. If they are text still, make numbers of them first: pandas.to_numeric()</source>
        <translation>要画的内容里没有数。如果它们还是文本，请先变成数：pandas.to_numeric()</translation>
    </message>
    <message>
        <source>Without axis=1, apply() gives the function one column after the other, so {item} is a column here and has no {key}. For rows, write axis=1 as the last thing in the brackets of apply()</source>
        <translation>不写 axis=1 时，apply() 把一列一列交给函数，所以这里的 {item} 是一列，没有 {key}。要按行处理，请在 apply() 的圆括号最后写 axis=1</translation>
    </message>
    <message>
        <source>A loop over a table gives the names of its columns, so {item} is a name and no row. For the rows of {table}, write: {instead}</source>
        <translation>循环遍历表格得到的是列名，所以 {item} 是名字，不是行。要遍历 {table} 的行，请写：{instead}</translation>
    </message>
    <message>
        <source>iterrows() gives two things for each row, its name and the row itself, and {item} is both in one. Write: {instead}</source>
        <translation>iterrows() 每一行给出两样东西：行的名字和行本身，而 {item} 是合在一起的两样。请写：{instead}</translation>
    </message>
    <message>
        <source>itertuples() gives each row as a tuple, in which the values have names behind a point, so {item}[ ] takes only numbers. Write: {instead}</source>
        <translation>itertuples() 把每一行作为元组给出，里面的值用点加名字来取，所以 {item}[ ] 只接受数字。请写：{instead}</translation>
    </message>
    <message>
        <source>A loop over groupby() gives two things for each group, its name and its rows, and {item} is both in one. Write: {instead}</source>
        <translation>循环遍历 groupby() 时，每一组给出两样东西：组的名字和组里的行，而 {item} 是合在一起的两样。请写：{instead}</translation>
    </message>
    <message>
        <source>{operator} does not work between texts, and that is what the columns here have. Make numbers of them first: pandas.to_numeric(), or dates: pandas.to_datetime()</source>
        <translation>{operator} 不能用在文本之间，而这里的列里就是文本。请先把它们变成数：pandas.to_numeric()，或者变成日期：pandas.to_datetime()</translation>
    </message>
    <message>
        <source>In the text for query(), {name} is neither a column nor anything else that is known. If it is a variable of the script, write @ before it there: @{name}; if it is text, write it in quotes; if it is a column, check how its name is written.</source>
        <translation>在 query() 的文本里，{name} 既不是列，也不是别的已知的东西。如果它是脚本的变量，请在前面写 @：@{name}；如果是文本，请加引号；如果是列，请检查它的名字怎么写。</translation>
    </message>
    <message>
        <source>In the text for query(), = stands alone. To compare, write ==</source>
        <translation>在 query() 的文本里只有一个 =。要比较，请写 ==</translation>
    </message>
    <message>
        <source>Between the edges (bins) lie fewer pieces than there are edges: give one label less than edges.</source>
        <translation>分界点（bins）之间的段数比分界点少一个：labels 要比分界点少一个。</translation>
    </message>
    <message>
        <source>Only rows whose names (the index) are dates can be put together by time, and here the index is {type2}. Before: .set_index(...) with a column that pandas.to_datetime() has made.</source>
        <translation>只有行的名字（索引）是日期时才能按时间汇总，而这里的索引是{type2}。请先用 .set_index(...)，放进 pandas.to_datetime() 做出来的列。</translation>
    </message>
    <message>
        <source>There is a column {key} already, and insert() makes new ones only. To change it, write: {instead}</source>
        <translation>已经有列 {key} 了，而 insert() 只能新建列。要修改它，请写：{instead}</translation>
    </message>
    <message>
        <source>For one place of the new table there are several values, and it is not said which. pivot_table() puts them together; how, says aggfunc=, such as aggfunc=&quot;sum&quot;</source>
        <translation>新表格的同一个位置有几个值，没有说明用哪一个。pivot_table() 会把它们合起来；用 aggfunc= 说明怎么合，例如 aggfunc=&quot;sum&quot;</translation>
    </message>
    <message>
        <source>A number cannot be added to dates, as it does not say of what. For days, add pandas.Timedelta(days=...)</source>
        <translation>日期不能直接加减一个数，因为没有说明是什么单位。要加几天，请加 pandas.Timedelta(days=...)</translation>
    </message>
    <message>
        <source>There is no type of values with the name {text}. Common ones are int, float, str and bool.</source>
        <translation>没有名叫 {text} 的数据类型。常用的有 int、float、str 和 bool。</translation>
    </message>
    <message>
        <source>{text} is none of the values that can be given here. These can: {choices}</source>
        <translation>{text} 不是这里可以给的值。可以给的有：{choices}</translation>
    </message>
    <message>
        <source>{text} is none of the values that can be given here. Did you mean {near}?</source>
        <translation>{text} 不是这里可以给的值。你是不是想写 {near}？</translation>
    </message>
    <message>
        <source>&apos;{sign}&apos; stands between two conditions, and {value} alone is none. To ask for one of several values, write: {instead}</source>
        <translation>‘{sign}’的两边应是条件，而单独的 {value} 不是条件。要问是不是几个值中的一个，请写：{instead}</translation>
    </message>
    <message>
        <source>{what} holds many values, and one answer is asked of it here. To ask whether there is something, write: {instead}</source>
        <translation>{what} 里有许多值，而这里要它给出一个答案。要问里面有没有东西，请写：{instead}</translation>
    </message>
</context>
<context>
    <name>ExplainTexts</name>
    <message>
        <source>text (str)</source>
        <comment>what a value is</comment>
        <translation>文本（str）</translation>
    </message>
    <message>
        <source>a whole number (int)</source>
        <comment>what a value is</comment>
        <translation>整数（int）</translation>
    </message>
    <message>
        <source>a number (float)</source>
        <comment>what a value is</comment>
        <translation>小数（float）</translation>
    </message>
    <message>
        <source>True or False (bool)</source>
        <comment>what a value is</comment>
        <translation>布尔值 True 或 False（bool）</translation>
    </message>
    <message>
        <source>a list</source>
        <comment>what a value is</comment>
        <translation>列表</translation>
    </message>
    <message>
        <source>a dictionary</source>
        <comment>what a value is</comment>
        <translation>字典</translation>
    </message>
    <message>
        <source>a tuple</source>
        <comment>what a value is</comment>
        <translation>元组</translation>
    </message>
    <message>
        <source>a set</source>
        <comment>what a value is</comment>
        <translation>集合</translation>
    </message>
    <message>
        <source>None</source>
        <comment>what a value is</comment>
        <translation>None 值</translation>
    </message>
    <message>
        <source>a function</source>
        <comment>what a value is</comment>
        <translation>函数</translation>
    </message>
    <message>
        <source>a class</source>
        <comment>what a value is</comment>
        <translation>类</translation>
    </message>
    <message>
        <source>a module</source>
        <comment>what a value is</comment>
        <translation>模块</translation>
    </message>
    <message>
        <source>bytes</source>
        <comment>what a value is</comment>
        <translation>字节串（bytes）</translation>
    </message>
    <message>
        <source>an opened file</source>
        <comment>what a value is</comment>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>There is no name &apos;{name}&apos; here. Did you mean &apos;{near}&apos;?</source>
        <translation>这里没有名字“{name}”。你要写的是不是“{near}”？</translation>
    </message>
    <message>
        <source>Nothing is called &apos;{name}&apos; at this point. Check how it is written, or give it a value before this line.</source>
        <translation>到这里为止，没有叫“{name}”的东西。请检查它的写法，或者在这一行之前给它赋值。</translation>
    </message>
    <message>
        <source>Nothing is called &apos;{name}&apos; here. If it is meant as text, put it in quotes: &quot;{name}&quot;</source>
        <translation>这里没有叫“{name}”的东西。如果它是文本，请放在引号里：&quot;{name}&quot;</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used here, but it was not imported. Write this at the top of the file: {statement}</source>
        <translation>这里用到了“{name}”，但它没有被导入。请在文件最上面写：{statement}</translation>
    </message>
    <message>
        <source>Nothing is called &apos;{name}&apos; here. If you mean the one in Python&apos;s module &apos;{module}&apos;, write this at the top of the file: {statement}</source>
        <translation>这里没有叫“{name}”的东西。如果你要用 Python 的模块“{module}”里的那一个，请在文件最上面写：{statement}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is part of a module that you have imported. Write its whole name: {full}</source>
        <translation>“{name}”属于你已经导入的一个模块。请写出完整的名字：{full}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; belongs to the object, so it is reached by way of it. Write: {full}</source>
        <translation>“{name}”属于对象，要通过对象来使用。请写：{full}</translation>
    </message>
    <message>
        <source>These belong to the object, so they are reached by way of it: {names}. Write: {full}</source>
        <translation>这些属于对象，要通过对象来使用：{names}。请写：{full}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here: what would give it one, in line {line}, has not happened. Give it a value at the beginning.</source>
        <translation>“{name}”在这里没有值：会给它赋值的是第 {line} 行，但那里没有执行到。请在开头给它一个值。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here, because line {line}, which gives it one, has failed itself: {error}. Look at that error first.</source>
        <translation>&apos;{name}&apos; 在这里没有值，因为给它赋值的第 {line} 行自己出错了：{error}。请先看那个错误。</translation>
    </message>
    <message>
        <source>Line {line} gives &apos;{name}&apos; a value, so inside {function}() it is a variable of its own, and it has no value yet. To change the one outside, write &apos;global {name}&apos; as the first line of {function}().</source>
        <translation>第 {line} 行给“{name}”赋了值，所以在 {function}() 里面它是一个单独的变量，并且还没有值。要修改外面的那一个，请在 {function}() 的第一行写 global {name}。</translation>
    </message>
    <message>
        <source>Line {line} gives &apos;{name}&apos; a value, so inside {function}() it is a variable of its own, and it has no value yet. To change the one of the function around it, write &apos;nonlocal {name}&apos; as the first line of {function}().</source>
        <translation>第 {line} 行给“{name}”赋了值，所以在 {function}() 里面它是一个单独的变量，并且还没有值。要修改外层函数的那一个，请在 {function}() 的第一行写 nonlocal {name}。</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; is made only when all of its lines have run, so these cannot use it yet. If it only says here of what type something is, put it in quotes: &quot;{name}&quot;</source>
        <translation>类“{name}”要等它所有的行都运行完才建好，所以这些行还不能用它。如果它在这里只是说明某个东西的类型，请把它放进引号：&quot;{name}&quot;</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here: no line of {function}() that would give it one has run. Give it a value at the beginning of {function}().</source>
        <translation>“{name}”在这里没有值：{function}() 里会给它赋值的行都没有运行。请在 {function}() 的开头给它一个值。</translation>
    </message>
    <message>
        <source>{what} is None here, and None has no .{attribute}. Look where its value comes from.</source>
        <translation>{what} 在这里是 None，而 None 没有 .{attribute}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{call} gave back None, and None has no .{attribute}. Use it without the dot, or look why it returns nothing.</source>
        <translation>{call} 返回了 None，而 None 没有 .{attribute}。请不要在后面写这个点，或者看看它为什么没有返回值。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is None, because {call} in line {line} gave back None. Perhaps that found nothing, or it only changes or prints something, or a &apos;return&apos; is missing in it.</source>
        <translation>“{name}”是 None，因为第 {line} 行的 {call} 返回了 None。也许它什么也没找到，或者它只做修改或打印，或者里面少了 return。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is None, because {call} in line {line} gave back None, and None has no .{attribute}. Perhaps that found nothing, or it only changes or prints something, or a &apos;return&apos; is missing in it.</source>
        <translation>“{name}”是 None，因为第 {line} 行的 {call} 返回了 None，而 None 没有 .{attribute}。也许它什么也没找到，或者它只做修改或打印，或者里面少了 return。</translation>
    </message>
    <message>
        <source>{type} has no .{attribute}. Did you mean .{near}?</source>
        <translation>{type}没有 .{attribute}。你要写的是不是 .{near}？</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{attribute}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>模块“{module}”里没有“{attribute}”。你要写的是不是“{near}”？</translation>
    </message>
    <message>
        <source>{type} has no .{attribute} in Python. Use: {instead}</source>
        <translation>在 Python 里，{type}没有 .{attribute}。请使用：{instead}</translation>
    </message>
    <message>
        <source>{what} is {type} here, and .{attribute} belongs to {type2}. Look where its value comes from.</source>
        <translation>{what} 在这里是{type}，而 .{attribute} 属于{type2}。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{type} has no .{attribute}. Its class gives its objects these: {names}. Write the one that you mean; if it is none of them, set self.{attribute} in the __init__() of the class.</source>
        <translation>{type}没有 .{attribute}。它的类给对象的是这些：{names}。请写你要用的那一个；如果都不是，请在该类的 __init__() 里设置 self.{attribute}。</translation>
    </message>
    <message>
        <source>{type} has no .{attribute}. Check how it is written, and whether this is the object that you mean.</source>
        <translation>{type}没有 .{attribute}。请检查它的写法，以及这是不是你要用的对象。</translation>
    </message>
    <message>
        <source>The module &apos;{module}&apos; has no &apos;{attribute}&apos;. Check how it is written.</source>
        <translation>模块“{module}”里没有“{attribute}”。请检查它的写法。</translation>
    </message>
    <message>
        <source>Your own file {file} is imported here, and not Python&apos;s module &apos;{module}&apos;. If you mean Python&apos;s, rename {file}.</source>
        <translation>这里导入的是你自己的文件 {file}，而不是 Python 的模块“{module}”。如果你要用 Python 的，请给 {file} 改名。</translation>
    </message>
    <message>
        <source>{file} imports itself: it has the name of the module &apos;{module}&apos;, so Python takes this file for it. Give {file} another name.</source>
        <translation>{file} 导入了它自己：它和模块“{module}”同名，所以 Python 把这个文件当成了那个模块。请给 {file} 换一个名字。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is not ready: it is still being imported, and &apos;{name}&apos; comes later in it. Two files import each other. Import it only inside the functions that use it, or put what needs each other into one file.</source>
        <translation>“{module}”还没有准备好：它还在导入的过程中，而“{name}”在它后面才出现。两个文件互相导入。请只在用到它的函数里面导入它，或者把互相需要的内容放到同一个文件里。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}. Did you mean {near}?</source>
        <translation>“{table}”里没有键 {key}。你要写的是不是 {near}？</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, which is {type}, but it has {near}, which is {type2}. Let the keys be {type} where &apos;{table}&apos; gets them, or, if they are always {type2}, use that one here.</source>
        <translation>&apos;{table}&apos; 没有键 {key}（{type}），但有 {near}（{type2}）。请在 &apos;{table}&apos; 得到键的地方让键成为 {type}；如果它们总是{type2}，就在这里使用那一个。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}. These are its keys: {keys}</source>
        <translation>“{table}”里没有键 {key}。它有这些键：{keys}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; is empty here, so it has no key {key}. Look where it is filled: perhaps that comes later, or never.</source>
        <translation>“{table}”在这里是空的，所以没有键 {key}。请看看它是在哪里填入内容的：也许那是在后面，或者根本没有。</translation>
    </message>
    <message>
        <source>There is no key {key} in this dictionary. Print the dictionary to see which keys it has.</source>
        <translation>这个字典里没有键 {key}。把字典打印出来，看看它有哪些键。</translation>
    </message>
    <message>
        <source>Items are counted from 0, and the length of {what} is {length}: the last one is {last}, and there is none at {index}.</source>
        <translation>下标从 0 开始，{what} 的长度是 {length}：最后一个是 {last}，没有 {index}。</translation>
    </message>
    <message>
        <source>The script was started with too few arguments: there is no sys.argv[{index}]. Give it some when you start it.</source>
        <translation>启动脚本时给的参数太少：没有 sys.argv[{index}]。启动它时请给出参数。</translation>
    </message>
    <message>
        <source>{what} is {type}, and its parts cannot be changed. Make a new one and put it in the place of the old one.</source>
        <translation>{what} 是 {type}，它的内容不能修改。请新建一个，用它代替旧的。</translation>
    </message>
    <message>
        <source>{function} makes a number of digits, and it got the text &apos;{text}&apos;. If that is the heading of a column, pass over the first line: {instead} before the loop.</source>
        <translation>{function} 把数字文本变成数，而它得到的文本是 &apos;{text}&apos;。如果这是列的标题，请在循环之前用 {instead} 跳过第一行。</translation>
    </message>
    <message>
        <source>{function} got an empty text, as it comes from an empty line, or when nothing is typed. Check that there is something before it is turned into a number.</source>
        <translation>{function} 得到的是空文本，例如读到了空行，或者什么也没有输入。在变成数之前，请先检查里面有没有内容。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a function here and not the module, since it was imported by its name. Write at the top of the file: {statement}, and here {attribute} without &apos;{name}.&apos;</source>
        <translation>&apos;{name}&apos; 在这里是函数而不是模块，因为导入的就是这个名字的函数。请在文件开头写：{statement}，这里则写 {attribute}，不要 &apos;{name}.&apos;</translation>
    </message>
    <message>
        <source>{what} is a function, because in line {line} the brackets are missing that call it. Write there: {instead}</source>
        <translation>{what} 是函数，因为第 {line} 行缺少调用它的括号。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{text} is text, and for text % does not divide. Make a number of it first: {instead}</source>
        <translation>{text} 是文本，而对文本来说 % 不是除法。请先把它变成数字：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used here, but gets its value only in line {line}, which has not run yet. That has to come first: move it up, or what uses it down.</source>
        <translation>这里用到了 &apos;{name}&apos;，但它在第 {line} 行才得到值，而那一行还没有运行。它必须先运行：请把它往上移，或者把用到它的地方往下移。</translation>
    </message>
    <message>
        <source>{said} This needs at the top of the file: {imports}</source>
        <translation>{said}这需要在文件开头写：{imports}</translation>
    </message>
    <message>
        <source>{said} (This needs at the top of the file: {imports})</source>
        <translation>{said}（这需要在文件开头写：{imports}）</translation>
    </message>
    <message>
        <source>{said}, and at the top of the file: {imports}</source>
        <translation>{said}，并在文件开头写：{imports}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; gets a value only inside {function}(), and is known only there. If you mean that one, let {function}() return it, and use what it returns.</source>
        <translation>&apos;{name}&apos; 只在 {function}() 里得到值，也只在那里有效。如果你指的是它，请让 {function}() 把它返回，并使用返回值。</translation>
    </message>
    <message>
        <source>{what} is empty: it is {type} without anything in it. Look where its value comes from, or ask first: if {what}:</source>
        <translation>{what} 是空的：它是{type}，里面什么也没有。请看看它的值是从哪里来的，或者先问一下：if {what}:</translation>
    </message>
    <message>
        <source>{what} is an empty list, so nothing can be taken from it. Before this line, decide what is right then: if not {what}:</source>
        <translation>{what} 是空列表，所以什么也取不出来。请在这一行之前决定这时该怎么做：if not {what}:</translation>
    </message>
    <message>
        <source>{what} is {type}, so its items are found by whole numbers, and here {type2} stands in the brackets. Check whether {what} is what you mean; if it is, use a whole number from 0 on.</source>
        <translation>{what} 是{type}，它的项要用整数来找，而这里方括号里是{type2}。看看 {what} 是不是你要的那个；如果是，请用从 0 开始的整数。</translation>
    </message>
    <message>
        <source>{what} is {type}, and its parts cannot be changed. Make a new one and put it in the place of the old one, or make {what} a list where it begins.</source>
        <translation>{what} 是{type}，它的内容不能修改。请新建一个来代替旧的，或者在 {what} 最初产生的地方就让它成为列表。</translation>
    </message>
    <message>
        <source>{what} is {type} here, so there is nothing that [...] could take from it. Look where its value comes from.</source>
        <translation>{what} 在这里是{type}，所以 [...] 不能从中取出东西。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{function} is a function: it is called with round brackets ( ), not with [ ]. If you mean something out of a list or text of yours, write its name there.</source>
        <translation>{function} 是函数：调用它要用圆括号 ( )，而不是 [ ]。如果您想从自己的列表或文本中取出内容，请在那里写它的名字。</translation>
    </message>
    <message>
        <source>int() makes a number of digits, and it got the text &apos;{text}&apos;. Check what is typed or read before it is turned into a number.</source>
        <translation>int() 把数字字符变成整数，但它得到的是文本“{text}”。在转换之前，请检查输入或读到的内容。</translation>
    </message>
    <message>
        <source>int() takes whole numbers only, and it got the text &apos;{text}&apos;. Use float() for numbers with a point.</source>
        <translation>int() 只接受整数，但它得到的是文本“{text}”。带小数点的数请用 float()。</translation>
    </message>
    <message>
        <source>float() makes a number of digits, and it got the text &apos;{text}&apos;. Check what is typed or read before it is turned into a number.</source>
        <translation>float() 把数字字符变成小数，但它得到的是文本“{text}”。在转换之前，请检查输入或读到的内容。</translation>
    </message>
    <message>
        <source>float() wants a point and not a comma, and it got the text &apos;{text}&apos;. Write it as {instead}, or replace the comma before float().</source>
        <translation>float() 需要小数点而不是逗号，但它得到的是文本“{text}”。请写成 {instead}，或者在 float() 之前替换逗号。</translation>
    </message>
    <message>
        <source>{text} is text and {number} is {type}: + cannot join the two. To make one text, write str({number}).</source>
        <translation>{text} 是文本，而 {number} 是{type}：+ 不能把两者连起来。要拼成一段文本，请写 str({number})。</translation>
    </message>
    <message>
        <source>{text} is text and {number} is {type}: + cannot join the two. To add them as numbers, write {function}({text}); to make one text, write str({number}).</source>
        <translation>{text} 是文本，而 {number} 是{type}：+ 不能把两者连起来。要当作数字相加，请写 {function}({text})；要拼成一段文本，请写 str({number})。</translation>
    </message>
    <message>
        <source>{text} is text and {number} is {type}: += cannot join the two. To add them as numbers, write {instead}; to make one text, write {instead2}.</source>
        <translation>{text} 是文本，{number} 是{type}：+= 无法把两者合在一起。要按数字相加，请写 {instead}；要合成一段文本，请写 {instead2}。</translation>
    </message>
    <message>
        <source>{text} is text and {number} is {type}, so neither is larger. To compare them, make the text a number: {function}({text})</source>
        <translation>{text} 是文本，而 {number} 是{type}，无法比较大小。要比较，请把文本变成数字：{function}({text})</translation>
    </message>
    <message>
        <source>{what} is None here, and None cannot be compared by {operator}. Look where its value comes from.</source>
        <translation>{what} 在这里是 None，而 None 不能用 {operator} 比较。请看看它的值是从哪里来的。</translation>
    </message>
    <message>
        <source>{what} is None here, and None cannot be used with {operator}. Look where its value comes from: perhaps a function that returns nothing.</source>
        <translation>{what} 在这里是 None，而 None 不能用于 {operator}。请看看它的值是从哪里来的：也许来自一个没有返回值的函数。</translation>
    </message>
    <message>
        <source>{what} is a list and {item} is {type}: + joins two lists only. To put it into the list, write: {instead}</source>
        <translation>{what} 是列表，{item} 是{type}：+ 只能连接两个列表。要把它放进列表，请写：{instead}</translation>
    </message>
    <message>
        <source>{function} is a function. To use what it returns, call it: {function}()</source>
        <translation>{function} 是函数。要使用它返回的值，请调用它：{function}()</translation>
    </message>
    <message>
        <source>{function} is a function. To use what it returns, call it, with what it needs in the brackets: {function}(...)</source>
        <translation>{function} 是函数。要使用它的返回值，请调用它，并在括号里写上它需要的东西：{function}(...)</translation>
    </message>
    <message>
        <source>{operator} does not work between {type} and {type2}. Check what the values on its two sides are.</source>
        <translation>{operator} 不能用在{type}和{type2}之间。请检查它两边的值是什么。</translation>
    </message>
    <message>
        <source>A text or list can only be multiplied by a whole number, and {what} is {type}. To calculate with numbers, make numbers of both with int() or float().</source>
        <translation>文本或列表只能乘以整数，而 {what} 是{type}。要做数字计算，请用 int() 或 float() 把两者都变成数字。</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and the divisor here is 0: {what}</source>
        <translation>不能除以 0，而这里的除数是 0：{what}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0, because &apos;{items}&apos; is empty. Test that before this line, and decide what is right then.</source>
        <translation>不能除以 0，而 {what} 是 0，因为“{items}”是空的。请在这一行之前判断一下，并想好那时该怎么做。</translation>
    </message>
</context>
<context>
    <name>ExplainToolsTexts</name>
    <message>
        <source>rich takes what stands in [ ] for a style, and {text} ends none that was begun. If it is meant as text, print it with markup=False, or write: rich.markup.escape(...)</source>
        <translation>rich 把 [ ] 里的内容当作样式，而 {text} 结束的样式并没有开始。如果它是普通文本，请在打印时加上 markup=False，或者写：rich.markup.escape(...)</translation>
    </message>
    <message>
        <source>{type} is no text, and a table of rich shows texts only. Write: str(...)</source>
        <translation>{type} 不是文本，而 rich 的表格只显示文本。请写：str(...)</translation>
    </message>
    <message>
        <source>Line {line} gives a number with a point where Pillow counts in whole pixels. Write // in place of /, or int(...).</source>
        <translation>第 {line} 行给了带小数点的数，而 Pillow 按整数像素计算。请用 // 代替 /，或者写 int(...)。</translation>
    </message>
    <message>
        <source>Nothing tells Pillow which kind of file this is to be, as there is no file name. Write: {instead}</source>
        <translation>没有文件名，Pillow 就不知道要存成哪种文件。请写：{instead}</translation>
    </message>
    <message>
        <source>{function} takes the numbers together, as one tuple. Write: {instead}</source>
        <translation>{function} 要把这些数放在一起，作为一个元组。请写：{instead}</translation>
    </message>
    <message>
        <source>A pixel of {what} does not have {given} parts: with transparency there are four, in grey it is one number. Turn it into colours first: {what} = {what}.convert(&quot;RGB&quot;)</source>
        <translation>{what} 的像素不是 {given} 个部分：带透明度的有四个，灰度的是一个数。请先转换颜色：{what} = {what}.convert(&quot;RGB&quot;)</translation>
    </message>
    <message>
        <source>The text begins with &lt;?xml ... encoding=...?&gt;, and lxml takes such only as bytes. Write: {instead}</source>
        <translation>这段文本以 &lt;?xml ... encoding=...?&gt; 开头，lxml 只接受字节形式的这种文本。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} has found no such element, so it gives None, which has no .{attribute}. Compare the name with the file; if that says xmlns=&quot;...&quot;, write that address before it: &quot;{{address}}name&quot;</source>
        <translation>{what} 没有找到这样的元素，所以给出 None，而它没有 .{attribute}。请把名字和文件比较一下；如果文件里有 xmlns=&quot;...&quot;，请把那个地址写在前面：&quot;{{地址}}名字&quot;</translation>
    </message>
    <message>
        <source>{what} is no answer yet, as nobody has waited for it. Write: {instead}</source>
        <translation>{what} 还不是回应，因为没有等待它。请写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} uses {what}, which needs an event loop, and none is running there. Move it into an &apos;async def&apos; function that asyncio.run(...) runs.</source>
        <translation>第 {line} 行用的 {what} 需要事件循环，而那里没有在运行的循环。请把它移到由 asyncio.run(...) 运行的 async def 函数里。</translation>
    </message>
    <message>
        <source>{call} belongs to asyncio, and here trio runs the program. Write: {instead}</source>
        <translation>{call} 是 asyncio 的，而这里运行程序的是 trio。请写：{instead}</translation>
    </message>
    <message>
        <source>trio calls the function itself. Give it the function, and what it takes behind it: {instead}</source>
        <translation>trio 自己会调用函数。请把函数给它，参数写在后面：{instead}</translation>
    </message>
    <message>
        <source>What line {line} opens is for programs with &apos;await&apos;. Write: async with ..., inside an &apos;async def&apos; function.</source>
        <translation>第 {line} 行打开的东西是给用 await 的程序的。请在 async def 函数里写：async with ...</translation>
    </message>
    <message>
        <source>Line {line} uses a session that is closed: it ends with its &apos;with&apos; block, or by .close(). Move what uses it into that block.</source>
        <translation>第 {line} 行用的会话已经关闭：它在 with 块结束时或者被 .close() 关闭。请把用它的代码移到那个块里。</translation>
    </message>
    <message>
        <source>The answer of line {line} says that it is {text}, and no JSON. Print await response.text() to see what came; if it is JSON all the same, write: response.json(content_type=None)</source>
        <translation>第 {line} 行的回应说自己是 {text}，不是 JSON。用 print 显示 await response.text()，看看来了什么；如果其实是 JSON，请写：response.json(content_type=None)</translation>
    </message>
    <message>
        <source>{name}() is a fixture, which only pytest calls, for tests that have a parameter &apos;{name}&apos;. Run the tests with pytest, or make an ordinary function of it, without @pytest.fixture.</source>
        <translation>{name}() 是 fixture，只有 pytest 会为带参数“{name}”的测试调用它。请用 pytest 运行测试，或者去掉 @pytest.fixture，让它成为普通函数。</translation>
    </message>
    <message>
        <source>The test expects a {name} in the block of line {line}, and nothing was raised there. Either the code that is tested does not raise it yet, or the test is wrong.</source>
        <translation>测试期望第 {line} 行的块里出现 {name}，但那里没有引发任何错误。要么被测试的代码还没有引发它，要么测试写错了。</translation>
    </message>
    <message>
        <source>werkzeug no longer keeps passwords by {text}, as that is not safe. Leave method= out: generate_password_hash(password)</source>
        <translation>werkzeug 不再用 {text} 保存密码，因为不安全。请去掉 method=：generate_password_hash(password)</translation>
    </message>
    <message>
        <source>dateutil reads no date in &apos;{text}&apos;. It knows names of months in English only; for another form, use datetime.datetime.strptime(text, &quot;%d.%m.%Y&quot;) with the right signs.</source>
        <translation>dateutil 从“{text}”里读不出日期。它只认识英语的月份名；其他写法请用 datetime.datetime.strptime(文本, &quot;%d.%m.%Y&quot;)，写上合适的符号。</translation>
    </message>
    <message>
        <source>yaml.dump() takes the data first, and then the file. Write: {instead}</source>
        <translation>yaml.dump() 先要数据，再要文件。请写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; is only the name of the file: in line {line}, the function reads what it is given, and opens nothing. Write there: {instead}</source>
        <translation>“{what}”只是文件的名字：第 {line} 行的函数读的是给它的内容，并不打开文件。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is True or False here, which has no .{attribute}. In YAML, yes, no, on and off mean that: put them in quotes where they are text.</source>
        <translation>{what} 在这里是 True 或 False，没有 .{attribute}。在 YAML 里，yes、no、on、off 就是这个意思：如果是文本，请加上引号。</translation>
    </message>
    <message>
        <source>{what} is the text of an answer, as line {line} takes .text of it. For the data in it, write .json() there, in place of .text.</source>
        <translation>{what} 是回应的文本，因为第 {line} 行取的是 .text。要取其中的数据，请在那里用 .json() 代替 .text。</translation>
    </message>
    <message>
        <source>A sorted list finds the place for a value itself. Write: {instead}</source>
        <translation>有序列表自己决定值放在哪里。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} has no tag of the number {number}: fewer were found. A row may have none of them, as the head of a table; leave out those with a small len({what}).</source>
        <translation>{what} 里没有编号 {number} 的标签：找到的比这少。有的行可能一个也没有，例如表头；请跳过 len({what}) 太小的行。</translation>
    </message>
    <message>
        <source>{text} comes behind base_url=, and that has no https:// or http:// at its beginning. Write the whole address there.</source>
        <translation>{text} 接在 base_url= 后面，而 base_url= 的开头没有 https:// 或 http://。请在那里写完整的地址。</translation>
    </message>
    <message>
        <source>{what} is a list, and .{attribute} belongs to what is in it. Go through it with &apos;for&apos;, or take one thing out of it, as in {what}[0].{attribute}</source>
        <translation>{what} 是列表，而 .{attribute} 属于其中的元素。用 for 逐个处理，或者取出一个，例如 {what}[0].{attribute}</translation>
    </message>
    <message>
        <source>click gives a value called &apos;{name}&apos; to {function}(), after its option or argument, and the parameter there is called &apos;{given}&apos;. Both need the same name.</source>
        <translation>click 按选项或参数的名字把“{name}”交给 {function}()，而那里的参数叫“{given}”。两处的名字要一样。</translation>
    </message>
</context>
<context>
    <name>ExplainTracedTexts</name>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0, because &apos;{items}&apos; is empty in this round of the loop. To pass over such a round, write above line {line}, indented as that: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 是 0，因为“{items}”在循环的这一轮里是空的。要跳过这样的一轮，请在第 {line} 行上方按同样的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0, because &apos;{items}&apos; is empty. If it may not be empty, look at where it gets its values. If it may, write above line {line}, indented as that, what is to be given back then, such as: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 是 0，因为“{items}”是空的。如果它不该是空的，请看看它的值是从哪里来的。如果它可以是空的，请在第 {line} 行上方按同样的缩进写上此时要返回什么，例如：{instead}</translation>
    </message>
    <message>
        <source>{what} is None here: it has what line {line} got from {function}, which gives back nothing where its end is come to. If &apos;{name}&apos; is to stay as it is then, write below line {line2}, indented as line {line3}: {instead}</source>
        <translation>{what} 在这里是 None：它的值是第 {line} 行从 {function} 得到的，而这个函数运行到末尾时什么也不返回。如果“{name}”此时应保持原样，请在第 {line2} 行下方按第 {line3} 行的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0, because &apos;{items}&apos; is empty. If it may not be empty, look at where it gets its values. If it may, write in line {line}: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 是 0，因为“{items}”是空的。如果它不该是空的，请看看它的值是从哪里来的。如果它可以是空的，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{function} always calls itself again (in line {lines}), so it never ends. It needs a case in which it does not. Write above line {line}, indented as that, or change it for another end: {instead}</source>
        <translation>{function} 总是再次调用自己（在第 {lines} 行），所以永远不会结束。它需要一种不再调用自己的情况。请在第 {line} 行上方按同样的缩进写上，或者按您想要的结束条件改写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} gives {function} {one} for &apos;{name}&apos; and {other} for &apos;{name2}&apos;: these two stand the wrong way round. Write there: {instead}</source>
        <translation>第 {line} 行给 {function} 的“{name}”传了 {one}，给“{name2}”传了 {other}：这两个写反了。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the text {text} here, of which no number can be made as it stands, and a text cannot be multiplied by {other}, which is a number (float). Look at where {what} gets its value.</source>
        <translation>{what} 在这里是文本 {text}，照它现在的写法无法变成数字，而文本不能乘以 {other}，因为后者是带小数点的数（float）。请看看 {what} 的值是从哪里来的。</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and {what} begins with the text {text}, which is no number. If all behind it are numbers, take only those: {instead}</source>
        <translation>sum() 把数字相加，而 {what} 以文本 {text} 开头，它不是数字。如果它后面的都是数字，请只取那些：{instead}</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and {what} begins with the text {text}, which is no number. If all behind it are numbers, take only those: {instead}, and for how many they are: {instead2}</source>
        <translation>sum() 把数字相加，而 {what} 以文本 {text} 开头，它不是数字。如果它后面的都是数字，请只取那些：{instead}，而它们的个数是：{instead2}</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and {what} begins with the text {text}, which is no number. If all behind it are numbers, give the function only those. Write in line {line}: {instead}</source>
        <translation>sum() 把数字相加，而 {what} 以文本 {text} 开头，它不是数字。如果它后面的都是数字，请只把那些传给函数。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>sum() adds up numbers, and in {what} there is the text {text}, which is no number. Look where it comes from, and leave it out of what sum() gets.</source>
        <translation>sum() 把数字相加，而 {what} 中有文本 {text}，它不是数字。请查看它来自哪里，并且不要把它交给 sum()。</translation>
    </message>
    <message>
        <source>The {length} places of {what} are counted from 0, so there is none at {number}. The numbers for &apos;{name}&apos; (line {line}) go from 1 to {length}. If they are counted from 1, write above line {line2}, indented as that: {instead} If not, correct them.</source>
        <translation>{what} 的 {length} 个位置从 0 开始计数，所以没有位置 {number}。“{name}”的数值（第 {line} 行）从 1 到 {length}。如果它们是从 1 开始计数的，请在第 {line2} 行上方按同样的缩进写上：{instead} 如果不是，请改正它们。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, which the loop in line {line} takes from {what}. Add it, with its value, to the dictionary of line {line2}; or, to pass over such a key, write above line {line3}, indented as that: {instead}</source>
        <translation>“{table}”没有键 {key}，而第 {line} 行的循环从 {what} 中取得了它。请把它和它的值加进第 {line2} 行的字典；或者，要跳过这样的键，请在第 {line3} 行上方按同样的缩进写上：{instead}</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, but {near}, which is nearly the same. If that is meant, correct the text in line {line}, where {key} stands.</source>
        <translation>“{table}”里没有键 {key}，但有几乎相同的 {near}。如果指的是它，请改正第 {line} 行里写着 {key} 的文字。</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, which was typed in line {line}, but it has {near}. To take it with capital and small letters alike, write there: {instead}</source>
        <translation>“{table}”里没有键 {key}（它是在第 {line} 行输入的），但有 {near}。要让大小写字母都行，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0, because &apos;{items}&apos; is empty. To leave out what is empty, write above line {line}, indented as that: {instead} (A 0 would not do: line {line2} looks for the smallest.)</source>
        <translation>任何数都不能除以 0，而 {what} 是 0，因为“{items}”是空的。要略过空的，请在第 {line} 行上方按同样的缩进写上：{instead}（用 0 代替不行：第 {line2} 行要找最小的。）</translation>
    </message>
    <message>
        <source>&apos;{table}&apos; has no key {key}, but {near}, which is nearly the same. If that is meant, correct the text in line {line} of the file {file}, where {key} stands.</source>
        <translation>“{table}”里没有键 {key}，但有几乎相同的 {near}。如果指的是它，请改正文件 {file} 第 {line} 行里写着 {key} 的文字。</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} is never true: {one} is {type} and {other} is {type2}, and these are never equal. Compare there in this way: {instead}</source>
        <translation>{what} 是空的，因为第 {line} 行的比较永远不成立：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请在那里这样比较：{instead}</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} is always true, so that everything is passed over: {one} is {type} and {other} is {type2}, and these are never equal. Compare there in this way: {instead}</source>
        <translation>{what} 是空的，因为第 {line} 行的比较永远成立，所以每一项都被跳过：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请在那里这样比较：{instead}</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} is always true, so that everything is passed over: {one} is {type} and {other} is {type2}, and these are never equal. Make both of one type, with int() or str().</source>
        <translation>{what} 是空的，因为第 {line} 行的比较永远成立，所以每一项都被跳过：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请用 int() 或 str() 把两者变成同一种类型。</translation>
    </message>
    <message>
        <source>{what} is text, because .split() in line {line} gives texts. Make numbers of all of them there. Write: {instead}</source>
        <translation>{what} 是文字，因为第 {line} 行的 .split() 得到的都是文字。请在那里把它们全部变成数字。写成：{instead}</translation>
    </message>
    <message>
        <source>Items are counted from 0, so the last of the {length} places of {what} is {number2}, and there is none at {number}. &apos;{name}&apos; is {number}, which stands in line {line}. Write there a number from 0 to {number2}.</source>
        <translation>元素从 0 开始计数，所以 {what} 的 {length} 个位置中最后一个是 {number2}，没有位置 {number}。“{name}”是 {number}，它写在第 {line} 行。请在那里写一个从 0 到 {number2} 的数。</translation>
    </message>
    <message>
        <source>{what} is None, because {function}() in line {line} changes what it is given, and gives nothing back. Write in line {line2} the call alone: {instead} Or write at the end of {function}(): {instead2}</source>
        <translation>{what} 是 None，因为第 {line} 行的 {function}() 更改了传给它的东西，却没有返回任何值。请在第 {line2} 行只写这个调用：{instead} 或者在 {function}() 的末尾写：{instead2}</translation>
    </message>
    <message>
        <source>sum() adds numbers, and there is text in {what}. Make numbers where it gets its values. Write in line {line}: {instead}</source>
        <translation>sum() 把数字相加，而 {what} 里有文字。请在它得到这些值的地方变成数字。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{text} and {text2} are text, because input() gives text. For numbers, write in line {line}: {instead} And in line {line2}: {instead2}</source>
        <translation>{text} 和 {text2} 是文字，因为 input() 得到的是文字。要得到数字，请在第 {line} 行写：{instead} 并在第 {line2} 行写：{instead2}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0: so it stands in line {line} of the file {file}, {text}. Correct it there. Or, if it may be 0, say what is right then, in a new line above this one, such as: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 是 0：文件 {file} 的第 {line} 行就是这样写的：{text}。请在那里改正。如果它可以是 0，就在这一行上面另起一行，写明这时怎样才对，例如：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0: so it stands in line {line}, {text}. Correct it there. Or, if it may be 0, say what is right then, in a new line above this one, such as: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 是 0：第 {line} 行就是这样写的：{text}。请在那里改正。如果它可以是 0，就在这一行上面另起一行，写明这时怎样才对，例如：{instead}</translation>
    </message>
    <message>
        <source>{what} is {value} here, and none of the branches of the &apos;if&apos; in line {line} takes that, so that &apos;{name}&apos; has got no value: line {line2} leaves out the bound itself. If that branch is meant for it, write there: {instead}</source>
        <translation>{what} 在这里是 {value}，而第 {line} 行的 if 没有任何分支包含这个值，所以“{name}”没有得到值：第 {line2} 行漏掉了边界本身。如果这个分支应当包含它，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is {value} here, and none of the branches of the &apos;if&apos; in line {line} takes that, so that &apos;{name}&apos; has got no value: line {line2} leaves out the bound itself. If that branch is meant for it, write there: {instead} No branch takes these, either: {values}</source>
        <translation>{what} 在这里是 {value}，而第 {line} 行的 if 没有任何分支包含这个值，所以“{name}”没有得到值：第 {line2} 行漏掉了边界本身。如果这个分支应当包含它，请在那里写：{instead} 下面这些值也没有分支包含：{values}</translation>
    </message>
    <message>
        <source>{what} has {length} values and {what2} has {width}, and here they belong together one by one: {function} gives fewer values than it gets, because its loop in line {line} leaves out some at an end. Give in place of {what2} only those that belong to them: {instead}</source>
        <translation>{what} 有 {length} 个值，{what2} 有 {width} 个，而在这里它们要一一对应：{function} 给出的值比它得到的少，因为它在第 {line} 行的循环在一端漏掉了几个。请把 {what2} 换成只与它们对应的那些值：{instead}</translation>
    </message>
    <message>
        <source>{what} has {length} values and {what2} has {width}, and here they belong together one by one: with the mode valid, convolve() leaves out values at both ends. For as many as there were, write in line {line}: {instead}</source>
        <translation>{what} 有 {length} 个值，{what2} 有 {width} 个，而在这里它们要一一对应：使用 valid 模式时，convolve() 会在两端漏掉一些值。要得到同样多的值，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is still 0, because the comparison in line {line} is never true: {one} is {type} and {other} is {type2}, and these are never equal. Compare there in this way: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 仍然是 0，因为第 {line} 行的比较永远不成立：{one} 是{type}，而 {other} 是{type2}，两者永远不相等。请在那里这样比较：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line {line2}, which adds to it, has not run since. If that may be so, write above line {line3}, indented as that, what is to be given back then, such as: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 还是 0，和第 {line} 行设定的一样：给它加数的第 {line2} 行在那之后没有执行过。如果可以是这样，请在第 {line3} 行上面、用与它相同的缩进写明这时要返回什么，例如：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is still 0, as line {line} has made it: line {line2}, which adds to it, has not run since. If that may be so, write in line {line3}: {instead}</source>
        <translation>任何数都不能除以 0，而 {what} 还是 0，和第 {line} 行设定的一样：给它加数的第 {line2} 行在那之后没有执行过。如果可以是这样，请在第 {line3} 行写：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0: line {line} takes {name2} from {name}, and both are {value} here. Look where these come from. Or, if they may be the same, say what is right then, in a new line above this one, such as: {instead}</source>
        <translation>不能除以 0，而 {what} 是 0：第 {line} 行从 {name} 中减去 {name2}，它们在这里都是 {value}。请看看它们是从哪里来的。如果它们可以相同，请在这一行上方新写一行，说明这时该怎么办，例如：{instead}</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0, and {what} is 0: line {line} takes {name2} from {name}, and both are {value} here, as line {line2} has it. Correct it there. Or, if they may be the same, say what is right then, in a new line above this one, such as: {instead}</source>
        <translation>不能除以 0，而 {what} 是 0：第 {line} 行从 {name} 中减去 {name2}，它们在这里都是 {value}，第 {line2} 行就是这样写的。请在那里改正。如果它们可以相同，请在这一行上方新写一行，说明这时该怎么办，例如：{instead}</translation>
    </message>
    <message>
        <source>{what} is empty: line {line} alone puts something into it, and only where the test in line {line2} holds, which leaves out the bounds themselves ({value}). If these belong in it, write there: {instead} Otherwise, if nothing may be in it, ask for that above this line: if not {what}:</source>
        <translation>{what} 是空的：只有第 {line} 行会往里放东西，而且只在第 {line2} 行的判断成立时才放，那个判断把边界本身（{value}）排除在外。如果边界也该放进去，请在那里写：{instead} 否则，如果里面可以什么都没有，请在这一行上方先判断：if not {what}:</translation>
    </message>
</context>
<context>
    <name>ExplainUnfoundTexts</name>
    <message>
        <source>{what} is None, because {function} has found no {text} by the comparison in line {line}. There is {near}, which is nearly the same. If that is meant, write it so in line {line2}, too.</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行的比较中没有找到 {text}。有 {near}，几乎相同。如果指的是它，请在第 {line2} 行也这样写。</translation>
    </message>
    <message>
        <source>{what} is None, because {function} has found no {text} by the comparison in line {line}. There is {near}, which is nearly the same. For what is not found, write below line {line2}, indented as that: {check} And below it, indented further, what is to be done then.</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行的比较中没有找到 {text}。有 {near}，几乎相同。对于找不到的情况，请在第 {line2} 行下面用同样的缩进写：{check} 再在它下面缩进一级，写这时要做的事。</translation>
    </message>
    <message>
        <source>{what} is None, because {function} has found no {text} by the comparison in line {line}. For what is not found, write below line {line2}, indented as that: {check} And below it, indented further, what is to be done then.</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行的比较中没有找到 {text}。对于找不到的情况，请在第 {line2} 行下面用同样的缩进写：{check} 再在它下面缩进一级，写这时要做的事。</translation>
    </message>
    <message>
        <source>{what} is empty, because the comparison in line {line} has found no {text}. There is {near}, which is nearly the same. If that is meant, write it so in line {line2}, too.</source>
        <translation>{what} 是空的，因为第 {line} 行的比较没有找到 {text}。有 {near}，几乎相同。如果指的是它，请在第 {line2} 行也这样写。</translation>
    </message>
    <message>
        <source>Nothing has been found for {what}, because the &apos;if&apos; in line {line} was never true: {name} is {text}, and the data have {text2}, which is nearly the same. If that is meant, write in line {line2}, in place of {text}: {text2}</source>
        <translation>没有为 {what} 找到任何东西，因为第 {line} 行的 &apos;if&apos; 从来没有成立过：{name} 是 {text}，而数据里是 {text2}，几乎相同。如果指的是它，请在第 {line2} 行把 {text} 换成：{text2}</translation>
    </message>
    <message>
        <source>Nothing has been found for {what}, because the &apos;if&apos; in line {line} was never true: it asks for {text}, and the data have {text2}, which is nearly the same. If that is meant, write there: {text2}</source>
        <translation>没有为 {what} 找到任何东西，因为第 {line} 行的 &apos;if&apos; 从来没有成立过：它问的是 {text}，而数据里是 {text2}，几乎相同。如果指的是它，请在那里写：{text2}</translation>
    </message>
    <message>
        <source>{what} is None: {function} gives &apos;{name}&apos; a value in line {lines}, and does not give it back. Write below line {line}, indented as that: {instead}</source>
        <translation>{what} 是 None：{function} 在第 {lines} 行给 &apos;{name}&apos; 赋了值，却没有返回它。请在第 {line} 行下面用同样的缩进写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None: {function} gives &apos;{name}&apos; a value in these lines and does not give it back: {lines}. Write below line {line}, indented as the &apos;if&apos; in line {line2}: {instead}</source>
        <translation>{what} 是 None：{function} 在这些行给 &apos;{name}&apos; 赋了值，却没有返回它：{lines}。请在第 {line} 行下面写，缩进与第 {line2} 行的 &apos;if&apos; 相同：{instead}</translation>
    </message>
    <message>
        <source>{what} is still None here, as it begins in line {line}, and None cannot be compared. Write in line {line2}: {instead}</source>
        <translation>{what} 在这里还是 None，第 {line} 行让它以此开始，而 None 不能比较大小。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is still None here, as it begins in line {line}, and None cannot be compared. Write in line {line2}: {instead} And in line {line3}: {instead2}</source>
        <translation>{what} 在这里还是 None，第 {line} 行让它以此开始，而 None 不能比较大小。请在第 {line2} 行写：{instead} 并在第 {line3} 行写：{instead2}</translation>
    </message>
    <message>
        <source>{what} is None here, as line {line} has it: {text}. If a value may be missing there, ask for that first. Write in line {line2}: {instead}</source>
        <translation>{what} 在这里是 None，第 {line} 行就是这样写的：{text}。如果那里可以缺少值，请先判断这一点。请在第 {line2} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None here, as line {line} has it: {text}. If a value may be missing there, pass over it. Write above line {line2}, indented as that: {check}</source>
        <translation>{what} 在这里是 None，第 {line} 行就是这样写的：{text}。如果那里可以缺少值，请略过它。请在第 {line2} 行上面用同样的缩进写：{check}</translation>
    </message>
    <message>
        <source>{what} is None, because {function} has come to its end behind line {line}, where no &apos;return&apos; follows. Write below line {line}, indented as that: return, and behind it what is right then.</source>
        <translation>{what} 是 None，因为 {function} 在第 {line} 行之后就结束了，那里没有 &apos;return&apos;。请在第 {line} 行下面用同样的缩进写 return，并在它后面写这种情况下正确的值。</translation>
    </message>
    <message>
        <source>{what} is None here, as line {line} has it: {text}. If a value may be missing there, pass over it. Write in line {line2}, in place of {code}: {instead}</source>
        <translation>{what} 在这里是 None，第 {line} 行就是这样写的：{text}。如果那里可以缺少值，请略过它。请在第 {line2} 行把 {code} 换成：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing. If 0 is right for what is missing there, write in line {line}: {instead}</source>
        <translation>{what} 是 None，因为 {table} 没有键 {key}，所以第 {line} 行的 .get() 什么也没有找到。如果缺少时用 0 合适，请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing. For what is missing there, write below line {line2}, indented as that: {check} And below it, indented further, what is to be done then.</source>
        <translation>{what} 是 None，因为 {table} 没有键 {key}，所以第 {line} 行的 .get() 什么也没有找到。对于其中缺少的，请在第 {line2} 行下面以相同的缩进写：{check} 再在它下面缩进更多，写上那时要做的事。</translation>
    </message>
    <message>
        <source>Nothing is called &apos;{name}&apos; here, and {function} has a parameter &apos;{near}&apos;. If that is meant, write it in place of &apos;{name}&apos; in these lines: {lines}. If not, give &apos;{name}&apos; a value above them.</source>
        <translation>这里没有名为“{name}”的东西，而 {function} 有一个参数“{near}”。如果指的是它，请在这些行中用它代替“{name}”：{lines}。如果不是，请在这些行上面给“{name}”一个值。</translation>
    </message>
</context>
<context>
    <name>ExplainUnparsedTexts</name>
    <message>
        <source>Line {line}, {mark}, was copied along from a web page or a chat, and is no part of the script. Remove it, and the same at the end of the code.</source>
        <translation>第 {line} 行 {mark} 是从网页或聊天中一起复制来的，不是脚本的一部分。请删去它，以及代码末尾同样的标记。</translation>
    </message>
    <message>
        <source>The text in line {line} that begins with f has curly brackets with nothing in them. Write in them what is to be shown, such as the name of a variable.</source>
        <translation>第 {line} 行以 f 开头的文本中有空的花括号。请在里面写上要显示的内容，例如变量名。</translation>
    </message>
    <message>
        <source>The text in line {line} begins with f, and .format() is behind it: only one of them can fill in the curly brackets. Take away the f.</source>
        <translation>第 {line} 行的文本以 f 开头，后面又有 .format()：花括号只能由其中一个来填。请去掉 f。</translation>
    </message>
    <message>
        <source>In the text in line {line}, {sign} stands inside the curly brackets, where only what is calculated belongs. Write: {instead}</source>
        <translation>第 {line} 行的文本中，{sign} 写在了花括号里面，而那里只能写要计算的内容。请写：{instead}</translation>
    </message>
    <message>
        <source>In the text in line {line} that begins with f, a curly bracket is not closed. Write: {instead}</source>
        <translation>第 {line} 行以 f 开头的文本中，有一个花括号没有闭合。请写：{instead}</translation>
    </message>
    <message>
        <source>In the text in line {line} that begins with f, a }} closes nothing. Remove it; to show it, write two of them.</source>
        <translation>第 {line} 行以 f 开头的文本中，有一个 }} 没有对应的左括号。请删去它；要显示它本身，请写两个。</translation>
    </message>
    <message>
        <source>In line {line}, something stands behind the \ that joins it to the next line, if only a blank. Nothing may: the \ has to be the last character of the line.</source>
        <translation>第 {line} 行用来接续下一行的 \ 后面还有东西，也许只是一个空格。后面什么都不能有：\ 必须是这一行的最后一个字符。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; in line {line} has a - in it, and no name in an import may. If it is a file of yours, give it the name {instead}, here and in its folder; many packages are imported by another name than they are installed by.</source>
        <translation>第 {line} 行的 &apos;{name}&apos; 中有 -，而导入的名称里不能有它。如果是您自己的文件，请把它改名为 {instead}，这里和文件夹中都要改；许多包的导入名与安装名不同。</translation>
    </message>
    <message>
        <source>In line {line}, = cannot give &apos;{name}&apos; a value in the middle of a condition. Write := there: {instead}</source>
        <translation>第 {line} 行中，不能在条件中间用 = 给 &apos;{name}&apos; 赋值。请在那里写 :=：{instead}</translation>
    </message>
    <message>
        <source>{text} in line {line} is text, and only a name without quotes can get a value. Write: {instead}</source>
        <translation>第 {line} 行的 {text} 是文本，只有不带引号的名称才能赋值。请写：{instead}</translation>
    </message>
    <message>
        <source>What gets a value stands left of =, and in line {line} it stands right of it. Write: {instead}</source>
        <translation>被赋值的名称要写在 = 的左边，而第 {line} 行把它写在了右边。请写：{instead}</translation>
    </message>
    <message>
        <source>Several values for each round of a &apos;for&apos; in brackets need round brackets of their own. Write in line {line}: {instead}</source>
        <translation>在括号内的 &apos;for&apos; 中，每一轮的多个值需要放在自己的圆括号里。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>&apos;return&apos; in line {line} gives a value back from a function, and this file has no function. To show the value, write there: {instead}</source>
        <translation>第 {line} 行的 &apos;return&apos; 用来从函数中返回一个值，而这个文件里没有函数。要显示这个值，请在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;return&apos; in line {line} is in no function, and ends nothing but a function. To end the script there, write: raise SystemExit</source>
        <translation>第 {line} 行的 &apos;return&apos; 不在函数中，而它只能结束函数。要在那里结束脚本，请写：raise SystemExit</translation>
    </message>
    <message>
        <source>&apos;return&apos; in line {line} is in no function, and ends nothing but a function. To end the loop, write: break. To end the script, write: raise SystemExit</source>
        <translation>第 {line} 行的 &apos;return&apos; 不在函数中，而它只能结束函数。要结束循环，请写：break。要结束脚本，请写：raise SystemExit</translation>
    </message>
    <message>
        <source>The word &apos;as&apos; is missing in line {line} before the name. Write: {instead}</source>
        <translation>第 {line} 行的名称前缺少 &apos;as&apos;。请写：{instead}</translation>
    </message>
    <message>
        <source>A function begins with &apos;def&apos;. Write in line {line}: {instead}</source>
        <translation>函数以 &apos;def&apos; 开头。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Line {line} ends with a colon, and is nothing that lines below it belong to. Remove the colon.</source>
        <translation>第 {line} 行以冒号结尾，但下面并没有属于它的行。请删去冒号。</translation>
    </message>
    <message>
        <source>In line {line}, a comma has nothing before it. Remove it, or write what is missing there.</source>
        <translation>第 {line} 行有一个逗号前面什么都没有。请删去它，或在那里写上缺少的内容。</translation>
    </message>
    <message>
        <source>In line {line}, a point stands between two values where a comma belongs. Write , in its place.</source>
        <translation>第 {line} 行的两个值之间写了点，而那里应该是逗号。请把它改为 ,。</translation>
    </message>
    <message>
        <source>Line {line} holds two statements, and each needs a line of its own. Begin a new line with: {second}</source>
        <translation>第 {line} 行有两条语句，而每条语句都要单独一行。请从这里另起一行：{second}</translation>
    </message>
    <message>
        <source>Line {line} is a mark of Git&apos;s: two versions of the lines around ======= stand here, one below the other. Keep what is right, and remove the other and the lines with &lt;&lt;&lt;&lt;&lt;&lt;&lt;, ======= and &gt;&gt;&gt;&gt;&gt;&gt;&gt;.</source>
        <translation>第 {line} 行是 Git 的标记：======= 上下是这些行的两个版本。请保留正确的，删去另一个，以及含有 &lt;&lt;&lt;&lt;&lt;&lt;&lt;、======= 和 &gt;&gt;&gt;&gt;&gt;&gt;&gt; 的行。</translation>
    </message>
    <message>
        <source>{text} in line {line} is neither a number nor a name. If a number is meant, write {number} alone; if it is text, put it in quotes: &quot;{text}&quot;</source>
        <translation>第 {line} 行的 {text} 既不是数字，也不是名字。如果是数字，请只写 {number}；如果是文本，请加上引号：&quot;{text}&quot;</translation>
    </message>
    <message>
        <source>&apos;global {name}&apos; in line {line} is in no function, and outside of them it is not needed. Remove it there, and write it as the first line of each function that gives {name} a value.</source>
        <translation>第 {line} 行的 &apos;global {name}&apos; 不在任何函数里，在函数外不需要它。请去掉它，并把它写成每个给 {name} 赋值的函数的第一行。</translation>
    </message>
    <message>
        <source>A {bracket} in line {line} closes nothing. Either a {opening} is missing before it, where what it is to hold together begins, or one {bracket} of that line is too many.</source>
        <translation>第 {line} 行有一个 {bracket} 没有对应的左括号。要么它前面缺少 {opening}（在它要括起来的内容开始处），要么那一行多了一个 {bracket}。</translation>
    </message>
    <message>
        <source>A condition that leaves something out stands behind the &apos;for&apos; in such brackets. Write in line {line}: {instead}</source>
        <translation>在这样的括号里，用来排除某些项的条件要写在 &apos;for&apos; 的后面。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>What belongs to the &apos;{word}&apos; in line {line2} stands behind its colon already, so line {line} cannot be indented below it. Begin a new line behind that colon; or let line {line} begin where line {line2} does, if it does not belong to it.</source>
        <translation>属于第 {line2} 行 &apos;{word}&apos; 的内容已经写在它的冒号后面，所以第 {line} 行不能在它下面缩进。请在那个冒号后面另起一行；如果第 {line} 行不属于它，就让第 {line} 行和第 {line2} 行从同一位置开始。</translation>
    </message>
    <message>
        <source>The text that begins with {quote} in line {line} does not end: {other} ends only what begins with {other}. Write: {instead}</source>
        <translation>第 {line} 行以 {quote} 开头的字符串没有结束：{other} 只能结束以 {other} 开头的字符串。请写：{instead}</translation>
    </message>
    <message>
        <source>The {sign} in line {line} belongs right before the quotation mark. Take away the blank between the two.</source>
        <translation>第 {line} 行的 {sign} 要紧挨在引号前面。请去掉两者之间的空格。</translation>
    </message>
    <message>
        <source>Line {line} belongs to line {line2} and must be indented further than that. Put {number} more spaces before line {line}.</source>
        <translation>第 {line} 行属于第 {line2} 行，必须比它缩进得更多。在第 {line} 行前面再加 {number} 个空格。</translation>
    </message>
    <message>
        <source>What belongs to line {line} must be indented. Put {number} more spaces before each of the lines {line2} to {line3}, and before each further line that belongs to line {line}.</source>
        <translation>属于第 {line} 行的内容必须缩进。在第 {line2} 行到第 {line3} 行的每一行前面再加 {number} 个空格；后面的行如果也属于第 {line} 行，同样处理。</translation>
    </message>
    <message>
        <source>Line {line} needs at least one line below it that is indented further. If line {line2} belongs to it, put {number} more spaces before that line, and before each further one that belongs to it. If there is nothing to do yet, write below line {line}, indented: pass</source>
        <translation>第 {line} 行下面至少要有一行缩进得更多。如果第 {line2} 行属于它，就在那一行前面再加 {number} 个空格，后面属于它的每一行也一样。如果暂时没有要做的事，就在第 {line} 行下面缩进写上：pass</translation>
    </message>
    <message>
        <source>Line {line} is indented further than line {line2} above it, and nothing there asks for it. Take away {number} spaces at the beginning of line {line}.</source>
        <translation>第 {line} 行比上面的第 {line2} 行缩进得更多，而那里没有要求这样。从第 {line} 行开头去掉 {number} 个空格。</translation>
    </message>
    <message>
        <source>The lines {line} to {line2} are indented further than what stands above them asks for. Take away {number} spaces at the beginning of each of them.</source>
        <translation>第 {line} 行到第 {line2} 行缩进得比上面要求的更多。从这些行的每一行开头去掉 {number} 个空格。</translation>
    </message>
    <message>
        <source>Line {line} parts line {line2} from the block that it belongs to. Put {number} more spaces before line {line}, so that it is in that block as well.</source>
        <translation>第 {line} 行把第 {line2} 行和它所属的代码块隔开了。在第 {line} 行前面再加 {number} 个空格，让它也在这个代码块里。</translation>
    </message>
    <message>
        <source>What belongs to line {line2} must be indented. Put one more tab before line {line}, and before each further line that belongs to line {line2}.</source>
        <translation>属于第 {line2} 行的内容必须缩进。在第 {line} 行前面再加一个制表符；后面的行如果也属于第 {line2} 行，同样处理。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is outside of {function}, which begins in line {line2}. Give line {line} as many spaces at its beginning as the first line inside of that function has: {number}</source>
        <translation>第 {line} 行的 &apos;{word}&apos; 在 {function} 之外，这个函数从第 {line2} 行开始。让第 {line} 行开头的空格和函数里的第一行一样多：{number}</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is outside of {function}, which begins in line {line2}. Put {number} more spaces before each of the lines {line3} to {line4}, so that they are in that function.</source>
        <translation>第 {line} 行的 &apos;{word}&apos; 在 {function} 之外，这个函数从第 {line2} 行开始。在第 {line3} 行到第 {line4} 行的每一行前面再加 {number} 个空格，让它们在这个函数里。</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; in line {line} is not inside a loop: the one from line {line2} ends above it. If it is meant, put {number} more spaces before each of the lines {line3} to {line4}, and before each further line that belongs to the loop.</source>
        <translation>第 {line} 行的 &apos;{word}&apos; 不在循环里：第 {line2} 行开始的循环在它上面就结束了。如果指的是那个循环，就在第 {line3} 行到第 {line4} 行的每一行前面再加 {number} 个空格；后面属于这个循环的每一行也一样。</translation>
    </message>
    <message>
        <source>Line {line} is indented with tabs, and other lines with spaces. Remove what stands at its beginning, and put as many spaces there: {number}</source>
        <translation>第 {line} 行用制表符缩进，其他行用空格。删掉这一行开头的空白，改成这么多个空格：{number}</translation>
    </message>
    <message>
        <source>Line {line} is indented with spaces, and other lines with tabs. Remove what stands at its beginning, and put as many tabs there: {number}</source>
        <translation>第 {line} 行用空格缩进，其他行用制表符。删掉这一行开头的空白，改成这么多个制表符：{number}</translation>
    </message>
    <message>
        <source>The lines {line} to {line2} are indented with tabs, and other lines with spaces. Put {number} spaces in place of each tab at the beginning of those lines.</source>
        <translation>第 {line} 行到第 {line2} 行用制表符缩进，其他行用空格。把这些行开头的每个制表符换成 {number} 个空格。</translation>
    </message>
    <message>
        <source>In line {line}, {bracket} is never closed: {closing} is missing at the end. Write: {instead}</source>
        <translation>第 {line} 行中 {bracket} 没有关闭：末尾少了 {closing}。写成：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, brackets are opened and never closed: {number}. Write: {instead}</source>
        <translation>第 {line} 行中有括号打开后没有关闭，个数：{number}。写成：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, {bracket} is never closed. Write {closing} in a line of its own below line {line2}.</source>
        <translation>第 {line} 行中 {bracket} 没有关闭。在第 {line2} 行下面单独写一行 {closing}。</translation>
    </message>
</context>
<context>
    <name>ExplainUntakenTexts</name>
    <message>
        <source>None of the branches of the &apos;if&apos; in line {line} was taken, and only these give &apos;{name}&apos; a value. Widen the condition that should have been true, or write an &apos;else:&apos; below them that gives &apos;{name}&apos; a value for all other cases.</source>
        <translation>第 {line} 行的 if 没有一个分支被执行，而只有这些分支才给“{name}”赋值。请放宽本该成立的那个条件，或者在它们下面写一个 else:，在其他情况下也给“{name}”一个值。</translation>
    </message>
    <message>
        <source>{what} is {value} here, so none of the branches of the &apos;if&apos; in line {line} was taken, and only these give &apos;{name}&apos; a value. Widen the condition that is meant for {value}, or write an &apos;else:&apos; below them that gives &apos;{name}&apos; a value for all other cases.</source>
        <translation>{what} 在这里是 {value}，所以第 {line} 行的 if 没有一个分支被执行，而只有这些分支才给“{name}”赋值。请放宽本该适用于 {value} 的那个条件，或者在它们下面写一个 else:，在其他情况下也给“{name}”一个值。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here: {function}() gives it one only in line {lines}, which belongs to the &apos;if&apos; or loop in line {line} and has not run. Give it one above line {line}, for the case that it does not run.</source>
        <translation>“{name}”在这里没有值：{function}() 只在第 {lines} 行给它赋值，而那里属于第 {line} 行的 if 或循环，没有执行到。请在第 {line} 行之前先给它一个值，以防那里不执行。</translation>
    </message>
    <message>
        <source>{what} is text, and &apos;{name}&apos; begins as a number in line {line}, so numbers are to be added up. Make a number of the text: {instead}</source>
        <translation>{what} 是文本，而“{name}”在第 {line} 行一开始是数字，所以这里要加的是数字。请把文本变成数字：{instead}</translation>
    </message>
    <message>
        <source>{what} is empty, because the &apos;if&apos; in line {line} was never true: {name} is changed by .{method}() in line {line2}, and {other} is not, as {text}. Write in line {line}: {instead}</source>
        <translation>{what} 是空的，因为第 {line} 行的 if 从未成立：{name} 在第 {line2} 行用 .{method}() 改过，而 {other} 没有，例如 {text}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{what} is None, because {function}() has found nothing: {name} is changed by .{method}() in line {line2}, and {other} is not, as {text}. Write in line {line}: {instead}</source>
        <translation>{what} 是 None，因为 {function}() 什么也没找到：{name} 在第 {line2} 行用 .{method}() 改过，而 {other} 没有，例如 {text}。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>{item} is not in {what} any more: {function}(), called in line {line}, has removed it already. Take line {line2} away.</source>
        <translation>{item} 已经不在 {what} 里了：第 {line} 行调用的 {function}() 已经把它删掉了。请去掉第 {line2} 行。</translation>
    </message>
    <message>
        <source>{item} was in {what} at first, and has been taken out of it since: that is done in line {lines}. Take away the line that should not take it out, or give it the right condition. Only if it may be gone by right, ask first: if {check}:</source>
        <translation>{item} 起初在 {what} 里，后来被取出了：这发生在第 {lines} 行。请去掉不该取出它的那一行，或者给那一行加上正确的条件。只有当它本来就可能已经不在时，才先判断：if {check}:</translation>
    </message>
    <message>
        <source>{item} is not in {what}. Line {lines} takes things out of it as well, so it may be gone already, or it is written differently. Print {what} above this line to see which of them it is. Only if it may be missing by right, ask first: if {check}:</source>
        <translation>{item} 不在 {what} 里。第 {lines} 行也从里面取出东西，所以它可能已经被取走，也可能写法不同。请在这一行上面打印 {what}，看看是哪一种。只有当它本来就可能不在时，才先判断：if {check}:</translation>
    </message>
    <message>
        <source>At the last one, {what} is None, which has no .{attribute}, and the loop in line {line} asks for {name} only. Write there: {instead}</source>
        <translation>到最后一个时，{what} 是 None，它没有 .{attribute}，而第 {line} 行的循环只检查了 {name}。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value yet that could be changed. Line {line} gives one to &apos;{near}&apos;, which is called nearly so. Write &apos;{near}&apos; in place of &apos;{name}&apos; in line {lines}.</source>
        <translation>&apos;{name}&apos; 还没有可以改变的值。第 {line} 行给 &apos;{near}&apos; 赋了值，而它的名字几乎一样。请在第 {lines} 行把 &apos;{name}&apos; 写成 &apos;{near}&apos;。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here: only line {line} gives it one, and the &apos;if&apos; in line {line2} that it belongs to was never true. Give it one above line {line3}, where the loop begins, for the case that nothing is found.</source>
        <translation>&apos;{name}&apos; 在这里没有值：只有第 {line} 行给它赋值，而它所属的第 {line2} 行的 &apos;if&apos; 从来没有成立过。请在循环开始的第 {line3} 行上面给它赋一个值，以应对什么也没有找到的情况。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no value here: only line {line} gives it one, and the &apos;if&apos; in line {line2} that it belongs to was never true. Write above line {line3}, where the loop begins, indented as that: {instead}</source>
        <translation>&apos;{name}&apos; 在这里没有值：只有第 {line} 行给它赋值，而它所属的第 {line2} 行的 &apos;if&apos; 从来没有成立过。请在循环开始的第 {line3} 行上面，用与它相同的缩进写：{instead}</translation>
    </message>
    <message>
        <source>Nothing has been found for {what}, because the &apos;if&apos; in line {line} was never true: {name} is {text}, and the data have {text2}, which Python takes for another text. Write in line {line2}, in place of {text}: {text2}</source>
        <translation>没有为 {what} 找到任何东西，因为第 {line} 行的 &apos;if&apos; 从来没有成立过：{name} 是 {text}，而数据里是 {text2}，对 Python 来说这是另一个文本。请在第 {line2} 行把 {text} 写成：{text2}</translation>
    </message>
    <message>
        <source>Nothing has been found for {what}, because the &apos;if&apos; in line {line} was never true: it asks for {text}, and the data have {text2}, which Python takes for another text. Write there: {text2}</source>
        <translation>没有为 {what} 找到任何东西，因为第 {line} 行的 &apos;if&apos; 从来没有成立过：它要找的是 {text}，而数据里是 {text2}，对 Python 来说这是另一个文本。请在那里写：{text2}</translation>
    </message>
    <message>
        <source>{item} was in {what} at first, and line {line} itself has taken it out of it before, so this time it is gone. If that may come, write in a new line above line {line}, indented as that: if {check}: Line {line}, and all that is right only then, belongs below it, indented further, and what is right for one that is gone below an else: behind that.</source>
        <translation>{item} 起初在 {what} 里，而第 {line} 行之前自己已经把它取出了，所以这一次它不在了。如果这种情况可能出现，请在第 {line} 行上方按同样的缩进新写一行：if {check}: 把第 {line} 行以及只有这时才对的内容放到它下面，缩进更深；对已经不在的该怎么办，写到它后面的 else: 之下。</translation>
    </message>
</context>
<context>
    <name>ExplainUseTexts</name>
    <message>
        <source>{what} is a property (line {line}), so its value is there without round brackets. Take away the ( ) behind it.</source>
        <translation>{what} 是一个 property（第 {line} 行），不用圆括号就能得到它的值。请去掉后面的 ( )。</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} is a @staticmethod, which gets no object, and its first parameter is &apos;{parameter}&apos;. Take away either @staticmethod or that parameter.</source>
        <translation>第 {line} 行的函数 {method}() 是 @staticmethod，它得不到对象，而它的第一个参数是 &apos;{parameter}&apos;。请去掉 @staticmethod，或者去掉这个参数。</translation>
    </message>
    <message>
        <source>The function {method}() in line {line} is a @classmethod, so it gets the class and no object, and only an object has .{attribute}. Take @classmethod away if it is to work on an object.</source>
        <translation>第 {line} 行的函数 {method}() 是 @classmethod，它得到的是类而不是对象，而只有对象才有 .{attribute}。如果它要处理一个对象，请去掉 @classmethod。</translation>
    </message>
    <message>
        <source>super() gives the object along by itself, so it does not stand in the brackets again. Write: {instead}</source>
        <translation>super() 会自动带上对象，所以括号里不用再写它。请写：{instead}</translation>
    </message>
    <message>
        <source>{call}() is asked of the class here, so the object has to stand first in the brackets. Write: {instead}</source>
        <translation>这里是通过类来调用 {call}()，所以括号里要先写对象。请写：{instead}</translation>
    </message>
    <message>
        <source>The class {name} (line {line}) only names its fields, and nothing in it takes values for them. Write @dataclass above it (from dataclasses import dataclass), or give it an __init__.</source>
        <translation>类 {name}（第 {line} 行）只写了字段的名字，没有什么来接收它们的值。请在它上面写 @dataclass（from dataclasses import dataclass），或者给它写一个 __init__。</translation>
    </message>
    <message>
        <source>In a dataclass only what has a type is a field, and &apos;{field}&apos; in {name} has none. Write: {instead}</source>
        <translation>在 dataclass 里，只有写了类型的才是字段，而 {name} 里的 &apos;{field}&apos; 没有类型。请写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the class itself and no object of it: in line {line}, the round brackets that make one are missing. Write there: {instead}</source>
        <translation>{what} 是类本身，而不是它的对象：第 {line} 行少了用来创建对象的圆括号。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the class {class} itself and no object of it. Make one with round brackets where {what} gets its value, and not in this line: {instead}</source>
        <translation>{what} 是类 {class} 本身，而不是它的对象。请在 {what} 得到值的地方用圆括号创建一个对象，不要在这一行：{instead}</translation>
    </message>
    <message>
        <source>{type} has no .{attribute}, because line {line} calls it {name}, and nothing else does. Write there: {instead}</source>
        <translation>{type}没有 .{attribute}，因为第 {line} 行把它写成了 {name}，而别处都没有这样写。请在那里写：{instead}</translation>
    </message>
    <message>
        <source>{what} is the class itself and no object of it, so {method} has no object to work on. {name} (line {line}) is one. Write: {instead}</source>
        <translation>{what} 是类本身，而不是它的对象，所以 {method} 没有可以操作的对象。{name}（第 {line} 行）就是一个对象。请写成：{instead}</translation>
    </message>
    <message>
        <source>&apos;with&apos; needs an object, and {what} is the class itself. Make one with round brackets: with {what}()</source>
        <translation>&apos;with&apos; 需要一个对象，而 {what} 是类本身。请用圆括号创建一个：with {what}()</translation>
    </message>
    <message>
        <source>&apos;with&apos; works with an open file and the like, and {what} is text. If it is the name of a file, write: with open({what})</source>
        <translation>&apos;with&apos; 用于打开的文件之类的东西，而 {what} 是文本。如果它是文件名，请写：with open({what})</translation>
    </message>
    <message>
        <source>{what} is a member of an enumeration, and {operator} does nothing with those. Take what it stands for: {what}.value</source>
        <translation>{what} 是枚举的一个成员，不能用 {operator} 来运算。请取它所代表的值：{what}.value</translation>
    </message>
    <message>
        <source>json.loads() reads a text, and {what} is an open file. For a file, write: json.load({what})</source>
        <translation>json.loads() 读取文本，而 {what} 是打开的文件。读文件请写：json.load({what})</translation>
    </message>
    <message>
        <source>json.loads() makes values of a text, and {what} is {type} already. Use it as it is.</source>
        <translation>json.loads() 把文本变成值，而 {what} 已经是{type}。直接使用它就行。</translation>
    </message>
    <message>
        <source>json.loads() reads the JSON text itself, and {what} is the name of a file. Open the file first, and write json.load(file).</source>
        <translation>json.loads() 读取 JSON 文本本身，而 {what} 是文件名。请先打开文件，然后写 json.load(file)。</translation>
    </message>
    <message>
        <source>sys.argv holds the script&apos;s own name and the arguments that it was started with: {given} in all. The names on the left: {targets}. Start it with as many arguments as it needs.</source>
        <translation>sys.argv 里是脚本自己的名字和启动时给它的参数，总数是：{given}。左边的名字数：{targets}。请在启动时给足参数。</translation>
    </message>
    <message>
        <source>The values for the ? are given as a tuple, and {what} is a single value. Write a comma behind it: ({what},)</source>
        <translation>? 的值要放在元组里，而 {what} 只是单个值。请在它后面写一个逗号：({what},)</translation>
    </message>
    <message>
        <source>The columns of the table {table}: {length}. The values for them: {given}. Give one for each, or name the columns behind the table: INSERT INTO {table} (...)</source>
        <translation>表 {table} 的列数：{length}。给它的值的个数：{given}。请给每一列一个值，或者在表名后面写出列名：INSERT INTO {table} (...)</translation>
    </message>
    <message>
        <source>The third value that open() takes is not the encoding. Write its name before it: encoding={what}</source>
        <translation>open() 的第三个值不是编码。请在它前面写上参数名：encoding={what}</translation>
    </message>
    <message>
        <source>random.choice() takes one out of several, and {what} is a number. For a whole number from 1 to {what}, write: random.randint(1, {what})</source>
        <translation>random.choice() 从几个值里取一个，而 {what} 是一个数。如果要 1 到 {what} 之间的整数，请写：random.randint(1, {what})</translation>
    </message>
    <message>
        <source>There is no program called &apos;{program}&apos;: its name and what is given to it are one text. Write them one by one, in a list: {instead}</source>
        <translation>没有叫 &apos;{program}&apos; 的程序：程序名和给它的内容写成了一个文本。请在列表里把它们分开写：{instead}</translation>
    </message>
    <message>
        <source>What a program is given is text, and {what} is {type}. Make text of it: str({what})</source>
        <translation>给程序的内容是文本，而 {what} 是{type}。请把它变成文本：str({what})</translation>
    </message>
    <message>
        <source>The text has a place for &apos;{key}&apos; in curly brackets, and .format() gets {what} as one value. To give what is in it by its keys, write: .format(**{what})</source>
        <translation>文本的花括号里有一个位置留给 &apos;{key}&apos;，而 .format() 只把 {what} 当成一个值。如果要按键给出里面的值，请写：.format(**{what})</translation>
    </message>
    <message>
        <source>What stands behind the colon, &apos;{code}&apos;, says nothing about how to write the value. For two places behind the point, write :.2f; for ten places in all, :10</source>
        <translation>冒号后面的 &apos;{code}&apos; 不能说明该怎样写出这个值。如果要两位小数，请写 :.2f；如果总共占十位，请写 :10</translation>
    </message>
    <message>
        <source>The &apos;{code}&apos; behind the colon groups the digits of a number, and the value is text. Make a number of it first, with int() or float().</source>
        <translation>冒号后面的 &apos;{code}&apos; 用来给数字分组，而这个值是文本。请先用 int() 或 float() 把它变成数。</translation>
    </message>
    <message>
        <source>{function}() gives back several values in line {line}, as many as: {length}. The names on the left: {targets}. There must be as many of each.</source>
        <translation>{function}() 在第 {line} 行返回几个值，个数是：{length}。左边的名字数：{targets}。两边的个数必须一样。</translation>
    </message>
    <message>
        <source>{what} is a set, which has no order, so nothing in it has a place for [...]. Use a list, or make one of it: sorted({what})[...]</source>
        <translation>{what} 是集合，没有顺序，所以里面的项没有可以用 [...] 取的位置。请用列表，或者由它得到一个列表：sorted({what})[...]</translation>
    </message>
    <message>
        <source>{what} keeps the length that it has, so there is no .{attribute}. Collect the values in a list first, or make a longer one: {instead}</source>
        <translation>{what} 的长度是固定的，所以没有 .{attribute}。请先把值收集到列表里，或者得到一个更长的：{instead}</translation>
    </message>
    <message>
        <source>A thread calls {function}() with each of the values in args, and these are more than it takes. A text in args counts as many values as it has letters: behind a single value in the brackets of args, write a comma.</source>
        <translation>线程用 args 里的每个值调用 {function}()，而这些值比它接受的多。args 里的文本有几个字符就算几个值：args 的圆括号里只有一个值时，请在它后面写一个逗号。</translation>
    </message>
    <message>
        <source>{what} is {type} itself, and {what}.get() gives the value in it. Use that here.</source>
        <translation>{what} 是 {type} 本身，里面的值要用 {what}.get() 取得。请在这里用它。</translation>
    </message>
    <message>
        <source>enumerate() gives the number first, so &apos;{name}&apos; is the number and not the item. Write in line {line}: {instead}</source>
        <translation>enumerate() 先给出序号，所以 &apos;{name}&apos; 是序号，而不是其中的元素。请把第 {line} 行写成：{instead}</translation>
    </message>
    <message>
        <source>sum() goes through the keys of the dictionary {what}, and there is text among them. For the sum of its values, write: sum({what}.values())</source>
        <translation>sum() 遍历的是字典 {what} 的键，其中有文本。要把它的值相加，请写：sum({what}.values())</translation>
    </message>
    <message>
        <source>{what} is a list with one thing in it, as {function} always gives a list. Take it out of that in line {line}: {instead}</source>
        <translation>{what} 是只有一个元素的列表，因为 {function} 总是给出列表。请在第 {line} 行把它取出来：{instead}</translation>
    </message>
    <message>
        <source>next() in line {line} found nothing that its condition is true for. To get None then, write it behind: next((...), None), and ask for it with &apos;if&apos;.</source>
        <translation>第 {line} 行的 next() 没有找到满足条件的元素。想在这种情况下得到 None，请写在后面：next((...), None)，再用 &apos;if&apos; 判断。</translation>
    </message>
    <message>
        <source>{function} takes what is to be written first, and the file behind it. Write: {instead}</source>
        <translation>{function} 先接收要写入的内容，后接收文件。请写：{instead}</translation>
    </message>
    <message>
        <source>In line {line}, {function} is given a text for &apos;{what}&apos;, where a number is needed. Look at the order of the values there: two of them may stand the wrong way round.</source>
        <translation>第 {line} 行给 {function} 的 &apos;{what}&apos; 传了文本，而这里需要数字。请看看那里各个值的顺序：可能有两个值写反了。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is known only in the functions of a class that have it as their first parameter. Leave out &apos;{name}.&apos; here, or give the function that parameter.</source>
        <translation>只有把 &apos;{name}&apos; 作为第一个参数的类的函数才认识 &apos;{name}&apos;。请在这里去掉 &apos;{name}.&apos;，或者给这个函数加上该参数。</translation>
    </message>
    <message>
        <source>&apos;self&apos; is known only in methods that have it as their first parameter, and {function} has not. Write in line {line}: {instead}</source>
        <translation>只有把 &apos;self&apos; 作为第一个参数的方法才认识它，而 {function} 没有这个参数。请在第 {line} 行写：{instead}</translation>
    </message>
    <message>
        <source>Your own file {file} is imported here, and not the package &apos;{module}&apos;. If you mean the package, rename {file}.</source>
        <translation>这里导入的是你自己的文件 {file}，而不是包 &apos;{module}&apos;。如果你要用的是那个包，请把 {file} 改名。</translation>
    </message>
    <message>
        <source>A package that the script uses needs &apos;{name}&apos;, which this Python has not. It must be installed first.</source>
        <translation>脚本使用的一个包需要 &apos;{name}&apos;，而这个 Python 里没有它。需要先安装它。</translation>
    </message>
</context>
<context>
    <name>ExplainUsualTexts</name>
    <message>
        <source>{function} needs {type2} there, and {what} is {type}. Look where its value comes from.</source>
        <translation>{function} 在那里需要{type2}，而 {what} 是{type}。请看看它的值从哪里来。</translation>
    </message>
    <message>
        <source>That is the other way round: {function} goes from the other side. Write: {instead}</source>
        <translation>方向反了：{function} 是从另一边转换的。请写成：{instead}</translation>
    </message>
    <message>
        <source>{function} needs whole numbers, and here it gets text. Make a number of each with int()</source>
        <translation>{function} 需要整数，而这里得到的是文本。请用 int() 把每一个都变成数字</translation>
    </message>
    <message>
        <source>With a second value, int() reads a text in that base, and {what} is a number already. Write: {instead}</source>
        <translation>有第二个值时，int() 会按那个进制读取文本，而 {what} 已经是数字了。请写成：{instead}</translation>
    </message>
    <message>
        <source>In base {base} there are only {base} digits, and the text &apos;{text}&apos; has another one. Check the text, or the base.</source>
        <translation>{base} 进制只有 {base} 个数字，而文本 &apos;{text}&apos; 里有别的字符。请检查这段文本，或者进制。</translation>
    </message>
    <message>
        <source>{what} is infinite here, and there is no whole number for that. Look what it was calculated from, or test it first: if math.isfinite({what}):</source>
        <translation>{what} 在这里是无穷大，没有对应的整数。请看看它是由什么计算出来的，或者先检查：if math.isfinite({what}):</translation>
    </message>
    <message>
        <source>In line {line}, a number of more than 4300 digits meets text, which Python refuses because it takes long. To allow it, write above: sys.set_int_max_str_digits(0)</source>
        <translation>第 {line} 行里，一个超过 4300 位的数字要与文本互相转换，Python 因为太耗时而拒绝。要允许它，请在上面写：sys.set_int_max_str_digits(0)</translation>
    </message>
    <message>
        <source>{call} is given a number below 0, for which it has no result. Check where that number comes from.</source>
        <translation>{call} 得到的是小于 0 的数，它对此没有结果。请检查这个数从哪里来。</translation>
    </message>
    <message>
        <source>random.sample() needs items in an order, and {what} has none. Make a list of it first: sorted({what})</source>
        <translation>random.sample() 需要有顺序的项，而 {what} 没有顺序。请先把它变成列表：sorted({what})</translation>
    </message>
    <message>
        <source>How many are chosen is given by its name. Write: {instead}</source>
        <translation>选几个要写出名称。请写成：{instead}</translation>
    </message>
    <message>
        <source>random.random() takes nothing, and always gives a number from 0 to 1. For a number between two others, write: {instead}</source>
        <translation>random.random() 不接受任何值，总是给出 0 到 1 之间的数。要得到两个数之间的数，请写成：{instead}</translation>
    </message>
    <message>
        <source>A timedelta has no {name}: it is a length of time, and these have no fixed one. Use days=, or change the date itself with .replace()</source>
        <translation>timedelta 没有 {name}：它表示一段时间的长度，而 {name} 的长度不固定。请用 days=，或者用 .replace() 改变日期本身</translation>
    </message>
    <message>
        <source>A timedelta keeps days and seconds, and has no .{attribute}. Write: {instead}</source>
        <translation>timedelta 只保存天数和秒数，没有 .{attribute}。请写成：{instead}</translation>
    </message>
    <message>
        <source>To a date only a length of time can be added, and {number} does not say of what. For days, write: {instead}</source>
        <translation>日期只能加上一段时间的长度，而 {number} 没有说明单位。如果是天数，请写成：{instead}</translation>
    </message>
    <message>
        <source>Two points of time can be subtracted, but not added. To move one, add a timedelta to it.</source>
        <translation>两个时间点可以相减，但不能相加。要移动一个时间点，请给它加上 timedelta。</translation>
    </message>
    <message>
        <source>The number that {call} gets is too large for seconds since 1970. If it counts thousandths of a second, divide it by 1000.</source>
        <translation>{call} 得到的数作为从 1970 年起的秒数太大了。如果它是毫秒数，请除以 1000。</translation>
    </message>
    <message>
        <source>The text stands first, and how it is written behind it. Write: {instead}</source>
        <translation>文本写在前面，它的格式写在后面。请写成：{instead}</translation>
    </message>
    <message>
        <source>&apos;datetime&apos; is the class here, which has no other class in it. Write {instead}, and above: {statement}</source>
        <translation>&apos;datetime&apos; 在这里是类，里面没有别的类。请写成 {instead}，并在上面写：{statement}</translation>
    </message>
    <message>
        <source>{what} is a path and no text, so it has no .{attribute}. Use what paths have for it, such as .name, .suffix and .parts, or write: str({what}).{attribute}</source>
        <translation>{what} 是路径而不是文本，所以没有 .{attribute}。请用路径自己的 .name、.suffix、.parts 等，或者写：str({what}).{attribute}</translation>
    </message>
    <message>
        <source>{function} takes the parts of a path one by one, and not in a list. Write: {instead}</source>
        <translation>{function} 要一个一个地给出路径的各部分，而不是放在列表里。请写成：{instead}</translation>
    </message>
    <message>
        <source>A suffix begins with a point, and &apos;{text}&apos; has none. Write: {instead}</source>
        <translation>后缀以点开头，而 &apos;{text}&apos; 没有。请写成：{instead}</translation>
    </message>
    <message>
        <source>{full} is from an older version, and nothing took its place there. Leave it out, or look up how that is done today.</source>
        <translation>{full} 来自旧版本，现在没有东西直接代替它。请去掉它，或者查一查现在怎么做。</translation>
    </message>
    <message>
        <source>{call} works only while asyncio runs. Write it inside of an &apos;async def&apos; function, and start that one with asyncio.run()</source>
        <translation>{call} 只有在 asyncio 运行时才能用。请把它写在 async def 函数里，再用 asyncio.run() 启动那个函数</translation>
    </message>
    <message>
        <source>asyncio.run() takes the call of an &apos;async def&apos; function, and {what} is {type}. Make the function &apos;async def&apos;, or call it without asyncio.run()</source>
        <translation>asyncio.run() 需要的是对 async def 函数的调用，而 {what} 是{type}。请把函数写成 async def，或者不用 asyncio.run() 直接调用它</translation>
    </message>
</context>
<context>
    <name>ExplainVersionsTexts</name>
    <message>
        <source>{what} is possible from Python {version} on, and this is Python {version2}. Choose a newer Python, or leave it out.</source>
        <translation>{what} 从 Python {version} 起才能用，而这里是 Python {version2}。请选择更新的 Python，或者去掉它。</translation>
    </message>
    <message>
        <source>{what} is possible from Python {version} on, and the one that runs this script is older. Choose a newer Python.</source>
        <translation>{what} 从 Python {version} 起才能用，而运行这个脚本的 Python 更旧。请选择更新的 Python。</translation>
    </message>
    <message>
        <source>Only Python 2 has a module &apos;{name}&apos;. In Python 3 it is called &apos;{instead}&apos;.</source>
        <translation>只有 Python 2 才有模块“{name}”。在 Python 3 里它叫“{instead}”。</translation>
    </message>
    <message>
        <source>Python has no module &apos;{name}&apos; any more, since version {version}. Look up what took its place, or choose an older Python.</source>
        <translation>从 Python {version} 起不再有模块“{name}”。请查一查用什么代替，或者选择更旧的 Python。</translation>
    </message>
    <message>
        <source>{full} is from an older version, and is not there any more. Write: {instead}</source>
        <translation>{full} 属于旧版本，现在已经没有了。请写成：{instead}</translation>
    </message>
    <message>
        <source>{module}.{name} is a module of its own, and &apos;import {module}&apos; does not bring it along. Write at the top of the file: import {module}.{name}</source>
        <translation>{module}.{name} 是一个单独的模块，import {module} 不会把它一起导入。请在文件开头写上：import {module}.{name}</translation>
    </message>
    <message>
        <source>{what}[...] takes one type, and here are several. For a value that may be of either, write {instead}.</source>
        <translation>{what}[...] 里只能写一个类型，而这里有好几个。如果值可以是其中任意一个，请写成 {instead}。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is what the package is called when it is installed. In a script it is called {instead}.</source>
        <translation>“{name}”是安装时用的包名。在脚本里它叫 {instead}。</translation>
    </message>
</context>
<context>
    <name>ExplainWebTexts</name>
    <message>
        <source>Line {line} uses something of Flask that is only there while a page is being answered. Use it in the function of a page, or write above it: with app.app_context():</source>
        <translation>第 {line} 行用到的 Flask 内容，只有在回应网页请求时才有。把它放进网页的函数里，或者在它上面写：with app.app_context():</translation>
    </message>
    <message>
        <source>Line {line} uses what a browser has sent, and no page is being asked for here. Use it inside the function of a page.</source>
        <translation>第 {line} 行用到浏览器发来的内容，而这时并没有网页请求。请在网页的函数里面使用它。</translation>
    </message>
    <message>
        <source>Line {line} needs a secret key, and the application has none. Set one below the line that makes the application, as in: app.secret_key = &quot;a long text that nobody knows&quot;</source>
        <translation>第 {line} 行需要密钥，而这个应用还没有。在创建应用的那一行下面设置，例如：app.secret_key = &quot;一段别人不知道的长文本&quot;</translation>
    </message>
    <message>
        <source>The address of a page begins with a slash, and {text} does not. Write: {instead}</source>
        <translation>网页的地址要以斜杠开头，而 {text} 没有。请写成：{instead}</translation>
    </message>
    <message>
        <source>What the function of a page returns is {type} here, and Flask can show texts, dictionaries and responses. For text, write: return str(...)</source>
        <translation>网页的函数在这里返回的是{type}，而 Flask 能显示的是文本、字典和响应。要显示为文本，请写：return str(...)</translation>
    </message>
    <message>
        <source>The function of a page returns several values that Flask cannot read: there may be two or three, as in: return text, 404. To show several values, make one text of them.</source>
        <translation>网页的函数返回了几个值，而 Flask 看不懂它们：可以是两个或三个，例如：return text, 404。要显示几个值，请把它们合成一段文本。</translation>
    </message>
    <message>
        <source>url_for() takes the name of a page&apos;s function, and no page has one called &apos;{name}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>url_for() 要的是网页函数的名字，而没有哪个网页的函数叫“{name}”。你是想写“{near}”吗？</translation>
    </message>
    <message>
        <source>url_for() takes the name of a page&apos;s function, and no page is known by &apos;{name}&apos;. Check how it is written, and whether the page has another name: one of a blueprint is called &apos;blueprint.function&apos;, and one with endpoint= as that says.</source>
        <translation>url_for() 要的是网页函数的名字，而没有哪个网页叫“{name}”。检查一下它的写法，再看看网页是不是另有名字：蓝图里的网页要写成 &apos;blueprint.function&apos;，写了 endpoint= 的网页就叫那个名字。</translation>
    </message>
    <message>
        <source>The address of &apos;{name}&apos; has places for values, and these are not given: {missing}. Write: {instead}</source>
        <translation>“{name}”的地址里有要填的值，而这些没有给出：{missing}。请写成：{instead}</translation>
    </message>
    <message>
        <source>The address of the page has a part &lt;{name}&gt;, which Flask gives to {function}(), and that has no parameter &apos;{name}&apos;. Add it: def {function}({name}):</source>
        <translation>这个网页的地址里有 &lt;{name}&gt;，Flask 会把它交给 {function}()，而这个函数没有参数“{name}”。请加上：def {function}({name}):</translation>
    </message>
    <message>
        <source>{function}() has a parameter &apos;{name}&apos;, and the address of its page has no part &lt;{name}&gt; for it. Add that to the address, or take the parameter away.</source>
        <translation>{function}() 有参数“{name}”，而它的网页地址里没有 &lt;{name}&gt; 这一部分。把它加到地址里，或者去掉这个参数。</translation>
    </message>
    <message>
        <source>Flask calls {function}() with a value, and it has no parameter. Write: def {function}({name}):</source>
        <translation>Flask 调用 {function}() 时会给它一个值，而它没有参数。请写成：def {function}({name}):</translation>
    </message>
    <message>
        <source>In line {line}, methods takes a list, also of one: methods=[&quot;POST&quot;]</source>
        <translation>第 {line} 行里，methods 要的是列表，只有一个也一样：methods=[&quot;POST&quot;]</translation>
    </message>
    <message>
        <source>In the address {text}, the signs &lt; and &gt; do not belong together. What changes is written as in &quot;/user/&lt;name&gt;&quot;, with nothing but letters, digits and _ in it.</source>
        <translation>地址 {text} 里的 &lt; 和 &gt; 不成对。会变的部分写成 &quot;/user/&lt;name&gt;&quot; 这样，里面只能有字母、数字和 _。</translation>
    </message>
    <message>
        <source>In an address, &lt;{name}:...&gt; means nothing. What may stand before the colon: string, int, float, path, uuid.</source>
        <translation>在地址里，&lt;{name}:...&gt; 没有意义。冒号前面可以写：string、int、float、path、uuid。</translation>
    </message>
    <message>
        <source>Line {line} sets up the application, which is already answering pages. Move it up, above the line that runs the application.</source>
        <translation>第 {line} 行在设置应用，而应用已经在回应网页请求了。把它移到运行应用的那一行上面。</translation>
    </message>
    <message>
        <source>Line {line} adds something to the blueprint &apos;{name}&apos;, which is registered already. Move the line with register_blueprint() below it.</source>
        <translation>第 {line} 行往蓝图“{name}”里加东西，而它已经注册了。把 register_blueprint() 那一行移到它下面。</translation>
    </message>
    <message>
        <source>A blueprint called &apos;{name}&apos; is registered already. Register it once only, or give the second one another name.</source>
        <translation>名为“{name}”的蓝图已经注册过了。只注册一次，或者给第二个换一个名字。</translation>
    </message>
    <message>
        <source>The template {file} lies beside the script, and Flask looks for it in a folder &apos;templates&apos; there. Make that folder, and move {file} into it.</source>
        <translation>模板 {file} 在脚本旁边，而 Flask 会到那里的文件夹“templates”里找它。建好这个文件夹，把 {file} 移进去。</translation>
    </message>
    <message>
        <source>There is no template {file} in the folder {folder}. Check how the name is written, and where the file is.</source>
        <translation>文件夹 {folder} 里没有模板 {file}。检查一下名字的写法，以及文件在哪里。</translation>
    </message>
    <message>
        <source>In the template {file}, line {line} uses &apos;{name}&apos;, which has no value there. Check how it is written, or give it one when the template is shown: {name}=...</source>
        <translation>在模板 {file} 里，第 {line} 行用到“{name}”，而它在那里没有值。检查一下写法，或者在显示模板时给它一个值：{name}=...</translation>
    </message>
    <message>
        <source>The template uses &apos;{name}&apos;, which has no value there. Check how it is written, or give it one when the template is shown: {name}=...</source>
        <translation>模板用到“{name}”，而它在那里没有值。检查一下写法，或者在显示模板时给它一个值：{name}=...</translation>
    </message>
    <message>
        <source>In the template {file}, line {line} asks for .{attribute} of something that is {type} and has none. Check how it is written, and what was given to the template.</source>
        <translation>在模板 {file} 里，第 {line} 行要的 .{attribute}，那个值（{type}）没有。检查一下写法，以及给了模板什么值。</translation>
    </message>
    <message>
        <source>In the template {file}, a {{% {block} %}} is not closed. Write {{% end{block} %}} where it ends.</source>
        <translation>模板 {file} 里有一个 {{% {block} %}} 没有结束。在它结束的地方写上 {{% end{block} %}}。</translation>
    </message>
    <message>
        <source>In the template {file}, line {line} has {{% {name} %}}, which means nothing at that place. Check how it is written, and what was opened before it.</source>
        <translation>在模板 {file} 里，第 {line} 行的 {{% {name} %}} 在那里没有意义。检查一下它的写法，以及前面打开了什么。</translation>
    </message>
    <message>
        <source>The template {file} cannot be read at line {line}. Look there and just above for a {{{{ or {{% that is not closed by }}}} or %}}, and for a sign too many.</source>
        <translation>模板 {file} 在第 {line} 行读不下去。看看那里和上面一点，是不是有 {{{{ 或 {{% 没有用 }}}} 或 %}} 结束，或者多了什么符号。</translation>
    </message>
    <message>
        <source>A template uses the filter &apos;{name}&apos;, and there is none of that name. Check how it is written.</source>
        <translation>模板用到过滤器“{name}”，而没有叫这个名字的过滤器。检查一下它的写法。</translation>
    </message>
    <message>
        <source>Line {line} needs Django&apos;s settings, and nothing has said yet which they are. Run this by manage.py. In a script without it, that has to be said above all that uses Django: import os and django, then os.environ[&quot;DJANGO_SETTINGS_MODULE&quot;] = &quot;name.settings&quot;, with the name of the folder that settings.py is in, then django.setup()</source>
        <translation>第 {line} 行需要 Django 的设置，而到这里还没有说用哪一个。请用 manage.py 运行。不用它的脚本，要在所有用到 Django 的代码之前说明：先导入 os 和 django，再写 os.environ[&quot;DJANGO_SETTINGS_MODULE&quot;] = &quot;name.settings&quot;（name 是 settings.py 所在文件夹的名字），然后写 django.setup()</translation>
    </message>
    <message>
        <source>Line {line} of {file} is too early: Django is set up only in line {line2}. Move it, and other imports of models, below line {line2}.</source>
        <translation>{file} 的第 {line} 行太早了：Django 到第 {line2} 行才设置好。把它和其他导入模型的行都移到第 {line2} 行之后。</translation>
    </message>
    <message>
        <source>Line {line} needs Django&apos;s apps, and they are not loaded yet. Import models only after django.setup(), and never in settings.py or in the __init__.py of an app.</source>
        <translation>第 {line} 行需要 Django 的应用，而它们还没有加载。要在 django.setup() 之后才导入模型，也不要在 settings.py 或应用的 __init__.py 里导入。</translation>
    </message>
    <message>
        <source>The database has no table &apos;{table}&apos; yet. Let Django make it: python manage.py makemigrations, and then python manage.py migrate</source>
        <translation>数据库里还没有表“{table}”。让 Django 建立它：先 python manage.py makemigrations，再 python manage.py migrate</translation>
    </message>
    <message>
        <source>The table in the database has no column {column} yet: it is older than the model. Run: python manage.py makemigrations, and then python manage.py migrate</source>
        <translation>数据库的表里还没有列 {column}：它比模型旧。请运行：先 python manage.py makemigrations，再 python manage.py migrate</translation>
    </message>
    <message>
        <source>Django finds no template {file}. It looks in the folders that TEMPLATES names under DIRS in the settings, and in a folder &apos;templates&apos; of each app in INSTALLED_APPS.</source>
        <translation>Django 找不到模板 {file}。它会在设置里 TEMPLATES 的 DIRS 写的文件夹里找，也会在 INSTALLED_APPS 里每个应用的文件夹“templates”里找。</translation>
    </message>
    <message>
        <source>In line {number} of a template stands {{% {name} %}}, which Django does not know. Check how it is written, and whether a {{% load %}} is missing at its top.</source>
        <translation>模板第 {number} 行有 {{% {name} %}}，而 Django 不认识它。检查一下写法，以及模板开头是不是少了 {{% load %}}。</translation>
    </message>
    <message>
        <source>In a template, the {{% {name} %}} of line {number} is not closed. Write {{% end{name} %}} where it ends.</source>
        <translation>模板第 {number} 行的 {{% {name} %}} 没有结束。在它结束的地方写上 {{% end{name} %}}。</translation>
    </message>
    <message>
        <source>No address in urls.py has the name &apos;{name}&apos;. Check the name= of path(), and whether the app&apos;s name belongs before it: &apos;app:{name}&apos;.</source>
        <translation>urls.py 里没有名为“{name}”的地址。检查 path() 的 name=，以及前面是不是要加上应用的名字：&apos;app:{name}&apos;。</translation>
    </message>
    <message>
        <source>The name of an address begins with &apos;{name}:&apos; here, and nothing in urls.py is called so. Write app_name = &quot;{name}&quot; in the urls.py of that app, or leave &apos;{name}:&apos; out.</source>
        <translation>这里的地址名以“{name}:”开头，而 urls.py 里没有叫这个的。在那个应用的 urls.py 里写 app_name = &quot;{name}&quot;，或者去掉“{name}:”。</translation>
    </message>
    <message>
        <source>The values that are given here do not fit the address &apos;{name}&apos;: they are too few, too many, or of another kind. Compare with its path() in urls.py; for the places in that, give args=[...] or kwargs={{...}}.</source>
        <translation>这里给出的值和地址“{name}”对不上：太少、太多，或者种类不对。和 urls.py 里它的 path() 比较一下；其中要填的值用 args=[...] 或 kwargs={{...}} 给出。</translation>
    </message>
    <message>
        <source>The model has no field &apos;{name}&apos;. Did you mean &apos;{near}&apos;?</source>
        <translation>这个模型没有字段“{name}”。你是想写“{near}”吗？</translation>
    </message>
    <message>
        <source>The model has no field &apos;{name}&apos;. The message above names all that it has.</source>
        <translation>这个模型没有字段“{name}”。上面的错误信息列出了它有的所有字段。</translation>
    </message>
    <message>
        <source>Line {line} asks the database for one {name}, and there is none that fits. Use .filter(...).first(), which gives None then, or get_object_or_404() in a page.</source>
        <translation>第 {line} 行向数据库要一个 {name}，而没有符合的。改用 .filter(...).first()，没有时它给出 None；在网页里可以用 get_object_or_404()。</translation>
    </message>
    <message>
        <source>get() is for exactly one {name}, and {given} fit here. Ask for something that only one has, or use .filter().</source>
        <translation>get() 只用于恰好一个 {name}，而这里有 {given} 个符合。换成只有一个才有的条件，或者用 .filter()。</translation>
    </message>
    <message>
        <source>The view {function}() has to return a response, and returns {type}. Write: return render(...) or return HttpResponse(...)</source>
        <translation>视图 {function}() 必须返回响应，而它返回的是{type}。请写：return render(...) 或 return HttpResponse(...)</translation>
    </message>
    <message>
        <source>In line {line}, path() takes the view itself. Write its name without quotes, and without ( ) behind it; a class needs .as_view(), and another urls.py include(&quot;app.urls&quot;).</source>
        <translation>第 {line} 行里，path() 要的是视图本身。只写它的名字，不加引号，后面也不要加 ( )；类要写 .as_view()，别的 urls.py 要写 include(&quot;app.urls&quot;)。</translation>
    </message>
    <message>
        <source>The model {name} belongs to no app that is installed. Add its app to INSTALLED_APPS in the settings, and import the model by the app&apos;s name, as in: from app.models import ...</source>
        <translation>模型 {name} 不属于任何已安装的应用。把它的应用加进设置里的 INSTALLED_APPS，并用应用的名字导入模型，例如：from app.models import ...</translation>
    </message>
    <message>
        <source>The settings have no value for {name}. Check how it is written in settings.py; if it comes from an environment variable, check whether that is set.</source>
        <translation>设置里没有 {name} 的值。检查一下它在 settings.py 里的写法；如果它来自环境变量，再看看那个变量是否已经设置。</translation>
    </message>
    <message>
        <source>Django was told of a module &apos;{name}&apos;, and finds none. Its name stands in include(), in the settings, as in INSTALLED_APPS, or in DJANGO_SETTINGS_MODULE: check how it is written there, in which folder the script is started, or whether it is a package that has to be installed.</source>
        <translation>有人告诉 Django 有模块“{name}”，而它找不到。这个名字写在 include() 里、设置里（例如 INSTALLED_APPS）或 DJANGO_SETTINGS_MODULE 里：检查那里的写法、脚本是在哪个文件夹里启动的，或者它是不是需要安装的包。</translation>
    </message>
    <message>
        <source>FastAPI cannot turn {name} into data and back, as it is no class of pydantic&apos;s. If it is sent or returned, write one with its fields, as in class {name}Data(BaseModel), and put that name here; if the server makes it, write behind the parameter: = Depends(...)</source>
        <translation>FastAPI 不会把 {name} 和数据互相转换，因为它不是 pydantic 的类。如果它是要传送或返回的，写一个包含其字段的类，例如 class {name}Data(BaseModel)，在这里用它的名字；如果它由服务器创建，请在参数后面写上：= Depends(...)</translation>
    </message>
    <message>
        <source>{full} is in newer versions of {package}, and the one that is installed is older. Install the newest version of {package}.</source>
        <translation>{full} 在 {package} 的新版本里才有，而装着的版本较旧。请安装 {package} 的最新版本。</translation>
    </message>
    <message>
        <source>{package} needs &apos;{name}&apos; of {package2}, which the one that is installed does not have: their versions do not fit each other. Install the newest version of both.</source>
        <translation>{package} 需要 {package2} 的“{name}”，而装着的那个没有：两个包的版本不合。把两个都装成最新版本。</translation>
    </message>
    <message>
        <source>The settings have been made before line {line}, and that is done only once. Take one of the two away.</source>
        <translation>在第 {line} 行之前设置已经做好了，而它只能做一次。去掉其中一个。</translation>
    </message>
    <message>
        <source>For what is used here, {package} needs one more package, which is not installed: {name}</source>
        <translation>这里用到的功能，{package} 还需要另一个包，而它没有安装：{name}</translation>
    </message>
    <message>
        <source>In line {line}, a part of the address gets a default, and it is never left out. Take the default away.</source>
        <translation>第 {line} 行给地址里的一部分设了默认值，而它总是会有的。请去掉默认值。</translation>
    </message>
    <message>
        <source>An app of FastAPI does not run itself. Write import uvicorn at the top of the file, and here: uvicorn.run({name})</source>
        <translation>FastAPI 的应用自己不会运行。请在文件开头写 import uvicorn，并在这里写：uvicorn.run({name})</translation>
    </message>
</context>
<context>
    <name>FindTexts</name>
    <message>
        <source>Find in the output</source>
        <translation>在输出里查找</translation>
    </message>
    <message>
        <source>Number of matches</source>
        <translation>匹配的数量</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Case</source>
        <comment>short for: Match case</comment>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Expression</source>
        <comment>short for: Regular expression</comment>
        <translation>正则</translation>
    </message>
    <message>
        <source>Show only these</source>
        <comment>the lines that match</comment>
        <translation>只显示这些行</translation>
    </message>
    <message>
        <source>Only these</source>
        <comment>short for: Show only these</comment>
        <translation>只显示</translation>
    </message>
    <message>
        <source>Hide all lines that do not match</source>
        <translation>隐藏所有不匹配的行</translation>
    </message>
    <message>
        <source>Only matching lines are shown. To see what is around one, click it and press Esc.</source>
        <translation>只显示匹配的行。要看某一行的前后内容，点击它，然后按 Esc。</translation>
    </message>
    <message>
        <source>No line matches. All lines are hidden.</source>
        <translation>没有匹配的行。所有行都已隐藏。</translation>
    </message>
    <message>
        <source>Only the first {count} matches are shown.</source>
        <translation>只显示前 {count} 个匹配。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>The match before this one</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the search</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{count}+</source>
        <translation>{count}+</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>{number} of {count}+</source>
        <translation>第 {number} 个，共 {count}+ 个</translation>
    </message>
    <message>
        <source>This expression takes too long. Try a simpler one.</source>
        <translation>这个正则表达式花的时间太长。请用简单一些的。</translation>
    </message>
    <message>
        <source>This search pattern is not valid: {why}</source>
        <translation>这个正则表达式无效：{why}</translation>
    </message>
    <message>
        <source>This search pattern is not valid: it repeats too much.</source>
        <translation>这个正则表达式无效：重复太多。</translation>
    </message>
    <message>
        <source>This search pattern is not valid: it is too large.</source>
        <translation>这个正则表达式无效：太大。</translation>
    </message>
</context>
<context>
    <name>GuideTexts</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Choose a Python script, or drop one here, and press Run. Only Run runs it.</source>
        <translation>选择一个 Python 脚本，或者把它拖到这里，然后按“运行”。只有按“运行”才会运行它。</translation>
    </message>
    <message>
        <source>Press Edit to open it in your editor. Change something there and save: the script runs again by itself.</source>
        <translation>按“编辑”，在你的编辑器里打开它。在那里改一改，再保存：脚本会自己重新运行。</translation>
    </message>
    <message>
        <source>A save with a mistake changes nothing: the previous version keeps running, and the mistake is shown.</source>
        <translation>保存了错误也没关系：上一个版本继续运行，并且会显示错误在哪里。</translation>
    </message>
    <message>
        <source>When the script asks something, type your answer where it asks, and press Enter.</source>
        <translation>脚本提问时，在它提问的地方输入回答，然后按回车键。</translation>
    </message>
    <message>
        <source>Stop ends the script and all that it started. After that a save runs nothing until you press Run.</source>
        <translation>“停止”会结束脚本和它启动的一切。停止之后，在你按“运行”之前，保存不会运行任何东西。</translation>
    </message>
    <message>
        <source>If an error stops it, a red card says what it means. Show line opens that line in your editor; a package that is missing is installed from there.</source>
        <translation>如果脚本因出错而停止，红色的卡片会说明是什么意思。“显示这一行”会在你的编辑器里打开那一行；缺少的包也可以在那里安装。</translation>
    </message>
    <message>
        <source>Python&apos;s own words about the error are in the output. Click a file&apos;s name there to open it at that line.</source>
        <translation>Python 自己对错误的说明在输出里。点击其中的文件名，就会打开那一行。</translation>
    </message>
    <message>
        <source>The menu has what can be done with the output: find something in it, save it, clear it. The list of runs shows what earlier ones have printed, and compares two of them.</source>
        <translation>菜单里有输出的各种操作：查找、保存、清空。运行列表显示以前的运行输出了什么，还可以比较其中两次。</translation>
    </message>
    <message>
        <source>A script that you open while another one runs gets a tab, and both go on. Closing a tab stops its script.</source>
        <translation>一个脚本在运行时再打开另一个，它会出现在新的标签页里，两个都继续运行。关闭标签页会停止它的脚本。</translation>
    </message>
    <message>
        <source>If nothing happens for a while, a click on the line above the output shows in which line the script is.</source>
        <translation>如果好一会儿没有动静，点一下输出上方的那行字，就能看到脚本运行到哪一行。</translation>
    </message>
    <message>
        <source>The button at the bottom says which Python runs the script. Click it to choose another one.</source>
        <translation>最下面的按钮写着用哪个 Python 运行脚本。点击它可以选择另一个。</translation>
    </message>
    <message>
        <source>Arguments, working folder and more of one script are in the menu, too, and what holds for all of them in the settings.</source>
        <translation>每个脚本的参数、工作文件夹等等也在菜单里；对所有脚本都有效的在“设置”里。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>From the output to the error card and to the input</source>
        <comment>what F6 does</comment>
        <translation>依次到输出、错误卡片和输入</translation>
    </message>
    <message>
        <source>Stop, while you type an answer</source>
        <translation>停止（在输入回答时）</translation>
    </message>
    <message>
        <source>Tell the script that there is no more input, while you type an answer</source>
        <translation>告诉脚本不再有输入（在输入回答时）</translation>
    </message>
    <message>
        <source>What you have answered before</source>
        <comment>the arrow keys in the input</comment>
        <translation>你以前的回答</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the guide</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Report a problem...</source>
        <translation>报告问题…</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>Copy for help</source>
        <translation>复制给别人看</translation>
    </message>
    <message>
        <source>This text is copied, to be pasted where you ask for help.</source>
        <translation>这段文字会被复制，你可以把它贴到请教别人的地方。</translation>
    </message>
    <message>
        <source>Your name, your home folder, and what looks like a password or a key are hidden.</source>
        <translation>你的名字、你的主文件夹，以及看起来像密码或密钥的内容都已隐藏。</translation>
    </message>
    <message>
        <source>Read it before you send it.</source>
        <translation>发送之前请先读一遍。</translation>
    </message>
    <message>
        <source>The text to copy</source>
        <translation>要复制的文字</translation>
    </message>
    <message>
        <source>Copy also:</source>
        <comment>above what can be ticked</comment>
        <translation>同时复制：</translation>
    </message>
    <message>
        <source>Values in this line</source>
        <translation>这一行里的值</translation>
    </message>
    <message>
        <source>Arguments of the script</source>
        <translation>脚本的参数</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>What I typed</source>
        <translation>我输入的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>the text for somebody who helps</comment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>copying for help</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copied. Paste it where you ask for help.</source>
        <translation>已复制。请把它贴到你请教别人的地方。</translation>
    </message>
</context>
<context>
    <name>InputTexts</name>
    <message>
        <source>Input for your script</source>
        <translation>给脚本的输入</translation>
    </message>
    <message>
        <source>Type here, Enter sends it to your script</source>
        <translation>在这里输入，按回车键发送给你的脚本</translation>
    </message>
    <message>
        <source>Your script is waiting for you: type here, then press Enter</source>
        <translation>你的脚本正在等你：在这里输入，然后按回车键</translation>
    </message>
    <message>
        <source>Type here, then press Enter</source>
        <translation>在这里输入，然后按回车键</translation>
    </message>
    <message>
        <source>Your script is waiting for you: type behind its question above</source>
        <translation>你的脚本在等你：请在上面的问题后面输入</translation>
    </message>
    <message>
        <source>Your script may be waiting for you: type here, then press Enter</source>
        <translation>你的脚本可能在等你：在这里输入，然后按回车键</translation>
    </message>
    <message>
        <source>Your script is not running</source>
        <translation>你的脚本没有在运行</translation>
    </message>
    <message>
        <source>You told the script that there is no more input (Ctrl+D)</source>
        <translation>你已告诉脚本不再有输入（Ctrl+D）</translation>
    </message>
    <message>
        <source>Your script asks for a password: it is hidden while you type</source>
        <translation>你的脚本在问密码：输入时不会显示出来</translation>
    </message>
    <message>
        <source>no more input (Ctrl+D)</source>
        <translation>不再有输入（Ctrl+D）</translation>
    </message>
    <message>
        <source>Same answers again</source>
        <translation>再用同样的回答</translation>
    </message>
    <message>
        <source>Sends what you typed in the last run, line by line</source>
        <translation>把你上次运行时输入的内容逐行发送</translation>
    </message>
</context>
<context>
    <name>MenuTexts</name>
    <message>
        <source>Open...</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>New script...</source>
        <translation>新建脚本…</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>试试例子</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>In which line is it?</source>
        <comment>the script that runs</comment>
        <translation>现在运行到哪一行？</translation>
    </message>
    <message>
        <source>Arguments and more...</source>
        <comment>the settings of this script</comment>
        <translation>参数及更多…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>About Reloader</source>
        <translation>关于 Reloader</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the window</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>{python} did not let Reloader look inside, so it cannot see which files your script loads: it restarts when a .py file beside the script is saved.</source>
        <translation>Reloader 无法了解 {python} 的内部情况，所以看不到你的脚本加载了哪些文件：脚本旁边的 .py 文件保存时，它就重新运行。</translation>
    </message>
    <message>
        <source>The working folder cannot be used ({why}).</source>
        <translation>工作文件夹无法使用（{why}）。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <comment>a folder</comment>
        <translation>请选择另一个。</translation>
    </message>
    <message>
        <source>Python could not be started ({why}).</source>
        <translation>Python 无法启动（{why}）。</translation>
    </message>
    <message>
        <source>Choose another Python.</source>
        <translation>请选择另一个 Python。</translation>
    </message>
    <message>
        <source>Python could not be started, because it is no program of this system ({why}).</source>
        <translation>Python 无法启动，因为它不是这个系统的程序（{why}）。</translation>
    </message>
    <message>
        <source>Your script could not be started ({why}).</source>
        <translation>你的脚本无法启动（{why}）。</translation>
    </message>
    <message>
        <source>Give it shorter arguments.</source>
        <translation>请给它短一些的参数。</translation>
    </message>
    <message>
        <source>No new program can be started now ({why}).</source>
        <translation>现在无法启动新的程序（{why}）。</translation>
    </message>
    <message>
        <source>Close some, then press Run.</source>
        <translation>请关闭一些程序，然后按“运行”。</translation>
    </message>
    <message>
        <source>Your editor seems to save by itself.</source>
        <translation>你的编辑器似乎会自动保存。</translation>
    </message>
    <message>
        <source>After each save your script&apos;s window takes the keyboard.</source>
        <translation>每次保存后，脚本的窗口会把键盘抢过去。</translation>
    </message>
    <message>
        <source>Click into your editor before you type on.</source>
        <translation>继续打字之前，先点一下你的编辑器。</translation>
    </message>
    <message>
        <source>This script can print in colour.</source>
        <translation>这个脚本可以输出彩色。</translation>
    </message>
    <message>
        <source>This system&apos;s limit for watched folders is reached.</source>
        <translation>监视文件夹的数量达到了系统的上限。</translation>
    </message>
    <message>
        <source>To raise it: {command}</source>
        <translation>要提高上限：{command}</translation>
    </message>
    <message>
        <source>This system&apos;s limit for programs that watch folders is reached.</source>
        <translation>监视文件夹的程序数量达到了系统的上限。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be watched ({why}).</source>
        <translation>文件夹 {folder} 无法监视（{why}）。</translation>
    </message>
    <message>
        <source>Files there are looked at about once a second instead: a restart may come later.</source>
        <translation>改为大约每秒查看一次那里的文件：重新运行可能会晚一些。</translation>
    </message>
    <message>
        <source>The watch patterns cover too many files, and only the first ones are watched.</source>
        <translation>监视的模式涉及的文件太多，只监视其中最前面的一部分。</translation>
    </message>
    <message>
        <source>A narrower pattern helps, such as {narrow} in place of {wide}.</source>
        <translation>使用更窄的模式会有帮助，例如用 {narrow} 代替 {wide}。</translation>
    </message>
    <message>
        <source>Looking for changed files failed once; the log says why.</source>
        <translation>查找改变的文件时失败了一次；原因写在日志里。</translation>
    </message>
    <message>
        <source>Your script wrote {name} itself, so that did not restart it. When you save {name}, it restarts, unless the script wrote it less than a second before.</source>
        <translation>{name} 是你的脚本自己写入的，所以没有重新运行。你保存 {name} 时会重新运行，除非脚本在不到一秒之前刚写过它。</translation>
    </message>
    <message numerus="yes">
        <source>{name} changed soon after each of the last %n starts. Perhaps a program that your script starts writes it. Each restart now waits a little longer ({delay} s at first) and runs the newest text.</source>
        <translation>
            <numerusform>最近 %n 次启动后，{name} 都很快就改变了。也许是你的脚本启动的某个程序在写它。现在每次重新运行都会多等一会儿（开始时 {delay} 秒），并运行最新的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} keeps changing right after your script has run again because of it, so that does not run it any more.</source>
        <translation>你的脚本每次因为 {name} 重新运行后，它都马上又改变，所以不再因为它而运行。</translation>
    </message>
    <message>
        <source>Your script keeps asking to be restarted (exit code 3). Is that meant?</source>
        <translation>你的脚本不断要求重新启动（退出码 3）。这是你想要的吗？</translation>
    </message>
    <message numerus="yes">
        <source>Your script asked to be restarted %n times in a row (exit code 3). It starts again in {delay} s.</source>
        <translation>
            <numerusform>你的脚本连续 %n 次要求重新启动（退出码 3）。它将在 {delay} 秒后再次启动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your script starts {program}, which loads modules in processes that Reloader cannot see.</source>
        <translation>你的脚本启动了 {program}，它在 Reloader 看不到的进程里加载模块。</translation>
    </message>
    <message>
        <source>When you save one of those, press Run.</source>
        <translation>保存那些模块后，请按“运行”。</translation>
    </message>
    <message>
        <source>Your script did not end within {seconds} s, so it was stopped by force. The settings can give it more time to finish.</source>
        <translation>你的脚本没有在 {seconds} 秒内结束，所以被强制停止了。可以在设置里给它更多时间。</translation>
    </message>
    <message>
        <source>Your script caught the interruption (Ctrl+C) that ends it and went on, so it was ended without its finally blocks.</source>
        <translation>你的脚本捕获了用来结束它的中断（Ctrl+C）并继续运行，所以它被直接结束，没有执行 finally 块。</translation>
    </message>
    <message numerus="yes">
        <source>The system cannot end %n process(es) of your script ({pids}), perhaps because of a drive that does not answer. Restarting the computer will. You can go on as usual.</source>
        <translation>
            <numerusform>系统无法结束你的脚本的 %n 个进程（{pids}），也许是因为某个磁盘没有响应。重新启动电脑就能结束它们。你可以照常继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reloader had a problem and stopped your script. Press Run to start it again.</source>
        <translation>Reloader 出了问题，并停止了你的脚本。按“运行”再次启动它。</translation>
    </message>
    <message>
        <source>The part of Reloader that ends a script&apos;s processes was itself ended by something else, and your script with it. Press Run to start it again.</source>
        <translation>Reloader 中负责结束脚本进程的部分被别的程序结束了，你的脚本也随之结束。按“运行”再次启动它。</translation>
    </message>
    <message>
        <source>The part of Reloader that ends a script&apos;s processes did not answer (something had stopped it), so they were ended without it. You can go on as usual.</source>
        <translation>Reloader 中负责结束脚本进程的部分没有响应（它被别的程序暂停了），所以这些进程没有经过它就被结束了。你可以照常继续。</translation>
    </message>
    <message>
        <source>{size} of input were not sent to the script: it has not read what was sent before, or this is too much at once. For so much, let the script open a file.</source>
        <translation>有 {size} 的输入没有发送给脚本：它还没有读完之前发送的内容，或者一次发送得太多。这么多内容，请让脚本打开文件来读。</translation>
    </message>
    <message>
        <source>{name} restarts your script itself when you save, so Reloader does not; start it with {option}, and Reloader does, which is faster.</source>
        <translation>你保存时，{name} 会自己重新启动你的脚本，所以 Reloader 不再这样做；用 {option} 启动它，就由 Reloader 来做，而且更快。</translation>
    </message>
    <message>
        <source>{name} restarts your script itself when you save, so Reloader does not; start it without {option}, and Reloader does, which is faster.</source>
        <translation>你保存时，{name} 会自己重新启动你的脚本，所以 Reloader 不再这样做；启动时不加 {option}，就由 Reloader 来做，而且更快。</translation>
    </message>
    <message>
        <source>{name} runs your script again itself when you save, so Reloader does not restart it; start it with {option}, and Reloader does.</source>
        <translation>你保存时，{name} 会自己再次运行你的脚本，所以 Reloader 不再重新运行它；用 {option} 启动它，就由 Reloader 来做。</translation>
    </message>
    <message>
        <source>The drive {drive} does not answer. Until it does, files on it do not restart the script when they are saved; all others do.</source>
        <translation>磁盘 {drive} 没有响应。在它恢复之前，保存它上面的文件不会让脚本重新运行；其他文件都会。</translation>
    </message>
    <message>
        <source>Your script goes on, but only the newest part of its output is kept.</source>
        <translation>你的脚本继续运行，但只保留最新的一部分输出。</translation>
    </message>
    <message>
        <source>The disk is full: make room on it.</source>
        <translation>磁盘满了：请腾出一些空间。</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why}).</source>
        <translation>{folder} 无法写入（{why}）。</translation>
    </message>
</context>
<context>
    <name>OpeningTexts</name>
    <message>
        <source>{script} – Reloader</source>
        <comment>a window&apos;s title</comment>
        <translation>{script} – Reloader</translation>
    </message>
    <message>
        <source>{script} was there already, so it is opened as it is.</source>
        <translation>{script} 已经存在，所以照原样打开。</translation>
    </message>
    <message>
        <source>Only the first {count} of these scripts were opened.</source>
        <translation>这些脚本中只打开了前 {count} 个。</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>{script} cannot be read yet: its drive does not answer, or it is still fetched (OneDrive). It opens as soon as it can be.</source>
        <translation>{script} 还不能读取：它所在的磁盘没有响应，或者还在下载（OneDrive）。一旦能读取就会打开。</translation>
    </message>
    <message>
        <source>{script} cannot be read yet: its drive does not answer, or it is still fetched (OneDrive). It runs as soon as it can be.</source>
        <translation>{script} 还不能读取：它所在的磁盘没有响应，或者还在下载（OneDrive）。一旦能读取就会运行。</translation>
    </message>
</context>
<context>
    <name>OutputMenuTexts</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Show only matching lines</source>
        <translation>只显示匹配的行</translation>
    </message>
    <message>
        <source>Earlier runs...</source>
        <translation>以前的运行…</translation>
    </message>
    <message>
        <source>Compare with the run before</source>
        <translation>与上一次运行比较</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>显示时间</translation>
    </message>
    <message>
        <source>Hide earlier runs</source>
        <translation>隐藏以前的运行</translation>
    </message>
    <message>
        <source>Save the output...</source>
        <translation>保存输出…</translation>
    </message>
    <message>
        <source>Clear the output</source>
        <translation>清空输出</translation>
    </message>
    <message>
        <source>Undo: show the cleared output again</source>
        <translation>撤销：重新显示已清空的输出</translation>
    </message>
    <message>
        <source>The output was cleared.</source>
        <translation>输出已清空。</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>clearing the output</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>上一次运行</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下一次运行</translation>
    </message>
</context>
<context>
    <name>OutputTexts</name>
    <message>
        <source>Output of your script</source>
        <translation>脚本的输出</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Go to the newest output and follow it</source>
        <translation>跳到最新的输出，并跟随它</translation>
    </message>
    <message>
        <source>[Of this long output only the newest part is kept.]</source>
        <translation>[这段很长的输出只保留了最新的一部分。]</translation>
    </message>
    <message numerus="yes">
        <source>[Of this long output only the newest part is kept. Dropped: the first {number} lines.]</source>
        <comment>%n lines</comment>
        <translation>
            <numerusform>[这段很长的输出只保留了最新的一部分。丢弃了最前面的 {number} 行。]</numerusform>
        </translation>
    </message>
    <message>
        <source>Open {file} in your editor, at line {line}</source>
        <translation>在你的编辑器里打开 {file} 的第 {line} 行</translation>
    </message>
    <message>
        <source>Open {address} in your browser</source>
        <translation>在浏览器里打开 {address}</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>what is selected</comment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy line</source>
        <comment>the line of the output under the pointer</comment>
        <translation>复制这一行</translation>
    </message>
    <message>
        <source>Copy what is selected, or all of it</source>
        <translation>复制选中的内容；没有选中时复制全部</translation>
    </message>
    <message>
        <source>Find in the output</source>
        <translation>在输出里查找</translation>
    </message>
    <message>
        <source>Show when each line came</source>
        <translation>显示每一行出现的时间</translation>
    </message>
    <message>
        <source>What your script prints appears here.</source>
        <translation>脚本打印的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open a script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s), then: {text}</source>
        <translation>
            <numerusform>还有 %n 行，然后是：{text}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackageNoteTexts</name>
    <message>
        <source>This was its name in Python 2: now write &apos;from PIL import Image&apos;.</source>
        <translation>这是它在 Python 2 里的名字：现在要写 from PIL import Image。</translation>
    </message>
    <message>
        <source>pip may have to build it, with the system&apos;s MySQL library (Debian, Ubuntu: libmysqlclient-dev or libmariadb-dev). PyMySQL needs none.</source>
        <translation>pip 可能要用系统的 MySQL 库来编译它（Debian、Ubuntu：libmysqlclient-dev 或 libmariadb-dev）。PyMySQL 不需要。</translation>
    </message>
    <message>
        <source>pip has to build it, with a library of the system (Debian, Ubuntu: apt install python3-cairo is simpler).</source>
        <translation>pip 要用系统的一个库来编译它（在 Debian、Ubuntu 上，apt install python3-cairo 更简单）。</translation>
    </message>
    <message>
        <source>This is its successor, which has the same module.</source>
        <translation>这是它的后继者，里面有同样的模块。</translation>
    </message>
    <message>
        <source>pip has to build it, with libraries of the system (Debian, Ubuntu: apt install python3-gi gir1.2-gtk-3.0 is simpler).</source>
        <translation>pip 要用系统的库来编译它（在 Debian、Ubuntu 上，apt install python3-gi gir1.2-gtk-3.0 更简单）。</translation>
    </message>
    <message>
        <source>pip has to build it, with libraries of the system (Debian, Ubuntu: apt install libldap-dev libsasl2-dev).</source>
        <translation>pip 要用系统的库来编译它（Debian、Ubuntu：apt install libldap-dev libsasl2-dev）。</translation>
    </message>
    <message>
        <source>It also needs the library libmagic (Debian, Ubuntu: apt install libmagic1; macOS: brew install libmagic).</source>
        <translation>它还需要 libmagic 库（Debian、Ubuntu：apt install libmagic1；macOS：brew install libmagic）。</translation>
    </message>
    <message>
        <source>pip has to build it, with the system&apos;s GDAL of the same version.</source>
        <translation>pip 要用系统里同一版本的 GDAL 来编译它。</translation>
    </message>
    <message>
        <source>It also needs the programs of Poppler.</source>
        <translation>它还需要 Poppler 的程序。</translation>
    </message>
    <message>
        <source>In a script its name has capital letters: from PIL import Image.</source>
        <translation>在脚本里，它的名字要用大写字母：from PIL import Image。</translation>
    </message>
    <message>
        <source>Newer versions of setuptools come without this module.</source>
        <translation>较新的 setuptools 里没有这个模块。</translation>
    </message>
    <message>
        <source>On Linux and macOS it needs the library PortAudio (Debian, Ubuntu: apt install portaudio19-dev).</source>
        <translation>在 Linux 和 macOS 上，它需要 PortAudio 库（Debian、Ubuntu：apt install portaudio19-dev）。</translation>
    </message>
    <message>
        <source>Today one writes: import matplotlib.pyplot as plt.</source>
        <translation>现在的写法是：import matplotlib.pyplot as plt。</translation>
    </message>
    <message>
        <source>It also needs the program Tesseract.</source>
        <translation>它还需要 Tesseract 程序。</translation>
    </message>
    <message>
        <source>It also needs the program VLC.</source>
        <translation>它还需要 VLC 程序。</translation>
    </message>
    <message>
        <source>On Linux pip has to build it, which takes long and needs libraries of the system (Debian, Ubuntu: apt install python3-wxgtk4.0 is simpler).</source>
        <translation>在 Linux 上，pip 要编译它，时间很长，还需要系统的库（在 Debian、Ubuntu 上，apt install python3-wxgtk4.0 更简单）。</translation>
    </message>
</context>
<context>
    <name>PackageTexts</name>
    <message>
        <source>this Python ({version}, {reason})</source>
        <translation>这个 Python（{version}，{reason}）</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is in the package {package}, which works on {system} only.</source>
        <translation>“{module}”在包 {package} 里，它只能在 {system} 上使用。</translation>
    </message>
    <message>
        <source>The module of the package {package} has another name.</source>
        <translation>包 {package} 的模块用的是另一个名字。</translation>
    </message>
    <message>
        <source>Write: import {module}</source>
        <translation>请写：import {module}</translation>
    </message>
    <message>
        <source>There is no &apos;{module}&apos; beside your script.</source>
        <translation>你的脚本旁边没有“{module}”。</translation>
    </message>
    <message>
        <source>Python has no module &apos;{module}&apos;.</source>
        <translation>Python 里没有模块“{module}”。</translation>
    </message>
    <message>
        <source>There is no &apos;{module}&apos; here.</source>
        <translation>这里没有“{module}”。</translation>
    </message>
    <message>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation>你要写的是不是“{name}”？</translation>
    </message>
    <message>
        <source>There is no {module}.py beside your script.</source>
        <translation>你的脚本旁边没有 {module}.py。</translation>
    </message>
    <message>
        <source>Is it in another folder?</source>
        <translation>它是不是在另一个文件夹里？</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; was a part of Python 2.</source>
        <translation>“{module}”是 Python 2 的一部分。</translation>
    </message>
    <message>
        <source>In Python 3 its name is &apos;{name}&apos;.</source>
        <translation>在 Python 3 里，它的名字是“{name}”。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a part of Python on Windows only.</source>
        <translation>“{module}”只有在 Windows 上才是 Python 的一部分。</translation>
    </message>
    <message>
        <source>This computer has another system.</source>
        <translation>这台电脑用的是别的系统。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a part of Python that Windows does not have.</source>
        <translation>“{module}”是 Python 的一部分，但 Windows 上没有。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is not a part of Python any more, since Python {since}.</source>
        <translation>从 Python {since} 开始，“{module}”不再是 Python 的一部分。</translation>
    </message>
    <message>
        <source>Use {module} instead.</source>
        <translation>请改用 {module}。</translation>
    </message>
    <message>
        <source>The package {package} takes its place.</source>
        <translation>包 {package} 可以代替它。</translation>
    </message>
    <message>
        <source>You use {python}.</source>
        <translation>你用的是{python}。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a part of Python since Python {since}.</source>
        <translation>从 Python {since} 开始，“{module}”才是 Python 的一部分。</translation>
    </message>
    <message>
        <source>You use {python}: choose a newer Python below.</source>
        <translation>你用的是{python}：请在下面选择更新的 Python。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is a part of Python that {python} comes without.</source>
        <translation>“{module}”是 Python 的一部分，但{python}里没有它。</translation>
    </message>
    <message>
        <source>Choose another Python below.</source>
        <translation>请在下面选择另一个 Python。</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu, type in a terminal: sudo apt install {package}</source>
        <translation>在 Debian 和 Ubuntu 上，请在终端里输入：sudo apt install {package}</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is not installed in {python}.</source>
        <translation>“{module}”没有安装在{python}里。</translation>
    </message>
    <message>
        <source>Many packages share that name: look up which one your script needs.</source>
        <translation>很多包都有这个名字：请查一查你的脚本需要哪一个。</translation>
    </message>
    <message>
        <source>{package} is installed now, but it has no module &apos;{module}&apos;.</source>
        <translation>{package} 现在已经安装了，但里面没有模块“{module}”。</translation>
    </message>
    <message>
        <source>Look up which package has it.</source>
        <translation>请查一查它在哪个包里。</translation>
    </message>
    <message>
        <source>&apos;{module}&apos; is in the package {package}, which is not installed in {python}.</source>
        <translation>“{module}”在包 {package} 里，而这个包没有安装在{python}里。</translation>
    </message>
    <message>
        <source>{file} says that your script needs {packages}.</source>
        <translation>{file} 说你的脚本需要 {packages}。</translation>
    </message>
    <message>
        <source>A Python for this folder ({place}) can be made with them.</source>
        <translation>可以为这个文件夹新建一个 Python（{place}），里面装好它们。</translation>
    </message>
    <message>
        <source>The system does not let pip change this Python.</source>
        <translation>系统不允许 pip 改动这个 Python。</translation>
    </message>
    <message>
        <source>This Python has no pip to install it with.</source>
        <translation>这个 Python 没有可用来安装的 pip。</translation>
    </message>
    <message>
        <source>Nothing may be installed in this Python.</source>
        <translation>不能往这个 Python 里安装任何东西。</translation>
    </message>
    <message>
        <source>It cannot make a Python for this folder either (on Debian and Ubuntu the package python3-venv is missing), but {python} can.</source>
        <translation>它也不能为这个文件夹新建 Python（在 Debian 和 Ubuntu 上，这是因为缺少 python3-venv 包），但是 {python} 可以。</translation>
    </message>
    <message>
        <source>This installs it:</source>
        <translation>这样安装它：</translation>
    </message>
    <message>
        <source>Perhaps a package of that name has it, but that is a guess: anybody can publish one.</source>
        <translation>也许同名的包里有它，但这只是猜测：任何人都可以发布一个包。</translation>
    </message>
    <message>
        <source>Look up who publishes it before you type:</source>
        <translation>在输入之前，请查一查是谁发布的：</translation>
    </message>
    <message>
        <source>This makes a Python for this folder ({place}) with it:</source>
        <translation>这样为这个文件夹新建一个 Python（{place}），里面装好它：</translation>
    </message>
    <message>
        <source>This makes a Python for this folder ({place}), in which packages can be installed:</source>
        <translation>这样为这个文件夹新建一个 Python（{place}），可以往里面安装包：</translation>
    </message>
    <message>
        <source>A Python for this folder cannot be made here.</source>
        <translation>在这里无法为这个文件夹新建 Python。</translation>
    </message>
    <message>
        <source>Copy your script to a folder of your own.</source>
        <translation>请把你的脚本复制到一个属于你自己的文件夹。</translation>
    </message>
    <message>
        <source>It cannot make a Python for this folder, and no other can.</source>
        <translation>它不能为这个文件夹新建 Python，别的 Python 也不能。</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu, type in a terminal: sudo apt install python3-venv</source>
        <translation>在 Debian 和 Ubuntu 上，请在终端里输入：sudo apt install python3-venv</translation>
    </message>
    <message>
        <source>Or install Python from python.org.</source>
        <translation>或者从 python.org 安装 Python。</translation>
    </message>
    <message>
        <source>pip says: {error}.</source>
        <translation>pip 说：{error}。</translation>
    </message>
    <message>
        <source>Packages did not come in time.</source>
        <translation>包没有及时下载下来。</translation>
    </message>
    <message>
        <source>Do you know a nearer address for them (a mirror, an index-url of pip&apos;s)?</source>
        <translation>你知道更近的下载地址吗（镜像，也就是 pip 的 index-url）？</translation>
    </message>
    <message>
        <source>Enter it...</source>
        <comment>an address for packages</comment>
        <translation>输入地址…</translation>
    </message>
    <message>
        <source>{package} could not be installed.</source>
        <translation>{package} 无法安装。</translation>
    </message>
    <message>
        <source>A Python for this folder could not be made.</source>
        <translation>无法为这个文件夹新建 Python。</translation>
    </message>
    <message>
        <source>Is this computer connected to the internet? Then try again:</source>
        <translation>这台电脑连上互联网了吗？连上后再试一次：</translation>
    </message>
    <message>
        <source>Check the name; perhaps the package is called otherwise.</source>
        <translation>请检查名字；也许这个包叫别的名字。</translation>
    </message>
    <message>
        <source>What it said is in the output above.</source>
        <translation>它说的内容在上面的输出里。</translation>
    </message>
    <message>
        <source>{place} cannot be created ({why}).</source>
        <translation>{place} 无法新建（{why}）。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>什么也没有改变。</translation>
    </message>
    <message>
        <source>The installation of {package} was cancelled.</source>
        <translation>{package} 的安装已取消。</translation>
    </message>
    <message>
        <source>Making a Python for this folder was cancelled.</source>
        <translation>为这个文件夹新建 Python 的操作已取消。</translation>
    </message>
    <message>
        <source>Parts of it may be there; to install it again completes it.</source>
        <translation>可能已经装了一部分；再安装一次就会完整。</translation>
    </message>
    <message>
        <source>What was made so far ({place}) is removed again.</source>
        <translation>到目前为止新建的内容（{place}）会被删除。</translation>
    </message>
    <message>
        <source>{place} is half made and could not be removed: delete it.</source>
        <translation>{place} 只建了一半，而且无法删除：请自己删除它。</translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message>
        <source>From now on every save runs this script again.</source>
        <translation>从现在起，每次保存都会重新运行这个脚本。</translation>
    </message>
    <message>
        <source>Only when I press Run</source>
        <translation>只在我按“运行”时</translation>
    </message>
    <message>
        <source>Use colours</source>
        <comment>for what a script prints</comment>
        <translation>使用彩色</translation>
    </message>
    <message>
        <source>Wait until I pause for 2 s</source>
        <translation>等我停下 2 秒</translation>
    </message>
    <message>
        <source>Keep restarting</source>
        <translation>一直重新运行</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新运行</translation>
    </message>
    <message numerus="yes">
        <source>Always for these %n files</source>
        <comment>restart when it changes</comment>
        <translation>
            <numerusform>这 %n 个文件总是这样</numerusform>
        </translation>
    </message>
    <message>
        <source>Always run on save</source>
        <translation>总是在保存时运行</translation>
    </message>
    <message>
        <source>Nothing is selected. Stop: {key}</source>
        <translation>没有选中任何内容。停止：{key}</translation>
    </message>
    <message>
        <source>This script needs a terminal window.</source>
        <translation>这个脚本需要终端窗口。</translation>
    </message>
    <message>
        <source>Open in a terminal</source>
        <translation>在终端里打开</translation>
    </message>
    <message>
        <source>Your script runs in the terminal now. A save restarts it there.</source>
        <translation>你的脚本现在在终端里运行。保存时它会在那里重新运行。</translation>
    </message>
    <message>
        <source>No terminal program was found. Open one yourself, and type: {command}</source>
        <translation>没有找到终端程序。请自己打开一个终端，然后输入：{command}</translation>
    </message>
    <message>
        <source>The terminal could not be opened ({why}).</source>
        <translation>终端无法打开（{why}）。</translation>
    </message>
    <message>
        <source>Not started.</source>
        <comment>before the reason</comment>
        <translation>没有启动。</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>copying or saving the output</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copying the output: {percent} %</source>
        <translation>正在复制输出：{percent} %</translation>
    </message>
    <message>
        <source>Saving the output: {percent} %</source>
        <translation>正在保存输出：{percent} %</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>{file} could not be saved ({why}). Try another folder.</source>
        <translation>{file} 无法保存（{why}）。请换一个文件夹。</translation>
    </message>
    <message>
        <source>This is more than the clipboard can hold. Use Save the output... instead.</source>
        <translation>内容太多，剪贴板放不下。请改用“保存输出…”。</translation>
    </message>
    <message>
        <source>matplotlib&apos;s font has no minus sign of this kind, so a box is drawn. Write before you draw: {line}</source>
        <translation>matplotlib 的字体里没有这种负号，所以画成了方框。请在画图之前写：{line}</translation>
    </message>
    <message>
        <source>matplotlib&apos;s font has no Chinese characters, so boxes are drawn, and no font that has them was found on this computer. Install one, such as Noto Sans CJK.</source>
        <translation>matplotlib 的字体里没有中文，所以画成了方框；在这台电脑上也没有找到有中文的字体。请安装一个，例如 Noto Sans CJK。</translation>
    </message>
    <message>
        <source>matplotlib&apos;s font has no Chinese characters, so boxes are drawn. Write before you draw: {line}</source>
        <translation>matplotlib 的字体里没有中文，所以画成了方框。请在画图之前写：{line}</translation>
    </message>
    <message>
        <source>Copy line</source>
        <comment>a line of Python for the script</comment>
        <translation>复制这一行</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>a message</comment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PastTexts</name>
    <message>
        <source>Runs of this script</source>
        <translation>这个脚本的运行</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>a column: when a run began</comment>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>a column: why a run began</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ran for</source>
        <comment>a column: how long</comment>
        <translation>时长</translation>
    </message>
    <message>
        <source>How it ended</source>
        <comment>a column</comment>
        <translation>怎样结束</translation>
    </message>
    <message>
        <source>Lines</source>
        <comment>a column: how many lines of output</comment>
        <translation>行数</translation>
    </message>
    <message>
        <source>Click a run to see its output.</source>
        <translation>点击一次运行，查看它的输出。</translation>
    </message>
    <message>
        <source>There was no run yet.</source>
        <translation>还没有运行过。</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与上一次比较</translation>
    </message>
    <message>
        <source>Show which lines of the output changed, and which lines of the code</source>
        <translation>显示输出和代码中有哪些行变了</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the list of runs</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the list of runs</source>
        <translation>关闭运行列表</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>还在运行</translation>
    </message>
    <message>
        <source>restarted</source>
        <comment>how a run ended</comment>
        <translation>已重新运行</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <comment>how a run ended</comment>
        <translation>被你停止</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>how a run ended</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>信号 {number}</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出码 {code}</translation>
    </message>
    <message>
        <source>{type} in {file}, line {line}</source>
        <translation>{file} 第 {line} 行：{type}</translation>
    </message>
    <message>
        <source>{count} (the newest are kept)</source>
        <comment>lines of output</comment>
        <translation>{count}（只保留最新的）</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <comment>the output of a run</comment>
        <translation>不再保留</translation>
    </message>
    <message>
        <source>The output of the run of {time} is no longer kept.</source>
        <translation>{time} 的运行的输出已不再保留。</translation>
    </message>
</context>
<context>
    <name>ProblemTexts</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Copy this text and paste it where you report the problem.</source>
        <translation>复制这段文字，把它贴到你报告问题的地方。</translation>
    </message>
    <message>
        <source>Add what you did, what you expected, and what happened instead.</source>
        <translation>请补充你做了什么、你期望什么，以及实际发生了什么。</translation>
    </message>
    <message>
        <source>Nothing is sent. Your name and your home folder are hidden.</source>
        <translation>不会发送任何东西。你的名字和主文件夹都已隐藏。</translation>
    </message>
    <message>
        <source>The text to copy</source>
        <comment>about Reloader&apos;s own problem</comment>
        <translation>要复制的文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>the text about Reloader&apos;s own problem</comment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the dialog with a text to copy</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>我做了什么：</translation>
    </message>
    <message>
        <source>What I expected:</source>
        <translation>我期望的结果：</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>实际发生了什么：</translation>
    </message>
    <message>
        <source>The end of the log:</source>
        <translation>日志的结尾：</translation>
    </message>
    <message>
        <source>There is nothing in the log.</source>
        <translation>日志里什么也没有。</translation>
    </message>
</context>
<context>
    <name>PythonTexts</name>
    <message>
        <source>Python (installed on this computer)</source>
        <translation>Python（已安装在这台电脑上）</translation>
    </message>
    <message>
        <source>Python {version} (installed on this computer)</source>
        <translation>Python {version}（已安装在这台电脑上）</translation>
    </message>
    <message>
        <source>Python – {reason}</source>
        <translation>Python – {reason}</translation>
    </message>
    <message>
        <source>Python {version} – {reason}</source>
        <translation>Python {version} – {reason}</translation>
    </message>
    <message>
        <source>Python {version} – {where}. Your script asks for {wanted}.</source>
        <translation>Python {version} – {where}。你的脚本要求 {wanted}。</translation>
    </message>
    <message>
        <source>{folder}, what {command} starts in a terminal</source>
        <translation>{folder}，在终端里由 {command} 启动的就是它</translation>
    </message>
    <message>
        <source>{name} in this folder</source>
        <translation>这个文件夹里的 {name}</translation>
    </message>
    <message>
        <source>the environment {name}</source>
        <translation>环境 {name}</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{folder} 里的 {name}</translation>
    </message>
    <message>
        <source>named by your script&apos;s first line</source>
        <translation>由你的脚本的第一行指定</translation>
    </message>
    <message>
        <source>installed on this computer</source>
        <translation>已安装在这台电脑上</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>你选择的</translation>
    </message>
    <message>
        <source>Reloader&apos;s own Python</source>
        <translation>Reloader 自带的 Python</translation>
    </message>
    <message>
        <source>No Python was found.</source>
        <translation>没有找到 Python。</translation>
    </message>
    <message>
        <source>Install one from python.org, or choose one.</source>
        <translation>请从 python.org 安装一个，或者选择一个。</translation>
    </message>
    <message>
        <source>Choose the python program in it.</source>
        <translation>请选择里面的 python 程序。</translation>
    </message>
    <message>
        <source>Choose another Python.</source>
        <translation>请选择另一个 Python。</translation>
    </message>
    <message>
        <source>{path} only opens the Microsoft Store.</source>
        <translation>{path} 只会打开 Microsoft Store。</translation>
    </message>
    <message>
        <source>{path} only offers to install Apple&apos;s developer tools.</source>
        <translation>{path} 只会提示安装 Apple 的开发者工具。</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} 不存在。</translation>
    </message>
    <message>
        <source>{path} leads to a Python that is gone.</source>
        <translation>{path} 指向的 Python 已经不在了。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} 是一个文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a program.</source>
        <translation>{path} 不是程序。</translation>
    </message>
    <message>
        <source>{path} is not a Python.</source>
        <translation>{path} 不是 Python。</translation>
    </message>
    <message>
        <source>{path} could not be started ({detail}).</source>
        <translation>{path} 无法启动（{detail}）。</translation>
    </message>
    <message>
        <source>{path} did not answer within {detail} seconds.</source>
        <translation>{path} 没有在 {detail} 秒内响应。</translation>
    </message>
    <message>
        <source>{path} is not a working Python (it said nothing).</source>
        <translation>{path} 不是能用的 Python（它什么也没说）。</translation>
    </message>
    <message>
        <source>{path} is not a working Python (it said: {detail}).</source>
        <translation>{path} 不是能用的 Python（它说：{detail}）。</translation>
    </message>
    <message>
        <source>{path} is Python {detail}, and Reloader needs 3.8 or newer.</source>
        <translation>{path} 是 Python {detail}，而 Reloader 需要 3.8 或更新的版本。</translation>
    </message>
    <message>
        <source>{path} is an old Python, and Reloader needs 3.8 or newer.</source>
        <translation>{path} 是旧版的 Python，而 Reloader 需要 3.8 或更新的版本。</translation>
    </message>
    <message>
        <source>Your script asks for Python {detail}, which {path} is not.</source>
        <translation>你的脚本要求 Python {detail}，而 {path} 不是。</translation>
    </message>
    <message>
        <source>Your script asks for Python {wanted}.</source>
        <translation>你的脚本要求 Python {wanted}。</translation>
    </message>
    <message>
        <source>{environment} is another one.</source>
        <translation>{environment}是另一个版本。</translation>
    </message>
    <message>
        <source>{environment} does not work.</source>
        <translation>{environment}不能用。</translation>
    </message>
    <message>
        <source>No Python found. Choose one...</source>
        <translation>没有找到 Python。选择一个…</translation>
    </message>
    <message>
        <source>Click to choose another Python</source>
        <translation>点击这里选择另一个 Python</translation>
    </message>
    <message>
        <source>Looking for Python...</source>
        <comment>on the button</comment>
        <translation>正在查找 Python…</translation>
    </message>
    <message>
        <source>Which Python runs it</source>
        <translation>用哪个 Python 运行它</translation>
    </message>
    <message>
        <source>{file} belongs to another user ({user}).</source>
        <translation>{file} 属于另一个用户（{user}）。</translation>
    </message>
    <message>
        <source>Every user of this computer may change {file}.</source>
        <translation>这台电脑的每个用户都可以改动 {file}。</translation>
    </message>
    <message>
        <source>Another user ({user}) may change {file}.</source>
        <translation>另一个用户（{user}）可以改动 {file}。</translation>
    </message>
    <message>
        <source>Others in the group {group} may change {file}.</source>
        <translation>用户组 {group} 里的其他人可以改动 {file}。</translation>
    </message>
    <message>
        <source>Code that somebody else has put there would run as you.</source>
        <translation>别人放在那里的代码会以你的身份运行。</translation>
    </message>
    <message>
        <source>Use {python}?</source>
        <translation>要使用 {python} 吗？</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>Use another Python</source>
        <translation>使用另一个 Python</translation>
    </message>
    <message>
        <source>{python} is used, which is another one.</source>
        <translation>使用的是 {python}，它是另一个版本。</translation>
    </message>
    <message>
        <source>{python} is used instead.</source>
        <translation>改为使用 {python}。</translation>
    </message>
    <message>
        <source>{file} is not a Python.</source>
        <translation>{file} 不是 Python。</translation>
    </message>
    <message>
        <source>Your script runs with {python} as before.</source>
        <translation>你的脚本仍然用 {python} 运行。</translation>
    </message>
    <message>
        <source>There is a Python for your script now: {name} in {folder}.</source>
        <translation>现在你的脚本有了一个 Python：{folder} 里的 {name}。</translation>
    </message>
    <message>
        <source>Your script runs with the Python that you chose.</source>
        <translation>你的脚本用你选择的 Python 运行。</translation>
    </message>
    <message>
        <source>The next Run takes {python}.</source>
        <translation>下次运行使用 {python}。</translation>
    </message>
    <message>
        <source>Looking for Python failed. Press Run to try again, or choose one.</source>
        <translation>查找 Python 失败。按“运行”再试一次，或者选择一个。</translation>
    </message>
    <message>
        <source>Choose another Python...</source>
        <translation>选择另一个 Python…</translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>自动选择</translation>
    </message>
</context>
<context>
    <name>RenamingTexts</name>
    <message>
        <source>{file} has the same name as Python&apos;s own module &apos;{module}&apos;: beside it, &apos;import {module}&apos; finds your file and not Python&apos;s.</source>
        <translation>{file} 和 Python 自带的模块“{module}”同名：在它旁边，import {module} 找到的是你的文件，而不是 Python 的模块。</translation>
    </message>
    <message>
        <source>{file} has the same name as the package &apos;{module}&apos;: beside it, &apos;import {module}&apos; finds your file and not the package.</source>
        <translation>{file} 和包“{module}”同名：在它旁边，import {module} 找到的是你的文件，而不是那个包。</translation>
    </message>
    <message>
        <source>Give your file another name.</source>
        <translation>请给你的文件换一个名字。</translation>
    </message>
    <message>
        <source>Rename it...</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Give {file} another name</source>
        <translation>给 {file} 换一个名字</translation>
    </message>
    <message>
        <source>New name for {file}:</source>
        <translation>{file} 的新名字：</translation>
    </message>
    <message>
        <source>New name for {file}</source>
        <comment>for screen readers</comment>
        <translation>{file} 的新名字</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>renaming a file</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名字。</translation>
    </message>
    <message>
        <source>The name of a file cannot contain {character}</source>
        <translation>文件名里不能有 {character}</translation>
    </message>
    <message>
        <source>A script cannot be called {name}.</source>
        <translation>脚本不能叫 {name}。</translation>
    </message>
    <message>
        <source>It is called {name} now.</source>
        <comment>a file</comment>
        <translation>它现在就叫 {name}。</translation>
    </message>
    <message>
        <source>{name} would hide the module &apos;{module}&apos;.</source>
        <translation>{name} 会遮住模块“{module}”。</translation>
    </message>
    <message>
        <source>There is a file {name} already. It is not overwritten.</source>
        <translation>已经有文件 {name} 了。它不会被覆盖。</translation>
    </message>
    <message>
        <source>{file} could not be renamed ({why}).</source>
        <translation>{file} 无法改名（{why}）。</translation>
    </message>
    <message>
        <source>{old} is called {new} now.</source>
        <translation>{old} 现在叫 {new}。</translation>
    </message>
    <message>
        <source>If {old} is still open in your editor, close it there: saving it would bring it back.</source>
        <translation>如果 {old} 还在你的编辑器里打开着，请把它关闭：保存它会让它又出现。</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>renaming a file</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{old} has its name back.</source>
        <translation>{old} 恢复了原来的名字。</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>Script: {file}</source>
        <translation>脚本：{file}</translation>
    </message>
    <message>
        <source>The error:</source>
        <translation>错误：</translation>
    </message>
    <message>
        <source>The error is in line {line} of {file}:</source>
        <translation>错误在 {file} 的第 {line} 行：</translation>
    </message>
    <message>
        <source>What Reloader says about it: {meaning}</source>
        <translation>Reloader 的说明：{meaning}</translation>
    </message>
    <message>
        <source>Values in this line:</source>
        <translation>这一行里的值：</translation>
    </message>
    <message>
        <source>The end of the output:</source>
        <translation>输出的结尾：</translation>
    </message>
    <message>
        <source>The script printed nothing.</source>
        <translation>脚本什么也没有打印。</translation>
    </message>
    <message>
        <source>(what I typed)</source>
        <translation>（我输入的内容）</translation>
    </message>
    <message>
        <source>Arguments: {arguments}</source>
        <translation>参数：{arguments}</translation>
    </message>
    <message>
        <source>Environment variables:</source>
        <translation>环境变量：</translation>
    </message>
    <message>
        <source>Reloader {version} on {system}</source>
        <translation>Reloader {version}，系统 {system}</translation>
    </message>
    <message>
        <source>Python: {path}</source>
        <translation>Python：{path}</translation>
    </message>
    <message>
        <source>Python {version}: {path}</source>
        <translation>Python {version}：{path}</translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message>
        <source>{time}  {cause}</source>
        <comment>above a run&apos;s output</comment>
        <translation>{time}  {cause}</translation>
    </message>
    <message>
        <source>you pressed Run</source>
        <comment>why a run began</comment>
        <translation>你按了“运行”</translation>
    </message>
    <message>
        <source>{package} is installed now</source>
        <comment>why a run began</comment>
        <translation>{package} 已经安装好</translation>
    </message>
    <message>
        <source>there is a Python for this folder now ({place})</source>
        <comment>why a run began</comment>
        <translation>现在有了这个文件夹的 Python（{place}）</translation>
    </message>
    <message>
        <source>{old} is called {new} now</source>
        <comment>why a run began</comment>
        <translation>{old} 现在叫 {new}</translation>
    </message>
    <message>
        <source>it asked to be restarted</source>
        <comment>why a run began</comment>
        <translation>它要求重新启动</translation>
    </message>
    <message>
        <source>you saved {files}</source>
        <comment>why a run began</comment>
        <translation>你保存了 {files}</translation>
    </message>
    <message numerus="yes">
        <source>{files} is back</source>
        <comment>why a run began: %n files</comment>
        <translation>
            <numerusform>{files} 又回来了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} changed</source>
        <comment>why a run began: %n files</comment>
        <translation>
            <numerusform>{files} 改变了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} was saved.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} 已保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} is back.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} 又回来了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} changed.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} 改变了。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>它没有在运行。</translation>
    </message>
    <message>
        <source>{name} is not running.</source>
        <translation>{name} 没有在运行。</translation>
    </message>
    <message numerus="yes">
        <source>{files} changed.</source>
        <comment>%n files that the script has read</comment>
        <translation>
            <numerusform>{files} 改变了。</numerusform>
        </translation>
    </message>
    <message>
        <source>{in_line}.</source>
        <comment>in which line a script is</comment>
        <translation>{in_line}。</translation>
    </message>
    <message>
        <source>{in_line}: {code}</source>
        <comment>in which line a script is, and what that is</comment>
        <translation>{in_line}：{code}</translation>
    </message>
    <message>
        <source>{file} waits for you in line {line}</source>
        <translation>{file} 在第 {line} 行等你输入</translation>
    </message>
    <message>
        <source>{file} waits for the network in line {line}</source>
        <translation>{file} 在第 {line} 行等待网络</translation>
    </message>
    <message>
        <source>{file} waits for another program in line {line}</source>
        <translation>{file} 在第 {line} 行等待另一个程序</translation>
    </message>
    <message>
        <source>{file} waits for another part of itself (a thread) in line {line}</source>
        <translation>{file} 在第 {line} 行等待自己的另一部分（线程）</translation>
    </message>
    <message>
        <source>{file} sleeps in line {line}</source>
        <translation>{file} 在第 {line} 行休眠</translation>
    </message>
    <message>
        <source>{file} is in line {line} right now</source>
        <translation>{file} 现在运行到第 {line} 行</translation>
    </message>
    <message>
        <source>It does not say in which line it is: it is busy in a part that is not written in Python, or about to end.</source>
        <translation>看不出它运行到哪一行：它正在不是用 Python 写的部分里忙，或者快结束了。</translation>
    </message>
    <message>
        <source>Click to see in which line it is.
{details}</source>
        <comment>the script</comment>
        <translation>点一下，看看它运行到哪一行。
{details}</translation>
    </message>
    <message>
        <source>{run}; {waiting}</source>
        <translation>{run}；{waiting}</translation>
    </message>
    <message numerus="yes">
        <source>%n Python(s) ready for the next run, {size} MB</source>
        <translation>
            <numerusform>有 %n 个 Python 为下次运行准备好了，{size} MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run {run}, %n file(s) watched</source>
        <translation>
            <numerusform>第 {run} 次运行，监视 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run {run}, process {pid}, %n file(s) watched</source>
        <translation>
            <numerusform>第 {run} 次运行，进程 {pid}，监视 %n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptSettingTexts</name>
    <message>
        <source>Settings for {script}</source>
        <translation>{script} 的设置</translation>
    </message>
    <message>
        <source>What you change here is used from the next run on.</source>
        <translation>在这里改动的内容，从下一次运行起生效。</translation>
    </message>
    <message>
        <source>Choose...</source>
        <comment>a folder</comment>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Find the folder on your disk</source>
        <translation>在你的电脑上找这个文件夹</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>工作文件夹</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Files that restart it, too</source>
        <translation>还有哪些文件让它重新运行</translation>
    </message>
    <message>
        <source>Files that never restart it</source>
        <translation>哪些文件从不让它重新运行</translation>
    </message>
    <message>
        <source>As you would type them after: python {script}</source>
        <translation>就像写在这后面一样：python {script}</translation>
    </message>
    <message>
        <source>Where the script looks for files that it opens by their name. Empty: the folder that it is in.</source>
        <translation>脚本按名字打开文件时，在哪里查找。空着：脚本所在的文件夹。</translation>
    </message>
    <message>
        <source>One in each line: NAME=value. They are kept in Reloader&apos;s settings, which nobody else can read.</source>
        <translation>每行一个：NAME=value。它们保存在 Reloader 的设置里，别人不能读取。</translation>
    </message>
    <message>
        <source>One in each line, such as data.csv, templates/*.html or assets/**. What it imports restarts it anyway.</source>
        <translation>每行一个，例如 data.csv、templates/*.html 或 assets/**。它导入的文件总会让它重新运行。</translation>
    </message>
    <message>
        <source>One in each line, such as settings.py or generated/**.</source>
        <translation>每行一个，例如 settings.py 或 generated/**。</translation>
    </message>
    <message>
        <source>Use the .env file beside the script</source>
        <translation>使用脚本旁边的 .env 文件</translation>
    </message>
    <message>
        <source>There is none now.</source>
        <translation>现在没有这个文件。</translation>
    </message>
    <message>
        <source>It sets no variable.</source>
        <translation>它没有设置任何变量。</translation>
    </message>
    <message>
        <source>It sets {names}.</source>
        <translation>它设置了 {names}。</translation>
    </message>
    <message numerus="yes">
        <source>{names} keeps the value that the system has given.</source>
        <comment>%n names</comment>
        <translation>
            <numerusform>{names} 保留系统给出的值。</numerusform>
        </translation>
    </message>
    <message>
        <source>A closing quotation mark is missing.</source>
        <translation>少了一个结束的引号。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{folder} is a file; name the folder that it is in.</source>
        <translation>{folder} 是一个文件；请写出它所在的文件夹。</translation>
    </message>
    <message>
        <source>{folder} may not be entered by you; choose another one.</source>
        <translation>你不能进入 {folder}；请选择另一个。</translation>
    </message>
    <message>
        <source>Line {line} has no = sign: write {name}=value.</source>
        <translation>第 {line} 行没有等号（=）：请写 {name}=value。</translation>
    </message>
    <message>
        <source>Line {line} has no name without spaces before the = sign.</source>
        <translation>第 {line} 行的等号（=）前面没有名字，或者名字里有空格。</translation>
    </message>
    <message>
        <source>{name} in line {line} is Reloader&apos;s own; choose another name.</source>
        <translation>第 {line} 行的 {name} 由 Reloader 自己使用；请换一个名字。</translation>
    </message>
    <message>
        <source>A line must not be empty.</source>
        <translation>这一行不能是空的。</translation>
    </message>
    <message>
        <source>In {pattern}, ** must stand alone between slashes.</source>
        <translation>在 {pattern} 里，** 必须单独放在斜杠之间。</translation>
    </message>
    <message>
        <source>In {pattern}, a [ is not closed.</source>
        <translation>在 {pattern} 里，有一个 [ 没有关上。</translation>
    </message>
    <message>
        <source>The script still runs with what was set before.</source>
        <translation>脚本还在用以前的设置运行。</translation>
    </message>
</context>
<context>
    <name>ScriptTexts</name>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} 是一个文件夹。</translation>
    </message>
    <message>
        <source>Choose the Python script in it.</source>
        <translation>请选择里面的 Python 脚本。</translation>
    </message>
    <message>
        <source>{file} is not a Python script: its name does not end in .py.</source>
        <translation>{file} 不是 Python 脚本：它的名字不是以 .py 结尾。</translation>
    </message>
    <message>
        <source>{file} ends in .txt, which Windows hides: rename it to {name} (Explorer shows whole names under View, File name extensions).</source>
        <translation>{file} 以 .txt 结尾，而 Windows 把它隐藏了：请改名为 {name}（在资源管理器里，通过“查看”→“文件扩展名”可以显示完整的名字）。</translation>
    </message>
    <message>
        <source>{file} is still inside an archive: extract all of that first, and then choose the {file} in the new folder.</source>
        <translation>{file} 还在压缩包里：请先全部解压，再选择新文件夹里的 {file}。</translation>
    </message>
    <message>
        <source>{file} is still inside {archive}: extract all of that first (right-click, Extract All), and then choose the {file} in the new folder.</source>
        <translation>{file} 还在 {archive} 里：请先全部解压（右键单击，“全部解压缩”），再选择新文件夹里的 {file}。</translation>
    </message>
    <message>
        <source>{file} is saved as UTF-16 (Notepad calls it Unicode), which Python cannot read: save it again, with the encoding UTF-8.</source>
        <translation>{file} 保存为 UTF-16（记事本把它叫作 Unicode），Python 读不了：请用 UTF-8 编码重新保存它。</translation>
    </message>
    <message>
        <source>{file} is in a cloud folder (OneDrive) and could not be fetched: is this computer online, and does OneDrive run?</source>
        <translation>{file} 在云文件夹（OneDrive）里，无法下载：这台电脑联网了吗？OneDrive 在运行吗？</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation>{file} 不是普通的文件。</translation>
    </message>
    <message>
        <source>Choose a Python script.</source>
        <translation>请选择 Python 脚本。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}).</source>
        <translation>{file} 无法读取（{why}）。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>Was it moved, renamed or deleted?</source>
        <translation>它是不是被移走、改名或删除了？</translation>
    </message>
    <message>
        <source>{path} could not be looked at.</source>
        <translation>{path} 无法查看。</translation>
    </message>
    <message>
        <source>Only files can be dropped here.</source>
        <translation>这里只能放文件。</translation>
    </message>
    <message>
        <source>Drop a Python script.</source>
        <translation>请拖入一个 Python 脚本。</translation>
    </message>
    <message>
        <source>None of these files is a Python script: no name ends in .py.</source>
        <translation>这些文件都不是 Python 脚本：没有一个名字以 .py 结尾。</translation>
    </message>
    <message>
        <source>{file} could not be created ({why}).</source>
        <translation>{file} 无法新建（{why}）。</translation>
    </message>
    <message>
        <source>The example could not be copied to {folder} ({why}).</source>
        <translation>例子无法复制到 {folder}（{why}）。</translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Output text size</source>
        <translation>输出文字的大小</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Read new output aloud</source>
        <translation>朗读新的输出</translation>
    </message>
    <message>
        <source>New scripts run again when I save</source>
        <translation>新脚本在保存时重新运行</translation>
    </message>
    <message>
        <source>Keep running when I save a mistake</source>
        <translation>保存了错误时继续运行</translation>
    </message>
    <message>
        <source>Ignore saves that change nothing</source>
        <translation>忽略没有改动的保存</translation>
    </message>
    <message>
        <source>Faster restarts (uses some memory)</source>
        <translation>更快地重新运行（会多用一些内存）</translation>
    </message>
    <message>
        <source>Memory for faster restarts, in MB</source>
        <translation>更快重新运行可用的内存（MB）</translation>
    </message>
    <message>
        <source>Tell me when a script ends</source>
        <translation>脚本结束时通知我</translation>
    </message>
    <message>
        <source>Open every script in one window</source>
        <translation>所有脚本都在一个窗口中打开</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Address for packages</source>
        <translation>包的下载地址</translation>
    </message>
    <message>
        <source>Time to finish after Stop</source>
        <translation>停止后的收尾时间</translation>
    </message>
    <message>
        <source>Output kept of one run, in MB</source>
        <translation>一次运行保留的输出（MB）</translation>
    </message>
    <message>
        <source>Output kept of all runs, in MB</source>
        <translation>所有运行保留的输出（MB）</translation>
    </message>
    <message>
        <source>Always run on save</source>
        <translation>总是在保存时运行</translation>
    </message>
    <message>
        <source>Notice files that it reads</source>
        <translation>留意它读取的文件</translation>
    </message>
    <message>
        <source>Wait until I pause</source>
        <translation>等我停下再运行</translation>
    </message>
    <message>
        <source>Ask for colours</source>
        <translation>要求显示颜色</translation>
    </message>
    <message>
        <source>Light or dark, or the same as the rest of your computer.</source>
        <translation>浅色或深色，或者和电脑的其他部分一样。</translation>
    </message>
    <message>
        <source>Of this window. What Python itself says stays in English.</source>
        <translation>这个窗口用的语言。Python 自己说的话仍是英文。</translation>
    </message>
    <message>
        <source>In points. Ctrl + and Ctrl - change it, too.</source>
        <translation>单位是磅。也可以用 Ctrl + 和 Ctrl - 改变。</translation>
    </message>
    <message>
        <source>A line of output that is too wide continues in the next row.</source>
        <translation>太宽的输出会在下一行继续显示。</translation>
    </message>
    <message>
        <source>By a screen reader, once a second at most. Questions and errors are always read.</source>
        <translation>由屏幕阅读器朗读，每秒最多一次。问题和错误总会朗读。</translation>
    </message>
    <message>
        <source>Each script&apos;s own switch starts like this, and remembers what you choose.</source>
        <translation>每个脚本自己的开关一开始就是这样，之后会记住你的选择。</translation>
    </message>
    <message>
        <source>The previous version keeps running until you save one without the mistake.</source>
        <translation>在你保存没有错误的版本之前，上一个版本继续运行。</translation>
    </message>
    <message>
        <source>Saving a file without a change does not run the script again.</source>
        <translation>保存文件时如果没有改动，脚本就不重新运行。</translation>
    </message>
    <message>
        <source>A second Python is started in advance and waits for the next run.</source>
        <translation>提前启动第二个 Python，等着下一次运行。</translation>
    </message>
    <message>
        <source>A script that you open elsewhere becomes a tab of the window that is open.</source>
        <translation>在别处打开的脚本会成为已打开窗口中的一个标签页。</translation>
    </message>
    <message>
        <source>Of a script whose packages are imported ahead. One that needs more restarts without.</source>
        <translation>针对提前导入包的脚本。需要更多内存的脚本会照常重新运行，不提前导入。</translation>
    </message>
    <message>
        <source>By a notification of your system, while this window is not in front: of each error, and when a script is done that has run for 10 s.</source>
        <translation>当这个窗口不在最前面时，用系统通知告诉你：每次出错，以及运行了 10 秒以上的脚本结束时。</translation>
    </message>
    <message>
        <source>The program that Edit starts.</source>
        <translation>按“编辑”时启动的程序。</translation>
    </message>
    <message>
        <source>What the script will import is imported before you save, so a restart is faster. The script does not see it until it imports it itself. Tested packages are those with which that was tried.</source>
        <translation>在你保存之前就先导入脚本要用的东西，所以重启更快。脚本自己导入之前看不到它们。“测试过的包”是指试过这样做没有问题的包。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>什么都不导入</translation>
    </message>
    <message>
        <source>The standard library</source>
        <translation>标准库</translation>
    </message>
    <message>
        <source>Tested packages, too</source>
        <translation>还有测试过的包</translation>
    </message>
    <message>
        <source>All packages, too</source>
        <translation>还有所有的包</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观和输出</translation>
    </message>
    <message>
        <source>Running your script</source>
        <translation>运行脚本</translation>
    </message>
    <message>
        <source>Editor, packages and windows</source>
        <translation>编辑器、包和窗口</translation>
    </message>
    <message>
        <source>Output that is kept</source>
        <translation>保留的输出</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Find the program on your disk</source>
        <translation>在磁盘上找到这个程序</translation>
    </message>
    <message>
        <source>The first one that is found</source>
        <translation>找到的第一个</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>重置所有设置</translation>
    </message>
    <message>
        <source>Every setting of this page becomes what it was in the beginning</source>
        <translation>这一页的每项设置都恢复为最初的值</translation>
    </message>
    <message>
        <source>The settings are as in the beginning.</source>
        <translation>设置已恢复为最初的样子。</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>take back what was done just now</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Where Install gets packages: a nearer mirror, or your school&apos;s own (an index-url of pip&apos;s). Empty: as pip is set up.</source>
        <translation>“安装”从哪里下载包：更近的镜像，或你学校自己的地址（pip 的 index-url）。空着：按 pip 的设置。</translation>
    </message>
    <message>
        <source>Import ahead</source>
        <translation>提前导入</translation>
    </message>
    <message>
        <source>How long a stopped script may take before it is forced to end, in seconds.</source>
        <translation>停止脚本后，过多少秒就强制结束它。</translation>
    </message>
    <message>
        <source>On the disk, until the window is closed. Of longer output the newest part is kept.</source>
        <translation>保存在磁盘上，直到窗口关闭。更长的输出只保留最新的部分。</translation>
    </message>
    <message>
        <source>Of all scripts in the window. When there is more, the oldest output is dropped.</source>
        <translation>窗口里所有脚本的总和。超出时，丢弃最旧的输出。</translation>
    </message>
    <message>
        <source>With &apos;Run again when I save&apos;, a save also starts a script that you have stopped or have not run yet.</source>
        <translation>打开“保存时重新运行”后，即使脚本已被你停止或还没有运行过，保存时也会启动它。</translation>
    </message>
    <message>
        <source>When a file changes that the script has read from its own folder (up to 5 MB), a script that has ended runs again; while it runs, you are asked.</source>
        <translation>脚本从自己的文件夹读取过的文件（不超过 5 MB）改变时，已经结束的脚本会再次运行；还在运行时会先问你。</translation>
    </message>
    <message>
        <source>For editors that save by themselves: it runs again when nothing was saved for 2 s.</source>
        <translation>适用于自动保存的编辑器：2 秒内没有保存时才重新运行。</translation>
    </message>
    <message>
        <source>Tools that print colours only in a terminal are asked to print them here, too.</source>
        <translation>只在终端里显示颜色的工具，在这里也要求它们显示颜色。</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>和系统一样</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>back to the script</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back to the script</source>
        <translation>返回脚本</translation>
    </message>
    <message>
        <source>Settings for {script}...</source>
        <translation>{script} 的设置…</translation>
    </message>
    <message>
        <source>Stored in {file}</source>
        <translation>保存在 {file}</translation>
    </message>
    <message>
        <source>Reloader works, but forgets your settings when you close it.</source>
        <translation>Reloader 可以使用，但关闭时会忘掉你的设置。</translation>
    </message>
    <message>
        <source>This account has no home folder: to keep them, give it one.</source>
        <translation>这个账户没有主文件夹：要保留设置，请给它一个主文件夹。</translation>
    </message>
    <message>
        <source>The file {file} is where their folder should be: to keep them, move that file away.</source>
        <translation>设置的文件夹应在的位置有一个文件 {file}：要保留设置，请把它移走。</translation>
    </message>
    <message>
        <source>It may not write to {folder}: to keep them, make that folder writable.</source>
        <translation>不能写入 {folder}：要保留设置，请让这个文件夹可以写入。</translation>
    </message>
    <message>
        <source>The disk is full: to keep them, make room on it.</source>
        <translation>磁盘满了：要保留设置，请腾出一些空间。</translation>
    </message>
    <message>
        <source>{folder} cannot be used: to keep them, make it a folder that you can write to.</source>
        <translation>{folder} 无法使用：要保留设置，请让它成为你可以写入的文件夹。</translation>
    </message>
    <message>
        <source>Your settings could not be read, so Reloader starts with the usual ones.</source>
        <translation>你的设置无法读取，所以 Reloader 使用默认设置启动。</translation>
    </message>
    <message>
        <source>{file} is kept beside the new ones.</source>
        <translation>{file} 保留在新的设置旁边。</translation>
    </message>
    <message numerus="yes">
        <source>In your settings, {keys} had a value that cannot be used; the usual one is used.</source>
        <comment>%n keys</comment>
        <translation>
            <numerusform>在你的设置里，{keys} 的值无法使用；改用默认值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your settings were damaged, so Reloader starts with the usual ones.</source>
        <translation>你的设置已损坏，所以 Reloader 使用默认设置启动。</translation>
    </message>
    <message>
        <source>The file will be replaced.</source>
        <translation>这个文件会被替换。</translation>
    </message>
    <message>
        <source>The file was kept as {file}.</source>
        <translation>这个文件已保留为 {file}。</translation>
    </message>
</context>
<context>
    <name>StartTexts</name>
    <message>
        <source>Your script keeps running.</source>
        <translation>你的脚本继续运行。</translation>
    </message>
    <message>
        <source>Reloader had a problem.</source>
        <translation>Reloader 出了问题。</translation>
    </message>
    <message>
        <source>Reloader had a problem ({what}).</source>
        <translation>Reloader 出了问题（{what}）。</translation>
    </message>
    <message>
        <source>&apos;Open every script in one window&apos; does not work here: there is no folder that only you may enter, in which your windows could find each other.</source>
        <translation>“所有脚本都在一个窗口中打开”在这里不起作用：没有只有你能进入的文件夹，让你的窗口互相找到对方。</translation>
    </message>
    <message>
        <source>&apos;Open every script in one window&apos; does not work on this computer: {why}.</source>
        <translation>“所有脚本都在一个窗口中打开”在这台电脑上不起作用：{why}。</translation>
    </message>
    <message>
        <source>The window that is open does not answer, so your script opens in a new one.</source>
        <translation>已经打开的窗口没有响应，所以你的脚本在新窗口里打开。</translation>
    </message>
    <message>
        <source>&apos;Open every script in one window&apos; cannot be used now: a program of another user stands where your open window would listen.</source>
        <translation>“所有脚本都在一个窗口中打开”现在不能用：在你打开的窗口应该接听的地方，有另一个用户的程序。</translation>
    </message>
    <message>
        <source>Your script opens in a new window.</source>
        <translation>你的脚本在新窗口里打开。</translation>
    </message>
    <message>
        <source>The arguments of your script are too long to be handed to the open window, so it opens in a new one.</source>
        <translation>你的脚本的参数太长，无法传给已经打开的窗口，所以它在新窗口里打开。</translation>
    </message>
</context>
<context>
    <name>StatusTexts</name>
    <message>
        <source>Ready. Press Run.</source>
        <translation>准备好了。请按“运行”。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Stopped by you. Press Run.</source>
        <translation>已被你停止。请按“运行”。</translation>
    </message>
    <message>
        <source>Running, busy: it is not waiting for you.</source>
        <translation>正在运行，很忙：它不是在等你。</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Running for {time}, busy: it is not waiting for you.</source>
        <translation>已运行 {time}，很忙：它不是在等你。</translation>
    </message>
    <message>
        <source>Running for {time}, printing without a pause: Stop ends it.</source>
        <translation>已运行 {time}，正在不停地输出：按“停止”可结束它。</translation>
    </message>
    <message>
        <source>Running for {time}, waiting for you: type an answer.</source>
        <translation>已运行 {time}，正在等你：请输入回答。</translation>
    </message>
    <message>
        <source>Running for {time}, waiting for the network.</source>
        <translation>已运行 {time}，正在等待网络。</translation>
    </message>
    <message>
        <source>Running for {time}, waiting for another program.</source>
        <translation>已运行 {time}，正在等待另一个程序。</translation>
    </message>
    <message>
        <source>Running for {time}, waiting for another part of itself (a thread).</source>
        <translation>已运行 {time}，正在等待它自己的另一部分（线程）。</translation>
    </message>
    <message>
        <source>Running for {time}, sleeping: it goes on by itself.</source>
        <translation>已运行 {time}，正在休眠：它会自己继续。</translation>
    </message>
    <message>
        <source>Running for {time}.</source>
        <translation>已运行 {time}。</translation>
    </message>
    <message>
        <source>It asked to be restarted (exit code 3).</source>
        <translation>它要求重新启动（退出码 3）。</translation>
    </message>
    <message>
        <source>Restarted: you saved {files}.</source>
        <translation>已重新运行：你保存了 {files}。</translation>
    </message>
    <message numerus="yes">
        <source>Restarted: {files} is back.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>已重新运行：{files} 又回来了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarted: {files} changed.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>已重新运行：{files} 改变了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Started again: {package} is installed now.</source>
        <translation>已再次启动：{package} 已经安装好。</translation>
    </message>
    <message>
        <source>Started again: there is a Python for this folder now ({place}).</source>
        <translation>已再次启动：现在有了这个文件夹的 Python（{place}）。</translation>
    </message>
    <message>
        <source>Started again: {old} is called {new} now.</source>
        <translation>已再次启动：{old} 现在叫 {new}。</translation>
    </message>
    <message>
        <source>Started again: you saved {files}.</source>
        <translation>已再次启动：你保存了 {files}。</translation>
    </message>
    <message>
        <source>Started again: you pressed Run.</source>
        <translation>已再次启动：你按了“运行”。</translation>
    </message>
    <message>
        <source>Starting again soon...</source>
        <translation>马上再次启动…</translation>
    </message>
    <message>
        <source>Restarting...</source>
        <translation>正在重新运行…</translation>
    </message>
    <message>
        <source>Restarting: you saved {files}...</source>
        <translation>正在重新运行：你保存了 {files}…</translation>
    </message>
    <message numerus="yes">
        <source>Restarting: {files} is back...</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>正在重新运行：{files} 又回来了…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarting: {files} changed...</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>正在重新运行：{files} 改变了…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping by force.</source>
        <translation>正在强制停止。</translation>
    </message>
    <message>
        <source>It has {time} to finish.</source>
        <translation>它还有 {time} 来收尾。</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>正在停止。</translation>
    </message>
    <message>
        <source>Could not start.</source>
        <translation>无法启动。</translation>
    </message>
    <message>
        <source>The system did not say why. Press Run to try again.</source>
        <translation>系统没有说明原因。按“运行”再试一次。</translation>
    </message>
    <message>
        <source>Ended.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>You closed its window.</source>
        <translation>你关闭了它的窗口。</translation>
    </message>
    <message>
        <source>Kept asking to be restarted (exit code 3), so Reloader stopped it.</source>
        <translation>它不断要求重新启动（退出码 3），所以 Reloader 停止了它。</translation>
    </message>
    <message>
        <source>Finished after {time}.</source>
        <translation>运行完毕，用时 {time}。</translation>
    </message>
    <message>
        <source>It printed nothing.</source>
        <translation>它什么也没有打印。</translation>
    </message>
    <message>
        <source>Ended with exit code {code}.</source>
        <translation>已结束，退出码 {code}。</translation>
    </message>
    <message>
        <source>Ended by signal {number}.</source>
        <translation>被信号 {number} 结束。</translation>
    </message>
    <message>
        <source>Ended by the system: {name} (signal {number}).</source>
        <translation>被系统结束：{name}（信号 {number}）。</translation>
    </message>
    <message>
        <source>Stopped by an error ({type}).</source>
        <translation>因出错而停止（{type}）。</translation>
    </message>
    <message>
        <source>{file} has a mistake in line {line}.</source>
        <translation>{file} 的第 {line} 行有错误。</translation>
    </message>
    <message>
        <source>{file} has a mistake.</source>
        <translation>{file} 有错误。</translation>
    </message>
    <message>
        <source>Stopped by an error in {file}, line {line}.</source>
        <translation>因出错而停止：{file} 第 {line} 行。</translation>
    </message>
    <message>
        <source>Stopped by an error in {file}.</source>
        <translation>因出错而停止：{file}。</translation>
    </message>
    <message>
        <source>Fix it and save: it runs again.</source>
        <translation>改好并保存，它就会再次运行。</translation>
    </message>
    <message>
        <source>Fix it, then press Run.</source>
        <translation>改好后按“运行”。</translation>
    </message>
    <message>
        <source>It runs again when you save.</source>
        <translation>保存时会再次运行。</translation>
    </message>
    <message>
        <source>Press Run to run it again.</source>
        <translation>按“运行”再次运行它。</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) that it started are still running.</source>
        <translation>
            <numerusform>它启动的 %n 个程序还在运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Press Stop to end what still runs.</source>
        <comment>%n program(s)</comment>
        <translation>
            <numerusform>按“停止”结束还在运行的程序。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for Python...</source>
        <translation>正在查找 Python…</translation>
    </message>
    <message>
        <source>Looking for Python. Then your script runs...</source>
        <translation>正在查找 Python，然后运行你的脚本…</translation>
    </message>
    <message>
        <source>Not started yet: is this Python to be used?</source>
        <translation>还没有启动：要使用这个 Python 吗？</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>没有启动。</translation>
    </message>
    <message>
        <source>Press Run to be asked about this Python again, or choose another one below.</source>
        <translation>按“运行”会再次询问这个 Python，也可以在下面选择另一个。</translation>
    </message>
    <message>
        <source>{file} is gone.</source>
        <translation>{file} 不见了。</translation>
    </message>
    <message>
        <source>Put it back, or open it from where it is now.</source>
        <translation>请把它放回来，或者从它现在的位置打开它。</translation>
    </message>
    <message>
        <source>{file} cannot run: there is a mistake in line {line}.</source>
        <translation>{file} 无法运行：第 {line} 行有错误。</translation>
    </message>
    <message>
        <source>{file} cannot run: there is a mistake.</source>
        <translation>{file} 无法运行：里面有错误。</translation>
    </message>
    <message>
        <source>The previous version keeps running.</source>
        <translation>上一个版本继续运行。</translation>
    </message>
    <message>
        <source>Making a Python for this folder ({place}).</source>
        <translation>正在为这个文件夹新建 Python（{place}）。</translation>
    </message>
    <message>
        <source>Stop cancels it.</source>
        <comment>the button Stop</comment>
        <translation>按“停止”可以取消。</translation>
    </message>
    <message>
        <source>Removing what was made ({place}).</source>
        <translation>正在删除已经新建的内容（{place}）。</translation>
    </message>
    <message>
        <source>Installing {package}.</source>
        <translation>正在安装 {package}。</translation>
    </message>
    <message>
        <source>Cancelling the installation of {package}.</source>
        <translation>正在取消 {package} 的安装。</translation>
    </message>
    <message>
        <source>Cancelling. What was made is removed again.</source>
        <translation>正在取消。已经新建的内容会被删除。</translation>
    </message>
    <message>
        <source>{package} could not be installed.</source>
        <translation>{package} 无法安装。</translation>
    </message>
    <message>
        <source>A Python for this folder could not be made.</source>
        <translation>无法为这个文件夹新建 Python。</translation>
    </message>
    <message>
        <source>Save or press Run: your script runs again.</source>
        <translation>保存或按“运行”：你的脚本会再次运行。</translation>
    </message>
    <message>
        <source>Press Run: your script runs again.</source>
        <translation>按“运行”：你的脚本会再次运行。</translation>
    </message>
</context>
<context>
    <name>TabTexts</name>
    <message>
        <source>Open scripts</source>
        <comment>what a screen reader calls the row of tabs</comment>
        <translation>打开的脚本</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新标签页</translation>
    </message>
    <message>
        <source>Open one more script</source>
        <translation>再打开一个脚本</translation>
    </message>
    <message>
        <source>{script} ({folder})</source>
        <comment>a file, and the folder that it is in</comment>
        <translation>{script}（{folder}）</translation>
    </message>
    <message>
        <source>{script}: {state}</source>
        <comment>a script, and whether it runs</comment>
        <translation>{script}：{state}</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Close {script}</source>
        <comment>its tab</comment>
        <translation>关闭 {script}</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen {script}</source>
        <comment>a script that was closed</comment>
        <translation>重新打开 {script}</translation>
    </message>
    <message>
        <source>Reopen</source>
        <comment>the script that was closed just now</comment>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>{script} was stopped and closed.</source>
        <translation>{script} 已停止并关闭。</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a script that was not run yet</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a script</comment>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>waiting for you to type</source>
        <comment>a script</comment>
        <translation>正在等待你输入</translation>
    </message>
    <message>
        <source>running, with a mistake in what you saved</source>
        <comment>a script</comment>
        <translation>正在运行，但你保存的内容有错误</translation>
    </message>
    <message>
        <source>stopped by an error</source>
        <comment>a script</comment>
        <translation>因错误而停止</translation>
    </message>
    <message>
        <source>could not start</source>
        <comment>a script</comment>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>its file is gone</source>
        <comment>a script</comment>
        <translation>文件不见了</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>a script</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <comment>a script</comment>
        <translation>已由你停止</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>{one} {two}</source>
        <comment>two sentences, and what is between them</comment>
        <translation>{one}{two}</translation>
    </message>
    <message>
        <source>{tip} ({keys})</source>
        <comment>a tool tip and its keys</comment>
        <translation>{tip}（{keys}）</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} 字节</translation>
    </message>
    <message>
        <source>a file</source>
        <comment>in: you saved a file</comment>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>{one} and {two}</source>
        <translation>{one} 和 {two}</translation>
    </message>
    <message>
        <source>{one}, {two} and {three}</source>
        <translation>{one}、{two} 和 {three}</translation>
    </message>
    <message numerus="yes">
        <source>{one}, {two} and %n more</source>
        <translation>
            <numerusform>{one}、{two} 和另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} (line {line})</source>
        <translation>{file}（第 {line} 行）</translation>
    </message>
    <message>
        <source>{file} (lines {lines})</source>
        <translation>{file}（第 {lines} 行）</translation>
    </message>
</context>
</TS>
