; The installer for Windows. Compiled by installers/windows/products.py, which defines
;   VERSION   0.1.0              NUMBERS   0.1.0.0, as resources want it
;   SIZE      kilobytes on disk  OUTPUT    the installer to write
;   MADE      the folder with files.nsh (macros InstallFiles, RemoveFiles) and the pictures
;   LICENCE   the text to show   REACH     megabytes the compressor looks back
;   SIGN      optional: the command that signs the file named after it
; README.md tells what it promises; exit codes are named in words.nsh.

Unicode true
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user ; whoever wants it for everybody is asked for an administrator then
SetCompressor /SOLID lzma
SetCompressorDictSize ${REACH}
AllowSkipFiles off
SetDateSave off ; the same program gives the same installer
CRCCheck force
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define NAME "NetDesk"
!define PROGRAM "netdesk-desktop.exe"
!define COMMAND "netdesk.exe"
!define PUBLISHER "The NetDesk founders"
!define OWN_KEY "Software\NetDesk"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\NetDesk"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\${COMMAND}"

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}" ; its last name is added to a folder that is browsed to

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} ${VERSION} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "Copyright (c) 2026 ${PUBLISHER}. MIT licence."

; Signed where a command to sign is given; a command that fails ends the making.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include nsDialogs.nsh
!include "words.nsh"
!include "${MADE}/files.nsh"
!include "scope.nsh"
!include "running.nsh"
!include "folder.nsh"
!include "registry.nsh"
!include "shown.nsh"

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse ${EXIT_WINDOWS} "${SAY_WINDOWS}"
  ${EndIf}
  InitPluginsDir
  Call ReadCommandLine
  Call UseScope
  ${If} ${Silent}
    Call RefuseWithoutRights
  ${EndIf}
FunctionEnd

Section "-NetDesk"
  ${If} ${Silent}
    Call TakeOwnFolder
  ${EndIf}
  Call WaitUntilClosed
  Call RemoveEarlier
  ; The way to remove it comes first: what breaks off in the middle can be taken away as well.
  SetOutPath "$INSTDIR"
  ClearErrors
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro Refuse ${EXIT_FILES} "${SAY_FILES}"
  ${EndIf}
  Call WriteUninstallEntry
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  File "${MADE}/workspace.ico"
  Call WriteFileTypes
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "${SAY_TIP}"
  ${If} $Shortcut == 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "${SAY_TIP}"
    WriteRegDWORD SHCTX "${OWN_KEY}" "DesktopShortcut" 1
  ${EndIf}
  Call TellShell
SectionEnd

Function un.onInit
  SetRegView 64
  Call un.ReadCommandLine
  Call un.UseScope
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  SetOutPath "$TEMP" ; a folder that is somebody's working folder cannot be removed
  ; By the list alone: a file that is not on it, such as a workspace, stays where it is.
  ClearErrors
  !insertmacro RemoveFiles
  Delete "$INSTDIR\workspace.ico"
  ${If} ${Errors}
    !insertmacro Refuse ${EXIT_FILES} "${SAY_LEFT}"
  ${EndIf}
  !insertmacro RemoveFolders
  ${If} $Upgrade == 1
    Return ; the newer version comes now: shortcuts, file types and the entry stay
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegDWORD $0 SHCTX "${OWN_KEY}" "DesktopShortcut"
  ${If} $0 == 1
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  Call un.RemoveRegistry
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where it is empty
  Call un.TellShell
SectionEnd
