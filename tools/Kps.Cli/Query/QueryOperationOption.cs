using System.CommandLine;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary><c>--op</c> of <c>query</c>.</summary>
internal static class QueryOperationOption
{
    public static Option<OperationDescription?> Create() => new("--op")
    {
        Description = "Sorgunun sözleşmedeki adı; verilmezse BilesikKisiSorgula. --help ile birlikte ölçütlerini gösterir.",
        HelpName = "SORGU",
        CustomParser = result =>
        {
            if (OperationNames.Find(result.Tokens[0].Value) is { } operation)
            {
                return operation;
            }

            result.AddError($"--op şunlardan biri olmalı: {OperationNames.List}.");
            return null;
        },
    };
}
