#include "CCrypto.h"

#include "CLazy.h"

// The ABI of OpenSSL 3.0 and all that follow it. What is called here is there from 3.0 on.
LAZY_LIBRARY(crypto_is_installed, "libcrypto.so.3")

// Memory, errors, chance, providers
LAZY(void, CRYPTO_free, (void *pointer, const char *file, int line), (pointer, file, line))
LAZY(void, OPENSSL_cleanse, (void *pointer, size_t count), (pointer, count))
LAZY(void, ERR_clear_error, (void), ())
LAZY(int, RAND_bytes, (unsigned char *bytes, int count), (bytes, count))
LAZY(OSSL_PROVIDER *, OSSL_PROVIDER_load, (OSSL_LIB_CTX * context, const char *name), (context, name))

// Streams of bytes
LAZY(BIO *, BIO_new_mem_buf, (const void *bytes, int count), (bytes, count))
LAZY(int, BIO_read, (BIO * bio, void *bytes, int count), (bio, bytes, count))
LAZY(int, BIO_free, (BIO * bio), (bio))

// Stacks
LAZY(int, OPENSSL_sk_num, (const OPENSSL_STACK *stack), (stack))
LAZY(void *, OPENSSL_sk_value, (const OPENSSL_STACK *stack, int index), (stack, index))
LAZY(void, OPENSSL_sk_free, (OPENSSL_STACK * stack), (stack))
LAZY(OPENSSL_STACK *, OPENSSL_sk_new_null, (void), ())
LAZY(int, OPENSSL_sk_push, (OPENSSL_STACK * stack, const void *item), (stack, item))

// Certificates
LAZY(X509 *, d2i_X509, (X509 * *certificate, const unsigned char **bytes, long count), (certificate, bytes, count))
LAZY(int, i2d_X509, (const X509 *certificate, unsigned char **bytes), (certificate, bytes))
LAZY(void, X509_free, (X509 * certificate), (certificate))
LAZY(int, X509_check_private_key, (const X509 *certificate, const EVP_PKEY *key), (certificate, key))
LAZY(const ASN1_TIME *, X509_get0_notBefore, (const X509 *certificate), (certificate))
LAZY(const ASN1_TIME *, X509_get0_notAfter, (const X509 *certificate), (certificate))
LAZY(X509_NAME *, X509_get_subject_name, (const X509 *certificate), (certificate))
LAZY(X509_NAME *, X509_get_issuer_name, (const X509 *certificate), (certificate))
LAZY(const ASN1_INTEGER *, X509_get0_serialNumber, (const X509 *certificate), (certificate))
LAZY(uint32_t, X509_get_key_usage, (X509 * certificate), (certificate))
LAZY(int, i2d_X509_NAME, (const X509_NAME *name, unsigned char **bytes), (name, bytes))
LAZY(int, X509_NAME_get_index_by_NID, (const X509_NAME *name, int nid, int last), (name, nid, last))
LAZY(X509_NAME_ENTRY *, X509_NAME_get_entry, (const X509_NAME *name, int index), (name, index))
LAZY(ASN1_STRING *, X509_NAME_ENTRY_get_data, (const X509_NAME_ENTRY *entry), (entry))
LAZY(int, ASN1_STRING_to_UTF8, (unsigned char **text, const ASN1_STRING *string), (text, string))
LAZY(int, ASN1_STRING_length, (const ASN1_STRING *string), (string))
LAZY(const unsigned char *, ASN1_STRING_get0_data, (const ASN1_STRING *string), (string))
LAZY(int, i2d_ASN1_INTEGER, (const ASN1_INTEGER *number, unsigned char **bytes), (number, bytes))
LAZY(int, i2d_ASN1_TYPE, (const ASN1_TYPE *value, unsigned char **bytes), (value, bytes))
LAZY(int, ASN1_TIME_to_tm, (const ASN1_TIME *time, struct tm *parts), (time, parts))

// Chains of certificates
LAZY(X509_STORE *, X509_STORE_new, (void), ())
LAZY(void, X509_STORE_free, (X509_STORE * store), (store))
LAZY(int, X509_STORE_add_cert, (X509_STORE * store, X509 *certificate), (store, certificate))
LAZY(X509_STORE_CTX *, X509_STORE_CTX_new, (void), ())
LAZY(void, X509_STORE_CTX_free, (X509_STORE_CTX * context), (context))
LAZY(int, X509_STORE_CTX_init,
  (X509_STORE_CTX * context, X509_STORE *trusted, X509 *target, STACK_OF(X509) * untrusted),
  (context, trusted, target, untrusted))
LAZY(X509_VERIFY_PARAM *, X509_STORE_CTX_get0_param, (const X509_STORE_CTX *context), (context))
LAZY(void, X509_VERIFY_PARAM_set_time, (X509_VERIFY_PARAM * parameters, time_t time), (parameters, time))
LAZY(int, X509_VERIFY_PARAM_set_flags, (X509_VERIFY_PARAM * parameters, unsigned long flags), (parameters, flags))
LAZY(int, X509_VERIFY_PARAM_set_purpose, (X509_VERIFY_PARAM * parameters, int purpose), (parameters, purpose))
LAZY(int, X509_verify_cert, (X509_STORE_CTX * context), (context))

// Keys
LAZY(X509_SIG *, d2i_X509_SIG, (X509_SIG * *key, const unsigned char **bytes, long count), (key, bytes, count))
LAZY(void, X509_SIG_free, (X509_SIG * key), (key))
LAZY(PKCS8_PRIV_KEY_INFO *, PKCS8_decrypt, (const X509_SIG *key, const char *password, int count),
  (key, password, count))
LAZY(void, PKCS8_PRIV_KEY_INFO_free, (PKCS8_PRIV_KEY_INFO * key), (key))
LAZY(EVP_PKEY *, EVP_PKCS82PKEY, (const PKCS8_PRIV_KEY_INFO *key), (key))
LAZY(void, EVP_PKEY_free, (EVP_PKEY * key), (key))
LAZY(int, EVP_PKEY_get_base_id, (const EVP_PKEY *key), (key))
LAZY(PKCS12 *, d2i_PKCS12, (PKCS12 * *file, const unsigned char **bytes, long count), (file, bytes, count))
LAZY(void, PKCS12_free, (PKCS12 * file), (file))
LAZY(int, PKCS12_verify_mac, (PKCS12 * file, const char *password, int count), (file, password, count))
LAZY(int, PKCS12_parse,
  (PKCS12 * file, const char *password, EVP_PKEY **key, X509 **certificate, STACK_OF(X509) * *others),
  (file, password, key, certificate, others))

// Signatures
LAZY(const EVP_MD *, EVP_sha256, (void), ())
LAZY(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
LAZY(void, EVP_MD_CTX_free, (EVP_MD_CTX * context), (context))
LAZY(int, EVP_DigestSignInit,
  (EVP_MD_CTX * context, EVP_PKEY_CTX **keyContext, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key),
  (context, keyContext, type, engine, key))
LAZY(int, EVP_DigestSign,
  (EVP_MD_CTX * context, unsigned char *signature, size_t *count, const unsigned char *bytes, size_t byteCount),
  (context, signature, count, bytes, byteCount))
LAZY(CMS_ContentInfo *, d2i_CMS_ContentInfo, (CMS_ContentInfo * *message, const unsigned char **bytes, long count),
  (message, bytes, count))
LAZY(void, CMS_ContentInfo_free, (CMS_ContentInfo * message), (message))
LAZY(int, CMS_verify,
  (CMS_ContentInfo * message, STACK_OF(X509) * certificates, X509_STORE *store, BIO *content, BIO *out,
    unsigned int flags),
  (message, certificates, store, content, out, flags))
LAZY(STACK_OF(CMS_SignerInfo) *, CMS_get0_SignerInfos, (CMS_ContentInfo * message), (message))
LAZY(STACK_OF(X509) *, CMS_get0_signers, (CMS_ContentInfo * message), (message))
LAZY(STACK_OF(X509) *, CMS_get1_certs, (CMS_ContentInfo * message), (message))
LAZY(ASN1_OCTET_STRING *, CMS_SignerInfo_get0_signature, (CMS_SignerInfo * signer), (signer))
LAZY(int, CMS_SignerInfo_cert_cmp, (CMS_SignerInfo * signer, X509 *certificate), (signer, certificate))
LAZY(int, CMS_signed_get_attr_by_NID, (const CMS_SignerInfo *signer, int nid, int last), (signer, nid, last))
LAZY(X509_ATTRIBUTE *, CMS_signed_get_attr, (const CMS_SignerInfo *signer, int index), (signer, index))
LAZY(int, CMS_unsigned_get_attr_by_NID, (const CMS_SignerInfo *signer, int nid, int last), (signer, nid, last))
LAZY(X509_ATTRIBUTE *, CMS_unsigned_get_attr, (const CMS_SignerInfo *signer, int index), (signer, index))
LAZY(ASN1_TYPE *, X509_ATTRIBUTE_get0_type, (X509_ATTRIBUTE * attribute, int index), (attribute, index))

// Time stamps
LAZY(BIO *, OSSL_HTTP_transfer,
  (OSSL_HTTP_REQ_CTX * *request, const char *server, const char *port, const char *path, int use_ssl,
    const char *proxy, const char *no_proxy, BIO *bio, BIO *rbio, OSSL_HTTP_bio_cb_t update, void *argument,
    int buffer, const STACK_OF(CONF_VALUE) * headers, const char *content_type, BIO *body,
    const char *expected_content_type, int expect_asn1, size_t most, int timeout, int keep_alive),
  (request, server, port, path, use_ssl, proxy, no_proxy, bio, rbio, update, argument, buffer, headers, content_type,
    body, expected_content_type, expect_asn1, most, timeout, keep_alive))
LAZY(TS_RESP *, d2i_TS_RESP, (TS_RESP * *response, const unsigned char **bytes, long count), (response, bytes, count))
LAZY(void, TS_RESP_free, (TS_RESP * response), (response))
LAZY(PKCS7 *, TS_RESP_get_token, (TS_RESP * response), (response))
LAZY(int, i2d_PKCS7, (const PKCS7 *token, unsigned char **bytes), (token, bytes))
LAZY(PKCS7 *, d2i_PKCS7, (PKCS7 * *token, const unsigned char **bytes, long count), (token, bytes, count))
LAZY(void, PKCS7_free, (PKCS7 * token), (token))
LAZY(TS_TST_INFO *, PKCS7_to_TS_TST_INFO, (PKCS7 * token), (token))
LAZY(void, TS_TST_INFO_free, (TS_TST_INFO * information), (information))
LAZY(TS_MSG_IMPRINT *, TS_TST_INFO_get_msg_imprint, (TS_TST_INFO * information), (information))
LAZY(ASN1_OCTET_STRING *, TS_MSG_IMPRINT_get_msg, (TS_MSG_IMPRINT * imprint), (imprint))
LAZY(const ASN1_INTEGER *, TS_TST_INFO_get_nonce, (const TS_TST_INFO *information), (information))
LAZY(const ASN1_GENERALIZEDTIME *, TS_TST_INFO_get_time, (const TS_TST_INFO *information), (information))
