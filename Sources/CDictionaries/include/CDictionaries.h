// The tables of the folder `dictionaries/`, embedded so that one binary is all a user has to copy.
#ifndef KIJI_CDICTIONARIES_H
#define KIJI_CDICTIONARIES_H

#include <stddef.h>

typedef struct {
    const unsigned char *bytes;
    size_t count;
} kiji_table;

kiji_table kiji_table_words(void);
kiji_table kiji_table_stopwords(void);
kiji_table kiji_table_background(void);
kiji_table kiji_table_excerpt_cues(void);
kiji_table kiji_table_units(void);
kiji_table kiji_table_time_words(void);
kiji_table kiji_table_companies_japan(void);
kiji_table kiji_table_companies_world(void);
kiji_table kiji_table_events_laws(void);
kiji_table kiji_table_government(void);
kiji_table kiji_table_organizations(void);
kiji_table kiji_table_people(void);
kiji_table kiji_table_places(void);
kiji_table kiji_table_products(void);
kiji_table kiji_table_works(void);
kiji_table kiji_table_entity_classes(void);
kiji_table kiji_table_common_words(void);
kiji_table kiji_table_entity_model(void);
kiji_table kiji_table_relations(void);
kiji_table kiji_table_sentiment_tables(void);

#endif
