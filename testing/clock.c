/*
 * Sets the clock of a program to another moment, from which it runs on: LD_PRELOAD=clock.so and
 * TEST_CLOCK_SHIFT=SECONDS. docs/decisions/0032 says why this is not libfaketime.
 *
 * Only the time of day is shifted. Clocks that only measure stay as they are, so programs wait as
 * long as always. A wait that ends at a time of day is shifted back for the kernel, which knows
 * nothing of this. The times of files, and timers of timerfd_create, are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t shift;

__attribute__((constructor)) static void read_shift(void) {
  const char *seconds = getenv("TEST_CLOCK_SHIFT");
  shift = seconds ? atol(seconds) : 0;
}

static int is_time_of_day(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  if (syscall(SYS_clock_gettime, clock, now) != 0) return -1;
  if (is_time_of_day(clock)) now->tv_sec += shift;
  return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec precise;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  if (result) *result = precise.tv_sec;
  return precise.tv_sec;
}

int timespec_get(struct timespec *now, int base) {
  return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

/* The real function behind one of ours; without a version, the newest. */
static void *real(const char *name, const char *version) {
  return version ? dlvsym(RTLD_NEXT, name, version) : dlsym(RTLD_NEXT, name);
}

/*
 * The end of a wait as the kernel counts. A condition does not tell which clock it waits by; the
 * time since the machine started is less than thirty years.
 */
static struct timespec real_end(const struct timespec *end) {
  struct timespec kernels = *end;
  if (kernels.tv_sec > 1000000000) kernels.tv_sec -= shift;
  return kernels;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict end) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
#ifdef __x86_64__
  const char *version = "GLIBC_2.3.2";
#else
  const char *version = NULL;
#endif
  if (!next) next = real("pthread_cond_timedwait", version);
  struct timespec kernels = real_end(end);
  return next(condition, mutex, &kernels);
}

int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           clockid_t clock, const struct timespec *restrict end) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
  if (!next) next = real("pthread_cond_clockwait", NULL);
  struct timespec kernels = *end;
  if (is_time_of_day(clock)) kernels.tv_sec -= shift;
  return next(condition, mutex, clock, &kernels);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict end) {
  static int (*next)(sem_t *, const struct timespec *);
  if (!next) next = real("sem_timedwait", NULL);
  struct timespec kernels = real_end(end);
  return next(semaphore, &kernels);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict end) {
  static int (*next)(pthread_mutex_t *, const struct timespec *);
  if (!next) next = real("pthread_mutex_timedlock", NULL);
  struct timespec kernels = real_end(end);
  return next(mutex, &kernels);
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time,
                    struct timespec *left) {
  struct timespec kernels = *time;
  if (flags & TIMER_ABSTIME && is_time_of_day(clock)) kernels.tv_sec -= shift;
  return syscall(SYS_clock_nanosleep, clock, flags, &kernels, left) == 0 ? 0 : errno;
}
