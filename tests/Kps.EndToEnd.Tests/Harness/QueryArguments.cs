using System.Text.Json.Nodes;
using System.Xml.Linq;
using Kps.Contracts;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>The members of a request in the order of its contract, for clients that take objects and for those that write XML.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Members">Texts, numbers, booleans and objects of them.</param>
internal sealed record QueryArguments(KpsOperation Operation, JsonObject Members)
{
    /// <summary>Those of an operation that asks by number alone.</summary>
    public static QueryArguments Number(KpsOperation operation, long kimlikNo) => new(operation, new JsonObject { ["kimlikNo"] = kimlikNo });

    /// <summary>The request element.</summary>
    public XElement ToXml()
    {
        var operation = OperationCatalog.Find(Operation)!;
        XNamespace space = operation.Namespace;
        return new XElement(space + operation.Name, Content(Members, space));
    }

    /// <summary>The request as a hand-made client sends it.</summary>
    public SoapMessage ToMessage(TestUser? user) => SoapMessage.Of(Operation, string.Concat(ToXml().Elements().Select(member => member.ToString(SaveOptions.DisableFormatting))), user);

    private static IEnumerable<XElement> Content(JsonObject members, XNamespace space) => members.Select(member =>
        member.Value is JsonObject inner ? new XElement(space + member.Key, Content(inner, space)) : new XElement(space + member.Key, member.Value!.ToString()));
}
