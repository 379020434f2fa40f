/*
 * Makes one kind of system call fail for files below a folder, at the n-th call and once or for ever, and kills the process
 * before the n-th call that changes names or makes changes last. Loaded with LD_PRELOAD into a process of the reliability
 * tests; `faults.ts` compiles it and writes its orders into the memory it shares with it.
 *
 * Environment: KURS_FAULTS = file of the orders (one `struct orders`), KURS_FAULTS_UNDER = the folder.
 */
#include "calls.h"
#include <signal.h>

/* The kinds of calls; `faults.ts` has the same order. */
enum { PREAD, PWRITE, FSYNC, FTRUNCATE, RENAME, OPENAT, UNLINK, MKDIR, STAT, KINDS };

/* Whole numbers of 32 bits, native order. */
struct orders {
  int32_t armed;
  int32_t kind;
  int32_t error;
  int32_t at;
  int32_t for_ever;
  /* Which of the steps is the last thing the process comes to; 0 = none. */
  int32_t kill_at;
  atomic_int failed;
  atomic_int steps;
  atomic_int seen[KINDS];
};

static struct orders *orders;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("KURS_FAULTS");
  if (file == NULL) return;
  int handle = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC);
  if (handle < 0) abort();
  orders = mmap(NULL, sizeof(struct orders), PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
  if (orders == MAP_FAILED) abort();
  folder = getenv("KURS_FAULTS_UNDER");
}

/* Steps are what a folder looks different after: the contents of files between them are nobody's until they are named. */
static void take_step(int kind) {
  if (kind != FSYNC && kind != FTRUNCATE && kind != RENAME && kind != UNLINK) return;
  if (atomic_fetch_add(&orders->steps, 1) + 1 == orders->kill_at) kill(getpid(), SIGKILL);
}

/* Counts a call, and says whether it is one that fails. */
static int fails(int kind) {
  if (orders->armed == 0) return 0;
  take_step(kind);
  int number = atomic_fetch_add(&orders->seen[kind], 1) + 1;
  if (kind != orders->kind) return 0;
  if (number != orders->at && !(orders->for_ever && number > orders->at)) return 0;
  atomic_fetch_add(&orders->failed, 1);
  errno = orders->error;
  return 1;
}

#define ON_FILE(type, name, kind, parameters, file, arguments) \
  type name parameters {                                       \
    REAL(type, #name, parameters);                             \
    if (file_is_below(file) && fails(kind)) return -1;         \
    return real arguments;                                     \
  }

ON_FILE(ssize_t, pread, PREAD, (int f, void *b, size_t n, off_t o), f, (f, b, n, o))
ON_FILE(ssize_t, pread64, PREAD, (int f, void *b, size_t n, off64_t o), f, (f, b, n, o))
ON_FILE(ssize_t, read, PREAD, (int f, void *b, size_t n), f, (f, b, n))
ON_FILE(ssize_t, readv, PREAD, (int f, const struct iovec *v, int n), f, (f, v, n))
ON_FILE(ssize_t, pwrite, PWRITE, (int f, const void *b, size_t n, off_t o), f, (f, b, n, o))
ON_FILE(ssize_t, pwrite64, PWRITE, (int f, const void *b, size_t n, off64_t o), f, (f, b, n, o))
ON_FILE(ssize_t, write, PWRITE, (int f, const void *b, size_t n), f, (f, b, n))
ON_FILE(ssize_t, writev, PWRITE, (int f, const struct iovec *v, int n), f, (f, v, n))
ON_FILE(ssize_t, sendfile, PWRITE, (int f, int g, off_t *o, size_t n), f, (f, g, o, n))
ON_FILE(ssize_t, sendfile64, PWRITE, (int f, int g, off64_t *o, size_t n), f, (f, g, o, n))
ON_FILE(ssize_t, copy_file_range, PWRITE, (int g, off64_t *p, int f, off64_t *o, size_t n, unsigned x), f, (g, p, f, o, n, x))
ON_FILE(int, fsync, FSYNC, (int f), f, (f))
ON_FILE(int, fdatasync, FSYNC, (int f), f, (f))
ON_FILE(int, ftruncate, FTRUNCATE, (int f, off_t n), f, (f, n))
ON_FILE(int, ftruncate64, FTRUNCATE, (int f, off64_t n), f, (f, n))

#define ON_NAME(name, kind, parameters, at, path, arguments) \
  int name parameters {                                      \
    REAL(int, #name, parameters);                            \
    if (is_below(at, path) && fails(kind)) return -1;        \
    return real arguments;                                   \
  }

ON_NAME(unlink, UNLINK, (const char *p), AT_FDCWD, p, (p))
ON_NAME(unlinkat, UNLINK, (int d, const char *p, int x), d, p, (d, p, x))
ON_NAME(remove, UNLINK, (const char *p), AT_FDCWD, p, (p))
ON_NAME(rmdir, UNLINK, (const char *p), AT_FDCWD, p, (p))
ON_NAME(rename, RENAME, (const char *p, const char *q), AT_FDCWD, q, (p, q))
ON_NAME(renameat, RENAME, (int d, const char *p, int e, const char *q), e, q, (d, p, e, q))
ON_NAME(renameat2, RENAME, (int d, const char *p, int e, const char *q, unsigned x), e, q, (d, p, e, q, x))
ON_NAME(mkdir, MKDIR, (const char *p, mode_t m), AT_FDCWD, p, (p, m))
ON_NAME(statx, STAT, (int d, const char *p, int x, unsigned m, struct statx *s), d, p, (d, p, x, m, s))
ON_NAME(link, RENAME, (const char *p, const char *q), AT_FDCWD, q, (p, q))

#define ON_OPEN(name, parameters, at, path, arguments) \
  int name parameters {                                \
    REAL(int, #name, parameters);                      \
    MODE_OF(flags)                                     \
    int is_ours = is_below(at, path);                  \
    if (is_ours && fails(OPENAT)) return -1;           \
    return remember(real arguments, is_ours);          \
  }

ON_OPEN(open, (const char *p, int flags, ...), AT_FDCWD, p, (p, flags, mode))
ON_OPEN(open64, (const char *p, int flags, ...), AT_FDCWD, p, (p, flags, mode))
ON_OPEN(openat, (int d, const char *p, int flags, ...), d, p, (d, p, flags, mode))
ON_OPEN(openat64, (int d, const char *p, int flags, ...), d, p, (d, p, flags, mode))

/* libuv copies files and looks at them with calls that older C libraries have no name for. */
long syscall(long number, ...) {
  REAL(long, "syscall", (long, ...));
  long a[6];
  va_list rest;
  va_start(rest, number);
  for (int index = 0; index < 6; index++) a[index] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && file_is_below((int)a[2]) && fails(PWRITE)) return -1;
  if (number == SYS_statx && is_below((int)a[0], (const char *)a[1]) && fails(STAT)) return -1;
  return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
