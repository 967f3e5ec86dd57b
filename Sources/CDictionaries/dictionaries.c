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
static const unsigned char units_bytes[] = {
#embed "../../dictionaries/units.tsv"
};
static const unsigned char time_words_bytes[] = {
#embed "../../dictionaries/time-words.tsv"
};
static const unsigned char companies_japan_bytes[] = {
#embed "../../dictionaries/entities/companies-japan.tsv"
};
static const unsigned char companies_world_bytes[] = {
#embed "../../dictionaries/entities/companies-world.tsv"
};
static const unsigned char events_laws_bytes[] = {
#embed "../../dictionaries/entities/events-laws.tsv"
};
static const unsigned char government_bytes[] = {
#embed "../../dictionaries/entities/government.tsv"
};
static const unsigned char organizations_bytes[] = {
#embed "../../dictionaries/entities/organizations.tsv"
};
static const unsigned char people_bytes[] = {
#embed "../../dictionaries/entities/people.tsv"
};
static const unsigned char places_bytes[] = {
#embed "../../dictionaries/entities/places.tsv"
};
static const unsigned char products_bytes[] = {
#embed "../../dictionaries/entities/products.tsv"
};
static const unsigned char works_bytes[] = {
#embed "../../dictionaries/entities/works.tsv"
};
static const unsigned char entity_classes_bytes[] = {
#embed "../../dictionaries/entities/classes.tsv"
};
static const unsigned char common_words_bytes[] = {
#embed "../../dictionaries/entities/common.tsv"
};
static const unsigned char entity_model_bytes[] = {
#embed "../../dictionaries/entities/model.bin"
};
static const unsigned char relations_bytes[] = {
#embed "../../dictionaries/relations.tsv"
};
_Alignas(16) static const unsigned char sentiment_tables_bytes[] = {
#embed "../../dictionaries/sentiment/compiled.bin"
};

#define KIJI_TABLE_FUNCTION(name) \
    kiji_table kiji_table_##name(void) { return (kiji_table){name##_bytes, sizeof name##_bytes}; }

KIJI_TABLE_FUNCTION(words)
KIJI_TABLE_FUNCTION(stopwords)
KIJI_TABLE_FUNCTION(background)
KIJI_TABLE_FUNCTION(excerpt_cues)
KIJI_TABLE_FUNCTION(units)
KIJI_TABLE_FUNCTION(time_words)
KIJI_TABLE_FUNCTION(companies_japan)
KIJI_TABLE_FUNCTION(companies_world)
KIJI_TABLE_FUNCTION(events_laws)
KIJI_TABLE_FUNCTION(government)
KIJI_TABLE_FUNCTION(organizations)
KIJI_TABLE_FUNCTION(people)
KIJI_TABLE_FUNCTION(places)
KIJI_TABLE_FUNCTION(products)
KIJI_TABLE_FUNCTION(works)
KIJI_TABLE_FUNCTION(entity_classes)
KIJI_TABLE_FUNCTION(common_words)
KIJI_TABLE_FUNCTION(entity_model)
KIJI_TABLE_FUNCTION(relations)
KIJI_TABLE_FUNCTION(sentiment_tables)
