<?php
// Asks the gateway as a PHP integrator would: SoapClient from the live WSDL, CA verified. Reads one JSON object from each line of standard input
// (wsdl, actions, ca, soap, auth, addressing, userName, password, uygulamaKodu, calls) and prints one line for it: answers with the raw envelope, or
// the fault.
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

// SoapHeader cannot be without a namespace, and UygulamaKodu has none: PHP clients put it into the text.
class KpsClient extends SoapClient
{
    public ?string $uygulamaKodu = null;

    public function __doRequest(string $request, string $location, string $action, int $version, bool $oneWay = false): ?string
    {
        if ($this->uygulamaKodu !== null) {
            $header = "<UygulamaKodu>{$this->uygulamaKodu}</UygulamaKodu>";
            $request = preg_replace('~<([^/<>:]+):Header/>~', '<$1:Header></$1:Header>', $request);
            $request = preg_replace('~<([^/<>:]+):Header>~', "<$1:Header>$header", $request, 1, $count);
            $request = $count === 1 ? $request : preg_replace('~<([^/<>:]+):Body>~', "<$1:Header>$header</$1:Header><$1:Body>", $request, 1);
        }

        return parent::__doRequest($request, $location, $action, $version, $oneWay);
    }
}

function headers(array $task, string $operation): array
{
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
        $headers[] = new SoapHeader(WSA, 'Action', $task['actions'] . $operation, true);
        $headers[] = new SoapHeader(WSA, 'MessageID', 'uuid:3d1cbb32-0000-4000-8000-0000000000aa');
    }

    return $headers;
}

function run(array $task): array
{
    $options = [
        'soap_version' => $task['soap'] === '1.2' ? SOAP_1_2 : SOAP_1_1,
        'cache_wsdl' => WSDL_CACHE_MEMORY,
        'trace' => true,
        'exceptions' => true,
        'stream_context' => stream_context_create(['ssl' => ['cafile' => $task['ca'], 'verify_peer' => true, 'verify_peer_name' => true]]),
    ];
    if ($task['auth'] === 'Basic') {
        $options += ['login' => $task['userName'], 'password' => $task['password']];
    }

    $client = new KpsClient($task['wsdl'], $options);
    $client->uygulamaKodu = $task['uygulamaKodu'];
    $answers = [];
    try {
        foreach ($task['calls'] as ['operation' => $operation, 'arguments' => $arguments]) {
            $answer = $client->__soapCall($operation, [$arguments], null, headers($task, $operation));
            $answers[] = ['result' => $answer->{$operation . 'Result'}, 'raw' => $client->__getLastResponse()];
        }

        return ['answers' => $answers];
    } catch (SoapFault $fault) {
        if ($client->__getLastResponse() === null) {
            throw $fault;
        }

        return ['fault' => ['code' => $fault->faultcode, 'text' => $fault->faultstring, 'raw' => $client->__getLastResponse()]];
    }
}

while (($line = fgets(STDIN)) !== false) {
    echo json_encode(run(json_decode($line, true, 32, JSON_THROW_ON_ERROR)), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
}
