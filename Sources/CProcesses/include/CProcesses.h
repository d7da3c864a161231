// Starting a process as POSIX and glibc can, but for what Swift does not see of them.
#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

// A pipe whose ends are not inherited: ends[0] is read from, ends[1] is written to.
//
// Returns 0, or the error.
int cpr_pipe(int ends[2]);

// Starts a program in a session of its own, in a folder, with three files for its standard input,
// output and error, no other file, every signal as usual, and no environment but the given one.
//
// `arguments` and `environment` end with a null pointer. Returns 0, or the error.
int cpr_start(
    pid_t *process, const char *folder, const int files[3], char *const arguments[],
    char *const environment[]);

#endif
