/*
 * Writes down every change to files below a folder in the order in which it was made, and every wish to make one last (fsync), so that
 * `recording.ts` can build what a disk holds after a power cut at any moment. Loaded with LD_PRELOAD into a host of the
 * reliability tests. Nothing is really made to last: that is what the records are for.
 *
 * Environment: KURS_RECORD = file the records are appended to, KURS_RECORD_UNDER = the folder.
 */
#include "calls.h"
#include <pthread.h>

/* The kinds of records; `recording.ts` has the same order. */
enum { WRITE, TRUNCATE, SYNC, CREATE, MKDIR, RENAME, LINK, UNLINK };

/* Followed by the name, the second name and the data, of these lengths. Folders and files go by their inode number. */
struct record {
  uint32_t kind;
  uint32_t name_length;
  uint32_t second_length;
  uint32_t data_length;
  uint64_t inode;
  uint64_t parent;
  uint64_t second_parent;
  uint64_t offset;
};

static int records = -1;
/* A change and its record are one step, so that the records have the order of the changes. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("KURS_RECORD");
  if (file == NULL) return;
  records = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (records < 0) abort();
  folder = getenv("KURS_RECORD_UNDER");
}

static uint64_t inode_of_file(int file) {
  struct stat found;
  return fstat(file, &found) == 0 ? found.st_ino : 0;
}

static uint64_t inode_of(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 ? found.st_ino : 0;
}

/* A name in a folder. */
struct entry {
  char path[PATH_MAX * 2];
  char *name;
  uint64_t parent;
  uint64_t inode;
};

static void look_up(int at, const char *path, struct entry *entry) {
  resolve_path(at, path, entry->path);
  entry->inode = inode_of(entry->path);
  char *slash = strrchr(entry->path, '/');
  *slash = 0;
  entry->parent = inode_of(entry->path);
  *slash = '/';
  entry->name = slash + 1;
}

static void record(struct record head, const char *name, const char *second, const void *data) {
  head.name_length = name == NULL ? 0 : (uint32_t)strlen(name);
  head.second_length = second == NULL ? 0 : (uint32_t)strlen(second);
  struct iovec parts[] = {
    {&head, sizeof head},
    {(void *)name, head.name_length},
    {(void *)second, head.second_length},
    {(void *)data, head.data_length},
  };
  if (syscall(SYS_writev, records, parts, 4) < 0) abort();
}

#define LOCKED(type, action)      \
  pthread_mutex_lock(&lock);      \
  type result = action;           \
  int error = errno;

#define UNLOCKED                  \
  pthread_mutex_unlock(&lock);    \
  errno = error;                  \
  return result;

#define ON_WRITE(call, parameters, offset_before, arguments)                                                           \
  ssize_t call parameters {                                                                                            \
    REAL(ssize_t, #call, parameters);                                                                                  \
    if (!file_is_below(f)) return real arguments;                                                                      \
    int64_t at = (int64_t)(offset_before);                                                                             \
    LOCKED(ssize_t, real arguments)                                                                                    \
    if (result > 0)                                                                                                    \
      record((struct record){.kind = WRITE, .data_length = (uint32_t)result, .inode = inode_of_file(f), .offset = (uint64_t)at}, \
             NULL, NULL, b);                                                                                           \
    UNLOCKED                                                                                                           \
  }

/* Where a write without a position goes. */
static int64_t position(int f) {
  if (fcntl(f, F_GETFL) & O_APPEND) return lseek(f, 0, SEEK_END);
  return lseek(f, 0, SEEK_CUR);
}

ON_WRITE(pwrite, (int f, const void *b, size_t n, off_t o), o, (f, b, n, o))
ON_WRITE(pwrite64, (int f, const void *b, size_t n, off64_t o), o, (f, b, n, o))
ON_WRITE(write, (int f, const void *b, size_t n), position(f), (f, b, n))

/* Part by part; whoever wrote less than wanted writes the rest. */
ssize_t writev(int f, const struct iovec *v, int n) {
  REAL(ssize_t, "writev", (int, const struct iovec *, int));
  return file_is_below(f) && n > 0 ? write(f, v[0].iov_base, v[0].iov_len) : real(f, v, n);
}

/* Copies inside the system are refused, so that they are made by reading and writing. */
#define NO_COPY(call, parameters, file, arguments)   \
  ssize_t call parameters {                          \
    REAL(ssize_t, #call, parameters);                \
    if (!file_is_below(file)) return real arguments; \
    errno = EINVAL;                                  \
    return -1;                                       \
  }

NO_COPY(sendfile, (int f, int g, off_t *o, size_t n), f, (f, g, o, n))
NO_COPY(sendfile64, (int f, int g, off64_t *o, size_t n), f, (f, g, o, n))
NO_COPY(copy_file_range, (int g, off64_t *p, int f, off64_t *o, size_t n, unsigned x), f, (g, p, f, o, n, x))

long syscall(long number, ...) {
  REAL(long, "syscall", (long, ...));
  long a[6];
  va_list rest;
  va_start(rest, number);
  for (int index = 0; index < 6; index++) a[index] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && file_is_below((int)a[2])) {
    errno = EINVAL;
    return -1;
  }
  return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

#define ON_TRUNCATE(call, parameters, arguments)                                                                     \
  int call parameters {                                                                                              \
    REAL(int, #call, parameters);                                                                                    \
    if (!file_is_below(f)) return real arguments;                                                                    \
    LOCKED(int, real arguments)                                                                                      \
    if (result == 0)                                                                                                 \
      record((struct record){.kind = TRUNCATE, .inode = inode_of_file(f), .offset = (uint64_t)n}, NULL, NULL, NULL); \
    UNLOCKED                                                                                                         \
  }

ON_TRUNCATE(ftruncate, (int f, off_t n), (f, n))
ON_TRUNCATE(ftruncate64, (int f, off64_t n), (f, n))

#define ON_SYNC(call)                                                                   \
  int call(int f) {                                                                     \
    REAL(int, #call, (int));                                                            \
    if (!file_is_below(f)) return real(f);                                              \
    LOCKED(int, 0)                                                                      \
    record((struct record){.kind = SYNC, .inode = inode_of_file(f)}, NULL, NULL, NULL); \
    UNLOCKED                                                                            \
  }

ON_SYNC(fsync)
ON_SYNC(fdatasync)

static int recorded_open(int file, int flags, const struct entry *before) {
  if (file < 0) return file;
  remember(file, 1);
  uint64_t inode = inode_of_file(file);
  if (before->inode == 0)
    record((struct record){.kind = CREATE, .inode = inode, .parent = before->parent}, before->name, NULL, NULL);
  else if (flags & O_TRUNC) record((struct record){.kind = TRUNCATE, .inode = inode}, NULL, NULL, NULL);
  return file;
}

#define ON_OPEN(call, parameters, at, arguments)                \
  int call parameters {                                         \
    REAL(int, #call, parameters);                               \
    MODE_OF(flags)                                              \
    if (!is_below(at, p)) return remember(real arguments, 0);   \
    struct entry before;                                        \
    pthread_mutex_lock(&lock);                                  \
    look_up(at, p, &before);                                    \
    int result = recorded_open(real arguments, flags, &before); \
    int error = errno;                                          \
    UNLOCKED                                                    \
  }

ON_OPEN(open, (const char *p, int flags, ...), AT_FDCWD, (p, flags, mode))
ON_OPEN(open64, (const char *p, int flags, ...), AT_FDCWD, (p, flags, mode))
ON_OPEN(openat, (int d, const char *p, int flags, ...), d, (d, p, flags, mode))
ON_OPEN(openat64, (int d, const char *p, int flags, ...), d, (d, p, flags, mode))

#define ON_REMOVAL(call, parameters, at, arguments)                                                                  \
  int call parameters {                                                                                              \
    REAL(int, #call, parameters);                                                                                    \
    if (!is_below(at, p)) return real arguments;                                                                     \
    struct entry entry;                                                                                              \
    pthread_mutex_lock(&lock);                                                                                       \
    look_up(at, p, &entry);                                                                                          \
    int result = real arguments;                                                                                     \
    int error = errno;                                                                                               \
    if (result == 0)                                                                                                 \
      record((struct record){.kind = UNLINK, .inode = entry.inode, .parent = entry.parent}, entry.name, NULL, NULL); \
    UNLOCKED                                                                                                         \
  }

ON_REMOVAL(unlink, (const char *p), AT_FDCWD, (p))
ON_REMOVAL(unlinkat, (int d, const char *p, int x), d, (d, p, x))
ON_REMOVAL(remove, (const char *p), AT_FDCWD, (p))
ON_REMOVAL(rmdir, (const char *p), AT_FDCWD, (p))

#define ON_NAME(call, kind_of, parameters, at, second_at, arguments)                                                   \
  int call parameters {                                                                                                \
    REAL(int, #call, parameters);                                                                                      \
    if (!is_below(second_at, q)) return real arguments;                                                                \
    struct entry from, to;                                                                                             \
    pthread_mutex_lock(&lock);                                                                                         \
    look_up(at, p, &from);                                                                                             \
    look_up(second_at, q, &to);                                                                                        \
    int result = real arguments;                                                                                       \
    int error = errno;                                                                                                 \
    if (result == 0)                                                                                                   \
      record((struct record){.kind = kind_of, .inode = from.inode, .parent = from.parent, .second_parent = to.parent}, \
             from.name, to.name, NULL);                                                                                \
    UNLOCKED                                                                                                           \
  }

ON_NAME(rename, RENAME, (const char *p, const char *q), AT_FDCWD, AT_FDCWD, (p, q))
ON_NAME(renameat, RENAME, (int d, const char *p, int e, const char *q), d, e, (d, p, e, q))
ON_NAME(link, LINK, (const char *p, const char *q), AT_FDCWD, AT_FDCWD, (p, q))

int mkdir(const char *p, mode_t mode) {
  REAL(int, "mkdir", (const char *, mode_t));
  if (!is_below(AT_FDCWD, p)) return real(p, mode);
  struct entry entry;
  pthread_mutex_lock(&lock);
  int result = real(p, mode);
  int error = errno;
  look_up(AT_FDCWD, p, &entry);
  if (result == 0)
    record((struct record){.kind = MKDIR, .inode = entry.inode, .parent = entry.parent}, entry.name, NULL, NULL);
  UNLOCKED
}
