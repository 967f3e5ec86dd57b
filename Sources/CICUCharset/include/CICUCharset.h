// ICU's charset detector and converters behind plain C types: no ICU type shows, because Foundation carries an ICU of
// its own and the two do not compile side by side.
#ifndef KIJI_CICU_CHARSET_H
#define KIJI_CICU_CHARSET_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How sure ICU's detector is of the two Japanese 8-bit encodings, 0 to 100 each.
typedef struct {
  int32_t shiftJIS;
  int32_t eucJP;
} KijiCharsetConfidence;

/// Asks ICU's detector about `count` bytes.
KijiCharsetConfidence kiji_charset_confidence(const uint8_t *bytes, size_t count);

/// Converts `count` bytes from the encoding that ICU knows as `name` to UTF-8; what is no character becomes U+FFFD.
///
/// Writes at most `capacity` bytes, and returns how many it wrote; -1 where ICU has no such converter, has no memory,
/// or `capacity` is too small. Three bytes for each byte of input, and 64 more, are always enough.
int64_t kiji_charset_to_utf8(const char *name, const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

/// Converts `count` bytes of UTF-8 to the encoding that ICU knows as `name`, exactly: no character is replaced by a
/// similar one.
///
/// Writes at most `capacity` bytes, and returns how many it wrote; -1 where a character has no bytes there, ICU has no
/// such converter, has no memory, or `capacity` is too small. Four bytes for each byte of input, and 64 more, are always
/// enough.
int64_t kiji_charset_from_utf8(const char *name, const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
