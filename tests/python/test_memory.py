"""Memory is flat over ten thousand documents."""

import os
import subprocess
import sys
import unittest

PROGRAM = """
import gongwen
text = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。".encode()
def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4
for i in range(10000):
    document = gongwen.read(text)
    assert document.quantities and document.indicators and document.to_jsonl()
    if i == 1000:
        before = resident()
print(resident() - before)
"""


@unittest.skipUnless(os.path.exists("/proc/self/statm"), "the system does not tell how much memory is in use")
class Memory(unittest.TestCase):
    def test_flat(self):
        """In a process of its own, so that no other test has left holes in the memory."""
        done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertLess(int(done.stdout), 4 << 10)  # KiB


if __name__ == "__main__":
    unittest.main()
