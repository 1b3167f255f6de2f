using System.CommandLine;
using System.CommandLine.Invocation;
using Kps.Cli.Text;

namespace Kps.Cli.Query;

/// <summary>The help of <c>query</c>: the usual one, then the criteria of the query that <c>--op</c> names, or all queries. Also follows an error.</summary>
/// <param name="usual">The framework's help.</param>
/// <param name="operation">The option that names the query.</param>
internal sealed class QueryHelp(SynchronousCommandLineAction usual, Option<string?> operation) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var named = parseResult.GetResult(operation) is { } option ? QueryArguments.Find(option) : null;
        foreach (var line in named is null ? Queries() : Criteria(QueryCatalog.Of(named)))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return exitCode;
    }

    /// <summary>Every query with its sentence.</summary>
    public static IEnumerable<string> Queries()
    {
        var table = new Table("Sorgu", "Ne verir");
        foreach (var query in QueryCatalog.All)
        {
            table.Add(query.Operation.Name, query.About);
        }

        return [.. table.Lines(), string.Empty, "Bir sorgunun ölçütleri: query --op SORGU --help"];
    }

    /// <summary>One query with what it takes.</summary>
    public static IEnumerable<string> Criteria(QueryDescription query)
    {
        IEnumerable<string> head = [$"{query.Operation.Name}: {query.About}"];
        if (query.Criteria.Count == 0)
        {
            return [.. head, "Ölçüt almaz."];
        }

        var table = new Table("--kriter", "Gerekli", "Tür", "Örnek");
        foreach (var criterion in query.Criteria)
        {
            table.Add(
                criterion.Name,
                criterion.IsRequired ? "evet" : criterion.Default is { } value ? $"verilmezse {Said(value)}" : "hayır",
                CriterionText.Kind(criterion),
                $"{criterion.Name}={criterion.Example}");
        }

        IEnumerable<string> number = query.Number is { } one ? [$"{one.Name} komuttan sonra numara olarak da yazılabilir."] : [];
        return [.. head, .. table.Lines(), .. number, .. query.Rules.Select(rule => rule.Text)];
    }

    private static string Said(string wire) => wire switch
    {
        "true" => "evet",
        "false" => "hayır",
        _ => wire,
    };
}
