using System.Text;
using System.Xml;
using Kps.Cli.Query;
using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

/// <summary>Questions as an operator asks them.</summary>
internal static class Asking
{
    public static readonly long Number = Tckn.FromFirstNine(123_456_789).Value;

    /// <summary>A question that has nothing wrong with it.</summary>
    public static QueryRequest Request(KpsOperation operation, long? number, params string[] pairs)
    {
        var errors = new List<string>();
        var request = CriteriaReader.Read(QueryCatalog.Of(OperationCatalog.Find(operation)!), number, pairs, errors);
        Assert.That(errors, Is.Empty);
        return request!;
    }

    /// <summary>What is wrong with a question.</summary>
    public static IReadOnlyList<string> Errors(KpsOperation operation, long? number, params string[] pairs)
    {
        var errors = new List<string>();
        var request = CriteriaReader.Read(QueryCatalog.Of(OperationCatalog.Find(operation)!), number, pairs, errors);
        Assert.That(request is null, Is.EqualTo(errors.Count > 0), "There is a request or there are errors.");
        return errors;
    }

    /// <summary>The example of every criterion, so that rules are kept.</summary>
    public static string[] Examples(QueryDescription query) =>
    [
        .. query.Criteria.Where(criterion => criterion.Path is not [.., "KayitYeri"]).Select(criterion => $"{criterion.Name}={criterion.Example}"),
    ];

    /// <summary>The request element as it goes into the Body.</summary>
    public static string Xml(QueryRequest request)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            request.WriteTo(writer);
        }

        return text.ToString();
    }
}
