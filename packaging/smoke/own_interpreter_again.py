import subprocess
import sys

program = "import sys; print(sys.argv[1:], sys.flags.isolated)"
said = subprocess.run(
    [sys.executable, "-c", program, "x"], capture_output=True, text=True, check=True
)
assert said.stdout.split() == ["['x']", "0"], said
print("ok")
