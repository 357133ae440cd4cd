import subprocess
import sys

command = [sys.executable, "-m", "json.tool"]
said = subprocess.run(command, input='{"a": 1}', capture_output=True, text=True, check=True)
assert '"a": 1' in said.stdout
print("ok")
