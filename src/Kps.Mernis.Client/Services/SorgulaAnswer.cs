using System.Xml;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services;

/// <summary>
/// The shape all of NVİ's Sorgula answers share (wire contracts b.7): <c>SorgulaResponse/SorgulaResult/{HataBilgisi, SorguSonucu/item*}</c>.
/// We ask about one number, so exactly one item, or a HataBilgisi in its place, is an answer.
/// </summary>
internal static class SorgulaAnswer
{
    private static readonly string[] Path = ["Body", "SorgulaResponse", "SorgulaResult"];

    /// <summary>Reads an answer.</summary>
    /// <param name="document">The whole body of the HTTP answer.</param>
    /// <param name="itemName">Local name of the item.</param>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <exception cref="XmlException">The document is anything else.</exception>
    public static (T? Item, MernisHata? Hata) Read<T>(ArraySegment<byte> document, string itemName)
        where T : class, IAnswerPart, new()
    {
        return AnswerReader.Read(document, itemName, static (reader, itemName) => Read<T>(reader, itemName));
    }

    private static (T? Item, MernisHata? Hata) Read<T>(AnswerReader reader, string itemName)
        where T : class, IAnswerPart, new()
    {
        if (reader.Root() != "Envelope" || !Array.TrueForAll(Path, reader.EnterMember))
        {
            throw new XmlException("Not an answer of a Sorgula operation.");
        }

        var result = ReadResult<T>(reader, itemName);
        for (var level = Path.Length - 1; level >= 0; level--)
        {
            while (reader.NextMember(out var name))
            {
                AnswerReader.Once(name != Path[level]);
                reader.Skip();
            }
        }

        reader.End();
        return result.Item is null && result.Hata is null ? throw new XmlException("Neither result nor error.") : result;
    }

    private static (T? Item, MernisHata? Hata) ReadResult<T>(AnswerReader reader, string itemName)
        where T : class, IAnswerPart, new()
    {
        T? item = null;
        Parametre? hata = null;
        if (reader.Enter())
        {
            while (reader.NextMember(out var name))
            {
                switch (name)
                {
                    case "HataBilgisi": hata = reader.Part(hata); break;
                    case "SorguSonucu": item = ReadOnlyItem(reader, itemName, item); break;
                    default: reader.Skip(); break;
                }
            }
        }

        return (item, hata is null or { Kod: null, Aciklama: null } ? null : new MernisHata(hata.Kod, hata.Aciklama));
    }

    private static T? ReadOnlyItem<T>(AnswerReader reader, string itemName, T? item)
        where T : class, IAnswerPart, new()
    {
        if (!reader.Enter())
        {
            return item;
        }

        while (reader.NextMember(out var name))
        {
            item = name == itemName ? reader.Part(item) : throw new XmlException("Not an item of this service.");
        }

        return item;
    }
}
