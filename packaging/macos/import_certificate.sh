#!/bin/sh
# For the release workflow, on a Mac: puts the project's certificate and Apple's key for notarising
# into a keychain of their own, and says to the next steps how they are called. Where there is no
# secret it says so, and the app is signed for nobody ('-'), as ARM wants.
set -eu
if [ -z "${CERTIFICATE:-}" ]; then
    echo "::notice::Not signed for macOS: there is no secret MACOS_CERTIFICATE."
    exit 0
fi
keychain=$RUNNER_TEMP/reloader.keychain-db
own_password=$(openssl rand -hex 20)
printf %s "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$own_password" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$own_password" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$PASSWORD" -f pkcs12 -k "$keychain" \
    -T /usr/bin/codesign
rm "$RUNNER_TEMP/certificate.p12"
security set-key-partition-list -S apple-tool:,apple: -k "$own_password" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain"
security default-keychain -s "$keychain" # where notarytool looks
identity=$(security find-identity -v -p codesigning "$keychain" | awk 'NR == 1 { print $2 }')
echo "RELOADER_CODESIGN=$identity" >> "$GITHUB_ENV"
if [ -z "${NOTARY_KEY:-}" ]; then
    echo "::notice::Not notarised: there is no secret MACOS_NOTARY_KEY."
    exit 0
fi
printf %s "$NOTARY_KEY" > "$RUNNER_TEMP/notary.p8"
xcrun notarytool store-credentials reloader --key "$RUNNER_TEMP/notary.p8" \
    --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER"
rm "$RUNNER_TEMP/notary.p8"
echo "RELOADER_NOTARY=reloader" >> "$GITHUB_ENV"
