# 你的第一个会自己重新运行的脚本。
#
# 它现在正在运行：看看 Reloader 的窗口。
# 把下一行里的“你好”改成别的词，保存这个文件（Ctrl+S），
# 再看看那个窗口：你的改动已经在那里了。

GREETING = "你好"

# 这些名字来自旁边的文件 greetings.py。
# 你也可以改它们：这个脚本导入或读取的每个文件，Reloader 都会留意。

import time

from greetings import NAMES

number = 0
while True:
    name = NAMES[number % len(NAMES)]
    print(f"{GREETING}，{name}！")
    number = number + 1
    time.sleep(1)
