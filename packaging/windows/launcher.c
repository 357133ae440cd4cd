/* Reloader.exe (a window) and bin\reloader.exe (a terminal's): Python with Reloader's code.
 *
 * Loads the runtime's python DLL and runs `python -I app\launch.py ARGUMENTS...` in this very
 * process. A starter with a second process behind it would be 'Python' in the task bar and in
 * Task Manager, and ending it there would leave the window open; a plain exit code and Ctrl+C
 * need nothing then, either. What Python reads of this file is nothing: its paths come from
 * the runtime folder, as if runtime\python.exe had been started.
 *
 * Compiled twice: with WINDOWED there is no console, and an error is a message box.
 * ROOT_UP: how many folders the program's own folder is below Reloader's.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* of a path, in Windows */
#define CANNOT_START 2

#ifdef WINDOWED
#define INTERPRETER L"runtime\\pythonw.exe"
#else
#define INTERPRETER L"runtime\\python.exe"
#endif

/* Typed by Python's own header, so that a wrong call does not compile. */
#define FUNCTION(name) static __typeof__(name) *name##_
FUNCTION(PyConfig_InitPythonConfig);
FUNCTION(PyConfig_SetArgv);
FUNCTION(PyConfig_SetString);
FUNCTION(PyConfig_Clear);
FUNCTION(PyStatus_Exception);
FUNCTION(PyStatus_IsExit);
FUNCTION(Py_InitializeFromConfig);
FUNCTION(Py_RunMain);

static int fail(const wchar_t *why)
{
    wchar_t text[LONGEST];
    swprintf(text, LONGEST,
             L"Reloader cannot start: %ls.\n\n"
             L"Its files belong together. If you opened it inside a zip file, choose "
             L"'Extract all' first. Otherwise install Reloader again; your settings are kept.",
             why);
#ifdef WINDOWED
    MessageBoxW(NULL, text, L"Reloader", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"reloader: %ls\n", text);
#endif
    return CANNOT_START;
}

/* Reloader's folder with `name` put after it; NULL if that is too long for Windows. */
static wchar_t *inside(const wchar_t *name)
{
    wchar_t *path = malloc(LONGEST * sizeof *path);
    DWORD length = path == NULL ? 0 : GetModuleFileNameW(NULL, path, LONGEST);
    if (length == 0 || length == LONGEST)
        return NULL;
    for (int up = 0; up <= ROOT_UP; up++) {
        wchar_t *end = wcsrchr(path, L'\\');
        if (end == NULL)
            return NULL;
        *end = L'\0';
    }
    length = (DWORD)wcslen(path);
    if (length + 1 + wcslen(name) >= LONGEST)
        return NULL;
    path[length] = L'\\';
    wcscpy(path + length + 1, name);
    return path;
}

static const wchar_t *load_python(void)
{
    const wchar_t *path = inside(L"runtime\\" PYTHON_DLL);
    HMODULE dll = NULL;
    if (path != NULL) /* what it needs lies beside it or in Windows, and nowhere else */
        dll = LoadLibraryExW(path, NULL,
                             LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (dll == NULL)
        return L"runtime\\" PYTHON_DLL L" cannot be loaded";
#define FIND(name)                                                      \
    if ((name##_ = (void *)GetProcAddress(dll, #name)) == NULL)         \
    return L"runtime\\" PYTHON_DLL L" is not the Python that it needs"
    FIND(PyConfig_InitPythonConfig);
    FIND(PyConfig_SetArgv);
    FIND(PyConfig_SetString);
    FIND(PyConfig_Clear);
    FIND(PyStatus_Exception);
    FIND(PyStatus_IsExit);
    FIND(Py_InitializeFromConfig);
    FIND(Py_RunMain);
    return NULL;
}

static PyStatus start(PyConfig *config, int count, wchar_t **words, wchar_t *interpreter)
{
    PyStatus status = PyConfig_SetArgv_(config, count, words);
    if (!PyStatus_Exception_(status))
        status = PyConfig_SetString_(config, &config->executable, interpreter);
    if (!PyStatus_Exception_(status))
        status = PyConfig_SetString_(config, &config->base_executable, interpreter);
    if (!PyStatus_Exception_(status))
        status = Py_InitializeFromConfig_(config);
    return status;
}

int wmain(int argc, wchar_t **argv)
{
    wchar_t *launch = inside(LAUNCH), *interpreter = inside(INTERPRETER);
    if (launch == NULL || GetFileAttributesW(launch) == INVALID_FILE_ATTRIBUTES)
        return fail(LAUNCH L" is missing");
    const wchar_t *trouble = load_python();
    if (trouble != NULL)
        return fail(trouble);

    const wchar_t *first[] = {argv[0], L"-I", launch};
    const int own = sizeof first / sizeof *first;
    wchar_t **words = calloc(own + argc, sizeof *words);
    if (interpreter == NULL || words == NULL)
        return fail(L"there is not enough memory");
    memcpy(words, first, sizeof first);
    memcpy(words + own, argv + 1, (argc - 1) * sizeof *words);

    PyConfig config;
    PyConfig_InitPythonConfig_(&config);
    PyStatus status = start(&config, own + argc - 1, words, interpreter);
    PyConfig_Clear_(&config);
    if (PyStatus_IsExit_(status))
        return status.exitcode;
    if (PyStatus_Exception_(status)) {
        wchar_t why[256];
        swprintf(why, 256, L"Python says '%hs'", status.err_msg ? status.err_msg : "error");
        return fail(why);
    }
    return Py_RunMain_();
}
