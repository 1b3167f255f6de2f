// For each task reads lines from standard input: address, CA file, SOAP version, Basic or UsernameToken, name, password, number of calls, and of each
// call the operation and its request as XML, from which the generated classes are filled. Writes a line of JSON: the responses as the generated classes
// write them again, each with the envelope as it came; or the fault.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <type_traits>
#include "WSHttpBinding_USCOREIKpsServices.nsmap"
#include "soapWSHttpBinding_USCOREIKpsServicesProxy.h"
#include "soapWSHttpBinding_USCOREIKpsEkServislerProxy.h"
#include "wsseapi-lite.h"

namespace {

// The table wsdl2h makes speaks SOAP 1.2 on both ports; this one is the same with the versions changed over.
Namespace soap11[sizeof namespaces / sizeof *namespaces];

// Strict: what the schema does not allow is an error. Without UTFSTRING gSOAP folds text into Latin-1 and loses ğ, ş and İ.
constexpr soap_mode mode = SOAP_XML_STRICT | SOAP_C_UTFSTRING;

WSHttpBinding_USCOREIKpsServicesProxy kps(mode);
WSHttpBinding_USCOREIKpsEkServislerProxy ek(mode);

std::string body;
std::map<soap *, int (*)(soap *)> parse_headers;

int keep(soap *, const char *data, size_t length) {
  body.append(data, length);
  return SOAP_OK;
}

// What lies behind the HTTP headers is handed to keep() once more.
int headers(soap *context) {
  const int error = parse_headers[context](context);
  body.clear();
  return error;
}

void prepare(soap *context) {
  context->connect_timeout = context->send_timeout = context->recv_timeout = 30;
  parse_headers[context] = context->fparse;
  context->fparse = headers;
  context->fpreparerecv = keep;
}

struct Task {
  std::string address, ca, version, auth, name, password, count;
};

// The request of one operation from XML, the response back to XML.
template <class Request, class Response, class Proxy>
int ask(Proxy &proxy, int (Proxy::*operation)(const char *, const char *, Request *, Response &), int (*read)(soap *, Request *),
        int (*write)(soap *, const Response *), const Task &task, const std::string &xml, std::string &written) {
  soap *files = soap_new1(mode);
  soap_set_namespaces(files, namespaces);
  std::istringstream in(xml);
  files->is = &in;
  Request request;
  request.soap_default(files);
  int error = read(files, &request);
  if (error) {
    soap_stream_fault(files, std::cerr);
    std::exit(1);
  }

  Response response;
  error = (proxy.*operation)(task.address.c_str(), nullptr, &request, response);
  if (!error) {
    std::ostringstream out;
    files->os = &out;
    if (write(files, &response)) {
      soap_stream_fault(files, std::cerr);
      std::exit(1);
    }
    written = out.str();
  }

  soap_destroy(files);
  soap_end(files);
  soap_free(files);
  return error;
}

#define OPERATION(service, prefix, name)                                                                                            \
  {                                                                                                                                 \
    #name, [](const Task &task, const std::string &xml, std::string &written) {                                                     \
      return ask(service, &std::remove_reference_t<decltype(service)>::name, soap_read__##prefix##__##name,                         \
                 soap_write__##prefix##__##name##Response, task, xml, written);                                                     \
    }                                                                                                                               \
  }

using Operation = int (*)(const Task &, const std::string &, std::string &);

const std::map<std::string, Operation> operations = {
    OPERATION(kps, ns1, BilesikKisiSorgula),
    OPERATION(kps, ns1, BilesikKisiveAdresSorgula),
    OPERATION(kps, ns1, KimlikNoIleAdresBilgisiSorgula),
    OPERATION(kps, ns1, KimlikNoIleNufusKayitOrnegiSorgula),
    OPERATION(kps, ns1, TcKimlikNoSorgula),
    OPERATION(kps, ns1, AileBireyleriSorgula),
    OPERATION(kps, ns1, YetkiListesi),
    OPERATION(ek, ns2, KayitYeriIleKimlikSorgula),
    OPERATION(ek, ns2, NufusKayitOrnegiSorgula),
    OPERATION(ek, ns2, CuzdanBilgisiSorgula),
    OPERATION(ek, ns2, NufusOlaySorgula),
    OPERATION(ek, ns2, IlListesi),
    OPERATION(ek, ns2, IlceListesi),
    OPERATION(ek, ns2, MahalleListesi),
    OPERATION(ek, ns2, CsbmListesi),
    OPERATION(ek, ns2, IstatistikSorgula),
    OPERATION(ek, ns2, KisiVeCuzdanDogrula),
    OPERATION(ek, ns2, YabanciDogrula),
};

std::string json(const std::string &text) {
  std::string quoted = "\"";
  for (const unsigned char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += static_cast<char>(c);
    } else if (c < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
      quoted += escape;
    } else {
      quoted += static_cast<char>(c);
    }
  }
  return quoted + '"';
}

void sign_in(soap *context, const Task &task) {
  soap_set_namespaces(context, task.version == "1.1" ? soap11 : namespaces);
  if (soap_ssl_client_context(context, SOAP_SSL_DEFAULT, nullptr, nullptr, task.ca.c_str(), nullptr, nullptr)) {
    soap_stream_fault(context, std::cerr);
    std::exit(1);
  }
}

void credentials(soap *context, const Task &task) {
  context->header = nullptr;
  context->userid = context->passwd = nullptr;
  if (task.auth == "Basic") {
    context->userid = task.name.c_str();
    context->passwd = task.password.c_str();
  } else {
    soap_wsse_add_UsernameTokenText(context, nullptr, task.name.c_str(), task.password.c_str());
  }
}

// Reads the calls of a task to the last even after a fault: the next task stands behind them.
std::string run(const Task &task) {
  for (soap *context : {kps.soap, ek.soap}) sign_in(context, task);
  std::string answers, fault, operation, xml;
  for (int left = std::stoi(task.count); left > 0; left--) {
    std::getline(std::cin, operation);
    std::getline(std::cin, xml);
    if (!fault.empty()) continue;
    soap *context = xml.find("urn:kps:ek") == std::string::npos ? kps.soap : ek.soap;
    soap_destroy(context);
    soap_end(context);
    body.clear();
    credentials(context, task);
    std::string written;
    if (operations.at(operation)(task, xml, written)) {
      if (body.empty()) { // no fault of the service: TLS, transport or a reply gSOAP cannot read
        soap_stream_fault(context, std::cerr);
        std::exit(1);
      }
      fault = "{\"fault\":{\"code\":" + json(*soap_faultcode(context)) + ",\"text\":" + json(*soap_faultstring(context)) + ",\"raw\":" + json(body) + "}}";
    } else {
      answers += std::string(answers.empty() ? "" : ",") + "{\"written\":" + json(written) + ",\"raw\":" + json(body) + "}";
    }
  }
  return fault.empty() ? "{\"answers\":[" + answers + "]}" : fault;
}

}  // namespace

int main() {
  std::copy(std::begin(namespaces), std::end(namespaces), soap11);
  for (Namespace *space : {&soap11[0], &soap11[1]}) std::swap(space->ns, space->in);
  for (soap *context : {kps.soap, ek.soap}) prepare(context);

  Task task;
  while (std::getline(std::cin, task.address)) {
    for (std::string *line : {&task.ca, &task.version, &task.auth, &task.name, &task.password, &task.count}) std::getline(std::cin, *line);
    std::cout << run(task) << std::endl;
  }
}
