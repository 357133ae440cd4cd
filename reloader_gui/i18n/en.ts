<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompareTexts</name>
    <message numerus="yes">
        <source>The output is the same, except for times and addresses (in %n line(s)).</source>
        <translation>
            <numerusform>The output is the same, except for times and addresses (in %n line).</numerusform>
            <numerusform>The output is the same, except for times and addresses (in %n lines).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The output differs in %n line(s), the first is line {first}.</source>
        <translation>
            <numerusform>The output differs in %n line, which is line {first}.</numerusform>
            <numerusform>The output differs in %n lines, the first is line {first}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ in times and addresses only, and are not shown.</source>
        <translation>
            <numerusform>%n line differs in times and addresses only, and is not shown.</numerusform>
            <numerusform>%n lines differ in times and addresses only, and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message numerus="yes">
        <source>{name} changed soon after each of the last %n starts. Perhaps a program that your script starts writes it. Each restart now waits a little longer ({delay} s at first) and runs the newest text.</source>
        <translation>
            <numerusform>{name} changed soon after each of the last %n starts. Perhaps a program that your script starts writes it. Each restart now waits a little longer ({delay} s at first) and runs the newest text.</numerusform>
            <numerusform>{name} changed soon after each of the last %n starts. Perhaps a program that your script starts writes it. Each restart now waits a little longer ({delay} s at first) and runs the newest text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your script asked to be restarted %n times in a row (exit code 3). It starts again in {delay} s.</source>
        <translation>
            <numerusform>Your script asked to be restarted (exit code 3). It starts again in {delay} s.</numerusform>
            <numerusform>Your script asked to be restarted %n times in a row (exit code 3). It starts again in {delay} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system cannot end %n process(es) of your script ({pids}), perhaps because of a drive that does not answer. Restarting the computer will. You can go on as usual.</source>
        <translation>
            <numerusform>The system cannot end a process of your script ({pids}), perhaps because of a drive that does not answer. Restarting the computer will. You can go on as usual.</numerusform>
            <numerusform>The system cannot end %n processes of your script ({pids}), perhaps because of a drive that does not answer. Restarting the computer will. You can go on as usual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutputTexts</name>
    <message numerus="yes">
        <source>[Of this long output only the newest part is kept. Dropped: the first {number} lines.]</source>
        <comment>%n lines</comment>
        <translation>
            <numerusform>[Of this long output only the newest part is kept. Dropped: the first line ({number}).]</numerusform>
            <numerusform>[Of this long output only the newest part is kept. Dropped: the first {number} lines.]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s), then: {text}</source>
        <translation>
            <numerusform>%n more line, then: {text}</numerusform>
            <numerusform>%n more lines, then: {text}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message numerus="yes">
        <source>Always for these %n files</source>
        <comment>restart when it changes</comment>
        <translation>
            <numerusform>Always for this file</numerusform>
            <numerusform>Always for these %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message numerus="yes">
        <source>{files} is back</source>
        <comment>why a run began: %n files</comment>
        <translation>
            <numerusform>{files} is back</numerusform>
            <numerusform>{files} are back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} changed</source>
        <comment>why a run began: %n files</comment>
        <translation>
            <numerusform>{files} changed</numerusform>
            <numerusform>{files} changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} was saved.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} was saved.</numerusform>
            <numerusform>{files} were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} is back.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} is back.</numerusform>
            <numerusform>{files} are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} changed.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>{files} changed.</numerusform>
            <numerusform>{files} changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} changed.</source>
        <comment>%n files that the script has read</comment>
        <translation>
            <numerusform>{files} changed.</numerusform>
            <numerusform>{files} changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Python(s) ready for the next run, {size} MB</source>
        <translation>
            <numerusform>%n Python ready for the next run, {size} MB</numerusform>
            <numerusform>%n Pythons ready for the next run, {size} MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run {run}, %n file(s) watched</source>
        <translation>
            <numerusform>Run {run}, %n file watched</numerusform>
            <numerusform>Run {run}, %n files watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run {run}, process {pid}, %n file(s) watched</source>
        <translation>
            <numerusform>Run {run}, process {pid}, %n file watched</numerusform>
            <numerusform>Run {run}, process {pid}, %n files watched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptSettingTexts</name>
    <message numerus="yes">
        <source>{names} keeps the value that the system has given.</source>
        <comment>%n names</comment>
        <translation>
            <numerusform>{names} keeps the value that the system has given.</numerusform>
            <numerusform>{names} keep the values that the system has given.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message numerus="yes">
        <source>In your settings, {keys} had a value that cannot be used; the usual one is used.</source>
        <comment>%n keys</comment>
        <translation>
            <numerusform>In your settings, {keys} had a value that cannot be used; the usual one is used.</numerusform>
            <numerusform>In your settings, {keys} had values that cannot be used; the usual ones are used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusTexts</name>
    <message numerus="yes">
        <source>Restarted: {files} is back.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>Restarted: {files} is back.</numerusform>
            <numerusform>Restarted: {files} are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarted: {files} changed.</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>Restarted: {files} changed.</numerusform>
            <numerusform>Restarted: {files} changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarting: {files} is back...</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>Restarting: {files} is back...</numerusform>
            <numerusform>Restarting: {files} are back...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarting: {files} changed...</source>
        <comment>%n files</comment>
        <translation>
            <numerusform>Restarting: {files} changed...</numerusform>
            <numerusform>Restarting: {files} changed...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) that it started are still running.</source>
        <translation>
            <numerusform>A program that it started is still running.</numerusform>
            <numerusform>%n programs that it started are still running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Press Stop to end what still runs.</source>
        <comment>%n program(s)</comment>
        <translation>
            <numerusform>Press Stop to end it.</numerusform>
            <numerusform>Press Stop to end them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>{one}, {two} and %n more</source>
        <translation>
            <numerusform>{one}, {two} and %n more</numerusform>
            <numerusform>{one}, {two} and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
