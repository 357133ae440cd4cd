#!/bin/sh
# After the removal (not after an upgrade): what root's own pip put into the runtime goes, too.
case ${1:-} in
    remove | purge | 0) rm -rf /@HOME@ ;;
esac
