using System.Globalization;
using System.Runtime.Serialization;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;

namespace Kps.Cli.Query;

/// <summary>Says what a query came to: the answer on standard output, what went wrong on standard error, and the exit code.</summary>
/// <param name="terminal">Where.</param>
internal sealed class AnswerDesk(Terminal terminal)
{
    private const string NoRecordKod = "2";

    private static readonly DataContractSerializer PersonReader = new(typeof(KpsServisSonucuBilesikKisiBilgisi), "BilesikKisiSorgulaResult", KpsNamespaces.Service);

    /// <summary>Says it.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="answer">What came back.</param>
    /// <exception cref="CommandException">The result is none of the contract.</exception>
    public Task<int> SayAsync(OperationDescription operation, QueryAnswer answer)
    {
        if (answer.Fault is { } fault)
        {
            return FailAsync(fault);
        }

        return operation.Operation == KpsOperation.BilesikKisiSorgula ? SayPersonAsync(answer) : SayTreeAsync(answer.IslemNo, answer.Result!);
    }

    private static KpsServisSonucuBilesikKisiBilgisi? Person(XElement result)
    {
        try
        {
            using var reader = result.CreateReader();
            return (KpsServisSonucuBilesikKisiBilgisi?)PersonReader.ReadObject(reader, verifyObjectName: true);
        }
        catch (SerializationException e)
        {
            throw new CommandException(QueryEnvelope.Unreadable, e);
        }
    }

    private async Task<int> SayPersonAsync(QueryAnswer answer)
    {
        var result = Person(answer.Result!);
        if (result?.HataBilgisi is { } refused)
        {
            return await FailAsync(string.Create(CultureInfo.InvariantCulture, $"Hata {refused.Kod}: {refused.Aciklama}"));
        }

        if (result?.Sonuc is not { } person)
        {
            throw new CommandException("Yanıtta sonuç yok.");
        }

        await PersonText.WriteAsync(terminal.Out, person);
        await WriteNumberAsync(answer.IslemNo);
        return person.HataBilgisi is null ? ExitCode.Done : ExitCode.NoRecord;
    }

    private async Task<int> SayTreeAsync(string? islemNo, XElement result)
    {
        if (result.Child("HataBilgisi") is { } refused)
        {
            if (!IsNoRecord(refused))
            {
                return await FailAsync($"Hata {refused.Child("Kod")?.Value}: {refused.Child("Aciklama")?.Value}");
            }

            await terminal.Out.WriteLineAsync($"HataBilgisi: {AnswerText.Parametre(refused)}");
            await WriteNumberAsync(islemNo);
            return ExitCode.NoRecord;
        }

        if (result.Child("Sonuc") is not { } sonuc)
        {
            throw new CommandException("Yanıtta sonuç yok.");
        }

        var lines = AnswerText.Lines(sonuc);
        foreach (var line in lines.DefaultIfEmpty("(yok)"))
        {
            await terminal.Out.WriteLineAsync(line);
        }

        await WriteNumberAsync(islemNo);
        return sonuc.Child("HataBilgisi") is not { } hata ? AnswerText.IsNo(sonuc) ? ExitCode.NoRecord : ExitCode.Done
            : IsNoRecord(hata) ? ExitCode.NoRecord
            : ExitCode.Failed;
    }

    private async Task<int> FailAsync(string text)
    {
        await terminal.Error.WriteLineAsync(text);
        return ExitCode.Failed;
    }

    private Task WriteNumberAsync(string? islemNo) => terminal.Out.WriteLineAsync($"\nİşlem No {islemNo}");

    private static bool IsNoRecord(XElement hata) => hata.Child("Kod")?.Value == NoRecordKod;
}
