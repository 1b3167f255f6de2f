using System.CommandLine;
using System.CommandLine.Parsing;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>What stands on the command line about the question itself. Read as texts, so that one reader says all that is wrong with them.</summary>
internal sealed class QueryArguments
{
    public Argument<string?> KimlikNo { get; } = new("kimlikNo")
    {
        Description = "Sorgulanacak kimlik numarası; numarayla sorulmayan sorgularda verilmez.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Operation { get; } = new("--op")
    {
        Description = "Sorgunun sözleşmedeki adı; verilmezse BilesikKisiSorgula. --help ile birlikte ölçütlerini gösterir.",
        HelpName = "SORGU",
    };

    public Option<string[]> Kriter { get; } = new("--kriter")
    {
        Description = "Ölçüt; birden çok verilebilir. Adlar ve türler: query --op SORGU --help",
        HelpName = "Ad=değer",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The request.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="errors">Takes what is wrong, sentence by sentence.</param>
    /// <returns>Null when something is.</returns>
    public QueryRequest? Read(CommandResult parsed, ICollection<string> errors)
    {
        if (Find(parsed.GetResult(Operation)) is not { } operation)
        {
            errors.Add($"--op şunlardan biri olmalı: {OperationNames.List}.");
            return null;
        }

        long? number = null;
        if (parsed.GetResult(KimlikNo)?.Tokens is [{ Value: var text }, ..])
        {
            if (!CriterionText.IsNumber(text, out var digits))
            {
                errors.Add("Kimlik numarası yalnız rakamlardan oluşmalı.");
                return null;
            }

            number = digits;
        }

        return CriteriaReader.Read(QueryCatalog.Of(operation), number, [.. parsed.GetResult(Kriter)?.Tokens.Select(token => token.Value) ?? []], errors);
    }

    /// <summary>The operation that is named.</summary>
    /// <returns>That of <see cref="KpsOperation.BilesikKisiSorgula"/> when none is, null when there is no such.</returns>
    public static OperationDescription? Find(OptionResult? named) =>
        OperationNames.Find(named?.Tokens is [{ Value: var name }, ..] ? name : nameof(KpsOperation.BilesikKisiSorgula));
}
