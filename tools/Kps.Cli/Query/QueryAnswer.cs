using System.Xml.Linq;

namespace Kps.Cli.Query;

/// <summary>What came back: a fault or a result.</summary>
/// <param name="IslemNo">The call's number, when the answer names it.</param>
/// <param name="Fault">Text of the SOAP fault.</param>
/// <param name="Result">The operation's result element.</param>
internal sealed record QueryAnswer(string? IslemNo, string? Fault, XElement? Result);
