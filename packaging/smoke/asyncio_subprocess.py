import asyncio
import sys


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(6 * 7)", stdout=asyncio.subprocess.PIPE
    )
    said, _ = await child.communicate()
    assert said.split() == [b"42"]


asyncio.run(main())
print("ok")
