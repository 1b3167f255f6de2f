using System.Text;
using System.Xml;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>
/// The router of benches: one answer, prebuilt for <see cref="PopulationSamples.Citizen"/>, whatever is asked and by whomever. Reads nothing
/// of the request but its MessageID, so that what is measured is the caller.
/// </summary>
internal sealed class CannedRouterDoor
{
    private const int LongestMessageId = 128;

    private readonly TimeProvider _time;
    private readonly string _body;

    /// <summary>Builds the answer.</summary>
    public CannedRouterDoor(NviPopulation population, TimeProvider time)
    {
        _time = time;
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
            new BilesikKutukService(population, isCompact: true).Write(writer, [new SorguKriteri(population.Samples.Citizen.Value, null, null, null)]);
        _body = text.ToString();
    }

    /// <summary>Answers one request.</summary>
    /// <param name="content">The octets of the request.</param>
    public SoapReply Answer(byte[] content) =>
        SoapWriter.Answer(BilesikKutukService.ResponseAction, MessageId(content), _time.GetUtcNow(), writer => writer.WriteRaw(_body));

    private static string? MessageId(ReadOnlySpan<byte> content)
    {
        var name = content.IndexOf("MessageID"u8);
        if (name < 0)
            return null;
        var rest = content[name..];
        rest = rest[(rest.IndexOf((byte)'>') + 1)..];
        var end = rest.IndexOf((byte)'<');
        return end is > 0 and <= LongestMessageId && Ascii.IsValid(rest[..end]) ? Encoding.ASCII.GetString(rest[..end]) : null;
    }
}
