import ctypes

callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: number + 1)
assert callback(41) == 42
print("ok")
