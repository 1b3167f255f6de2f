// Asks the gateway as a Node integrator would: the soap package from the live WSDL, CA verified. Reads one JSON object from standard input
// (wsdl, ca, soap, auth, userName, password, numbers) and prints one: answers with the raw envelope, or the fault.
'use strict';

const fs = require('node:fs');
const https = require('node:https');
const soap = require('soap');

async function ask(task) {
  const httpsAgent = new https.Agent({ ca: fs.readFileSync(task.ca) });
  const isSoap12 = task.soap === '1.2';
  const client = await soap.createClientAsync(task.wsdl, {
    forceSoap12Headers: isSoap12, // the port says so, the package does not listen to it
    wsdl_options: { httpsAgent, proxy: false },
  });
  client.setSecurity(
    task.auth === 'Basic'
      ? new soap.BasicAuthSecurity(task.userName, task.password)
      : new soap.WSSecurity(task.userName, task.password, { passwordType: 'PasswordText', hasTimeStamp: false, mustUnderstand: true }),
  );

  const port = client.KpsServices[isSoap12 ? 'WSHttpBinding_IKpsServices' : 'BasicHttpBinding_IKpsServices'];
  const call = (number) =>
    new Promise((resolve, reject) => {
      const options = { httpsAgent, proxy: false, timeout: 30000 };
      port.BilesikKisiSorgula({ kimlikNo: number }, (error, result, raw) => (error ? reject(error) : resolve({ result, raw })), options);
    });

  const answers = [];
  for (const number of task.numbers) {
    const { result, raw } = await call(number);
    answers.push({ result: result.BilesikKisiSorgulaResult, raw });
  }

  return { operations: Object.keys(port), answers };
}

function faultOf(error) {
  const fault = error.root?.Envelope?.Body?.Fault;
  if (!fault) {
    throw error;
  }

  const text = fault.Reason ? fault.Reason.Text : fault.faultstring;
  return { fault: { code: fault.Code ? fault.Code.Value : fault.faultcode, text: text.$value ?? text, raw: error.body ?? error.response.data } };
}

ask(JSON.parse(fs.readFileSync(0, 'utf8')))
  .catch(faultOf)
  .then((output) => process.stdout.write(JSON.stringify(output)));
