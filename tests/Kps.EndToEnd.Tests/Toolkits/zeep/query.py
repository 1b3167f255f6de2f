"""Asks the gateway as a Python integrator would: zeep from the live WSDL, CA verified.

Reads one JSON object from standard input (wsdl, ca, soap, auth, addressing, userName, password, numbers) and prints one: answers with
the raw envelope, or the fault. Auth is Basic, UsernameToken or PasswordDigest.
"""
import json
import sys

try:
    import requests
    import zeep
    from zeep.helpers import serialize_object
    from zeep.wsse.username import UsernameToken
except ImportError:
    sys.exit("zeep is not installed (Debian package python3-zeep); ./kps test installs it.")

BINDINGS = {"1.1": "BasicHttpBinding_IKpsServices", "1.2": "WSHttpBinding_IKpsServices"}


class KeepingTransport(zeep.Transport):
    """Keeps the last answer as it came."""

    raw = None

    def post(self, address, message, headers):
        response = super().post(address, message, headers)
        self.raw = response.content.decode("utf-8")
        return response


task = json.load(sys.stdin)
session = requests.Session()
session.verify = task["ca"]
session.trust_env = False
wsse = None
if task["auth"] == "Basic":
    session.auth = requests.auth.HTTPBasicAuth(task["userName"], task["password"])
else:
    wsse = UsernameToken(task["userName"], task["password"], use_digest=task["auth"] == "PasswordDigest")

transport = KeepingTransport(session=session)
client = zeep.Client(task["wsdl"], transport=transport, wsse=wsse)
service = client.bind("KpsServices", BINDINGS[task["soap"]])
if not task["addressing"]:
    # zeep takes WS-Addressing up by itself where the WSDL names actions.
    for operation in service._binding.all().values():
        operation.abstract.wsa_action = None

answers = []
try:
    for number in task["numbers"]:
        result = serialize_object(service.BilesikKisiSorgula(kimlikNo=number), dict)
        answers.append({"result": result, "raw": transport.raw})
    print(json.dumps({"operations": list(service._binding.all()), "answers": answers}, ensure_ascii=False, default=str))
except zeep.exceptions.Fault as fault:
    print(json.dumps({"fault": {"code": str(fault.code), "text": fault.message, "raw": transport.raw}}, ensure_ascii=False))
