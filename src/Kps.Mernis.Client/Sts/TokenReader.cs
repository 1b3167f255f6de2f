using System.Globalization;
using System.Text;
using System.Xml;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Sts;

/// <summary>Reads the STS's answer, RequestSecurityTokenResponseCollection (wire contracts b.5), by local name.</summary>
/// <remarks>
/// Once in hours, so clearness goes before speed: the document is read as text because only line positions tell where the token's characters
/// begin and end, and it must be passed on exactly as received.
/// </remarks>
internal sealed class TokenReader
{
    private const int MaxDepth = 32;
    private const int MinSecretBytes = 16;
    private const int MaxSecretBytes = 256;
    private const int MaxIdLength = 200;

    private static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(24);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = StsClient.AnswerLimit,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    private readonly string _text;
    private readonly int[] _lineStarts;
    private readonly XmlReader _xml;

    private string? _token;
    private string? _secret;
    private string? _attachedId;
    private string? _unattachedId;
    private DateTimeOffset? _created;
    private DateTimeOffset? _expires;

    private TokenReader(string text, XmlReader xml)
    {
        _text = text;
        _xml = xml;
        _lineStarts = LineStarts(text);
    }

    /// <summary>Reads a token.</summary>
    /// <returns>Null when the document is not a complete answer with exactly one token.</returns>
    public static SecurityToken? TryRead(ReadOnlySpan<byte> document)
    {
        try
        {
            var text = StrictUtf8.GetString(document.StartsWith("\uFEFF"u8) ? document[3..] : document);
            using var xml = XmlReader.Create(new StringReader(text), Settings);
            return new TokenReader(text, xml).Read();
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException or FormatException)
        {
            return null;
        }
    }

    private SecurityToken? Read()
    {
        var responses = 0;
        while (Step())
        {
            if (_xml is { NodeType: XmlNodeType.Element, LocalName: "RequestSecurityTokenResponse" })
            {
                responses++;
                ReadResponse();
            }
        }

        return responses == 1 ? Complete() : null;
    }

    private void ReadResponse()
    {
        foreach (var name in Members())
        {
            switch (name)
            {
                case "Lifetime": ReadLifetime(); break;
                case "RequestedSecurityToken": ReadToken(); break;
                case "RequestedProofToken": ReadSecret(); break;
                case "RequestedAttachedReference": _attachedId = Once(_attachedId, AssertionId()); break;
                case "RequestedUnattachedReference": _unattachedId = Once(_unattachedId, AssertionId()); break;
                default: break;
            }
        }
    }

    private void ReadLifetime()
    {
        foreach (var name in Members())
        {
            switch (name)
            {
                case "Created": _created = Once(_created, Time()); break;
                case "Expires": _expires = Once(_expires, Time()); break;
                default: break;
            }
        }
    }

    private void ReadToken()
    {
        foreach (var name in Members())
        {
            if (name != "EncryptedData" || _xml.IsEmptyElement)
            {
                throw new XmlException("Not an encrypted token.");
            }

            _token = Once(_token, Element());
        }
    }

    private void ReadSecret()
    {
        foreach (var name in Members())
        {
            if (name == "BinarySecret")
            {
                _secret = Once(_secret, _xml.ReadElementContentAsString());
            }
        }
    }

    private string? AssertionId()
    {
        string? id = null;
        foreach (var outer in Members())
        {
            if (outer != "SecurityTokenReference")
            {
                continue;
            }

            foreach (var inner in Members())
            {
                if (inner == "KeyIdentifier")
                {
                    id = Once(id, _xml.ReadElementContentAsString().Trim());
                }
            }
        }

        return id;
    }

    private DateTimeOffset Time() =>
        DateTimeOffset.Parse(_xml.ReadElementContentAsString().Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private SecurityToken? Complete()
    {
        var id = _attachedId ?? _unattachedId;
        if (_token is null || _secret is null || id is null || _created is null || _expires is null || !StandsAlone(_token))
        {
            return null;
        }

        var secret = Convert.FromBase64String(_secret);
        var lifetime = _expires.Value - _created.Value;
        return secret.Length is >= MinSecretBytes and <= MaxSecretBytes && lifetime > TimeSpan.Zero && IsPlainId(id)
            ? new SecurityToken
            {
                EncryptedData = StrictUtf8.GetBytes(_token),
                ProofKey = secret,
                AssertionId = Encoding.ASCII.GetBytes(id),
                Lifetime = lifetime < MaxLifetime ? lifetime : MaxLifetime,
            }
            : null;
    }

    private static bool IsPlainId(string id) =>
        id.Length is > 0 and <= MaxIdLength && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    /// <summary>True when the cut-out characters mean the same without the document around them.</summary>
    private static bool StandsAlone(string token)
    {
        using var xml = XmlReader.Create(new StringReader(token), Settings);
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "EncryptedData" || xml.NamespaceURI != WireNames.Encryption)
        {
            return false;
        }

        while (xml.Read())
        {
        }

        return true;
    }

    private static T? Once<T>(T? before, T? now) => before is null ? now : throw new XmlException("A member occurs twice.");

    /// <summary>Yields the element children of the current element; whatever a caller leaves unread of one is skipped.</summary>
    private IEnumerable<string> Members()
    {
        if (_xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = _xml.Depth;
        Step();
        while (!(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.Depth != depth + 1)
            {
                if (!Step())
                {
                    throw new XmlException("Unfinished document.");
                }

                continue;
            }

            var at = Position();
            yield return _xml.LocalName;
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth + 1 && Position() == at)
            {
                _xml.Skip();
            }
        }
    }

    private bool Step()
    {
        var more = _xml.Read();
        return _xml.Depth <= MaxDepth ? more : throw new XmlException("Nested too deeply.");
    }

    /// <summary>The characters of the current element, and moves past it.</summary>
    private string Element()
    {
        var start = Position() - 1;
        var depth = _xml.Depth;
        while (Step() && _xml.Depth > depth)
        {
        }

        var end = _text.IndexOf('>', Position());
        return _text[start..(end + 1)];
    }

    /// <summary>Index of the first character of the current tag's name.</summary>
    private int Position()
    {
        var line = (IXmlLineInfo)_xml;
        return _lineStarts[line.LineNumber - 1] + line.LinePosition - 1;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }
}
