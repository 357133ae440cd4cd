/* Reloader.app/Contents/MacOS/Reloader: Python with Reloader's code, in this very process.
 *
 * A shell script in its place would start a 'python3', which the Dock, the menu bar and the
 * questions about privacy would name; and a script cannot be signed as a program is. What Python
 * reads of this file is nothing: its paths come from the runtime's folder, as if runtime/bin/python3
 * had been started. It compiles on Linux as well, where the tests start it.
 */
#define _GNU_SOURCE /* realpath, for Linux */
#include <Python.h>

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <unistd.h>
#endif

#define CANNOT_START 2
#define RUNTIME "/Resources/runtime/"

/* Typed by Python's own header, so that a wrong call does not compile. */
#define FUNCTION(name) static __typeof__(name) *name##_
FUNCTION(PyConfig_InitPythonConfig);
FUNCTION(PyConfig_SetBytesArgv);
FUNCTION(PyConfig_SetBytesString);
FUNCTION(PyConfig_Clear);
FUNCTION(PyStatus_Exception);
FUNCTION(PyStatus_IsExit);
FUNCTION(Py_InitializeFromConfig);
FUNCTION(Py_RunMain);

static int fail(const char *why)
{
    fprintf(stderr, "reloader: cannot start: %s. Install Reloader again; your settings are kept.\n",
            why);
    return CANNOT_START;
}

/* Reloader.app/Contents in `contents`, links followed; 0 if it cannot be told. */
static int find_contents(char *contents)
{
    char own[PATH_MAX];
#ifdef __APPLE__
    uint32_t size = sizeof own;
    if (_NSGetExecutablePath(own, &size) != 0)
        return 0;
#else
    ssize_t size = readlink("/proc/self/exe", own, sizeof own - 1);
    if (size < 0)
        return 0;
    own[size] = '\0';
#endif
    if (realpath(own, contents) == NULL)
        return 0;
    for (int up = 0; up < 2; up++) {
        char *end = strrchr(contents, '/');
        if (end == NULL)
            return 0;
        *end = '\0';
    }
    return 1;
}

/* What is missing; NULL if all is there. */
static const char *load_python(const char *contents)
{
    char path[PATH_MAX + 100];
    snprintf(path, sizeof path, "%s" RUNTIME "lib/" PYTHON_LIBRARY, contents);
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL)
        return dlerror();
#define FIND(name)                                                      \
    if ((name##_ = (__typeof__(name##_))dlsym(library, #name)) == NULL) \
    return PYTHON_LIBRARY " is not the Python that it needs"
    FIND(PyConfig_InitPythonConfig);
    FIND(PyConfig_SetBytesArgv);
    FIND(PyConfig_SetBytesString);
    FIND(PyConfig_Clear);
    FIND(PyStatus_Exception);
    FIND(PyStatus_IsExit);
    FIND(Py_InitializeFromConfig);
    FIND(Py_RunMain);
    return NULL;
}

int main(int argc, char **argv)
{
    char contents[PATH_MAX], launch[PATH_MAX + 100], interpreter[PATH_MAX + 100];
    if (!find_contents(contents))
        return fail("its own place cannot be found out");
    snprintf(launch, sizeof launch, "%s/Resources/app/launch.py", contents);
    snprintf(interpreter, sizeof interpreter, "%s" RUNTIME "bin/python3", contents);
    const char *trouble = load_python(contents);
    if (trouble != NULL)
        return fail(trouble);

    const char *first[] = {argv[0], "-I", launch};
    const int own = sizeof first / sizeof *first;
    char **words = calloc(own + argc, sizeof *words);
    if (words == NULL)
        return fail("there is not enough memory");
    memcpy(words, first, sizeof first);
    memcpy(words + own, argv + 1, (argc - 1) * sizeof *words);

    PyConfig config;
    PyConfig_InitPythonConfig_(&config);
    PyStatus status = PyConfig_SetBytesArgv_(&config, own + argc - 1, words);
    if (!PyStatus_Exception_(status))
        status = PyConfig_SetBytesString_(&config, &config.executable, interpreter);
    if (!PyStatus_Exception_(status))
        status = PyConfig_SetBytesString_(&config, &config.base_executable, interpreter);
    if (!PyStatus_Exception_(status))
        status = Py_InitializeFromConfig_(&config);
    PyConfig_Clear_(&config);
    if (PyStatus_IsExit_(status))
        return status.exitcode;
    if (PyStatus_Exception_(status))
        return fail(status.err_msg ? status.err_msg : "Python says 'error'");
    return Py_RunMain_();
}
