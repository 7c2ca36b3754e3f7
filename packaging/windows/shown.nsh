; The pages a person sees, in their order.

!define MUI_ICON "${MADE}/netdesk.ico"
!define MUI_UNICON "${MADE}/netdesk.ico"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Stop installing NetDesk?"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_BITMAP "${MADE}/header.bmp"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_UNBITMAP "${MADE}/header.bmp"
!define MUI_HEADERIMAGE_UNBITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP "${MADE}/side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH FitControl

; NetDesk's own licence asks for nothing, so nobody has to accept it.
!define MUI_PAGE_HEADER_TEXT "Licence"
!define MUI_PAGE_HEADER_SUBTEXT "NetDesk is free to use, to share and to change."
!define MUI_LICENSEPAGE_TEXT_TOP "NetDesk's licence:"
!define MUI_LICENSEPAGE_TEXT_BOTTOM "Parts made by others have licences of their own; About NetDesk lists them with their texts."
!define MUI_LICENSEPAGE_BUTTON "Next >"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhereContinued
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"

Page custom ForWhom ForWhomChosen

!define MUI_PAGE_HEADER_TEXT "Where to"
!define MUI_PAGE_HEADER_SUBTEXT "The folder for the program. Your workspace stays where it is."
!define MUI_DIRECTORYPAGE_TEXT_TOP "NetDesk goes into the folder below. A version that is installed already is replaced."
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE FolderChosen
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "Installing"
!define MUI_PAGE_HEADER_SUBTEXT "A minute at most."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "NetDesk is ready"
!define MUI_FINISHPAGE_TEXT "You find it in the Start menu. Workspaces (.netdesk) open with a double click; contacts (.vcf) and calendars (.ics) through $\"Open with$\"."
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Start NetDesk"
!define MUI_FINISHPAGE_RUN_FUNCTION StartNetDesk
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Remove NetDesk"
!define MUI_PAGE_HEADER_SUBTEXT "The program goes; what you wrote stays."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The program is removed from the folder below. Your workspaces, their backups and your settings stay where they are; delete them yourself if you want them gone."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Removing"
!define MUI_PAGE_HEADER_SUBTEXT "A moment."
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"

Var OnlyMe
Var Everybody
Var DesktopBox

Function SkipWhereContinued
  ${If} $Continued == 1
    Abort
  ${EndIf}
FunctionEnd

Function ForWhom
  Call SkipWhereContinued
  !insertmacro MUI_HEADER_TEXT "For whom" "NetDesk can be yours alone, or everybody's who uses this computer."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateFirstRadioButton} 0 6u 100% 12u "Only for &me"
  Pop $OnlyMe
  ${NSD_CreateLabel} 12u 19u 90% 12u "Needs no administrator."
  Pop $0
  ${NSD_CreateAdditionalRadioButton} 0 38u 100% 12u "For &everybody on this computer"
  Pop $Everybody
  ${NSD_CreateLabel} 12u 51u 90% 12u "Windows asks for an administrator."
  Pop $0
  ${NSD_CreateCheckBox} 0 80u 100% 12u "Put a shortcut on the &desktop"
  Pop $DesktopBox
  ${If} $Scope == "all"
    ${NSD_Check} $Everybody
  ${Else}
    ${NSD_Check} $OnlyMe
  ${EndIf}
  ${If} $Shortcut == 1
    ${NSD_Check} $DesktopBox
  ${EndIf}
  ${If} $Known != ""
    ReadRegStr $1 SHCTX "${OWN_KEY}" "Version"
    ${NSD_CreateLabel} 0 108u 100% 22u "NetDesk $1 is installed already and is replaced by ${VERSION}. Your workspace is not touched."
    Pop $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ForWhomChosen
  ${NSD_GetState} $DesktopBox $0
  StrCpy $2 0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $2 1
  ${EndIf}
  ${NSD_GetState} $Everybody $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Scope "all"
  ${Else}
    StrCpy $Scope "user"
  ${EndIf}
  Call UseScope
  StrCpy $Shortcut $2
  !insertmacro RightsOf
  Pop $0
  ${If} $Scope == "all"
  ${AndIf} $0 != "Admin"
    Call ContinueWithRights
  ${EndIf}
FunctionEnd

Function FolderChosen
  Call TakeOwnFolder
  ; The page reads its field once more when it goes.
  ${NSD_SetText} $mui.DirectoryPage.Directory "$INSTDIR"
  Call WaitUntilClosed
FunctionEnd

; The desktop starts it, so that it does not keep an administrator's rights.
Function StartNetDesk
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd
