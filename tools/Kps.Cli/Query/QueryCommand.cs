using System.CommandLine;
using System.Globalization;
using Kps.Cli.Demo;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>
/// <c>query</c>: asks for a person as hospital software does, through the published SOAP door, with a password on the call. What is not
/// said comes from the running demonstration.
/// </summary>
internal static class QueryCommand
{
    private const int MostDigits = 18;

    public static Command Create(CommandContext context)
    {
        var kimlikNo = new Argument<long>("kimlikNo")
        {
            Description = "Sorgulanacak kimlik numarası.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (text.Length <= MostDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError("Kimlik numarası yalnız rakamlardan oluşmalı.");
                return 0;
            },
        };
        var user = new Option<string?>("--user") { Description = "Kullanıcı adı; --password-file ile birlikte." };
        var passwordFile = new Option<string?>("--password-file") { Description = "Şifreyi tutan dosya; - standart girdi." };
        var url = new Option<Uri?>("--url")
        {
            Description = "Sorgu kapısının adresi.",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
                {
                    return address;
                }

                result.AddError("--url https:// ile başlayan bir adres olmalı: şifre yalnız TLS içinde gider.");
                return null;
            },
        };
        var ca = new Option<string?>("--ca") { Description = "Güvenilecek tek kök sertifika (PEM); verilmezse gösterimin, o da yoksa sistemin kökleri." };
        var command = new Command("query", "Kişiyi geçidin SOAP kapısından sorgular.") { kimlikNo, user, passwordFile, url, ca };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) is null != result.GetValue(passwordFile) is null)
            {
                result.AddError("--user ve --password-file birlikte verilmeli.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var demo = settings.DemoFile is { } file ? DemoFile.Read(file) : null;
            var caller = parsed.GetValue(user) is { } name
                ? new QueryCaller(name, await ReadPasswordAsync(context.Terminal, parsed.GetRequiredValue(passwordFile)!, cancellationToken))
                : demo is not null
                    ? new QueryCaller(demo.Username, new Secret(demo.Password)) { KurumKodu = demo.KurumKodu, UygulamaKodu = demo.UygulamaKodu }
                    : throw new CommandException("Gösterim yok: --user ve --password-file verin.");
            var door = parsed.GetValue(url) ?? (demo is not null ? new Uri(demo.Urls.Router) : throw new CommandException("Gösterim yok: --url verin."));
            using var client = new RouterClient(door, parsed.GetValue(ca) ?? settings.DemoCaFile ?? demo?.Ca);
            return await AskAsync(client, caller, parsed.GetRequiredValue(kimlikNo), context.Terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> AskAsync(RouterClient client, QueryCaller caller, long kimlikNo, Terminal terminal, CancellationToken cancellationToken)
    {
        QueryAnswer answer;
        try
        {
            answer = await client.AskAsync(caller, kimlikNo, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException($"Geçide ulaşılamadı ({e.HttpRequestError}): {client.Door}", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException($"Geçit zamanında yanıt vermedi: {client.Door}", e);
        }

        if (answer.Fault is { } fault)
        {
            await terminal.Error.WriteLineAsync(fault);
            return ExitCode.Failed;
        }

        if (answer.Result?.HataBilgisi is { } refused)
        {
            await terminal.Error.WriteLineAsync($"Hata {refused.Kod}: {refused.Aciklama}");
            return ExitCode.Failed;
        }

        if (answer.Result?.Sonuc is not { } person)
        {
            throw new CommandException("Yanıtta sonuç yok.");
        }

        await PersonText.WriteAsync(terminal.Out, person);
        await terminal.Out.WriteLineAsync($"\nİşlem No {answer.IslemNo}");
        return person.HataBilgisi is null ? ExitCode.Done : ExitCode.NoRecord;
    }

    private static async Task<Secret> ReadPasswordAsync(Terminal terminal, string file, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            return await SecretLine.ReadAsync(terminal.In, cancellationToken);
        }

        try
        {
            using var reader = new StreamReader(file);
            return await SecretLine.ReadAsync(reader, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"Şifre dosyası okunamadı: {file}", e);
        }
    }
}
