using System.Text;
using System.Xml;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// A forward reader over a request that enforces the hard limits of design §6 at every step: no DTD, no entities, no processing
/// instruction behind the prolog, depth and attribute counts, text lengths.
/// </summary>
internal sealed class EnvelopeCursor : IDisposable
{
    public const int MaxDepth = 32;
    public const int MaxAttributes = 64;

    private readonly XmlReader _reader;

    private readonly bool _charsetIsGiven;

    private EnvelopeCursor(XmlReader reader, bool charsetIsGiven)
    {
        _reader = reader;
        _charsetIsGiven = charsetIsGiven;
    }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    /// <summary>Opens the body of a call, past a byte order mark if there is one.</summary>
    public static EnvelopeCursor Open(RequestBody body)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ListenStage.MaxRequestBytes * 2,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = false,
            IgnoreWhitespace = false,
            CloseInput = true,
        };

        // Without a charset in the header the reader decides by byte order mark and declaration, as XML says. The wide encodings are
        // refused here: none of our clients uses them and they hide markup from whoever looks at the bytes.
        var bytes = body.Bytes;
        if (bytes.Length >= 2 && (bytes[0] is 0xFE or 0xFF || bytes[0] == 0 || bytes[1] == 0))
        {
            throw new ParseFaultException(new CallFault(FaultCode.UnsupportedCharset));
        }

        return body.Charset is null
            ? new EnvelopeCursor(XmlReader.Create(body.OpenStream(), settings), charsetIsGiven: false)
            : new EnvelopeCursor(
                XmlReader.Create(new StreamReader(body.OpenStream(), body.Charset, detectEncodingFromByteOrderMarks: false), settings),
                charsetIsGiven: true);
    }

    /// <summary>Moves to the document element.</summary>
    public void MoveToRoot()
    {
        while (_reader.Read())
        {
            // The charset of the header outranks the declaration (RFC 7303): .NET clients that build their text in memory declare utf-16
            // and send UTF-8.
            if (!_charsetIsGiven
                && _reader.NodeType == XmlNodeType.XmlDeclaration
                && _reader.GetAttribute("encoding") is { } declared
                && !MediaType.IsCharsetTaken(declared))
            {
                throw new ParseFaultException(new CallFault(FaultCode.UnsupportedCharset));
            }

            if (_reader.NodeType == XmlNodeType.Element)
            {
                CheckElement();
                return;
            }
        }

        throw new ParseFaultException(new CallFault(FaultCode.NotSoap));
    }

    /// <summary>Reads on behind the document element: nothing but blanks may follow.</summary>
    public void MoveToEnd()
    {
        while (Advance())
        {
        }
    }

    /// <summary>
    /// Visits the child elements of the current element in order. The visitor must leave the cursor on the child's end: by
    /// <see cref="ReadText"/>, <see cref="ReadElement"/>, <see cref="ForEachChild"/> or <see cref="Skip"/>.
    /// </summary>
    /// <param name="visit">Called with the cursor on each child's start.</param>
    public void ForEachChild(Action visit)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Advance())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    visit();
                    break;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope));
                default:
                    break;
            }
        }
    }

    /// <summary>Reads the text of the current element, which may hold no elements.</summary>
    /// <param name="maxLength">Longest text taken.</param>
    public string ReadText(int maxLength)
    {
        if (_reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var name = _reader.LocalName;
        var depth = _reader.Depth;
        string? first = null;
        StringBuilder? rest = null;
        while (Advance())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return rest?.ToString() ?? first ?? string.Empty;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (_reader.Value.Length + (rest?.Length ?? first?.Length ?? 0) > maxLength)
                    {
                        throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded, name));
                    }

                    if (first is null)
                    {
                        first = _reader.Value;
                    }
                    else
                    {
                        (rest ??= new StringBuilder(first)).Append(_reader.Value);
                    }

                    break;
                case XmlNodeType.Element:
                    throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, name));
                default:
                    break;
            }
        }

        throw new ParseFaultException(new CallFault(FaultCode.MalformedXml));
    }

    /// <summary>Reads the current element whole.</summary>
    /// <param name="maxText">Longest text of any element in it.</param>
    public BodyElement ReadElement(int maxText)
    {
        var (name, space) = (_reader.LocalName, _reader.NamespaceURI);
        var isNil = Attribute("nil", SoapNamespaces.Xsi) is { } nil && nil.Trim() is "true" or "1";
        var context = Attribute("Context");
        if (context?.Length > maxText)
        {
            throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded, name));
        }

        if (_reader.IsEmptyElement)
        {
            return new BodyElement(name, space, isNil, string.Empty, []) { Context = context };
        }

        var depth = _reader.Depth;
        var text = new StringBuilder();
        List<BodyElement>? children = null;
        while (Advance())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    (children ??= []).Add(ReadElement(maxText));
                    break;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return new BodyElement(name, space, isNil, text.ToString(), children ?? []) { Context = context };
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (text.Length + _reader.Value.Length > maxText)
                    {
                        throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded, name));
                    }

                    text.Append(_reader.Value);
                    break;
                default:
                    break;
            }
        }

        throw new ParseFaultException(new CallFault(FaultCode.MalformedXml));
    }

    /// <summary>Lifts the current element, an assertion, out of the message.</summary>
    public byte[] ReadAssertion() => AssertionCopy.Read(_reader);

    /// <summary>Passes over the current element with everything in it, limits still enforced.</summary>
    public void Skip()
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Advance())
        {
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth)
            {
                return;
            }
        }
    }

    /// <summary>An attribute of the current element, or null.</summary>
    public string? Attribute(string name, string space = "") => _reader.GetAttribute(name, space);

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        if (!_reader.Read())
        {
            return false;
        }

        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                CheckElement();
                break;
            case XmlNodeType.ProcessingInstruction or XmlNodeType.DocumentType or XmlNodeType.EntityReference:
                throw new ParseFaultException(new CallFault(FaultCode.ForbiddenXml));
            default:
                break;
        }

        return true;
    }

    private void CheckElement()
    {
        if (_reader.Depth >= MaxDepth || _reader.AttributeCount > MaxAttributes)
        {
            throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded));
        }
    }
}
