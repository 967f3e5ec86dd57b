// The analysis of many articles; see Documentation/Architecture.md.
