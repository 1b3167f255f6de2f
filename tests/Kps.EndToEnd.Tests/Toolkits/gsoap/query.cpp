// Reads lines from standard input: address, CA file, SOAP version, Basic or UsernameToken, name, password, then numbers until the end.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <type_traits>
#include "WSHttpBinding_USCOREIKpsServices.nsmap"
#include "soapWSHttpBinding_USCOREIKpsServicesProxy.h"
#include "wsseapi-lite.h"

namespace {

// The table wsdl2h makes speaks SOAP 1.2 on both ports; this one is the same with the versions changed over.
Namespace soap11[sizeof namespaces / sizeof *namespaces];

void speak_soap11(soap *context) {
  std::copy(std::begin(namespaces), std::end(namespaces), soap11);
  for (Namespace *space : {&soap11[0], &soap11[1]}) std::swap(space->ns, space->in);
  soap_set_namespaces(context, soap11);
}

std::string body;
int (*parse_headers)(soap *);

int keep(soap *, const char *data, size_t length) {
  body.append(data, length);
  return SOAP_OK;
}

// What lies behind the HTTP headers is handed to keep() once more.
int headers(soap *context) {
  const int error = parse_headers(context);
  body.clear();
  return error;
}

std::string json(const char *text) {
  if (text == nullptr) return "null";
  std::string quoted = "\"";
  for (const unsigned char c : std::string(text)) {
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

std::string json(const int *number) { return number ? std::to_string(*number) : "null"; }
std::string json(const LONG64 *number) { return number ? std::to_string(*number) : "null"; }

std::string json(const kps__Parametre *p) { return p ? "{\"Aciklama\":" + json(p->Aciklama) + ",\"Kod\":" + json(p->Kod) + "}" : "null"; }

std::string json(const kps__TarihBilgisi *t) {
  return t ? "{\"Ay\":" + json(t->Ay) + ",\"Gun\":" + json(t->Gun) + ",\"Yil\":" + json(t->Yil) + "}" : "null";
}

std::string json(const kps__TemelBilgisi *t) {
  return t ? "{\"Ad\":" + json(t->Ad) + ",\"Soyad\":" + json(t->Soyad) + ",\"AnneAd\":" + json(t->AnneAd) + ",\"BabaAd\":" + json(t->BabaAd) +
                 ",\"Cinsiyet\":" + json(t->Cinsiyet) + ",\"DogumTarih\":" + json(t->DogumTarih) + "}"
           : "null";
}

template <class Durum>
std::string olum(const Durum *durum) { return durum ? "{\"OlumTarih\":" + json(durum->OlumTarih) + "}" : "null"; }

template <class Kutuk>
std::string kutuk(const Kutuk *kutuk, LONG64 *std::remove_pointer_t<decltype(Kutuk::KisiBilgisi)>::*number) {
  if (!kutuk) return "null";
  const auto *kisi = kutuk->KisiBilgisi;
  return "{\"KisiBilgisi\":" +
         (kisi ? "{\"KimlikNo\":" + json(kisi->*number) + ",\"TemelBilgisi\":" + json(kisi->TemelBilgisi) + ",\"DurumBilgisi\":" + olum(kisi->DurumBilgisi) + "}"
               : std::string("null")) +
         "}";
}

std::string json(const kps__BilesikKisiBilgisi *sonuc) {
  if (!sonuc) return "null";
  return "{\"HataBilgisi\":" + json(sonuc->HataBilgisi) + ",\"KimlikNo\":" + json(sonuc->KimlikNo) +
         ",\"TCVatandasiKisiKutukleri\":" + kutuk(sonuc->TCVatandasiKisiKutukleri, &kps__TCKisiBilgisi::TCKimlikNo) +
         ",\"MaviKartliKisiKutukleri\":" + kutuk(sonuc->MaviKartliKisiKutukleri, &kps__MaviKartKisiBilgisi::KimlikNo) +
         ",\"YabanciKisiKutukleri\":" + kutuk(sonuc->YabanciKisiKutukleri, &kps__YabanciKisiBilgisi::KimlikNo) + "}";
}

}  // namespace

int main() {
  std::string address, ca, version, auth, name, password, number;
  for (std::string *line : {&address, &ca, &version, &auth, &name, &password}) std::getline(std::cin, *line);

  // Strict: what the schema does not allow is an error. Without UTFSTRING gSOAP folds text into Latin-1 and loses ğ, ş and İ.
  WSHttpBinding_USCOREIKpsServicesProxy kps(SOAP_XML_STRICT | SOAP_C_UTFSTRING);
  soap *context = kps.soap;
  if (version == "1.1") speak_soap11(context);
  context->connect_timeout = context->send_timeout = context->recv_timeout = 30;
  parse_headers = context->fparse;
  context->fparse = headers;
  context->fpreparerecv = keep;
  if (soap_ssl_client_context(context, SOAP_SSL_DEFAULT, nullptr, nullptr, ca.c_str(), nullptr, nullptr)) {
    kps.soap_stream_fault(std::cerr);
    return 1;
  }

  std::string answers;
  while (std::getline(std::cin, number)) {
    body.clear();
    if (auth == "Basic") {
      context->userid = name.c_str();
      context->passwd = password.c_str();
    } else {
      soap_wsse_add_UsernameTokenText(context, nullptr, name.c_str(), password.c_str());
    }

    _kps__BilesikKisiSorgula request;
    request.kimlikNo = std::stoll(number);
    _kps__BilesikKisiSorgulaResponse response;
    if (kps.BilesikKisiSorgula(address.c_str(), nullptr, &request, response)) {
      if (body.empty()) { // no fault of the service: TLS, transport or a reply gSOAP cannot read
        kps.soap_stream_fault(std::cerr);
        return 1;
      }
      std::cout << "{\"fault\":{\"code\":" << json(*soap_faultcode(context)) << ",\"text\":" << json(*soap_faultstring(context))
                << ",\"raw\":" << json(body.c_str()) << "}}";
      return 0;
    }

    const auto *result = response.BilesikKisiSorgulaResult;
    answers += std::string(answers.empty() ? "" : ",") + "{\"result\":{\"HataBilgisi\":" + json(result->HataBilgisi) +
               ",\"Sonuc\":" + json(result->Sonuc) + "},\"raw\":" + json(body.c_str()) + "}";
    kps.destroy();
  }

  std::cout << "{\"operations\":[\"BilesikKisiSorgula\"],\"answers\":[" << answers << "]}";
}
