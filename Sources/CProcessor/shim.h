/// Asks the processor to bring the memory at `place` near, without waiting for it; any address may be asked for.
static inline void kiji_prefetch(const void *place) { __builtin_prefetch(place); }
