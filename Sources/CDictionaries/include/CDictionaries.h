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
kiji_table kiji_table_sentiment(void);
kiji_table kiji_table_sentiment_model(void);

#endif
