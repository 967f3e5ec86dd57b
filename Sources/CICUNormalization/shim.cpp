#include "CICUNormalization.h"

#include <cstdlib>
#include <cstring>
#include <new>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace {

// ICU counts in 32 signed bits, and a scalar grows elevenfold at most (U+FDFA: 3 bytes to 33), so that the result of
// one call fits as well.
constexpr size_t kLongestCall = size_t{1} << 26;

// How far back a call's end is moved to find a place where the form joins nothing.
constexpr size_t kLongestSearch = 4096;

// A growing array that says no instead of throwing: an exception must not cross ICU's or Swift's frames.
template <typename Element>
struct Column {
  Element *elements = nullptr;
  size_t count = 0;
  size_t capacity = 0;

  ~Column() { std::free(elements); }

  bool reserve(size_t extra) {
    if (extra <= capacity - count) return true;
    size_t wanted = capacity * 2 > count + extra ? capacity * 2 : count + extra;
    void *grown = std::realloc(elements, wanted * sizeof(Element));
    if (grown == nullptr) return false;
    elements = static_cast<Element *>(grown);
    capacity = wanted;
    return true;
  }

  bool append(const Element *first, size_t extra) {
    if (!reserve(extra)) return false;
    if (extra > 0) std::memcpy(elements + count, first, extra * sizeof(Element));
    count += extra;
    return true;
  }
};

class ColumnSink final : public icu::ByteSink {
 public:
  explicit ColumnSink(Column<uint8_t> &column) : column_(column) {}

  void Append(const char *bytes, int32_t count) override {
    if (!column_.append(reinterpret_cast<const uint8_t *>(bytes), static_cast<size_t>(count))) failed = true;
  }

  bool failed = false;

 private:
  Column<uint8_t> &column_;
};

}  // namespace

struct kiji_normalizer {
  const icu::Normalizer2 *form;
  const icu::Normalizer2 *compatibility;
  icu::Edits icu_edits;
  Column<uint8_t> bytes;
  Column<kiji_edit> edits;
};

namespace {

// The end of the call that starts at `start`: before a scalar that the form does not join with what precedes it.
size_t call_end(const kiji_normalizer &normalizer, const uint8_t *bytes, size_t start, size_t count) {
  if (count - start <= kLongestCall) return count;
  size_t limit = start + kLongestCall;
  size_t first = limit;
  for (size_t end = limit; end > limit - kLongestSearch; end--) {
    if (U8_IS_TRAIL(bytes[end])) continue;
    first = end;
    size_t next = end;
    UChar32 scalar;
    U8_NEXT_UNSAFE(bytes, next, scalar);
    if (normalizer.form->hasBoundaryBefore(scalar)) return end;
  }
  return first;
}

bool append_edits(kiji_normalizer &normalizer, size_t source, size_t target) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits::Iterator changes = normalizer.icu_edits.getFineChangesIterator();
  while (changes.next(status)) {
    kiji_edit edit = {
        static_cast<uint32_t>(source + changes.sourceIndex()), static_cast<uint32_t>(changes.oldLength()),
        static_cast<uint32_t>(target + changes.destinationIndex()), static_cast<uint32_t>(changes.newLength())};
    if (!normalizer.edits.append(&edit, 1)) return false;
  }
  return U_SUCCESS(status);
}

bool append_normalized(kiji_normalizer &normalizer, const uint8_t *bytes, size_t source, size_t count) {
  size_t target = normalizer.bytes.count;
  UErrorCode status = U_ZERO_ERROR;
  ColumnSink sink(normalizer.bytes);
  normalizer.icu_edits.reset();
  icu::StringPiece piece(reinterpret_cast<const char *>(bytes + source), static_cast<int32_t>(count));
  normalizer.form->normalizeUTF8(0, piece, sink, &normalizer.icu_edits, status);
  return U_SUCCESS(status) && !sink.failed && normalizer.bytes.count <= UINT32_MAX &&
         append_edits(normalizer, source, target);
}

}  // namespace

kiji_normalizer *kiji_normalizer_create(bool compatibility, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfkc = icu::Normalizer2::getNFKCInstance(error);
  const icu::Normalizer2 *form = compatibility ? nfkc : icu::Normalizer2::getNFCInstance(error);
  *status = error;
  if (U_FAILURE(error)) return nullptr;
  kiji_normalizer *normalizer = new (std::nothrow) kiji_normalizer{form, nfkc, {}, {}, {}};
  if (normalizer == nullptr) *status = U_MEMORY_ALLOCATION_ERROR;
  return normalizer;
}

void kiji_normalizer_destroy(kiji_normalizer *normalizer) { delete normalizer; }

kiji_normalized kiji_normalizer_normalize(kiji_normalizer *normalizer, const uint8_t *bytes, size_t count) {
  normalizer->bytes.count = 0;
  normalizer->edits.count = 0;
  normalizer->bytes.reserve(count + count / 8);
  for (size_t start = 0; start < count;) {
    size_t end = call_end(*normalizer, bytes, start, count);
    size_t byte_count = normalizer->bytes.count;
    size_t edit_count = normalizer->edits.count;
    if (!append_normalized(*normalizer, bytes, start, end - start)) {
      normalizer->bytes.count = byte_count;
      normalizer->edits.count = edit_count;
      normalizer->bytes.append(bytes + start, end - start);
    }
    start = end;
  }
  return {normalizer->bytes.elements, normalizer->bytes.count, normalizer->edits.elements, normalizer->edits.count};
}

bool kiji_normalizer_has_boundary_before(const kiji_normalizer *normalizer, uint32_t scalar) {
  return normalizer->form->hasBoundaryBefore(static_cast<UChar32>(scalar));
}

kiji_non_starters kiji_normalizer_non_starters(const kiji_normalizer *normalizer, uint32_t scalar) {
  icu::UnicodeString decomposition;
  if (!normalizer->compatibility->getDecomposition(static_cast<UChar32>(scalar), decomposition)) {
    decomposition.setTo(static_cast<UChar32>(scalar));
  }
  kiji_non_starters ends = {0, 0, false};
  for (int32_t index = 0; index < decomposition.length();) {
    UChar32 part = decomposition.char32At(index);
    if (u_getCombiningClass(part) == 0) {
      ends.has_starter = true;
      ends.trailing = 0;
    } else {
      ends.trailing++;
      if (!ends.has_starter) ends.leading++;
    }
    index += U16_LENGTH(part);
  }
  return ends;
}

bool kiji_icu_is_assigned(uint32_t scalar) { return u_isdefined(static_cast<UChar32>(scalar)); }
