#!/bin/sh
# Before the files are replaced or removed, every Reloader that runs from them is asked to close:
# a window stops its scripts first. Other programs that use its Python are left alone.
home=/@HOME@
seconds=20

running() {
    for link in /proc/[0-9]*/exe; do
        case $(readlink "$link" 2> /dev/null) in
            "$home"/runtime/bin/python3*) ;;
            *) continue ;;
        esac
        process=${link%/exe}
        # Its third argument, after the Python and -I.
        program=$(tr '\0' '\n' < "$process/cmdline" 2> /dev/null | sed -n 3p)
        case $program in
            "$home"/app/launch.py | "$home"/app/terminal.py) echo "${process#/proc/}" ;;
        esac
    done
}

for process in $(running); do
    echo "Reloader is running (process $process). It stops its scripts and closes."
    kill -TERM "$process" 2> /dev/null
done
while [ -n "$(running)" ] && [ "$seconds" -gt 0 ]; do
    sleep 1
    seconds=$((seconds - 1))
done
for process in $(running); do
    echo "Reloader (process $process) has not closed yet. Close it, then start it again." >&2
done
exit 0
