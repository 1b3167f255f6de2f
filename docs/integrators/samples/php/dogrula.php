<?php
// Is this the person on the card? Yes or no, and nothing personal comes back: KisiVeCuzdanDogrula of the second service, by PHP's SoapClient from
// the WSDL, SOAP 1.1, WS-Security UsernameToken. Needs the soap extension (Debian: php-soap).
// Environment: KPS_URL (…/Router/KpsEkServisler.svc), KPS_CA, KPS_KULLANICI, KPS_SIFRE; what stands on the card: KPS_KIMLIK_NO, KPS_AD, KPS_SOYAD,
// KPS_DOGUM_TARIHI (1985-04-23), KPS_TCKK_SERI_NO.
// Exit code: 0 it is, 1 it is not, or HataBilgisi, 2 SOAP fault of the gateway, 3 no answer.
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

ini_set('default_socket_timeout', '30');
$xml = fn(string $text): string => htmlspecialchars($text, ENT_XML1 | ENT_QUOTES);
[$year, $month, $day] = array_map('intval', explode('-', getenv('KPS_DOGUM_TARIHI')));

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
    $answer = $kps->__soapCall('KisiVeCuzdanDogrula', [['kriter' => [
        'Ad' => getenv('KPS_AD'),
        'DogumAy' => $month,
        'DogumGun' => $day,
        'DogumYil' => $year,
        'KimlikNo' => getenv('KPS_KIMLIK_NO'),
        'Soyad' => getenv('KPS_SOYAD'),
        'TCKKSeriNo' => getenv('KPS_TCKK_SERI_NO'),
    ]]], null, null, $headers);
} catch (SoapFault $fault) {
    $detail = $fault->detail->KpsHata ?? null; // absent where it was not the gateway that failed
    fwrite(STDERR, $detail ? "IslemNo {$detail->IslemNo}\nFault {$detail->Kod}: {$fault->getMessage()}\n" : "{$fault->getMessage()}\n");
    exit($detail ? 2 : 3);
}

echo "IslemNo {$headers['IslemNo']}\n";
$result = $answer->KisiVeCuzdanDogrulaResult;
$hata = $result->HataBilgisi ?? $result->Sonuc->HataBilgisi ?? null; // nobody could be asked, or the number could not be anybody's
if ($hata !== null) {
    echo "HataBilgisi {$hata->Kod}: {$hata->Aciklama}\n";
    exit(1);
}

echo $result->Sonuc->Dogrulandi ? "Doğrulandı\n" : "Doğrulanmadı\n";
exit($result->Sonuc->Dogrulandi ? 0 : 1);
