/*
 * The floor of every time that kiji can reach: libmecab alone, one sentence a line, all nodes visited.
 *
 * usage: bare_mecab DICTIONARY_FOLDER FILE
 *
 * Prints the number of morphemes, the bytes read, and the seconds that the loop took (the file is read and the
 * dictionary opened before). Whoever times the process gets the start with it.
 */
#include <mecab.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) return NULL;
  const long length = ftell(file);
  if (length < 0 || fseek(file, 0, SEEK_SET) != 0) return NULL;
  char *bytes = malloc((size_t)length + 1);
  if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) return NULL;
  bytes[length] = '\0';
  fclose(file);
  *size = (size_t)length;
  return bytes;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: bare_mecab DICTIONARY_FOLDER FILE\n");
    return 2;
  }
  size_t size = 0;
  char *text = read_file(argv[2], &size);
  if (text == NULL) {
    perror(argv[2]);
    return 2;
  }
  char *arguments[] = {"mecab", "-r", "/dev/null", "-d", argv[1]};
  mecab_model_t *model = mecab_model_new(5, arguments);
  mecab_t *tagger = model == NULL ? NULL : mecab_model_new_tagger(model);
  if (tagger == NULL) {
    fprintf(stderr, "%s: %s\n", argv[1], mecab_strerror(NULL));
    return 2;
  }

  const double start = now();
  unsigned long morphemes = 0, surface_bytes = 0;
  for (const char *line = text, *end = text + size; line < end;) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (stop == NULL) stop = end;
    size_t length = (size_t)(stop - line);
    /* A sentence that ends in white space makes libmecab search on to the next NUL. */
    while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\t' || line[length - 1] == '\r')) length--;
    if (length > 0) {
      const mecab_node_t *node = mecab_sparse_tonode2(tagger, line, length);
      if (node == NULL) {
        fprintf(stderr, "%s\n", mecab_strerror(tagger));
        return 2;
      }
      for (; node != NULL; node = node->next) {
        if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
        morphemes++;
        surface_bytes += node->length;
      }
    }
    line = stop + 1;
  }
  printf("%lu morphemes, %zu bytes (%lu in surfaces), %.3f s\n", morphemes, size, surface_bytes, now() - start);

  mecab_destroy(tagger);
  mecab_model_destroy(model);
  free(text);
  return 0;
}
