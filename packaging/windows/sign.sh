#!/bin/sh
# RELOADER_SIGN for a certificate in a file: signs the program that is named, in place.
# RELOADER_CERTIFICATE is the file (PKCS #12), RELOADER_CERTIFICATE_PASSWORD its password.
set -eu
password=$(mktemp)
trap 'rm -f "$password" "$1.signed"' EXIT
printf %s "$RELOADER_CERTIFICATE_PASSWORD" > "$password" # not where every `ps` shows it
osslsigncode sign -pkcs12 "$RELOADER_CERTIFICATE" -readpass "$password" -h sha256 \
    -n Reloader -ts http://timestamp.digicert.com -in "$1" -out "$1.signed"
mv "$1.signed" "$1"
