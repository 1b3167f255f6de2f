"""Asks for one person: zeep from the WSDL, SOAP 1.2, WS-Security UsernameToken. Needs zeep (Debian: python3-zeep).

Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
Exit code: 0 person found, 1 HataBilgisi or an exception, 2 SOAP fault.
"""
import os
import sys

import requests
import zeep
from zeep.plugins import HistoryPlugin
from zeep.wsse.username import UsernameToken

ISLEM_NO = "{urn:kps:gecit:2026-01}IslemNo"
KOD = "{urn:kps:gecit:2026-01}Kod"

session = requests.Session()
session.verify = os.environ["KPS_CA"]
session.trust_env = False  # else REQUESTS_CA_BUNDLE of the machine would win over the line above
history = HistoryPlugin(maxlen=1)
client = zeep.Client(
    os.environ["KPS_URL"] + "?singleWsdl",
    service_name="KpsServices",
    port_name="WSHttpBinding_IKpsServices",
    transport=zeep.Transport(session=session, timeout=30, operation_timeout=30),
    wsse=UsernameToken(os.environ["KPS_KULLANICI"], os.environ["KPS_SIFRE"]),
    plugins=[history],
)

try:
    result = client.service.BilesikKisiSorgula(kimlikNo=os.environ["KPS_KIMLIK_NO"])
except zeep.exceptions.Fault as fault:
    print("IslemNo", fault.detail.findtext(f".//{ISLEM_NO}"))
    sys.stderr.write(f"Fault {fault.detail.findtext(f'.//{KOD}')}: {fault.message}\n")
    sys.exit(2)

print("IslemNo", history.last_received["envelope"].findtext(f".//{ISLEM_NO}"))
sonuc = result.Sonuc
for kutuk in (sonuc.TCVatandasiKisiKutukleri, sonuc.MaviKartliKisiKutukleri, sonuc.YabanciKisiKutukleri):
    # zeep makes an object of a nil element too: its members are None.
    if kutuk is not None and kutuk.KisiBilgisi is not None:
        print(kutuk.KisiBilgisi.TemelBilgisi.Ad, kutuk.KisiBilgisi.TemelBilgisi.Soyad)
        sys.exit(0)

hata = next(hata for hata in (result.HataBilgisi, sonuc.HataBilgisi) if hata is not None and hata.Kod is not None)
print(f"HataBilgisi {hata.Kod}: {hata.Aciklama}")
sys.exit(1)
