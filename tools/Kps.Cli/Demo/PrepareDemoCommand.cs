using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Kps.Contracts;
using Kps.Registry.Passwords;

namespace Kps.Cli.Demo;

/// <summary>
/// <c>prepare-demo</c>, called by <c>./kps run</c>: an institution, a user, an application, the loopback addresses and the right to ask,
/// and the file that tells a client about them. Run again, it keeps user and password and only renews the addresses.
/// </summary>
internal static class PrepareDemoCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Option<string>("--file") { Required = true };
        var ca = new Option<string>("--ca") { Required = true };
        var port = new Option<int>("--https-port") { Required = true };
        var samples = new Option<string>("--samples") { Required = true };
        var command = new Command("prepare-demo", "Gösterim kurumunu ve kullanıcısını hazırlar.") { file, ca, port, samples };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var kept = DemoFile.Read(path);
            var demo = new DemoFile
            {
                Urls = DemoUrls.OfPort(parsed.GetRequiredValue(port)),
                Ca = parsed.GetRequiredValue(ca),
                Username = kept?.Username ?? InventNumber(),
                Password = kept?.Password ?? PasswordGenerator.Create().Reveal(),
                KurumKodu = DemoSeed.KurumKodu,
                UygulamaKodu = kept?.UygulamaKodu ?? Guid.NewGuid(),
                Samples = DemoFile.ReadSamples(parsed.GetRequiredValue(samples)),
            };

            // The file first: a user whose password was never written down could not be used again.
            demo.Write(path);
            await new DemoSeed(context.Registry(parsed)).SowAsync(demo, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string InventNumber() =>
        Tckn.FromFirstNine(RandomNumberGenerator.GetInt32(100_000_000, 900_000_000)).Value.ToString(CultureInfo.InvariantCulture);
}
