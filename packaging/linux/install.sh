#!/bin/sh
# Installs NetDesk for one person, without a package and without rights of an administrator; and takes it away again.
# Needs nothing but a POSIX shell. What is installed is listed, and only what is listed is ever taken away.

set -eu
umask 022

usage() {
    cat <<'END'
./install.sh                     install NetDesk for you alone, in ~/.local
./install.sh --prefix FOLDER     install it elsewhere, such as /usr/local (with sudo)
./install.sh --uninstall         take it away again; your workspace stays
END
}

fail() {
    printf '%s\n' "$1" >&2
    exit "${2:-1}"
}

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
prefix=''
uninstall=no
while [ $# -gt 0 ]; do
    case $1 in
    --prefix)
        [ $# -ge 2 ] || fail "--prefix needs a folder." 2
        prefix=$2
        shift
        ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --uninstall) uninstall=yes ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done

# The copy of this script beside the installed program knows where it is by itself.
installed_here=no
[ -f "$here/share-folder" ] && installed_here=yes
if [ -n "$prefix" ]; then
    case $prefix in
    /*) ;;
    *) prefix=$(pwd)/$prefix ;;
    esac
    share=$prefix/share
elif [ "$installed_here" = yes ]; then
    prefix=$(CDPATH='' cd -P -- "$here/../.." && pwd)
    share=$(cat "$here/share-folder")
else
    [ -n "${HOME:-}" ] || fail "HOME is not set. Say where to install: ./install.sh --prefix FOLDER" 2
    prefix=$HOME/.local
    share=${XDG_DATA_HOME:-$prefix/share}
fi
case $prefix$share in
*'
'*) fail "A folder with a line break in its name cannot stand in a desktop's menu. Choose another --prefix." 2 ;;
esac
program=$prefix/lib/netdesk
command=$prefix/bin/netdesk
# Removes the files named in list $1 from below folder $2, then the folders that are empty because of it.
remove_listed() {
    while IFS= read -r path; do
        rm -f -- "$2/$path"
    done <"$1"
    while IFS= read -r path; do
        case $path in */*) remove_empty "$2" "${path%/*}" ;; esac
    done <"$1"
}

# Removes the empty folders of path $2, from its end up, within folder $1.
remove_empty() {
    folder=$2
    while rmdir -- "$1/$folder" 2>/dev/null; do
        case $folder in */*) folder=${folder%/*} ;; *) return 0 ;; esac
    done
    return 0
}

# Takes away the program that lies in $1 with all it put elsewhere; says what stays because somebody else put it there.
remove_program() {
    remove_listed "$1/files-desktop" "$(cat "$1/share-folder")"
    remove_listed "$1/files-program" "$1"
    rm -f -- "$1/files-program" "$1/files-desktop" "$1/share-folder" "$1/install.sh"
    rmdir -- "$1" 2>/dev/null || printf '%s\n' "Kept, as it is not NetDesk's: what is in $1"
}

is_ours() {
    [ -f "$1/files-program" ] && [ -f "$1/share-folder" ]
}

command_is_ours() {
    [ "$(readlink -- "$command" 2>/dev/null)" = ../lib/netdesk/netdesk ]
}

# Tells the desktop's caches below $share. What they hold is made of the files beside them and of nothing else.
refresh() {
    if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$share/applications" ]; then
        update-desktop-database -q "$share/applications" || true
    fi
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$share/mime/packages" ]; then
        # It would tell those who chose a folder of their own that desktops look elsewhere.
        update-mime-database "$share/mime" >/dev/null 2>&1 || true
    fi
    icons=$share/icons/hicolor
    if [ -d "$icons" ]; then
        touch -- "$icons"
        if [ -f "$icons/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null 2>&1; then
            gtk-update-icon-cache -q -t -f "$icons" || true
        fi
    fi
}

# Removes caches that hold nothing any more.
remove_empty_caches() {
    if [ -z "$(ls -A -- "$share/mime/packages" 2>/dev/null)" ]; then
        for name in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic \
            types version; do
            rm -f -- "$share/mime/$name"
        done
        rm -f -- "$share/mime/application/x-netdesk-workspace.xml"
        remove_empty "$share" mime/packages
        remove_empty "$share" mime/application
    fi
    if [ "$(ls -A -- "$share/applications" 2>/dev/null)" = mimeinfo.cache ]; then
        rm -f -- "$share/applications/mimeinfo.cache"
        remove_empty "$share" applications
    fi
}

# The command as the desktop entry wants it: quoted for the command line (first rule), which is then a value of the
# entry (second rule), in which a percent sign means something (third rule). Desktops that use GLib look for a
# program with two percent signs in its name if it comes first, so env comes before it.
command_line() {
    case $command in *%*) printf 'env ' ;; esac
    # shellcheck disable=SC2016
    printf '"%s" %%F' "$(printf '%s' "$command" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')"
}

# Path $1 as one types it.
typed() {
    # shellcheck disable=SC2016
    printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}

write_entry() {
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec=%s\n' "$(command_line)" ;;
        TryExec=*) printf 'TryExec=%s\n' "$(printf '%s' "$command" | sed 's/\\/\\\\/g')" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/applications/netdesk.desktop" >"$share/applications/netdesk.desktop"
}

if [ "$uninstall" = yes ]; then
    is_ours "$program" || fail "NetDesk is not installed in $prefix by this script."
    share=$(cat "$program/share-folder")
    remove_program "$program"
    if command_is_ours; then rm -f -- "$command"; fi
    refresh
    remove_empty_caches
    for folder in bin lib share; do
        rmdir -- "$prefix/$folder" 2>/dev/null || true
    done
    [ "$prefix" = "${HOME:-}" ] || rmdir -- "$prefix" 2>/dev/null || true
    echo "NetDesk is removed. Your workspace, settings and logs are where they were."
    exit 0
fi

[ "$installed_here" = no ] || fail "This is the installed NetDesk. Run install.sh of the version you downloaded." 2
if [ -e "$program" ] && ! is_ours "$program"; then
    fail "$program holds something this script did not install. Choose another --prefix."
fi
if { [ -e "$command" ] || [ -L "$command" ]; } && ! command_is_ours; then
    fail "$command is there, and this script did not put it there. Remove it, or choose another --prefix."
fi
mkdir -p -- "$prefix/lib" "$prefix/bin" "$share/applications" 2>/dev/null ||
    fail "$prefix cannot be written. Choose another folder with --prefix, or use sudo."

# The new program is whole before the old one goes, so a full disk leaves the old one in its place.
old=$program.old-$$
put_back() {
    rm -rf -- "$program.new"
    [ -e "$program" ] || [ ! -e "$old" ] || mv -- "$old" "$program"
}
trap put_back EXIT
trap 'exit 1' HUP INT TERM
rm -rf -- "$program.new"
# Where the disk is full, cp says so of every file; once is enough.
said=$({
    cp -RP -- "$here/netdesk" "$program.new" &&
        cp -- "$here/install.sh" "$here/files-program" "$here/files-desktop" "$program.new/" &&
        printf '%s\n' "$share" >"$program.new/share-folder"
} 2>&1) || {
    said=$(printf '%s\n' "$said" | sed -e '1!d' -e 's/.*: //')
    fail "NetDesk could not be copied to $prefix: ${said:-it broke off}. Nothing was changed."
}
if [ -e "$program" ]; then
    mv -- "$program" "$old"
    mv -- "$program.new" "$program"
    remove_program "$old"
else
    mv -- "$program.new" "$program"
fi
ln -sf -- ../lib/netdesk/netdesk "$command"

while IFS= read -r path; do
    mkdir -p -- "$(dirname -- "$share/$path")"
    cp -- "$here/share/$path" "$share/$path"
done <"$here/files-desktop"
write_entry
refresh

printf '%s\n' "NetDesk is installed in $prefix. You find it in your desktop's menu."
case ":${PATH:-}:" in
*":$prefix/bin:"*) ;;
*) printf '%s\n' "To type \"netdesk\" in a terminal, add $prefix/bin to your PATH." ;;
esac
printf '%s\n' "To remove it: sh $(typed "$program/install.sh") --uninstall"
