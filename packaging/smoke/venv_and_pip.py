"""A virtual environment, a package from a wheel on this disk, and a script of the environment."""

import os
import subprocess
import sys
import zipfile

WHEEL = "greet-1.0-py3-none-any.whl"
with zipfile.ZipFile(WHEEL, "w") as wheel:
    wheel.writestr("greet.py", "def main(): print('hello from a wheel')\n")
    info = "greet-1.0.dist-info"
    wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: greet\nVersion: 1.0\n")
    tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    wheel.writestr(f"{info}/WHEEL", tags)
    wheel.writestr(f"{info}/entry_points.txt", "[console_scripts]\ngreet = greet:main\n")
    wheel.writestr(f"{info}/RECORD", "")
subprocess.run([sys.executable, "-m", "venv", "env"], check=True)
folder = os.path.join("env", "Scripts" if os.name == "nt" else "bin")
python = os.path.join(folder, "python.exe" if os.name == "nt" else "python")
subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", WHEEL], check=True)
said = subprocess.run([os.path.join(folder, "greet")], check=True, capture_output=True, text=True)
assert said.stdout.split() == "hello from a wheel".split(), said
print("ok")
