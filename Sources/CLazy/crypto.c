#include "CCrypto.h"

#include <dlfcn.h>

#include "lazy.h"

// The interface of OpenSSL 3.0 and all that follow it. What is called here is there from 3.0 on: memory, errors, chance and
// providers; streams of bytes; stacks; certificates and their chains; keys; signatures; time stamps.
#define CRYPTO_SONAME "libcrypto.so.3"

#define CRYPTO_FUNCTIONS(F) \
  F(void, CRYPTO_free, (void *pointer, const char *file, int line), (pointer, file, line)) \
  F(void, OPENSSL_cleanse, (void *pointer, size_t count), (pointer, count)) \
  F(void, ERR_clear_error, (void), ()) \
  F(int, RAND_bytes, (unsigned char *bytes, int count), (bytes, count)) \
  F(OSSL_PROVIDER *, OSSL_PROVIDER_load, (OSSL_LIB_CTX * context, const char *name), (context, name)) \
  F(BIO *, BIO_new_mem_buf, (const void *bytes, int count), (bytes, count)) \
  F(int, BIO_read, (BIO * bio, void *bytes, int count), (bio, bytes, count)) \
  F(int, BIO_free, (BIO * bio), (bio)) \
  F(int, OPENSSL_sk_num, (const OPENSSL_STACK *stack), (stack)) \
  F(void *, OPENSSL_sk_value, (const OPENSSL_STACK *stack, int index), (stack, index)) \
  F(void, OPENSSL_sk_free, (OPENSSL_STACK * stack), (stack)) \
  F(OPENSSL_STACK *, OPENSSL_sk_new_null, (void), ()) \
  F(int, OPENSSL_sk_push, (OPENSSL_STACK * stack, const void *item), (stack, item)) \
  F(X509 *, d2i_X509, (X509 * *certificate, const unsigned char **bytes, long count), (certificate, bytes, count)) \
  F(int, i2d_X509, (const X509 *certificate, unsigned char **bytes), (certificate, bytes)) \
  F(void, X509_free, (X509 * certificate), (certificate)) \
  F(int, X509_check_private_key, (const X509 *certificate, const EVP_PKEY *key), (certificate, key)) \
  F(const ASN1_TIME *, X509_get0_notBefore, (const X509 *certificate), (certificate)) \
  F(const ASN1_TIME *, X509_get0_notAfter, (const X509 *certificate), (certificate)) \
  F(X509_NAME *, X509_get_subject_name, (const X509 *certificate), (certificate)) \
  F(X509_NAME *, X509_get_issuer_name, (const X509 *certificate), (certificate)) \
  F(const ASN1_INTEGER *, X509_get0_serialNumber, (const X509 *certificate), (certificate)) \
  F(uint32_t, X509_get_key_usage, (X509 * certificate), (certificate)) \
  F(int, i2d_X509_NAME, (const X509_NAME *name, unsigned char **bytes), (name, bytes)) \
  F(int, X509_NAME_get_index_by_NID, (const X509_NAME *name, int nid, int last), (name, nid, last)) \
  F(X509_NAME_ENTRY *, X509_NAME_get_entry, (const X509_NAME *name, int index), (name, index)) \
  F(ASN1_STRING *, X509_NAME_ENTRY_get_data, (const X509_NAME_ENTRY *entry), (entry)) \
  F(int, ASN1_STRING_to_UTF8, (unsigned char **text, const ASN1_STRING *string), (text, string)) \
  F(int, ASN1_STRING_length, (const ASN1_STRING *string), (string)) \
  F(const unsigned char *, ASN1_STRING_get0_data, (const ASN1_STRING *string), (string)) \
  F(int, i2d_ASN1_INTEGER, (const ASN1_INTEGER *number, unsigned char **bytes), (number, bytes)) \
  F(int, i2d_ASN1_TYPE, (const ASN1_TYPE *value, unsigned char **bytes), (value, bytes)) \
  F(int, ASN1_TIME_to_tm, (const ASN1_TIME *time, struct tm *parts), (time, parts)) \
  F(X509_STORE *, X509_STORE_new, (void), ()) \
  F(void, X509_STORE_free, (X509_STORE * store), (store)) \
  F(int, X509_STORE_add_cert, (X509_STORE * store, X509 *certificate), (store, certificate)) \
  F(X509_STORE_CTX *, X509_STORE_CTX_new, (void), ()) \
  F(void, X509_STORE_CTX_free, (X509_STORE_CTX * context), (context)) \
  F(int, X509_STORE_CTX_init, \
    (X509_STORE_CTX * context, X509_STORE *trusted, X509 *target, STACK_OF(X509) * untrusted), \
    (context, trusted, target, untrusted)) \
  F(X509_VERIFY_PARAM *, X509_STORE_CTX_get0_param, (const X509_STORE_CTX *context), (context)) \
  F(void, X509_VERIFY_PARAM_set_time, (X509_VERIFY_PARAM * parameters, time_t time), (parameters, time)) \
  F(int, X509_VERIFY_PARAM_set_flags, (X509_VERIFY_PARAM * parameters, unsigned long flags), (parameters, flags)) \
  F(int, X509_VERIFY_PARAM_set_purpose, (X509_VERIFY_PARAM * parameters, int purpose), (parameters, purpose)) \
  F(int, X509_verify_cert, (X509_STORE_CTX * context), (context)) \
  F(X509_SIG *, d2i_X509_SIG, (X509_SIG * *key, const unsigned char **bytes, long count), (key, bytes, count)) \
  F(void, X509_SIG_free, (X509_SIG * key), (key)) \
  F(PKCS8_PRIV_KEY_INFO *, PKCS8_decrypt, (const X509_SIG *key, const char *password, int count), \
    (key, password, count)) \
  F(void, PKCS8_PRIV_KEY_INFO_free, (PKCS8_PRIV_KEY_INFO * key), (key)) \
  F(EVP_PKEY *, EVP_PKCS82PKEY, (const PKCS8_PRIV_KEY_INFO *key), (key)) \
  F(void, EVP_PKEY_free, (EVP_PKEY * key), (key)) \
  F(int, EVP_PKEY_get_base_id, (const EVP_PKEY *key), (key)) \
  F(PKCS12 *, d2i_PKCS12, (PKCS12 * *file, const unsigned char **bytes, long count), (file, bytes, count)) \
  F(void, PKCS12_free, (PKCS12 * file), (file)) \
  F(int, PKCS12_verify_mac, (PKCS12 * file, const char *password, int count), (file, password, count)) \
  F(int, PKCS12_parse, \
    (PKCS12 * file, const char *password, EVP_PKEY **key, X509 **certificate, STACK_OF(X509) * *others), \
    (file, password, key, certificate, others)) \
  F(const EVP_MD *, EVP_sha256, (void), ()) \
  F(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ()) \
  F(void, EVP_MD_CTX_free, (EVP_MD_CTX * context), (context)) \
  F(int, EVP_DigestSignInit, \
    (EVP_MD_CTX * context, EVP_PKEY_CTX **keyContext, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key), \
    (context, keyContext, type, engine, key)) \
  F(int, EVP_DigestSign, \
    (EVP_MD_CTX * context, unsigned char *signature, size_t *count, const unsigned char *bytes, size_t byteCount), \
    (context, signature, count, bytes, byteCount)) \
  F(CMS_ContentInfo *, d2i_CMS_ContentInfo, (CMS_ContentInfo * *message, const unsigned char **bytes, long count), \
    (message, bytes, count)) \
  F(void, CMS_ContentInfo_free, (CMS_ContentInfo * message), (message)) \
  F(int, CMS_verify, \
    (CMS_ContentInfo * message, STACK_OF(X509) * certificates, X509_STORE *store, BIO *content, BIO *out, unsigned int flags), \
    (message, certificates, store, content, out, flags)) \
  F(STACK_OF(CMS_SignerInfo) *, CMS_get0_SignerInfos, (CMS_ContentInfo * message), (message)) \
  F(STACK_OF(X509) *, CMS_get0_signers, (CMS_ContentInfo * message), (message)) \
  F(STACK_OF(X509) *, CMS_get1_certs, (CMS_ContentInfo * message), (message)) \
  F(ASN1_OCTET_STRING *, CMS_SignerInfo_get0_signature, (CMS_SignerInfo * signer), (signer)) \
  F(int, CMS_SignerInfo_cert_cmp, (CMS_SignerInfo * signer, X509 *certificate), (signer, certificate)) \
  F(int, CMS_signed_get_attr_by_NID, (const CMS_SignerInfo *signer, int nid, int last), (signer, nid, last)) \
  F(X509_ATTRIBUTE *, CMS_signed_get_attr, (const CMS_SignerInfo *signer, int index), (signer, index)) \
  F(int, CMS_unsigned_get_attr_by_NID, (const CMS_SignerInfo *signer, int nid, int last), (signer, nid, last)) \
  F(X509_ATTRIBUTE *, CMS_unsigned_get_attr, (const CMS_SignerInfo *signer, int index), (signer, index)) \
  F(ASN1_TYPE *, X509_ATTRIBUTE_get0_type, (X509_ATTRIBUTE * attribute, int index), (attribute, index)) \
  F(BIO *, OSSL_HTTP_transfer, \
    (OSSL_HTTP_REQ_CTX * *request, const char *server, const char *port, const char *path, int use_ssl, const char *proxy, const char *no_proxy, BIO *bio, BIO *rbio, OSSL_HTTP_bio_cb_t update, void *argument, int buffer, const STACK_OF(CONF_VALUE) * headers, const char *content_type, BIO *body, const char *expected_content_type, int expect_asn1, size_t most, int timeout, int keep_alive), \
    (request, server, port, path, use_ssl, proxy, no_proxy, bio, rbio, update, argument, buffer, headers, content_type, body, expected_content_type, expect_asn1, most, timeout, keep_alive)) \
  F(TS_RESP *, d2i_TS_RESP, (TS_RESP * *response, const unsigned char **bytes, long count), \
    (response, bytes, count)) \
  F(void, TS_RESP_free, (TS_RESP * response), (response)) \
  F(PKCS7 *, TS_RESP_get_token, (TS_RESP * response), (response)) \
  F(int, i2d_PKCS7, (const PKCS7 *token, unsigned char **bytes), (token, bytes)) \
  F(PKCS7 *, d2i_PKCS7, (PKCS7 * *token, const unsigned char **bytes, long count), (token, bytes, count)) \
  F(void, PKCS7_free, (PKCS7 * token), (token)) \
  F(TS_TST_INFO *, PKCS7_to_TS_TST_INFO, (PKCS7 * token), (token)) \
  F(void, TS_TST_INFO_free, (TS_TST_INFO * information), (information)) \
  F(TS_MSG_IMPRINT *, TS_TST_INFO_get_msg_imprint, (TS_TST_INFO * information), (information)) \
  F(ASN1_OCTET_STRING *, TS_MSG_IMPRINT_get_msg, (TS_MSG_IMPRINT * imprint), (imprint)) \
  F(const ASN1_INTEGER *, TS_TST_INFO_get_nonce, (const TS_TST_INFO *information), (information)) \
  F(const ASN1_GENERALIZEDTIME *, TS_TST_INFO_get_time, (const TS_TST_INFO *information), (information))

LAZY_LIBRARY(crypto, CRYPTO_FUNCTIONS, CRYPTO_SONAME)

const char *crypto_found_version(void) {
  const char *(*version)(int) = LAZY_SYMBOL(crypto, "OpenSSL_version");
  // OPENSSL_VERSION_STRING: the number alone.
  return version ? version(6) : NULL;
}
