<?php
// Asks the gateway as a PHP integrator would: SoapClient from the live WSDL, CA verified. Reads one JSON object from standard input
// (wsdl, ca, soap, auth, addressing, userName, password, numbers) and prints one: answers with the raw envelope, or the fault.
error_reporting(E_ALL);
set_error_handler(function ($level, $message) {
    throw new ErrorException($message, 0, $level);
});

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSA = 'http://www.w3.org/2005/08/addressing';

if (!extension_loaded('soap')) {
    fwrite(STDERR, 'The soap extension is not installed (Debian package php-soap); ./kps test installs it.');
    exit(2);
}

$task = json_decode(stream_get_contents(STDIN), true, 16, JSON_THROW_ON_ERROR);
$options = [
    'soap_version' => $task['soap'] === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'trace' => true,
    'exceptions' => true,
    'stream_context' => stream_context_create(['ssl' => ['cafile' => $task['ca'], 'verify_peer' => true, 'verify_peer_name' => true]]),
];
if ($task['auth'] === 'Basic') {
    $options += ['login' => $task['userName'], 'password' => $task['password']];
}

$client = new SoapClient($task['wsdl'], $options);
$headers = [];
if ($task['auth'] === 'UsernameToken') {
    $token = sprintf(
        '<o:Security xmlns:o="%s"><o:UsernameToken><o:Username>%s</o:Username><o:Password>%s</o:Password></o:UsernameToken></o:Security>',
        WSSE,
        htmlspecialchars($task['userName'], ENT_XML1),
        htmlspecialchars($task['password'], ENT_XML1)
    );
    $headers[] = new SoapHeader(WSSE, 'Security', new SoapVar($token, XSD_ANYXML), true);
}

if ($task['addressing']) {
    $headers[] = new SoapHeader(WSA, 'Action', 'https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula', true);
    $headers[] = new SoapHeader(WSA, 'MessageID', 'uuid:3d1cbb32-0000-4000-8000-0000000000aa');
}

$client->__setSoapHeaders($headers);
$answers = [];
try {
    foreach ($task['numbers'] as $number) {
        $answer = $client->BilesikKisiSorgula(['kimlikNo' => $number]);
        $answers[] = ['result' => $answer->BilesikKisiSorgulaResult, 'raw' => $client->__getLastResponse()];
    }

    echo json_encode(['operations' => $client->__getFunctions(), 'answers' => $answers], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
} catch (SoapFault $fault) {
    echo json_encode(
        ['fault' => ['code' => $fault->faultcode, 'text' => $fault->faultstring, 'raw' => $client->__getLastResponse()]],
        JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE
    );
}
