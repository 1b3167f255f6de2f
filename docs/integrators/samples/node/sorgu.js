// Asks for one person: the soap package from the WSDL, SOAP 1.1, WS-Security UsernameToken. Node 18 or later; npm install soap
// Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
// Exit code: 0 person found, 1 HataBilgisi or an exception, 2 SOAP fault.
'use strict';

const fs = require('node:fs');
const https = require('node:https');
const soap = require('soap');

async function main() {
  const { KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO } = process.env;
  const httpsAgent = new https.Agent({ ca: fs.readFileSync(KPS_CA), keepAlive: true });
  const client = await soap.createClientAsync(KPS_URL + '?singleWsdl', { wsdl_options: { httpsAgent, timeout: 30000 } });
  client.setSecurity(new soap.WSSecurity(KPS_KULLANICI, KPS_SIFRE, { passwordType: 'PasswordText', hasTimeStamp: false }));
  const port = client.KpsServices.BasicHttpBinding_IKpsServices;

  const { result, header } = await new Promise((resolve, reject) => {
    const answered = (error, result, raw, header) => (error ? reject(error) : resolve({ result: result.BilesikKisiSorgulaResult, header }));
    port.BilesikKisiSorgula({ kimlikNo: KPS_KIMLIK_NO }, answered, { httpsAgent, timeout: 30000 });
  });

  console.log('IslemNo ' + text(header.IslemNo));
  const sonuc = result.Sonuc;
  // A register without a record is nil as a whole.
  const kutuk = sonuc.TCVatandasiKisiKutukleri ?? sonuc.MaviKartliKisiKutukleri ?? sonuc.YabanciKisiKutukleri;
  if (!kutuk) {
    const hata = result.HataBilgisi ?? sonuc.HataBilgisi;
    console.log(`HataBilgisi ${hata.Kod}: ${hata.Aciklama}`);
    return 1;
  }

  const temel = kutuk.KisiBilgisi.TemelBilgisi;
  console.log(`${temel.Ad} ${temel.Soyad}`);
  return 0;
}

// An element with an attribute is an object, one without is its text.
const text = (node) => node?.$value ?? node;

function failed(error) {
  const fault = error.root?.Envelope?.Body?.Fault;
  if (!fault) {
    throw error; // no answer of the gateway: TLS, network, time-out
  }

  const hata = fault.detail.KpsHata;
  console.log('IslemNo ' + text(hata.IslemNo));
  console.error(`Fault ${text(hata.Kod)}: ${text(fault.faultstring)}`);
  return 2;
}

main().catch(failed).then((code) => (process.exitCode = code));
