#include "CICUCharset.h"

#include <cstring>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

namespace {

/// What the detector sees at most. Its Japanese recognizers weigh a text by its common characters; the beginning tells.
constexpr size_t detectedBytes = 64 * 1024;

struct ConverterCloser {
  void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct DetectorCloser {
  void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, DetectorCloser>;

/// Writes U+FFFD for whatever is no character. ICU's own substitution writes U+001A for single bytes of some encodings.
void U_CALLCONV writeReplacement(const void *, UConverterToUnicodeArgs *arguments, const char *, int32_t,
                                 UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

}  // namespace

KijiCharsetConfidence kiji_charset_confidence(const uint8_t *bytes, size_t count) {
  KijiCharsetConfidence confidence = {0, 0};
  UErrorCode status = U_ZERO_ERROR;
  Detector detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return confidence;
  const size_t length = count < detectedBytes ? count : detectedBytes;
  ucsdet_setText(detector.get(), reinterpret_cast<const char *>(bytes), static_cast<int32_t>(length), &status);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return confidence;
  for (int32_t index = 0; index < found; index++) {
    const char *name = ucsdet_getName(matches[index], &status);
    const int32_t value = ucsdet_getConfidence(matches[index], &status);
    if (U_FAILURE(status) || name == nullptr) break;
    if (std::strcmp(name, "Shift_JIS") == 0) confidence.shiftJIS = value;
    if (std::strcmp(name, "EUC-JP") == 0) confidence.eucJP = value;
  }
  return confidence;
}

int64_t kiji_charset_to_utf8(const char *name, const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  Converter source(ucnv_open(name, &status));
  Converter target(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(source.get(), writeReplacement, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return -1;

  UChar pivot[2048];
  UChar *pivotSource = pivot;
  UChar *pivotTarget = pivot;
  char *written = reinterpret_cast<char *>(output);
  const char *read = reinterpret_cast<const char *>(bytes);
  ucnv_convertEx(target.get(), source.get(), &written, written + capacity, &read, read + count, pivot, &pivotSource,
                 &pivotTarget, pivot + sizeof pivot / sizeof *pivot, 1, 1, &status);
  if (U_FAILURE(status)) return -1;
  return written - reinterpret_cast<char *>(output);
}

int64_t kiji_charset_from_utf8(const char *name, const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  Converter source(ucnv_open("UTF-8", &status));
  Converter target(ucnv_open(name, &status));
  if (U_FAILURE(status)) return -1;
  ucnv_setFallback(target.get(), false);
  ucnv_setFromUCallBack(target.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return -1;

  UChar pivot[2048];
  UChar *pivotSource = pivot;
  UChar *pivotTarget = pivot;
  char *written = reinterpret_cast<char *>(output);
  const char *read = reinterpret_cast<const char *>(bytes);
  ucnv_convertEx(target.get(), source.get(), &written, written + capacity, &read, read + count, pivot, &pivotSource,
                 &pivotTarget, pivot + sizeof pivot / sizeof *pivot, 1, 1, &status);
  if (U_FAILURE(status)) return -1;
  return written - reinterpret_cast<char *>(output);
}
