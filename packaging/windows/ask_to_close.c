/* For the installer: asks every Reloader that runs from a folder to close, and waits.
 *
 * `ask_to_close.exe FOLDER SECONDS`: 0 when nothing runs from FOLDER any more, 1 if something
 * still does; with 0 seconds it only looks. Only Reloader.exe is asked, as by a click on its
 * cross: it stops the scripts that it runs. `reloader` in a terminal, IDLE, or a script that
 * runs on the shipped Python is the user's to end. Nothing is ever forced.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <tlhelp32.h>

#define LONGEST 32768
#define POLL_MS 100

static int asked = 0;
static wchar_t folder[LONGEST], window_program[LONGEST], uninstaller[LONGEST];

static bool image_of(DWORD pid, wchar_t *path)
{
    DWORD length = LONGEST;
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, pid);
    if (process == NULL)
        return false; /* another user's, or gone */
    bool known = QueryFullProcessImageNameW(process, 0, path, &length);
    DWORD code;
    bool runs = GetExitCodeProcess(process, &code) && code == STILL_ACTIVE;
    CloseHandle(process);
    return known && runs;
}

static BOOL CALLBACK ask(HWND window, LPARAM unused)
{
    static wchar_t path[LONGEST];
    DWORD pid = 0;
    (void)unused;
    GetWindowThreadProcessId(window, &pid);
    if (IsWindowVisible(window) && image_of(pid, path) && _wcsicmp(path, window_program) == 0)
        asked += PostMessageW(window, WM_CLOSE, 0, 0);
    return TRUE;
}

static bool counts(const wchar_t *path)
{
    return _wcsnicmp(path, folder, wcslen(folder)) == 0 && _wcsicmp(path, uninstaller) != 0;
}

static bool anything_runs(void)
{
    static wchar_t path[LONGEST];
    bool found = false;
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (list == INVALID_HANDLE_VALUE)
        return false;
    for (BOOL more = Process32FirstW(list, &entry); more && !found;
         more = Process32NextW(list, &entry))
        found = image_of(entry.th32ProcessID, path) && counts(path);
    CloseHandle(list);
    return found;
}

int wmain(int argc, wchar_t **argv)
{
    DWORD length = argc == 3 ? GetFullPathNameW(argv[1], LONGEST - 64, folder, NULL) : 0;
    if (length == 0 || length >= LONGEST - 64)
        return 2;
    if (folder[length - 1] != L'\\')
        wcscat(folder, L"\\");
    wcscat(wcscpy(window_program, folder), L"Reloader.exe");
    wcscat(wcscpy(uninstaller, folder), L"uninstall.exe");
    long left_ms = wcstol(argv[2], NULL, 10) * 1000;
    if (left_ms > 0)
        EnumWindows(ask, 0);
    bool runs;
    while ((runs = anything_runs()) && asked > 0 && left_ms > 0) {
        Sleep(POLL_MS);
        left_ms -= POLL_MS;
    }
    return runs;
}
