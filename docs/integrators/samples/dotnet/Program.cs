// Asks for one person: HttpClient, SOAP 1.2, WS-Security UsernameToken. The Program.cs of an empty console project (dotnet new console, .NET 8 or later).
// Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
// Exit code: 0 person found, 1 HataBilgisi, 2 SOAP fault; anything else (an exception here) means no answer.
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;

XNamespace s = "http://www.w3.org/2003/05/soap-envelope";
XNamespace o = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
XNamespace kps = "https://www.saglik.gov.tr/KPS/01/01/2017";
XNamespace gecit = "urn:kps:gecit:2026-01";
Console.OutputEncoding = Encoding.UTF8;
string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");

// Build the message as a tree: & and < in a password look after themselves.
var request = new XElement(s + "Envelope", new XAttribute(XNamespace.Xmlns + "s", s),
    new XElement(s + "Header",
        new XElement(o + "Security", new XElement(o + "UsernameToken",
            new XElement(o + "Username", Setting("KPS_KULLANICI")), new XElement(o + "Password", Setting("KPS_SIFRE"))))),
    new XElement(s + "Body",
        new XElement(kps + "BilesikKisiSorgula", new XElement(kps + "kimlikNo", Setting("KPS_KIMLIK_NO")))));

// Only for a CA the machine does not trust already; a private one publishes no revocation list.
var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
trust.CustomTrustStore.ImportFromPemFile(Setting("KPS_CA"));

// One HttpClient for the life of the program: it keeps the connection.
using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } }) { Timeout = TimeSpan.FromSeconds(30) };
using var content = new StringContent(request.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/soap+xml");
using var response = await http.PostAsync(Setting("KPS_URL"), content);

// A SOAP fault comes with HTTP 500: read the body before looking at the status.
var answer = XDocument.Parse(await response.Content.ReadAsStringAsync());
Console.WriteLine($"IslemNo {answer.Descendants(gecit + "IslemNo").First().Value}");
if (answer.Descendants(s + "Fault").FirstOrDefault() is { } fault)
{
    Console.Error.WriteLine($"Fault {fault.Descendants(gecit + "Kod").Single().Value}: {fault.Descendants(s + "Text").First().Value}");
    return 2;
}

var result = answer.Descendants(kps + "BilesikKisiSorgulaResult").Single();
var temel = result.Descendants(kps + "TemelBilgisi").FirstOrDefault(); // in whichever register has the person; the others are nil
if (temel is null)
{
    var hata = result.Descendants(kps + "HataBilgisi").First(element => element.HasElements);
    Console.WriteLine($"HataBilgisi {hata.Element(kps + "Kod")!.Value}: {hata.Element(kps + "Aciklama")!.Value}");
    return 1;
}

Console.WriteLine($"{temel.Element(kps + "Ad")!.Value} {temel.Element(kps + "Soyad")!.Value}");
return 0;
