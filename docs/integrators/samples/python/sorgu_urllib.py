"""Asks for one person with nothing but the standard library: urllib, SOAP 1.1, HTTP Basic.

Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
Exit code: 0 person found, 1 HataBilgisi or an exception, 2 SOAP fault.
"""
import base64
import os
import ssl
import sys
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
KPS = "https://www.saglik.gov.tr/KPS/01/01/2017"
GECIT = "{urn:kps:gecit:2026-01}"

credential = f"{os.environ['KPS_KULLANICI']}:{os.environ['KPS_SIFRE']}".encode("utf-8")
request = urllib.request.Request(
    os.environ["KPS_URL"],
    data=f"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
      <BilesikKisiSorgula xmlns="{KPS}"><kimlikNo>{escape(os.environ['KPS_KIMLIK_NO'])}</kimlikNo></BilesikKisiSorgula>
    </s:Body></s:Envelope>""".encode("utf-8"),
    headers={
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": f'"{KPS}/IKpsServices/BilesikKisiSorgula"',
        "Authorization": "Basic " + base64.b64encode(credential).decode("ascii"),
    },
)

trust = ssl.create_default_context(cafile=os.environ["KPS_CA"])
try:
    with urllib.request.urlopen(request, timeout=30, context=trust) as response:
        answer = ElementTree.fromstring(response.read())
except urllib.error.HTTPError as error:
    answer = ElementTree.fromstring(error.read())  # a SOAP fault comes with HTTP 500 and a body

print("IslemNo", answer.findtext(f".//{GECIT}IslemNo"))
fault = answer.find(f".//{SOAP}Fault")
if fault is not None:
    sys.stderr.write(f"Fault {fault.findtext(f'.//{GECIT}Kod')}: {fault.findtext('faultstring')}\n")
    sys.exit(2)

result = answer.find(f".//{{{KPS}}}BilesikKisiSorgulaResult")
temel = result.find(f".//{{{KPS}}}TemelBilgisi")  # in whichever register has the person; the others are nil
if temel is None:
    hata = next(hata for hata in result.iter(f"{{{KPS}}}HataBilgisi") if len(hata))
    print(f"HataBilgisi {hata.findtext(f'{{{KPS}}}Kod')}: {hata.findtext(f'{{{KPS}}}Aciklama')}")
    sys.exit(1)

print(temel.findtext(f"{{{KPS}}}Ad"), temel.findtext(f"{{{KPS}}}Soyad"))
