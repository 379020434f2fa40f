/*
 * What the tools share that stand between a process and its system calls: which files lie below a folder, and the call
 * behind the one that is replaced.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/* The call that the C library has under this name. */
#define REAL(type, name, parameters)                                  \
  static type(*real) parameters;                                      \
  if (real == NULL) real = (type(*) parameters)dlsym(RTLD_NEXT, name)

/* The folder; NULL while nothing is watched. */
static const char *folder;

/* A path as it is from the root; 0 when there is none. `whole` holds PATH_MAX * 2 bytes. */
static int resolve_path(int at, const char *path, char *whole) {
  if (path == NULL) return 0;
  ssize_t length = 0;
  if (path[0] != '/') {
    char link[64];
    snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
    length = readlink(link, whole, PATH_MAX - 1);
    if (length < 0) return 0;
    whole[length++] = '/';
  }
  strncpy(whole + length, path, PATH_MAX - 1);
  whole[length + PATH_MAX - 1] = 0;
  return 1;
}

static int is_below(int at, const char *path) {
  char whole[PATH_MAX * 2];
  if (folder == NULL || !resolve_path(at, path, whole)) return 0;
  size_t length = strlen(folder);
  return strncmp(whole, folder, length) == 0 && (whole[length] == '/' || whole[length] == 0);
}

#define MOST_FILES 65536
/* 1 = an open file below the folder. */
static unsigned char below[MOST_FILES];

static int file_is_below(int file) { return folder != NULL && file >= 0 && file < MOST_FILES && below[file]; }

static int remember(int file, int is_ours) {
  if (file >= 0 && file < MOST_FILES) below[file] = (unsigned char)is_ours;
  return file;
}

int close(int file) {
  REAL(int, "close", (int));
  remember(file, 0);
  return real(file);
}

/* The parameters of an open that may have a third one. */
#define MODE_OF(flags)                       \
  mode_t mode = 0;                           \
  if (flags & (O_CREAT | O_TMPFILE)) {       \
    va_list rest;                            \
    va_start(rest, flags);                   \
    mode = va_arg(rest, mode_t);             \
    va_end(rest);                            \
  }
