#!/bin/sh
# Starts Reloader from the folder that this file is in, wherever that is; links may lead here.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/runtime/bin/python3" -I "$here/app/@PROGRAM@" "$@"
