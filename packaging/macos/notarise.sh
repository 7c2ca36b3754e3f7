#!/bin/sh
# Has Apple's notary look at what was signed, and fastens its ticket to it, so that macOS opens it without a question.
#
# Usage: notarise.sh NetDesk.app | notarise.sh netdesk-….dmg
#
# The application comes first, before the disk image is made of it; then the image, which is signed here. From the
# environment (docs/signing.md says where each comes from):
#   NETDESK_CODESIGN_IDENTITY   the identity the application was signed with
#   NETDESK_NOTARY_PROFILE      a profile kept by `xcrun notarytool store-credentials`, or instead of it
#   NETDESK_NOTARY_KEY, NETDESK_NOTARY_KEY_ID, NETDESK_NOTARY_ISSUER    a key file of App Store Connect
# Without them nothing is done, this is said, and the exit code is 0: an unsigned build is a build as well.
set -eu

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

[ $# -eq 1 ] || fail "Usage: notarise.sh NetDesk.app or notarise.sh IMAGE.dmg"
product=${1%/}
[ -e "$product" ] || fail "There is no $product."

identity=${NETDESK_CODESIGN_IDENTITY:-}
if [ -z "$identity" ]; then
    say "Not notarised: NETDESK_CODESIGN_IDENTITY is not set, so $product is not signed by anybody."
    exit 0
fi

submit() {
    if [ -n "${NETDESK_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$1" --wait --timeout 60m --keychain-profile "$NETDESK_NOTARY_PROFILE"
    else
        xcrun notarytool submit "$1" --wait --timeout 60m --key "$NETDESK_NOTARY_KEY" \
            --key-id "$NETDESK_NOTARY_KEY_ID" --issuer "$NETDESK_NOTARY_ISSUER"
    fi
}

have_credentials() {
    [ -n "${NETDESK_NOTARY_PROFILE:-}" ] ||
        { [ -n "${NETDESK_NOTARY_KEY:-}" ] && [ -n "${NETDESK_NOTARY_KEY_ID:-}" ] && [ -n "${NETDESK_NOTARY_ISSUER:-}" ]; }
}

# What is inside is signed from the inside out while the program is frozen; here it is only looked at.
case $product in
*.app)
    codesign --verify --deep --strict --verbose=2 "$product"
    ;;
*.dmg)
    codesign --force --sign "$identity" --timestamp "$product"
    codesign --verify --strict "$product"
    ;;
*)
    fail "Neither an application nor a disk image: $product"
    ;;
esac

if ! have_credentials; then
    say "Signed but not notarised: neither NETDESK_NOTARY_PROFILE nor NETDESK_NOTARY_KEY, …_KEY_ID and …_ISSUER are set."
    exit 0
fi

case $product in
*.app)
    # The notary takes archives; the ticket is fastened to the application itself.
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    ditto -c -k --keepParent "$product" "$folder/application.zip"
    submit "$folder/application.zip"
    ;;
*.dmg)
    submit "$product"
    ;;
esac
xcrun stapler staple "$product"
xcrun stapler validate "$product"
say "Notarised: $product"
