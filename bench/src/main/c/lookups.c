/*
 * lookups FOLDER NAME: prints how many times a second libkmod finds the modules that NAME means, with the
 * indexes of FOLDER in memory and no configuration. LookUps.java measures the same of ours.
 */
#include <libkmod.h>
#include <stdio.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double rate(struct kmod_ctx *context, const char *name) {
  double begin = now(), end = begin;
  long count = 0;
  for (; end < begin + 1; end = now()) {
    for (int i = 0; i < 1000; i++, count++) {
      struct kmod_list *modules = NULL;
      if (kmod_module_new_from_lookup(context, name, &modules) < 0 || modules == NULL)
        return 0;
      kmod_module_unref_list(modules);
    }
  }
  return count / (end - begin);
}

int main(int argc, char **argv) {
  const char *no_configuration[] = {"/dev/null", NULL};
  struct kmod_ctx *context = argc == 3 ? kmod_new(argv[1], no_configuration) : NULL;
  if (context == NULL || kmod_load_resources(context) < 0)
    return 1;
  printf("%.0f\n", rate(context, argv[2]));
  return 0;
}
