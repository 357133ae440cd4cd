import subprocess
import sys

said = subprocess.run(
    [sys.executable, "-m", "pip", "--version"], check=True, capture_output=True, text=True
)
assert said.stdout.startswith("pip ")
print("ok")
