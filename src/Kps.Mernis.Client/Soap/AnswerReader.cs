using System.Globalization;
using System.Xml;

namespace Kps.Mernis.Soap;

/// <summary>
/// Reads NVİ's answers by local name: any order, any prefix, any namespace version (wire contracts b.6). DataContractSerializer would
/// silently give nulls for each of those (SOAP pitfalls, 6).
/// </summary>
/// <remarks>
/// Nil and empty both become null. A member that occurs twice, text where members belong, or a number that is none is an
/// <see cref="XmlException"/>: half an answer about a person is worse than none. The texts of these exceptions hold no content.
/// </remarks>
internal sealed class AnswerReader
{
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlDictionaryReaderQuotas Quotas = new()
    {
        MaxDepth = 32,
        MaxStringContentLength = 16 * 1024,
        MaxArrayLength = 16 * 1024,
        MaxBytesPerRead = 16 * 1024,
        MaxNameTableCharCount = 32 * 1024,
    };

    // Reading is synchronous, so one reader per thread does; it saves half of an answer's allocations. One that threw is not used again.
    [ThreadStatic]
    private static XmlDictionaryReader? Idle;

    private readonly XmlDictionaryReader _xml;

    private AnswerReader(XmlDictionaryReader xml) => _xml = xml;

    /// <summary>Reads the bytes of a whole document; DTDs and processing instructions are refused by the framework's reader itself.</summary>
    /// <param name="document">UTF-8, or what its declaration says.</param>
    /// <param name="state">Handed to <paramref name="read"/>.</param>
    /// <param name="read">Reads the document from its start.</param>
    /// <exception cref="XmlException">The document cannot be read, whatever the framework's reader threw over it.</exception>
    public static TResult Read<TState, TResult>(ArraySegment<byte> document, TState state, Func<AnswerReader, TState, TResult> read)
    {
        try
        {
            var xml = Open(document);
            var result = read(new AnswerReader(xml), state);
            xml.Close();
            Idle = xml;
            return result;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The framework's reader lets some of these out: an empty local name, bytes that are no UTF-8.
            throw new XmlException("Not XML.");
        }
    }

    private static XmlDictionaryReader Open(ArraySegment<byte> document)
    {
        var xml = Idle;
        if (xml is null)
        {
            return XmlDictionaryReader.CreateTextReader(document.Array!, document.Offset, document.Count, encoding: null, Quotas, onClose: null);
        }

        Idle = null;
        ((IXmlTextReaderInitializer)xml).SetInput(document.Array!, document.Offset, document.Count, encoding: null, Quotas, onClose: null);
        return xml;
    }

    /// <summary>Moves to the root element.</summary>
    /// <returns>Its local name.</returns>
    public string Root()
    {
        if (_xml.MoveToContent() != XmlNodeType.Element)
        {
            throw new XmlException("No root element.");
        }

        return _xml.LocalName;
    }

    /// <summary>Requires that nothing but blanks and comments follow the root element.</summary>
    public void End()
    {
        if (_xml.MoveToContent() != XmlNodeType.None)
        {
            throw new XmlException("Content after the root element.");
        }
    }

    /// <summary>Enters the element the reader stands on.</summary>
    /// <returns>False when it is nil or empty; it is consumed then.</returns>
    public bool Enter()
    {
        if (IsNil())
        {
            _xml.Skip();
            return false;
        }

        var isEmpty = _xml.IsEmptyElement;
        _xml.Read();
        return !isEmpty;
    }

    /// <summary>Moves to the next member of the element entered last.</summary>
    /// <param name="name">Local name of the member.</param>
    /// <returns>False at the end of the element, which is consumed.</returns>
    public bool NextMember(out string name)
    {
        switch (_xml.MoveToContent())
        {
            case XmlNodeType.Element:
                name = _xml.LocalName;
                return true;
            case XmlNodeType.EndElement:
                _xml.Read();
                name = string.Empty;
                return false;
            default:
                throw new XmlException("Text where members belong, or an unfinished document.");
        }
    }

    /// <summary>Enters the element the reader stands on and goes to its first member of that name.</summary>
    /// <returns>False when there is none; the element is consumed then.</returns>
    public bool EnterMember(string wanted)
    {
        if (!Enter())
        {
            return false;
        }

        while (NextMember(out var name))
        {
            if (name == wanted)
            {
                return true;
            }

            _xml.Skip();
        }

        return false;
    }

    /// <summary>Consumes the element the reader stands on.</summary>
    public void Skip() => _xml.Skip();

    /// <summary>Reads an object with members.</summary>
    public T? Part<T>(T? before)
        where T : class, IAnswerPart, new()
    {
        Once(before is null);
        if (!Enter())
        {
            return null;
        }

        var part = new T();
        while (NextMember(out var name))
        {
            part.ReadMember(name, this);
        }

        return part;
    }

    /// <summary>Reads a list of objects; nil items are left out.</summary>
    /// <param name="before">What the member held before.</param>
    /// <param name="itemName">Local name of an item; anything else in the list is refused.</param>
    /// <param name="most">One item more is refused.</param>
    /// <returns>Null when the list is nil or has no item.</returns>
    public IReadOnlyList<T>? List<T>(IReadOnlyList<T>? before, string itemName, int most)
        where T : class, IAnswerPart, new()
    {
        Once(before is null);
        var items = Enter() ? Items<T>(itemName, most) : [];
        return items.Count == 0 ? null : items;
    }

    /// <summary>Reads the items of the list entered last.</summary>
    public List<T> Items<T>(string itemName, int most)
        where T : class, IAnswerPart, new()
    {
        var items = new List<T>();
        while (NextMember(out var name))
        {
            if (name != itemName)
            {
                throw new XmlException("Not an item of this list.");
            }

            if (Part<T>(null) is { } item)
            {
                if (items.Count == most)
                {
                    throw new XmlException("More items than a list may have.");
                }

                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Reads a text; characters XML 1.0 does not know are left out (SOAP pitfalls, 2).</summary>
    public string? Text(string? before)
    {
        Once(before is null);
        return Content() is { Length: > 0 } text ? XmlText.WithoutIllegalCharacters(text) : null;
    }

    /// <summary>Reads xs:int.</summary>
    public int? Int32(int? before)
    {
        Once(before is null);
        return Value() is not { } text ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw new XmlException("Not an xs:int.");
    }

    /// <summary>Reads xs:long.</summary>
    public long? Int64(long? before)
    {
        Once(before is null);
        return Value() is not { } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw new XmlException("Not an xs:long.");
    }

    /// <summary>Reads xs:boolean.</summary>
    public bool? Boolean(bool? before)
    {
        Once(before is null);
        return Value() switch
        {
            null => null,
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw new XmlException("Not an xs:boolean."),
        };
    }

    /// <summary>Reads xs:dateTime and keeps it as it stood: no conversion between zones.</summary>
    public DateTime? DateTime(DateTime? before)
    {
        Once(before is null);
        return Value() is { } text ? XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind) : null;
    }

    /// <summary>Refuses a member that was read before.</summary>
    public static void Once(bool first)
    {
        if (!first)
        {
            throw new XmlException("A member occurs twice.");
        }
    }

    private string? Value() => Content()?.Trim() is { Length: > 0 } text ? text : null;

    private string? Content()
    {
        if (!IsNil())
        {
            return _xml.ReadElementContentAsString();
        }

        _xml.Skip();
        return null;
    }

    private bool IsNil() =>
        _xml.HasAttributes && _xml.GetAttribute("nil", InstanceNamespace)?.Trim() is "true" or "1";
}
