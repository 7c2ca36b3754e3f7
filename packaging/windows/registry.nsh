; What Windows knows of NetDesk. SHCTX is the person's own part of the registry, or the computer's for everybody.

!define CLASSES "Software\Classes"
!define OPEN_COMMAND '"$INSTDIR\${PROGRAM}" "%1"'

; A kind of document that NetDesk opens; it takes no file type by itself.
!macro WriteKind ID WORDS ICON
  WriteRegStr SHCTX "${CLASSES}\${ID}" "" "${WORDS}"
  WriteRegStr SHCTX "${CLASSES}\${ID}" "FriendlyTypeName" "${WORDS}"
  WriteRegStr SHCTX "${CLASSES}\${ID}\DefaultIcon" "" "${ICON}"
  WriteRegStr SHCTX "${CLASSES}\${ID}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${CLASSES}\${ID}\shell\open\command" "" '${OPEN_COMMAND}'
!macroend

; Offers NetDesk under "Open with"; whatever opens the file type now goes on opening it.
!macro OfferKind ENDING ID
  WriteRegStr SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}" ""
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities\FileAssociations" "${ENDING}" "${ID}"
!macroend

!macro WithdrawKind ENDING ID
  DeleteRegValue SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}"
  DeleteRegKey SHCTX "${CLASSES}\${ID}"
!macroend

!macro SupportEnding ENDING
  WriteRegStr SHCTX "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${ENDING}" ""
!macroend

Function WriteUninstallEntry
  WriteRegStr SHCTX "${OWN_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${OWN_KEY}" "Version" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

Function WriteFileTypes
  !insertmacro WriteKind "NetDesk.Workspace" "NetDesk workspace" "$INSTDIR\workspace.ico"
  !insertmacro WriteKind "NetDesk.Contacts" "Contacts (vCard)" "$INSTDIR\${PROGRAM},0"
  !insertmacro WriteKind "NetDesk.Calendar" "Calendar (iCalendar)" "$INSTDIR\${PROGRAM},0"
  ; The workspace is NetDesk's own file type; the others belong to whoever opens them now.
  WriteRegStr SHCTX "${CLASSES}\.netdesk" "" "NetDesk.Workspace"
  WriteRegStr SHCTX "${CLASSES}\.netdesk" "Content Type" "application/x-netdesk-workspace"
  !insertmacro OfferKind ".netdesk" "NetDesk.Workspace"
  !insertmacro OfferKind ".vcf" "NetDesk.Contacts"
  !insertmacro OfferKind ".ics" "NetDesk.Calendar"

  WriteRegStr SHCTX "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${CLASSES}\Applications\${PROGRAM}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" '${OPEN_COMMAND}'
  !insertmacro SupportEnding ".netdesk"
  !insertmacro SupportEnding ".vcf"
  !insertmacro SupportEnding ".ics"
  !insertmacro SupportEnding ".csv"

  ; Settings > Default apps lists what is registered so.
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities" "ApplicationDescription" "${SAY_TIP}"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${OWN_KEY}\Capabilities"

  ; Typing "netdesk" into Run opens the window.
  WriteRegStr SHCTX "${PATHS_KEY}" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${PATHS_KEY}" "Path" "$INSTDIR"
FunctionEnd

Function un.RemoveRegistry
  ReadRegStr $0 SHCTX "${CLASSES}\.netdesk" ""
  ${If} $0 == "NetDesk.Workspace"
    DeleteRegValue SHCTX "${CLASSES}\.netdesk" ""
    DeleteRegValue SHCTX "${CLASSES}\.netdesk" "Content Type"
  ${EndIf}
  !insertmacro WithdrawKind ".netdesk" "NetDesk.Workspace"
  !insertmacro WithdrawKind ".vcf" "NetDesk.Contacts"
  !insertmacro WithdrawKind ".ics" "NetDesk.Calendar"
  DeleteRegKey SHCTX "${CLASSES}\Applications\${PROGRAM}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\Applications"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey SHCTX "${PATHS_KEY}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${OWN_KEY}\Capabilities"
  DeleteRegValue SHCTX "${OWN_KEY}" "InstallLocation"
  DeleteRegValue SHCTX "${OWN_KEY}" "Version"
  DeleteRegValue SHCTX "${OWN_KEY}" "DesktopShortcut"
  DeleteRegKey /ifempty SHCTX "${OWN_KEY}"
FunctionEnd

; The desktop draws file types anew: SHCNE_ASSOCCHANGED.
!macro TellShellFunction un
  Function ${un}TellShell
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
  FunctionEnd
!macroend
!insertmacro TellShellFunction ""
!insertmacro TellShellFunction "un."
