; For whom: "user" (no administrator needed; the way it begins) or "all". What is installed already decides first.

Var Scope
Var Known ; where an earlier version for the same people lies, or ""
Var Shortcut ; 1: a shortcut on the desktop
Var Upgrade ; 1: the uninstaller makes room for a newer version
Var Continued ; 1: started by ourselves with an administrator's rights; what was chosen is not asked again
Var FolderGiven ; what /D= named, or ""

; Puts "Admin" on the stack where this process may write for everybody.
!macro RightsOf
  UserInfo::GetAccountType
!macroend

Function ReadCommandLine
  Push $0
  Push $1
  StrCpy $FolderGiven ""
  ${If} $INSTDIR != "$LOCALAPPDATA\Programs\${NAME}"
    StrCpy $FolderGiven $INSTDIR
  ${EndIf}
  ReadRegStr $0 HKCU "${OWN_KEY}" "InstallLocation"
  ReadRegStr $1 HKLM "${OWN_KEY}" "InstallLocation"
  StrCpy $Scope "user"
  ${If} $0 == ""
  ${AndIf} $1 != ""
    StrCpy $Scope "all"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/CurrentUser" $1
  ${IfNot} ${Errors}
    StrCpy $Scope "user"
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $Scope "all"
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/Desktop" $1
  StrCpy $Shortcut 0
  ${IfNot} ${Errors}
    StrCpy $Shortcut 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/Continued" $1
  StrCpy $Continued 0
  ${IfNot} ${Errors}
    StrCpy $Continued 1
  ${EndIf}
  ClearErrors
  Pop $1
  Pop $0
FunctionEnd

; Sets the roots of registry and menus to the scope, $Known to where an earlier version lies, $INSTDIR to what fits.
Function UseScope
  ${If} $Scope == "all"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
  ReadRegStr $Known SHCTX "${OWN_KEY}" "InstallLocation"
  ${IfNot} ${FileExists} "$Known\*.*"
    StrCpy $Known ""
  ${EndIf}
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    StrCpy $Shortcut 1
  ${EndIf}
  ${If} $FolderGiven != ""
    Return
  ${EndIf}
  ${If} $Known != ""
    StrCpy $INSTDIR $Known
  ${ElseIf} $Scope == "all"
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
FunctionEnd

Function RefuseWithoutRights
  ${If} $Scope == "all"
    !insertmacro RightsOf
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro Refuse ${EXIT_RIGHTS} "${SAY_RIGHTS}"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Starts this installer once more with an administrator's rights; where Windows refuses, the page stays.
Function ContinueWithRights
  StrCpy $1 "/AllUsers /Continued"
  ${If} $Shortcut == 1
    StrCpy $1 "$1 /Desktop"
  ${EndIf}
  ClearErrors
  ExecShell "runas" "$EXEPATH" "$1"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${SAY_RIGHTS}"
    Abort
  ${EndIf}
  Quit
FunctionEnd

Function un.ReadCommandLine
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  StrCpy $Upgrade 0
  ${IfNot} ${Errors}
    StrCpy $Upgrade 1
  ${EndIf}
  ClearErrors
FunctionEnd

; The installation for everybody is the one that the computer's own registry names.
Function un.UseScope
  SetShellVarContext current
  ReadRegStr $0 HKLM "${OWN_KEY}" "InstallLocation"
  ${If} $0 != $INSTDIR
    Return
  ${EndIf}
  SetShellVarContext all
  !insertmacro RightsOf
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel ${EXIT_RIGHTS}
    Quit
  ${EndIf}
  ExecShell "runas" "$INSTDIR\uninstall.exe"
  Quit
FunctionEnd
