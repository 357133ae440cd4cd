; The installer: for one user, without an administrator. builder/windows.py runs makensis with
;   OUT_FILE, VERSION, VERSION_NUMBERS, SIZE_KB, FOLDER (what is installed),
;   FILE_LIST (its files, one by one: `File /r` takes the order of the disk), ASK_TO_CLOSE,
;   and SIGN, a command that signs the uninstaller, where there is one.
; `/S` asks nothing and keeps the settings; `/D=FOLDER`, the last word, installs elsewhere.
; Exit codes: 0, 1 (cancelled), 2 (could not; the old version is as it was).

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true

!include MUI2.nsh
!include LogicLib.nsh
!include Sections.nsh
!include WinVer.nsh

!define PROGRAM "Reloader"
!define CLASSES "Software\Classes"
!define SCRIPT_CLASS "Reloader.Script"
!define EDIT_VERB "SystemFileAssociations\.py\shell\Reloader.Edit"
!define EDIT_VERB_W "SystemFileAssociations\.pyw\shell\Reloader.Edit"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define SECONDS_TO_CLOSE 20
!define OLDEST_BUILD 17763 ; Qt 6.11's (doc.qt.io/qt-6.11/windows.html); Windows 10, version 1809

Name "${PROGRAM}"
BrandingText "${PROGRAM} ${VERSION}"
OutFile "${OUT_FILE}"
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"

VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey ProductName "${PROGRAM}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installs ${PROGRAM} ${VERSION}"
VIAddVersionKey CompanyName "Reloader contributors"
VIAddVersionKey LegalCopyright "Reloader contributors, MIT licence"

!define MUI_ICON "reloader.ico"
!define MUI_UNICON "reloader.ico"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "${PROGRAM} ${VERSION} is installed for you only. Your settings are kept."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Reloader.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

; Nobody's files may be in use while they are replaced; a Reloader that runs is asked to close.
!macro ASK_TO_CLOSE_FUNCTION PREFIX
Function ${PREFIX}AskToClose
  InitPluginsDir
  File "/oname=$PLUGINSDIR\ask_to_close.exe" "${ASK_TO_CLOSE}"
  ExecWait '"$PLUGINSDIR\ask_to_close.exe" "$INSTDIR" 0' $0
  ${If} $0 == 0
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONQUESTION "${PROGRAM} is running. It will be closed now, and the scripts that it runs are stopped." /SD IDOK IDOK ask
  Call ${PREFIX}GiveUp
  ask:
  ExecWait '"$PLUGINSDIR\ask_to_close.exe" "$INSTDIR" ${SECONDS_TO_CLOSE}' $0
  ${If} $0 != 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Something in $INSTDIR still runs: a ${PROGRAM} in a terminal, or a program that uses its Python. Close it, then try again." /SD IDCANCEL IDRETRY ask
    Call ${PREFIX}GiveUp
  ${EndIf}
FunctionEnd

Function ${PREFIX}GiveUp
  SetErrorLevel 2
  Quit
FunctionEnd

; Only what was installed, and never what somebody has put beside it.
Function ${PREFIX}RemoveProgram
  DeleteRegKey HKCU "${CLASSES}\${EDIT_VERB}"
  DeleteRegKey HKCU "${CLASSES}\${EDIT_VERB_W}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.py\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.py"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.pyw\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.pyw"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations"
  ClearErrors ; keys that are not there
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\runtime"
  Delete "$INSTDIR\Reloader.exe"
FunctionEnd
!macroend
!insertmacro ASK_TO_CLOSE_FUNCTION ""
!insertmacro ASK_TO_CLOSE_FUNCTION "un."

!macro REFRESH_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "${PROGRAM} and its Python" PROGRAM_SECTION
  SectionIn RO
  Call AskToClose
  Call RemoveProgram
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "The old version in $INSTDIR could not be removed. Close the programs that use it, and install again." /SD IDOK
    Call GiveUp
  ${EndIf}
  !include "${FILE_LIST}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$PROFILE" ; where it starts: not in its own folder, which could not be replaced then
  CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\Reloader.exe"

  ; Explorer's 'Open with' for scripts. What opens them by default stays as it is.
  WriteRegStr HKCU "${CLASSES}\${SCRIPT_CLASS}" "" "Python script"
  WriteRegStr HKCU "${CLASSES}\${SCRIPT_CLASS}\DefaultIcon" "" "$INSTDIR\Reloader.exe,0"
  WriteRegStr HKCU "${CLASSES}\${SCRIPT_CLASS}\shell\open\command" "" '"$INSTDIR\Reloader.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.py\OpenWithProgids" "${SCRIPT_CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\.pyw\OpenWithProgids" "${SCRIPT_CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\Reloader.exe" "FriendlyAppName" "${PROGRAM}"
  WriteRegStr HKCU "${CLASSES}\Applications\Reloader.exe\shell\open\command" "" '"$INSTDIR\Reloader.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\Reloader.exe\SupportedTypes" ".py" ""
  WriteRegStr HKCU "${CLASSES}\Applications\Reloader.exe\SupportedTypes" ".pyw" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Reloader.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Reloader contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro REFRESH_EXPLORER
SectionEnd

Section /o "'Edit with IDLE' in the menu of a script" EDIT_SECTION
  WriteRegStr HKCU "${CLASSES}\${EDIT_VERB}" "" "Edit with IDLE (${PROGRAM})"
  WriteRegStr HKCU "${CLASSES}\${EDIT_VERB}\command" "" '"$INSTDIR\runtime\pythonw.exe" -P -m idlelib "%1"'
  WriteRegStr HKCU "${CLASSES}\${EDIT_VERB_W}" "" "Edit with IDLE (${PROGRAM})"
  WriteRegStr HKCU "${CLASSES}\${EDIT_VERB_W}\command" "" '"$INSTDIR\runtime\pythonw.exe" -P -m idlelib "%1"'
  !insertmacro REFRESH_EXPLORER
SectionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${PROGRAM} needs Windows 10, version 1809 (of 2018), or newer. Nothing was installed." /SD IDOK
    Call GiveUp
  ${EndIf}
  ; Folders of these names are removed by an update; they must be ours.
  ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    ${If} ${FileExists} "$INSTDIR\app\*.*"
    ${OrIf} ${FileExists} "$INSTDIR\bin\*.*"
    ${OrIf} ${FileExists} "$INSTDIR\runtime\*.*"
      MessageBox MB_OK|MB_ICONSTOP "$INSTDIR holds something else. Nothing was installed: choose an empty folder." /SD IDOK
      Call GiveUp
    ${EndIf}
  ${EndIf}
  ; An update keeps what was chosen, also when it asks nothing.
  ReadRegStr $0 HKCU "${CLASSES}\${EDIT_VERB}" ""
  ${If} $0 != ""
    !insertmacro SelectSection ${EDIT_SECTION}
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM_SECTION} "The program, a Python for your scripts, and an entry in the Start menu and in 'Open with'."
  !insertmacro MUI_DESCRIPTION_TEXT ${EDIT_SECTION} "IDLE is Python's own editor. It is installed in any case."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section un.Install
  Call un.AskToClose
  Call un.RemoveProgram
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "Some files in $INSTDIR are in use. Close the programs that use them, and uninstall again." /SD IDOK
    Call un.GiveUp
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${SCRIPT_CLASS}"
  DeleteRegKey HKCU "${CLASSES}\Applications\Reloader.exe"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Applications"
  DeleteRegValue HKCU "${CLASSES}\.py\OpenWithProgids" "${SCRIPT_CLASS}"
  DeleteRegValue HKCU "${CLASSES}\.pyw\OpenWithProgids" "${SCRIPT_CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.py\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pyw\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.py"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pyw"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro REFRESH_EXPLORER
  RMDir /r "$LOCALAPPDATA\${PROGRAM}\Cache" ; output of scripts that have ended
  RMDir "$LOCALAPPDATA\${PROGRAM}" ; if nothing is in it
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${PROGRAM} is removed. Delete its settings, too?" /SD IDNO IDNO keep
  RMDir /r "$LOCALAPPDATA\${PROGRAM}"
  keep:
SectionEnd
