#include "CDictionaries.h"

// `#embed` is C23; clang 19 and later take it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char words_bytes[] = {
#embed "../../dictionaries/words.tsv"
};
static const unsigned char stopwords_bytes[] = {
#embed "../../dictionaries/stopwords.tsv"
};
static const unsigned char background_bytes[] = {
#embed "../../dictionaries/background.tsv"
};
static const unsigned char excerpt_cues_bytes[] = {
#embed "../../dictionaries/excerpt-cues.tsv"
};
// One table of four: rows of the first file come before those of the others.
static const unsigned char sentiment_bytes[] = {
#embed "../../dictionaries/sentiment/grammar.tsv"
    ,
#embed "../../dictionaries/sentiment/common.tsv"
    ,
#embed "../../dictionaries/sentiment/general.tsv"
    ,
#embed "../../dictionaries/sentiment/business-tech.tsv"
};
static const unsigned char sentiment_model_bytes[] = {
#embed "../../dictionaries/sentiment/model.tsv"
};

#define KIJI_TABLE_FUNCTION(name) \
    kiji_table kiji_table_##name(void) { return (kiji_table){name##_bytes, sizeof name##_bytes}; }

KIJI_TABLE_FUNCTION(words)
KIJI_TABLE_FUNCTION(stopwords)
KIJI_TABLE_FUNCTION(background)
KIJI_TABLE_FUNCTION(excerpt_cues)
KIJI_TABLE_FUNCTION(sentiment)
KIJI_TABLE_FUNCTION(sentiment_model)
