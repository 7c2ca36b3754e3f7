#!/bin/sh
# Puts the signing certificate of a build machine into a keychain of its own. Used by the workflow, not by people.
#
# From the environment: NETDESK_CERTIFICATE (a .p12 file in base64), NETDESK_CERTIFICATE_PASSWORD, and GITHUB_ENV (the
# file through which the identity and the notary's key are handed to the steps after this one).
# For the notary, if they are there: NETDESK_NOTARY_KEY_TEXT (the text of a .p8 file).
set -eu
umask 077

if [ -z "${NETDESK_CERTIFICATE:-}" ]; then
    printf '%s\n' "No certificate is set: this build is not signed."
    exit 0
fi

folder=$(mktemp -d)
keychain=$folder/netdesk.keychain-db
password=$(uuidgen)
trap 'rm -f "$folder/certificate.p12"' EXIT

printf '%s' "$NETDESK_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "${NETDESK_CERTIFICATE_PASSWORD:-}" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

identity=$(security find-identity -v -p codesigning "$keychain" | awk -F'"' 'NR == 1 { print $2 }')
[ -n "$identity" ] || { printf '%s\n' "The certificate holds no identity that may sign code." >&2; exit 1; }
printf 'NETDESK_CODESIGN_IDENTITY=%s\n' "$identity" >>"$GITHUB_ENV"

if [ -n "${NETDESK_NOTARY_KEY_TEXT:-}" ]; then
    printf '%s\n' "$NETDESK_NOTARY_KEY_TEXT" >"$folder/notary.p8"
    printf 'NETDESK_NOTARY_KEY=%s\n' "$folder/notary.p8" >>"$GITHUB_ENV"
fi
printf '%s\n' "This build is signed."
