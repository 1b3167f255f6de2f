using System.Buffers.Text;
using System.Text;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>
/// The router of benches: one answer, prebuilt for <see cref="PopulationSamples.CardHolder"/>, whatever is asked and by whomever. Reads nothing
/// of the request but its MessageID and the first KimlikNo, which it puts in the citizen's place, so that what is measured is the caller,
/// and the caller's log is about as many people as were asked for.
/// </summary>
internal sealed class CannedRouterDoor
{
    private const int LongestMessageId = 128;
    private const long SmallestNumber = 10_000_000_000;
    private const long LargestNumber = 99_999_999_999;
    private const string AnyMessageId = "urn:uuid:00000000-0000-4000-8000-000000000000";

    private readonly TimeProvider _time;
    private readonly long _citizen;
    private readonly CannedEnvelope _related;
    private readonly CannedEnvelope _unrelated;

    /// <summary>Builds the answer.</summary>
    public CannedRouterDoor(NviPopulation population, TimeProvider time)
    {
        _time = time;
        _citizen = population.Samples.CardHolder.Value;
        var service = new BilesikKutukService(population, isCompact: true);
        _related = Build(service, AnyMessageId);
        _unrelated = Build(service, relatesTo: null);
    }

    /// <summary>Answers one request.</summary>
    /// <param name="content">The octets of the request.</param>
    public SoapReply Answer(byte[] content)
    {
        var relatesTo = Content(content, "MessageID"u8);
        var isRelated = relatesTo.Length is > 0 and <= LongestMessageId && Ascii.IsValid(relatesTo);
        var isNumber = Utf8Parser.TryParse(Content(content, "KimlikNo"u8), out long number, out _) && number is >= SmallestNumber and <= LargestNumber;
        return new SoapReply(200, (isRelated ? _related : _unrelated).Fill(isRelated ? relatesTo : default, _time.GetUtcNow(), isNumber ? number : _citizen));
    }

    private CannedEnvelope Build(BilesikKutukService service, string? relatesTo)
    {
        var created = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
        var answer = SoapWriter.Answer(
            BilesikKutukService.ResponseAction, relatesTo, created, writer => service.Write(writer, [new SorguKriteri(_citizen, null, null, null)]));
        return new CannedEnvelope(answer.Body.Span, relatesTo, created, _citizen);
    }

    /// <summary>Text of the first element of this local name; empty when there is none.</summary>
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        while (message.IndexOf(name) is var at and > 0)
        {
            var isName = message[at - 1] is (byte)'<' or (byte)':';
            message = message[(at + name.Length)..];
            if (isName && message.Length > 0 && message[0] is (byte)'>' or (byte)' ')
            {
                message = message[(message.IndexOf((byte)'>') + 1)..];
                return message[..Math.Max(message.IndexOf((byte)'<'), 0)];
            }
        }

        return default;
    }
}
