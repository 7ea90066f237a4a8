"""Judges the signatures of a file, or signs one, with pyHanko.

judge FILE CA [STAMPS_CA]: a line for each signature. sign FILE OUTPUT FIELD PKCS12 PASSWORD.
"""

import datetime
import sys

from asn1crypto import x509
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

# asn1crypto takes 2.5.4.45 for a string of bits; the tax administration writes it as text.
x509.NameTypeAndValue._oid_specs["unique_identifier"] = x509.DirectoryString


def judge(path, authority, stamps_authority=None):
    # Test certificates begin now, signatures are dated tomorrow.
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    root = load_cert_from_pemder(authority)
    stamps = ValidationContext(trust_roots=[load_cert_from_pemder(stamps_authority)]) if stamps_authority else None
    with open(path, "rb") as file:
        for signature in PdfFileReader(file).embedded_signatures:
            context = ValidationContext(trust_roots=[root], moment=moment)
            status = validate_pdf_signature(
                signature, signer_validation_context=context, ts_validation_context=stamps)
            stamp = status.timestamp_validity
            told = [
                word
                for word, holds in [
                    ("intact", status.intact),
                    ("valid", status.valid),
                    ("trusted", status.trusted),
                    ("docmdp", status.docmdp_ok),
                    ("stamped", stamp is not None and stamp.valid and stamp.trusted),
                ]
                if holds
            ]
            print(signature.field_name, *told)


def sign(path, output, field, pkcs12, password):
    signer = signers.SimpleSigner.load_pkcs12(pkcs12, passphrase=password.encode())
    metadata = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    with open(path, "rb") as file:
        signed = signers.PdfSigner(metadata, signer=signer).sign_pdf(IncrementalPdfFileWriter(file))
    with open(output, "wb") as file:
        file.write(signed.getbuffer())


{"judge": judge, "sign": sign}[sys.argv[1]](*sys.argv[2:])
