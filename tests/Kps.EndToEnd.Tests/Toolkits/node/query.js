// Asks the gateway as a Node integrator would: the soap package from the live WSDL, CA verified. Reads one JSON object from each line of standard
// input (wsdl, service, contract, ca, soap, auth, userName, password, uygulamaKodu, calls) and prints one line for it: answers with the raw envelope,
// or the fault. What was generated from a WSDL is kept.
'use strict';

const fs = require('node:fs');
const https = require('node:https');
const readline = require('node:readline');
const soap = require('soap');

const clients = new Map();

function clientOf(task, httpsAgent) {
  const key = `${task.soap} ${task.wsdl}`;
  if (!clients.has(key)) {
    clients.set(key, soap.createClientAsync(task.wsdl, {
      forceSoap12Headers: task.soap === '1.2', // the port says so, the package does not listen to it
      disableCache: true, // or the version of the first client is that of all
      wsdl_options: { httpsAgent, proxy: false },
    }));
  }

  return clients.get(key);
}

async function run(task) {
  const httpsAgent = new https.Agent({ ca: fs.readFileSync(task.ca) });
  const client = await clientOf(task, httpsAgent);
  client.setSecurity(
    task.auth === 'Basic'
      ? new soap.BasicAuthSecurity(task.userName, task.password)
      : new soap.WSSecurity(task.userName, task.password, { passwordType: 'PasswordText', hasTimeStamp: false, mustUnderstand: true }),
  );
  client.clearSoapHeaders();
  if (task.uygulamaKodu) {
    client.addSoapHeader(`<UygulamaKodu>${task.uygulamaKodu}</UygulamaKodu>`);
  }

  const port = client[task.service][(task.soap === '1.2' ? 'WSHttpBinding_' : 'BasicHttpBinding_') + task.contract];
  const options = { httpsAgent, proxy: false, timeout: 30000 };
  const call = ({ operation, arguments: members }) =>
    new Promise((resolve, reject) => {
      port[operation](members, (error, result, raw) => (error ? reject(error) : resolve({ result: result[`${operation}Result`], raw })), options);
    });

  const answers = [];
  for (const one of task.calls) {
    answers.push(await call(one));
  }

  return { answers };
}

function faultOf(error) {
  const fault = error.root?.Envelope?.Body?.Fault;
  if (!fault) {
    throw error;
  }

  const text = fault.Reason ? fault.Reason.Text : fault.faultstring;
  return { fault: { code: fault.Code ? fault.Code.Value : fault.faultcode, text: text.$value ?? text, raw: error.body ?? error.response.data } };
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await run(JSON.parse(line)).catch(faultOf)) + '\n');
  }
})();
