using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Gateway.Tests.Configuration;

/// <summary>The files a configuration names, and arguments that make a valid one of them. No database and no NVİ stands behind the addresses.</summary>
internal sealed class SettingsFiles : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kps-settings-").FullName;

    public SettingsFiles()
    {
        File.WriteAllBytes(FileIn("master.key"), RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(FileIn("nvi.password"), "uydurma");
        WriteCertificate("CN=one");
    }

    public string CertificateFile => FileIn("server.pem");

    public string KeyFile => FileIn("server.key");

    /// <summary>Arguments of a gateway that could start.</summary>
    public string[] Valid(string environment = "Production") =>
    [
        $"--environment={environment}",
        "--Gateway:PublicUrl=https://kps.example",
        "--Registry:ConnectionString=Host=192.0.2.1;Database=kps;Username=kps_gateway",
        "--Audit:ConnectionString=Host=192.0.2.1;Database=kps;Username=kps_gateway",
        $"--Audit:MasterKeyFile={FileIn("master.key")}",
        "--Mernis:StsUrl=https://sts.example/",
        "--Mernis:RouterUrl=https://router.example/",
        "--Mernis:UserName=KRM-1",
        $"--Mernis:PasswordFile={FileIn("nvi.password")}",
        "--Kestrel:Endpoints:Https:Url=https://127.0.0.1:0",
        $"--Kestrel:Endpoints:Https:Certificate:Path={CertificateFile}",
        $"--Kestrel:Endpoints:Https:Certificate:KeyPath={KeyFile}",
    ];

    public string FileIn(string name) => Path.Combine(_directory, name);

    /// <summary>Writes a new key and its certificate over the old ones, the key first.</summary>
    public void WriteCertificate(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
