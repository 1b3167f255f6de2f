<?php
// Asks for one person: PHP's SoapClient from the WSDL, SOAP 1.1, WS-Security UsernameToken. Needs the soap extension (Debian: php-soap).
// Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
// Exit code: 0 person found, 1 HataBilgisi, 2 SOAP fault of the gateway, 3 no answer.
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

ini_set('default_socket_timeout', '30');
$xml = fn(string $text): string => htmlspecialchars($text, ENT_XML1 | ENT_QUOTES);

try {
    $kps = new SoapClient(getenv('KPS_URL') . '?singleWsdl', [
        'connection_timeout' => 10,
        'stream_context' => stream_context_create(['ssl' => ['cafile' => getenv('KPS_CA'), 'verify_peer' => true, 'verify_peer_name' => true]]),
    ]);
    $kps->__setSoapHeaders(new SoapHeader(WSSE, 'Security', new SoapVar(
        '<o:Security xmlns:o="' . WSSE . '"><o:UsernameToken><o:Username>' . $xml(getenv('KPS_KULLANICI')) . '</o:Username>'
        . '<o:Password>' . $xml(getenv('KPS_SIFRE')) . '</o:Password></o:UsernameToken></o:Security>',
        XSD_ANYXML
    ), true));

    $headers = [];
    $answer = $kps->__soapCall('BilesikKisiSorgula', [['kimlikNo' => getenv('KPS_KIMLIK_NO')]], null, null, $headers);
} catch (SoapFault $fault) {
    $detail = $fault->detail->KpsHata ?? null; // absent where it was not the gateway that failed
    fwrite(STDERR, $detail ? "IslemNo {$detail->IslemNo}\nFault {$detail->Kod}: {$fault->getMessage()}\n" : "{$fault->getMessage()}\n");
    exit($detail ? 2 : 3);
}

echo "IslemNo {$headers['IslemNo']}\n";
$result = $answer->BilesikKisiSorgulaResult;
$sonuc = $result->Sonuc;
// A register without a record is nil as a whole.
$kutuk = $sonuc->TCVatandasiKisiKutukleri ?? $sonuc->MaviKartliKisiKutukleri ?? $sonuc->YabanciKisiKutukleri ?? null;
if ($kutuk === null) {
    $hata = $result->HataBilgisi ?? $sonuc->HataBilgisi;
    echo "HataBilgisi {$hata->Kod}: {$hata->Aciklama}\n";
    exit(1);
}

$temel = $kutuk->KisiBilgisi->TemelBilgisi;
echo "{$temel->Ad} {$temel->Soyad}\n";
