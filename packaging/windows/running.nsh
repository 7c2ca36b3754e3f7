; Is NetDesk open? A program that runs cannot be opened for writing; so no list of processes is needed, which
; would not tell an installation from another.

!macro RunningFunctions un

  ; Takes a file from the stack, puts back "free", "held" (in use) or "denied" (no right to change it).
  Function ${un}StateOf
    Exch $0
    Push $1
    Push $2
    ${If} ${FileExists} "$0"
      ; GENERIC_WRITE, shared with everybody, OPEN_EXISTING; ?e leaves Windows' error on the stack
      System::Call 'kernel32::CreateFile(t r0, i 0x40000000, i 7, p 0, i 3, i 0, p 0) p.r1 ?e'
      Pop $2
      ${If} $1 != -1
        System::Call 'kernel32::CloseHandle(p r1)'
        StrCpy $0 "free"
      ${ElseIf} $2 = 5 ; access denied
        StrCpy $0 "denied"
      ${Else}
        StrCpy $0 "held"
      ${EndIf}
    ${Else}
      StrCpy $0 "free"
    ${EndIf}
    Pop $2
    Pop $1
    Exch $0
  FunctionEnd

  ; Takes a folder from the stack; goes on once no program in it runs, else ends.
  Function ${un}WaitForFolder
    Exch $9
    ${Do}
      Push "$9\${PROGRAM}"
      Call ${un}StateOf
      Pop $8
      ${If} $8 == "free"
        Push "$9\${COMMAND}"
        Call ${un}StateOf
        Pop $8
      ${EndIf}
      ${If} $8 == "free"
        ${ExitDo}
      ${EndIf}
      ${If} $8 == "denied"
        !insertmacro Refuse ${EXIT_RIGHTS} "${SAY_DENIED}$\r$\n$9"
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${SAY_RUNNING}" /SD IDCANCEL IDCANCEL`
        SetErrorLevel ${EXIT_RUNNING}
        Quit
      ${EndIf}
    ${Loop}
    Pop $9
  FunctionEnd

!macroend

!insertmacro RunningFunctions ""
!insertmacro RunningFunctions "un."

; Neither the folder that is installed to nor one that an earlier version lies in.
Function WaitUntilClosed
  Push "$INSTDIR"
  Call WaitForFolder
  ${If} $Known != ""
    Push "$Known"
    Call WaitForFolder
  ${EndIf}
FunctionEnd

Function un.WaitUntilClosed
  Push "$INSTDIR"
  Call un.WaitForFolder
FunctionEnd
