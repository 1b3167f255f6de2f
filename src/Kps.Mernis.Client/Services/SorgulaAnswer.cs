using System.Xml;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services;

/// <summary>
/// The shape all of NVİ's Sorgula answers share (wire contracts b.7): <c>SorgulaResponse/SorgulaResult/{HataBilgisi, SorguSonucu/item*}</c>.
/// </summary>
internal static class SorgulaAnswer
{
    private static readonly string[] Path = ["Body", "SorgulaResponse", "SorgulaResult"];

    /// <summary>Reads the answer to a question about one number: exactly one item, or a HataBilgisi in its place.</summary>
    /// <param name="document">The whole body of the HTTP answer.</param>
    /// <param name="itemName">Local name of the item.</param>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <exception cref="XmlException">The document is anything else.</exception>
    public static (T? Item, MernisHata? Hata) Read<T>(ArraySegment<byte> document, string itemName)
        where T : class, IAnswerPart, new() =>
        AnswerReader.Read(document, itemName, static (reader, itemName) => Read<string, T>(reader, itemName, OnlyItem));

    /// <summary>Reads the answer to a question that any number of items answer. None and no HataBilgisi is an empty list.</summary>
    /// <param name="document">The whole body of the HTTP answer.</param>
    /// <param name="itemName">Local name of an item.</param>
    /// <param name="most">One item more is refused.</param>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <exception cref="XmlException">The document is anything else.</exception>
    public static (IReadOnlyList<T>? Items, MernisHata? Hata) ReadList<T>(ArraySegment<byte> document, string itemName, int most)
        where T : class, IAnswerPart, new()
    {
        var (items, hata) = AnswerReader.Read(
            document,
            (Name: itemName, Most: most),
            static (reader, list) => Read<(string Name, int Most), IReadOnlyList<T>>(reader, list, AllItems));
        return (items is { Count: 0 } && hata is not null ? null : items, hata);
    }

    private static (TResult? Result, MernisHata? Hata) Read<TState, TResult>(
        AnswerReader reader, TState state, Func<AnswerReader, TState, TResult?, TResult?> readSonuc)
        where TResult : class
    {
        if (reader.Root() != "Envelope" || !Array.TrueForAll(Path, reader.EnterMember))
        {
            throw new XmlException("Not an answer of a Sorgula operation.");
        }

        var result = ReadResult(reader, state, readSonuc);
        for (var level = Path.Length - 1; level >= 0; level--)
        {
            while (reader.NextMember(out var name))
            {
                AnswerReader.Once(name != Path[level]);
                reader.Skip();
            }
        }

        reader.End();
        return result.Result is null && result.Hata is null ? throw new XmlException("Neither result nor error.") : result;
    }

    private static (TResult? Result, MernisHata? Hata) ReadResult<TState, TResult>(
        AnswerReader reader, TState state, Func<AnswerReader, TState, TResult?, TResult?> readSonuc)
        where TResult : class
    {
        TResult? result = null;
        Parametre? hata = null;
        if (reader.Enter())
        {
            while (reader.NextMember(out var name))
            {
                switch (name)
                {
                    case "HataBilgisi": hata = reader.Part(hata); break;
                    case "SorguSonucu": result = readSonuc(reader, state, result); break;
                    default: reader.Skip(); break;
                }
            }
        }

        return (result, hata is null or { Kod: null, Aciklama: null } ? null : new MernisHata(hata.Kod, hata.Aciklama));
    }

    private static T? OnlyItem<T>(AnswerReader reader, string itemName, T? item)
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

    private static IReadOnlyList<T> AllItems<T>(AnswerReader reader, (string Name, int Most) list, IReadOnlyList<T>? items)
        where T : class, IAnswerPart, new()
    {
        AnswerReader.Once(items is null);
        return reader.Enter() ? reader.Items<T>(list.Name, list.Most) : [];
    }
}
