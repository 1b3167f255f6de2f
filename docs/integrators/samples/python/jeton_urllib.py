"""Asks for one person by token, as software for the Ministry's gateway does: first the token door, then the query door. Standard library, SOAP 1.2.

Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
Exit code: 0 person found, 1 HataBilgisi or an exception, 2 SOAP fault.
"""
import datetime
import os
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

SOAP = "{http://www.w3.org/2003/05/soap-envelope}"
KPS = "https://www.saglik.gov.tr/KPS/01/01/2017"
GECIT = "{urn:kps:gecit:2026-01}"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
JETON_FAULTS = {"3301", "3302", "3303", "3304", "3305"}  # only a new token helps

query_door = os.environ["KPS_URL"]
token_door = urllib.parse.urljoin(query_door, "/STS/STSService.svc")
trust = ssl.create_default_context(cafile=os.environ["KPS_CA"])


def post(url, security, body, caller=""):
    message = f"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>{caller}
      <o:Security xmlns:o="{WSSE}">{security}</o:Security></s:Header><s:Body>{body}</s:Body></s:Envelope>"""
    request = urllib.request.Request(url, message.encode("utf-8"), {"Content-Type": "application/soap+xml; charset=utf-8"})
    try:
        with urllib.request.urlopen(request, timeout=30, context=trust) as response:
            return response.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.read().decode("utf-8")  # a SOAP fault comes with HTTP 500 and a body


def fault_of(reply):
    answer = ElementTree.fromstring(reply)
    fault = answer.find(f".//{SOAP}Fault")
    return None if fault is None else (fault.findtext(f".//{GECIT}Kod"), fault.findtext(f".//{SOAP}Text"))


def end_if_fault(reply):
    fault = fault_of(reply)
    if fault is not None:
        print("IslemNo", ElementTree.fromstring(reply).findtext(f".//{GECIT}IslemNo"))
        sys.stderr.write(f"Fault {fault[0]}: {fault[1]}\n")
        sys.exit(2)


def take_token():
    """A token and until when it is good. One per user who asks; KurumKodu and UygulamaKodu may stand beside SorgulayanKimlikNo."""
    reply = post(
        token_door,
        f"<o:UsernameToken><o:Username>{escape(os.environ['KPS_KULLANICI'])}</o:Username>"
        f"<o:Password>{escape(os.environ['KPS_SIFRE'])}</o:Password></o:UsernameToken>",
        f'<t:RequestSecurityToken xmlns:t="{TRUST}"><wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy">'
        f'<a:EndpointReference xmlns:a="http://www.w3.org/2005/08/addressing"><a:Address>{escape(query_door)}</a:Address></a:EndpointReference></wsp:AppliesTo>'
        f"<t:KeyType>{TRUST}/Bearer</t:KeyType><t:RequestType>{TRUST}/Issue</t:RequestType></t:RequestSecurityToken>",
        f"<SorgulayanKimlikNo>{escape(os.environ['KPS_KULLANICI'])}</SorgulayanKimlikNo>")
    end_if_fault(reply)

    # Keep the very text: a library that writes the element anew gives it other prefixes, and the signature is void.
    token = re.search("<saml:Assertion .*</saml:Assertion>", reply, re.DOTALL).group()
    until = re.search('NotOnOrAfter="([^"]+)"', token).group(1)
    return token, datetime.datetime.fromisoformat(until.replace("Z", "+00:00"))


def ask(token):
    return post(query_door, token, f"<BilesikKisiSorgula xmlns=\"{KPS}\"><kimlikNo>{escape(os.environ['KPS_KIMLIK_NO'])}</kimlikNo></BilesikKisiSorgula>")


token, until = take_token()

# A program that runs on keeps both and comes here with every query. A minute early, so that no query is under way when the token ends.
if until - datetime.datetime.now(datetime.timezone.utc) < datetime.timedelta(minutes=1):
    token, until = take_token()
reply = ask(token)
if (fault_of(reply) or ("",))[0] in JETON_FAULTS:  # the password has changed, or the key was withdrawn: once more with a new one, not in a loop
    token, until = take_token()
    reply = ask(token)
end_if_fault(reply)

answer = ElementTree.fromstring(reply)
print("IslemNo", answer.findtext(f".//{GECIT}IslemNo"))
result = answer.find(f".//{{{KPS}}}BilesikKisiSorgulaResult")
temel = result.find(f".//{{{KPS}}}TemelBilgisi")  # in whichever register has the person; the others are nil
if temel is None:
    hata = next(hata for hata in result.iter(f"{{{KPS}}}HataBilgisi") if len(hata))
    print(f"HataBilgisi {hata.findtext(f'{{{KPS}}}Kod')}: {hata.findtext(f'{{{KPS}}}Aciklama')}")
    sys.exit(1)

print(temel.findtext(f"{{{KPS}}}Ad"), temel.findtext(f"{{{KPS}}}Soyad"))
