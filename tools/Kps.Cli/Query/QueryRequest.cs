using System.Xml;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>What is asked, complete. No record: its text would show people.</summary>
/// <param name="operation">Of either service.</param>
/// <param name="values">The members as they are sent, in the contract's order.</param>
internal sealed class QueryRequest(OperationDescription operation, IReadOnlyList<(Criterion Criterion, string Value)> values)
{
    public OperationDescription Operation => operation;

    /// <summary>Writes the request element; every member is in the operation's own namespace.</summary>
    /// <param name="writer">Inside the Body.</param>
    public void WriteTo(XmlWriter writer)
    {
        writer.WriteStartElement(operation.Name, operation.Namespace);
        IReadOnlyList<string> open = [];
        foreach (var (criterion, value) in values)
        {
            Move(writer, open, criterion.Path);
            open = criterion.Path;
            writer.WriteElementString(criterion.Name, operation.Namespace, value);
        }

        Move(writer, open, []);
        writer.WriteEndElement();
    }

    private void Move(XmlWriter writer, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var common = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        for (var depth = from.Count; depth > common; depth--)
        {
            writer.WriteEndElement();
        }

        foreach (var element in to.Skip(common))
        {
            writer.WriteStartElement(element, operation.Namespace);
        }
    }
}
