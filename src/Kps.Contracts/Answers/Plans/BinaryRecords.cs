using System.Text;

namespace Kps.Contracts.Answers.Plans;

/// <summary>The records of [MC-NBFX] (section 2.2) an answer consists of. A text record that ends its element is the odd number behind the even one.</summary>
internal static class BinaryRecords
{
    public const byte EndElement = 0x01;
    public const byte ShortXmlnsAttribute = 0x08;
    public const byte ShortDictionaryXmlnsAttribute = 0x0A;
    public const byte DictionaryXmlnsAttribute = 0x0B;
    public const byte ShortElement = 0x40;
    public const byte ShortDictionaryElement = 0x42;
    public const byte TrueText = 0x86;
    public const byte ZeroTextWithEndElement = 0x81;
    public const byte OneTextWithEndElement = 0x83;
    public const byte FalseTextWithEndElement = 0x85;
    public const byte TrueTextWithEndElement = 0x87;
    public const byte Int8TextWithEndElement = 0x89;
    public const byte Int16TextWithEndElement = 0x8B;
    public const byte Int32TextWithEndElement = 0x8D;
    public const byte Int64TextWithEndElement = 0x8F;
    public const byte Chars8TextWithEndElement = 0x99;
    public const byte Chars16TextWithEndElement = 0x9B;
    public const byte Chars32TextWithEndElement = 0x9D;

    public const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private const byte PrefixDictionaryAttributeA = 0x0C;
    private const byte PrefixAttributeA = 0x26;
    private const byte InstancePrefix = (byte)'i';

    /// <summary><c>i:nil="true"</c>.</summary>
    public static byte[] NilAttribute { get; } = AnswerDictionary.KeyOf("nil") is { } key
        ? [PrefixDictionaryAttributeA + InstancePrefix - (byte)'a', .. Key(key), TrueText]
        : [PrefixAttributeA + InstancePrefix - (byte)'a', 3, .. "nil"u8, TrueText];

    /// <summary>The start of an element without prefix.</summary>
    public static byte[] Element(string name) =>
        AnswerDictionary.KeyOf(name) is { } key ? [ShortDictionaryElement, .. Key(key)] : [ShortElement, .. String(name)];

    /// <summary><c>xmlns="…"</c>.</summary>
    public static byte[] DefaultNamespace(string ns) =>
        AnswerDictionary.KeyOf(ns) is { } key ? [ShortDictionaryXmlnsAttribute, .. Key(key)] : [ShortXmlnsAttribute, .. String(ns)];

    /// <summary><c>xmlns:i="…"</c>, the instance namespace; the dictionary holds it.</summary>
    public static byte[] InstanceDeclaration { get; } = [DictionaryXmlnsAttribute, 1, InstancePrefix, .. Key(AnswerDictionary.KeyOf(InstanceNamespace)!.Value)];

    /// <summary>A number in sevens of bits, low ones first (MultiByteInt31).</summary>
    private static byte[] MultiByte(int value)
    {
        var bytes = new List<byte>();
        while (value >= 0x80)
        {
            bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }

    /// <summary>Even numbers are those of the static dictionary.</summary>
    private static byte[] Key(int key) => MultiByte(key * 2);

    private static byte[] String(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. MultiByte(bytes.Length), .. bytes];
    }
}
