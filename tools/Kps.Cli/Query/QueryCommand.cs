using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Kps.Cli.Demo;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>
/// <c>query</c>: asks any query of both services as hospital software does, through the published SOAP doors, with a password on the call. What is
/// not said comes from the running demonstration; without <c>--op</c> a person is asked for by number.
/// </summary>
internal static class QueryCommand
{
    public static Command Create(CommandContext context)
    {
        var question = new QueryArguments();
        var user = new Option<string?>("--user") { Description = "Kullanıcı adı; --password-file ile birlikte." };
        var passwordFile = new Option<string?>("--password-file") { Description = "Şifreyi tutan dosya; - standart girdi." };
        var url = new Option<Uri?>("--url")
        {
            Description = "Sorgu kapısının adresi; ek sorguların kapısı ayrıdır.",
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
        var command = new Command("query", "Geçidin SOAP kapısından sorgular.")
        {
            question.KimlikNo, question.Operation, question.Kriter, user, passwordFile, url, ca, Help(question.Operation),
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) is null != result.GetValue(passwordFile) is null)
            {
                result.AddError("--user ve --password-file birlikte verilmeli.");
            }
        });
        command.Validators.Add(result =>
        {
            var errors = new List<string>();
            question.Read(result, errors);
            errors.ForEach(result.AddError);
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = question.Read(parsed.CommandResult, [])!;
            var settings = context.Settings(parsed);
            var demo = settings.DemoFile is { } file ? DemoFile.Read(file) : null;
            var caller = parsed.GetValue(user) is { } name
                ? new QueryCaller(name, await ReadPasswordAsync(context.Terminal, parsed.GetRequiredValue(passwordFile)!, cancellationToken))
                : demo is not null
                    ? new QueryCaller(demo.Username, new Secret(demo.Password)) { KurumKodu = demo.KurumKodu, UygulamaKodu = demo.UygulamaKodu }
                    : throw new CommandException("Gösterim yok: --user ve --password-file verin.");
            var door = parsed.GetValue(url) ?? DoorOf(request.Operation.Service, demo ?? throw new CommandException("Gösterim yok: --url verin."));
            using var client = new RouterClient(door, parsed.GetValue(ca) ?? settings.DemoCaFile ?? demo?.Ca);
            return await AskAsync(client, caller, request, context.Terminal, cancellationToken);
        });
        return command;
    }

    private static HelpOption Help(Option<string?> operation)
    {
        var help = new HelpOption();
        help.Action = new QueryHelp((SynchronousCommandLineAction)help.Action!, operation);
        return help;
    }

    private static Uri DoorOf(KpsService service, DemoFile demo) => new(service == KpsService.Ek
        ? demo.Urls.Ek ?? throw new CommandException("Gösterim dosyası eski sürümden: './kps run' yeniden başlatılınca ek sorguların adresi de yazılır.")
        : demo.Urls.Router);

    private static async Task<int> AskAsync(
        RouterClient client, QueryCaller caller, QueryRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        QueryAnswer answer;
        try
        {
            answer = await client.AskAsync(caller, request, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException($"Geçide ulaşılamadı ({e.HttpRequestError}): {client.Door}", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException($"Geçit zamanında yanıt vermedi: {client.Door}", e);
        }

        return await new AnswerDesk(terminal).SayAsync(request.Operation, answer);
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
