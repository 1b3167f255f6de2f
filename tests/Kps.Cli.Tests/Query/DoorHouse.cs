using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Kps.Cli.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.Cli.Tests.Query;

/// <summary>Both query doors over TLS, answering what a test says, and the demonstration's file that names them.</summary>
internal sealed class DoorHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<(string Path, string Body)> _requests = [];

    private DoorHouse(WebApplication app) => _app = app;

    /// <summary>The result element the next answer carries.</summary>
    public string Result { get; set; } = string.Empty;

    /// <summary>Settings of a command that knows the demonstration.</summary>
    public string SettingsFile { get; } = CliRun.NewPath("settings.json");

    /// <summary>The one request that came.</summary>
    public (string Path, string Body) Asked => _requests.Single();

    public int Requests => _requests.Count;

    public static async Task<DoorHouse> OpenAsync()
    {
        using var certificate = Certificate();
        var served = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(served)));
        var house = new DoorHouse(builder.Build());
        house._app.MapPost("/Router/{door}", house.AnswerAsync);
        await house._app.StartAsync();
        house.WriteDemo(certificate);
        return house;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        _requests.Add((http.Request.Path, await reader.ReadToEndAsync()));
        http.Response.ContentType = "application/soap+xml; charset=utf-8";
        await http.Response.WriteAsync(
            "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><k:IslemNo xmlns:k=\"urn:kps:gecit:2026-01\">000020000004N</k:IslemNo></s:Header>"
            + $"<s:Body>{Result}</s:Body></s:Envelope>");
    }

    private void WriteDemo(X509Certificate2 certificate)
    {
        var ca = CliRun.NewPath("ca.pem");
        File.WriteAllText(ca, certificate.ExportCertificatePem());
        var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var file = CliRun.NewPath("demo.json");
        new DemoFile
        {
            Urls = DemoUrls.OfPort(address.Port),
            Ca = ca,
            Username = Asking.Number.ToString(),
            Password = "s3cret",
            KurumKodu = DemoSeed.KurumKodu,
            UygulamaKodu = Guid.NewGuid(),
            Samples = new Dictionary<string, string>(),
        }.Write(file);
        File.WriteAllText(SettingsFile, JsonSerializer.Serialize(new Dictionary<string, string> { ["Demo:File"] = file }));
    }
}
