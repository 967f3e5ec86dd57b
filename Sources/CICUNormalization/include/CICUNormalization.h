// ICU's normalization of UTF-8 with recorded edits, which ICU offers in C++ only, behind plain C types.
// No ICU header is included here: ICU's and Foundation's types clash in one Swift module.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A normalization form and the memory of its last result. Not for two threads at once.
typedef struct kiji_normalizer kiji_normalizer;

/// `source_count` bytes at `source` stand as `target_count` bytes at `target`.
typedef struct {
  uint32_t source;
  uint32_t source_count;
  uint32_t target;
  uint32_t target_count;
} kiji_edit;

/// A normalized text and its edits in ascending order; valid until the normalizer is used again or destroyed.
typedef struct {
  const uint8_t *bytes;
  size_t byte_count;
  const kiji_edit *edits;
  size_t edit_count;
} kiji_normalized;

/// How the compatibility decomposition of a scalar begins and ends: what UAX #15 section 13 counts.
typedef struct {
  /// Non-starters before the first starter; all of them where there is no starter.
  uint32_t leading;
  /// Non-starters after the last starter.
  uint32_t trailing;
  bool has_starter;
} kiji_non_starters;

/// Creates a normalizer to NFKC, or to NFC. NULL, with ICU's error number in `status`, where ICU has no data for it.
kiji_normalizer *kiji_normalizer_create(bool compatibility, int32_t *status);

/// Frees a normalizer and its last result.
void kiji_normalizer_destroy(kiji_normalizer *normalizer);

/// Normalizes valid UTF-8 of less than 4 GiB. A stretch for which memory or offsets run out is copied as it is.
kiji_normalized kiji_normalizer_normalize(kiji_normalizer *normalizer, const uint8_t *bytes, size_t count);

/// Whether the form never joins `scalar` with what stands before it.
bool kiji_normalizer_has_boundary_before(const kiji_normalizer *normalizer, uint32_t scalar);

/// The non-starters at the ends of the compatibility decomposition of `scalar`.
kiji_non_starters kiji_normalizer_non_starters(const kiji_normalizer *normalizer, uint32_t scalar);

/// Whether ICU's version of Unicode assigns `scalar`.
bool kiji_icu_is_assigned(uint32_t scalar);

#ifdef __cplusplus
}
#endif
