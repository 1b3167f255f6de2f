using System.Buffers.Text;
using System.Text;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Adres;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Router.Nko;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>
/// The router of benches: one answer for each service by number, prebuilt, whoever asks for whom: <see cref="PopulationSamples.CardHolder"/>'s
/// record, an address, or the longest population record with its events. Reads nothing of the request but its Action, its MessageID and the first
/// number, which it puts in the person's place, so that what is measured is the caller, and the caller's log is about as many people as were asked
/// for. Without a known Action the answer is that of Bilesik 2023/02/01.
/// </summary>
internal sealed class CannedRouterDoor
{
    private const int LongestMessageId = 128;
    private const long SmallestNumber = 10_000_000_000;
    private const long LargestNumber = 99_999_999_999;
    private const string KimlikNo = "KimlikNo";

    private readonly TimeProvider _time;
    private readonly CannedAnswer _bilesik;
    private readonly CannedAnswer[] _others;

    /// <summary>Builds the answers.</summary>
    public CannedRouterDoor(NviPopulation population, TimeProvider time)
    {
        _time = time;
        var samples = population.Samples;
        _bilesik = Bilesik(BilesikVersion.V2023);
        _others =
        [
            Bilesik(BilesikVersion.V2021),
            Bilesik(BilesikVersion.V2024),
            new CannedAnswer(new AdresService(population, isCompact: true), KimlikNo, samples.IlIlceMerkeziAdresi.Value),
            new CannedAnswer(
                new NkoService(population, isCompact: true),
                "TC" + KimlikNo,
                samples.LargestFamily.Value,
                ("NKOTipi", NkoKind.NufusAileKayitOrnekKardesDahil),
                ("Vukuatli", true)),
        ];

        CannedAnswer Bilesik(BilesikVersion version) =>
            new(new BilesikKutukService(population, version, isCompact: true), KimlikNo, samples.CardHolder.Value);
    }

    /// <summary>Answers one request.</summary>
    /// <param name="content">The octets of the request.</param>
    public SoapReply Answer(byte[] content)
    {
        var canned = Asked(Content(content, "Action"u8));
        var relatesTo = Content(content, "MessageID"u8);
        var isRelated = relatesTo.Length is > 0 and <= LongestMessageId && Ascii.IsValid(relatesTo);
        var isNumber = Utf8Parser.TryParse(Content(content, canned.NumberMember), out long number, out _) && number is >= SmallestNumber and <= LargestNumber;
        return new SoapReply(200, canned.Fill(isRelated ? relatesTo : default, _time.GetUtcNow(), isNumber ? number : canned.Number));
    }

    private CannedAnswer Asked(ReadOnlySpan<byte> action)
    {
        foreach (var other in _others)
        {
            if (action.SequenceEqual(other.Action))
                return other;
        }

        return _bilesik;
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
