; What the installer says, and the exit codes of a silent run. 0 is done, 1 stopped by a person, 2 broken off by Windows.

!define EXIT_RUNNING 3
!define EXIT_RIGHTS 4
!define EXIT_WINDOWS 5
!define EXIT_FOLDER 6
!define EXIT_FILES 7

!define SAY_TIP "Networking on purpose, on your own computer"
!define SAY_WINDOWS "NetDesk needs Windows 10 (version 1809) or newer with 64 bits."
!define SAY_RIGHTS "To install NetDesk for everybody, Windows must give an administrator's rights, and it did not.$\r$\n$\r$\nYou can choose $\"Only for me$\" instead; that needs none."
!define SAY_RUNNING "NetDesk is open. Please close all its windows, then press Retry.$\r$\n$\r$\nNothing has been changed so far."
!define SAY_DENIED "The files in this folder cannot be changed by you:"
!define SAY_FOREIGN "This folder holds other things, so NetDesk takes a folder of its own in it:"
!define SAY_FILES "Files could not be written. Is the disk full, or the folder read-only?$\r$\n$\r$\nStart this installer again when that is put right; your workspace has not been touched."
!define SAY_EARLIER "The version that is here could not be removed. Start the computer again, then this installer.$\r$\n$\r$\nYour workspace has not been touched."
!define SAY_LEFT "Some files are in use and could not be removed. Start the computer again, then remove NetDesk once more.$\r$\n$\r$\nYour workspace has not been touched."

; Says why it cannot go on, and ends with the exit code; a silent run only ends.
!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
