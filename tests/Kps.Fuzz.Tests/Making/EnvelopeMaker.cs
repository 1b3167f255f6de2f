using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kps.Audit;

namespace Kps.Fuzz.Tests.Making;

/// <summary>Whole envelopes with random structure, in the encoding they claim or in another one.</summary>
internal static class EnvelopeMaker
{
    private static readonly Gen<string> Query = Gen.Frequency((4, OneOperation), (1, EnvelopeParts.Catalogue));

    private static Gen<string> OneOperation =>
        from operation in EnvelopeParts.Operation
        from space in EnvelopeParts.OperationNamespace
        from members in EnvelopeParts.Members
        select $"<{operation} xmlns=\"{space}\">{members}</{operation}>";

    private static Gen<string> Xml(bool isToken) =>
        from soap in EnvelopeParts.SoapNamespace
        from prefix in EnvelopeParts.Prefix
        from prolog in EnvelopeParts.Prolog
        from security in EnvelopeParts.Security
        from others in EnvelopeParts.OtherHeader.ArrayOf(2)
        from isSecurityFirst in Gen.Elements(true, false)
        from order in Gen.Frequency((14, Gen.Constant(0)), (1, Gen.Choose(1, 5)))
        from body in isToken ? EnvelopeParts.TokenRequest : Query
        from trailer in EnvelopeParts.Trailer
        select prolog + Envelope(
            soap,
            prefix,
            isSecurityFirst ? security + others[0] + others[1] : others[0] + others[1] + security,
            body,
            order) + trailer;

    private static readonly Gen<(string? ContentType, Encoding Encoding)> Charsets = Gen.Frequency(
        (8, Gen.Elements<(string?, Encoding)>(
            ("application/soap+xml; charset=utf-8", Encoding.UTF8), ("text/xml; charset=utf-8", Encoding.UTF8), ("text/xml", Encoding.UTF8), ("application/soap+xml", Encoding.UTF8))),
        (2, Gen.Elements<(string?, Encoding)>(
            ("text/xml; charset=iso-8859-9", Named("iso-8859-9")), ("text/xml; charset=windows-1254", Named("windows-1254")), ("text/xml", Named("iso-8859-9")),
            ("text/xml; charset=iso-8859-9", Encoding.UTF8), ("application/soap+xml; charset=us-ascii", Encoding.ASCII),
            ("text/xml; charset=utf-16", Encoding.Unicode), ("text/xml", Encoding.Unicode), ("text/xml", Encoding.BigEndianUnicode), ("text/xml; charset=utf-8", Encoding.Unicode),
            ("text/xml", Encoding.UTF32), ("text/xml", Named("IBM037")), ("text/xml; charset=IBM037", Named("IBM037")), ("text/xml; charset=utf-7", Encoding.UTF8), (null, Encoding.UTF8))));

    private static readonly Gen<FuzzInput> Inputs =
        from isToken in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from xml in Xml(isToken)
        from charset in Charsets
        from isEk in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from soapAction in Gen.Frequency((10, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("\"\"", "\"urn:x\"", "\"" + EnvelopeParts.Service + "/IKpsServices/BilesikKisiSorgula\"")))
        from authorization in Gen.Frequency((10, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("Basic", "Basic !", "Basic Og==", "Bearer a", "Basic /////w==", "Basic " + new string('A', 4000))))
        select new FuzzInput("structure", charset.ContentType, Headers(soapAction, authorization), charset.Encoding.GetBytes(xml)) { Door = isToken ? AuditDoor.Sts : isEk ? AuditDoor.Ek : AuditDoor.Router };

    /// <summary>Makes one input; equal seeds make equal inputs.</summary>
    public static FuzzInput Make(ulong seed) => Inputs.Sample(numberOfSamples: 1, seed: new Rnd(seed), size: 12)[0];

    private static string Envelope(string soap, string prefix, string header, string body, int order)
    {
        var declaration = prefix.Length == 0 ? $" xmlns=\"{soap}\" xmlns:s=\"{soap}\"" : $" xmlns:{prefix.TrimEnd(':')}=\"{soap}\" xmlns:s=\"{soap}\"";
        declaration = prefix == "s:" ? $" xmlns:s=\"{soap}\"" : declaration;
        var (head, trunk) = ($"<{prefix}Header>{header}</{prefix}Header>", $"<{prefix}Body>{body}</{prefix}Body>");
        var content = order switch
        {
            1 => trunk + head,
            2 => head + trunk + trunk,
            3 => head + head + trunk,
            4 => head + $"<{prefix}Body>{body}{body}</{prefix}Body>",
            5 => head,
            _ => head + trunk,
        };
        return $"<{prefix}Envelope{declaration}>{content}</{prefix}Envelope>";
    }

    private static IReadOnlyList<(string Name, string Value)> Headers(string? soapAction, string? authorization)
    {
        var headers = new List<(string, string)>();
        if (soapAction is not null)
        {
            headers.Add(("SOAPAction", soapAction));
        }

        if (authorization is not null)
        {
            headers.Add(("Authorization", authorization));
        }

        return headers;
    }

    private static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
