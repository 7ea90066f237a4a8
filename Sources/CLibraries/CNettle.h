#include <nettle/md5.h>
#include <nettle/sha2.h>
#include <nettle/version.h>

/* Nettle 4 leaves out the length of the digest, which is always the whole one here. */
#if NETTLE_VERSION_MAJOR >= 4
#define INFORME_DIGEST(function, context, length, digest) function(context, digest)
#else
#define INFORME_DIGEST(function, context, length, digest) function(context, length, digest)
#endif

static inline void informe_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, count, bytes);
  INFORME_DIGEST(sha256_digest, &context, SHA256_DIGEST_SIZE, digest);
}

static inline void informe_md5(const uint8_t *bytes, size_t count, uint8_t *digest) {
  struct md5_ctx context;
  md5_init(&context);
  md5_update(&context, count, bytes);
  INFORME_DIGEST(md5_digest, &context, MD5_DIGEST_SIZE, digest);
}
