"""Asks the gateway as a Python integrator would: zeep from the live WSDL, CA verified.

Reads one JSON object from each line of standard input (wsdl, service, contract, ca, soap, auth, addressing, userName, password, uygulamaKodu,
calls) and prints one line for it: answers with the raw envelope, or the fault. Auth is Basic, UsernameToken or PasswordDigest. What was generated
from a WSDL is kept.
"""
import json
import sys

try:
    import requests
    import zeep
    from lxml import etree
    from zeep.helpers import serialize_object
    from zeep.wsse.username import UsernameToken
except ImportError:
    sys.exit("zeep is not installed (Debian package python3-zeep); ./kps test installs it.")

BINDINGS = {"1.1": "BasicHttpBinding_", "1.2": "WSHttpBinding_"}


class KeepingTransport(zeep.Transport):
    """Keeps the last answer as it came."""

    raw = None

    def post(self, address, message, headers):
        response = super().post(address, message, headers)
        self.raw = response.content.decode("utf-8")
        return response


class Generated:
    """A client of one WSDL, and the actions it found there."""

    def __init__(self, wsdl, ca):
        session = requests.Session()
        session.verify = ca
        session.trust_env = False
        self.transport = KeepingTransport(session=session)
        self.client = zeep.Client(wsdl, transport=self.transport)
        self.actions = {}

    def service(self, name, binding, with_addressing):
        service = self.client.bind(name, binding)
        # zeep takes WS-Addressing up by itself where the WSDL names actions.
        for operation in service._binding.all().values():
            action = self.actions.setdefault((binding, operation.name), operation.abstract.wsa_action)
            operation.abstract.wsa_action = action if with_addressing else None
        return service


generated = {}


def run(task):
    if task["wsdl"] not in generated:
        generated[task["wsdl"]] = Generated(task["wsdl"], task["ca"])
    wsdl = generated[task["wsdl"]]
    session = wsdl.transport.session
    session.cookies.clear()
    session.auth = None
    wsdl.client.wsse = None
    if task["auth"] == "Basic":
        session.auth = requests.auth.HTTPBasicAuth(task["userName"], task["password"])
    else:
        wsdl.client.wsse = UsernameToken(task["userName"], task["password"], use_digest=task["auth"] == "PasswordDigest")
    headers = []
    if task["uygulamaKodu"]:
        header = etree.Element("UygulamaKodu")
        header.text = task["uygulamaKodu"]
        headers.append(header)

    service = wsdl.service(task["service"], BINDINGS[task["soap"]] + task["contract"], task["addressing"])
    answers = []
    try:
        for call in task["calls"]:
            result = service[call["operation"]](**call["arguments"], _soapheaders=headers or None)
            answers.append({"result": serialize_object(result, dict), "raw": wsdl.transport.raw})
        return {"answers": answers}
    except zeep.exceptions.Fault as fault:
        return {"fault": {"code": str(fault.code), "text": fault.message, "raw": wsdl.transport.raw}}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line)), ensure_ascii=False, default=str), flush=True)
