; The folder: NetDesk's own, never mixed with other things, and what an earlier version left in it.

; Goes on with a folder of NetDesk's own: a new or empty one, one that is called NetDesk, or one that holds NetDesk.
Function TakeOwnFolder
  Push $0
  ${GetFileName} "$INSTDIR" $0
  ${If} $0 == "${NAME}"
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}"
  ${OrIf} $INSTDIR == $Known
    Pop $0
    Return
  ${EndIf}
  ${DirState} "$INSTDIR" $0
  ${If} $0 != 1 ; absent or empty
    Pop $0
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel ${EXIT_FOLDER}
    Quit
  ${EndIf}
  ${If} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONINFORMATION "${SAY_FOREIGN}$\r$\n$INSTDIR\${NAME}" IDCANCEL`
    Pop $0
    Abort
  ${EndIf}
  StrCpy $INSTDIR "$INSTDIR\${NAME}"
  Pop $0
FunctionEnd

; Each version's own uninstaller knows that version's files; it removes them and keeps the settings for the new one.
Function RemoveEarlier
  Push "$INSTDIR"
  Call RemoveIn
  ${If} $Known != ""
  ${AndIf} $Known != $INSTDIR
    Push "$Known"
    Call RemoveIn
    Delete "$Known\uninstall.exe"
    RMDir "$Known" ; only where it is empty
  ${EndIf}
FunctionEnd

Function RemoveIn
  Exch $9
  ${If} ${FileExists} "$9\uninstall.exe"
  ${AndIf} ${FileExists} "$9\${PROGRAM}"
    ; A copy runs, so that the file itself can be replaced.
    SetDetailsPrint none
    CopyFiles /SILENT "$9\uninstall.exe" "$PLUGINSDIR\earlier.exe"
    SetDetailsPrint lastused
    StrCpy $8 0
    ExecWait '"$PLUGINSDIR\earlier.exe" /S /UPGRADE _?=$9' $8
    ; It says so where it could not remove its files. One that is damaged says nothing: the new files go over the old
    ; ones then, and what is left of the old harms nothing.
    ${If} $8 == ${EXIT_FILES}
    ${OrIf} $8 == ${EXIT_RUNNING}
    ${OrIf} $8 == ${EXIT_RIGHTS}
      !insertmacro Refuse $8 "${SAY_EARLIER}"
    ${EndIf}
    ClearErrors
    Delete "$PLUGINSDIR\earlier.exe"
  ${EndIf}
  Pop $9
FunctionEnd
