"""POSIX: the small process that owns the children and outlives the supervisor.

Started by the host as `python -I -S guardian/__main__.py FD`, in a session of its own;
single-threaded, standard library only, imports nothing of ours but this folder. It spawns,
signals and reaps (`loop`); it talks in JSON lines over the socket FD, file descriptors come
along by SCM_RIGHTS. When that socket ends, the supervisor is dead, however it died: the
guardian kills everything that descends from it and ends too (`trees`). On Linux it is a
subreaper, so that no descendant can leave it, and below a second one, the `keeper`,
which only waits for its end, to kill what it left; elsewhere the process groups that
it saw below the child have to do. Paths and words come as bytes written in latin-1.
"""
