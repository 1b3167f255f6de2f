using Kps.Contracts;

namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// Reads a request envelope by local name and namespace: any prefixes, header order and white space; unknown headers are passed over unless
/// they must be understood (soap-toolkits, "Requests to tolerate").
/// </summary>
/// <param name="cursor">On nothing yet.</param>
internal sealed class EnvelopeReader(EnvelopeCursor cursor)
{
    private const int MaxAddressLength = 1024;
    private const int MaxCredentialLength = 256;
    private const int MaxCallerHeaderLength = 100;
    private const int MaxMemberLength = 4096;

    private SoapVersion _version;
    private bool _sawHeader;
    private bool _usesAddressing;
    private string? _action;
    private string? _messageId;
    private string? _sorgulayan;
    private string? _kurumKodu;
    private string? _uygulamaKodu;
    private SecurityHeader? _security;
    private BodyElement? _body;
    private bool _sawBody;
    private CallFault? _headerFault;
    private bool _sawSecurity;

    /// <summary>Known as soon as the envelope's start has been read, so that even a broken request is answered in its own version.</summary>
    public SoapVersion Version => _version;

    public bool UsesAddressing => _usesAddressing;

    public string? Action => _action;

    public string? MessageId => _messageId;

    public SecurityHeader? Security => _security;

    /// <summary>True when any wsse:Security was there, be it for somebody else: such a client must not be challenged for Basic.</summary>
    public bool SawSecurity => _sawSecurity;

    public CallerHeaders CallerHeaders =>
        _sorgulayan is null && _kurumKodu is null && _uygulamaKodu is null
            ? CallerHeaders.None
            : new CallerHeaders(_sorgulayan, _kurumKodu, _uygulamaKodu);

    /// <summary>The body's one element; null when the body is empty.</summary>
    public BodyElement? Body => _body;

    private string SoapNamespace => _version == SoapVersion.Soap12 ? SoapNamespaces.Soap12 : SoapNamespaces.Soap11;

    /// <summary>Reads the whole envelope.</summary>
    /// <exception cref="ParseFaultException">The envelope makes no sense.</exception>
    /// <exception cref="System.Xml.XmlException">It is not XML, or forbidden XML.</exception>
    public void Read()
    {
        cursor.MoveToRoot();
        _version = cursor.Namespace switch
        {
            SoapNamespaces.Soap11 => SoapVersion.Soap11,
            SoapNamespaces.Soap12 => SoapVersion.Soap12,
            _ => SoapVersion.Unknown,
        };
        if (cursor.Name != "Envelope" || _version == SoapVersion.Unknown)
        {
            throw new ParseFaultException(new CallFault(FaultCode.NotSoap));
        }

        cursor.ForEachChild(ReadEnvelopeChild);
        cursor.MoveToEnd();
        if (!_sawBody)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, "Body"));
        }
    }

    private void ReadEnvelopeChild()
    {
        switch (cursor.Name)
        {
            case "Header" when cursor.Namespace == SoapNamespace && !_sawHeader && !_sawBody:
                _sawHeader = true;
                cursor.ForEachChild(ReadHeaderBlock);
                if (_headerFault is not null)
                {
                    throw new ParseFaultException(_headerFault);
                }

                break;
            case "Body" when cursor.Namespace == SoapNamespace && !_sawBody:
                _sawBody = true;
                cursor.ForEachChild(ReadBodyChild);
                break;
            default:
                throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, cursor.Name));
        }
    }

    private void ReadBodyChild()
    {
        if (_body is not null)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, cursor.Name));
        }

        _body = cursor.ReadElement(MaxMemberLength);
    }

    private void ReadHeaderBlock()
    {
        _sawSecurity |= cursor.Namespace == SoapNamespaces.Wsse && cursor.Name == "Security";
        if (!IsForUs())
        {
            cursor.Skip();
            return;
        }

        switch (cursor.Namespace)
        {
            case SoapNamespaces.Addressing:
                ReadAddressing();
                break;
            case SoapNamespaces.Wsse when cursor.Name == "Security":
                ReadSecurity();
                break;
            case "" when cursor.Name is "SorgulayanKimlikNo" or "KurumKodu" or "UygulamaKodu":
                ReadCallerHeader();
                break;
            default:
                SkipUnknown();
                break;
        }
    }

    /// <summary>
    /// A fault of one header is told after all of them have been read: it must carry the MessageID and the Timestamp that may stand behind it,
    /// or strict clients hide it behind an error of their own.
    /// </summary>
    private void Defer(FaultCode code, string name) => _headerFault ??= new CallFault(code, name);

    private void SkipUnknown()
    {
        if (MustUnderstand())
        {
            Defer(FaultCode.HeaderNotUnderstood, cursor.Name);
        }

        cursor.Skip();
    }

    private bool IsForUs() =>
        _version == SoapVersion.Soap12
            ? cursor.Attribute("role", SoapNamespaces.Soap12) is null or "" or SoapNamespaces.Soap12RoleNext or SoapNamespaces.Soap12RoleUltimate
            : cursor.Attribute("actor", SoapNamespaces.Soap11) is null or "" or SoapNamespaces.Soap11ActorNext;

    private bool MustUnderstand() => cursor.Attribute("mustUnderstand", SoapNamespace)?.Trim() is "1" or "true";

    private void ReadAddressing()
    {
        _usesAddressing = true;
        switch (cursor.Name)
        {
            case "Action":
                _action = ReadOnce(_action);
                break;
            case "MessageID":
                _messageId = ReadOnce(_messageId);
                break;
            case "To" or "From" or "ReplyTo" or "FaultTo" or "RelatesTo" or "ReferenceParameters" or "Metadata":
                // Answers go back on the same connection whatever ReplyTo says, and To is not compared (design §4.11).
                cursor.Skip();
                break;
            default:
                SkipUnknown();
                break;
        }
    }

    private string? ReadOnce(string? before)
    {
        var name = cursor.Name;
        var text = cursor.ReadText(MaxAddressLength).Trim();
        if (before is not null || text.Length == 0)
        {
            Defer(FaultCode.InvalidAddressingHeader, name);
        }

        return before ?? (text.Length == 0 ? null : text);
    }

    private void ReadCallerHeader()
    {
        var name = cursor.Name;
        ref var target = ref _uygulamaKodu;
        switch (name)
        {
            case "SorgulayanKimlikNo":
                target = ref _sorgulayan;
                break;
            case "KurumKodu":
                target = ref _kurumKodu;
                break;
            default:
                break;
        }

        if (target is not null)
        {
            Defer(FaultCode.RepeatedMember, name);
        }

        target = cursor.ReadText(MaxCallerHeaderLength).Trim();
    }

    private void ReadSecurity()
    {
        if (_security is not null)
        {
            Defer(FaultCode.InvalidSecurityHeader, cursor.Name);
            cursor.Skip();
            return;
        }

        var (hasTimestamp, hasToken) = (false, false);
        (string? Created, string? Expires) times = default;
        (string? UserName, Secret? Password, string? Type) token = default;
        byte[]? assertion = null;
        cursor.ForEachChild(() =>
        {
            switch (cursor.Namespace, cursor.Name)
            {
                case (SoapNamespaces.Wsu, "Timestamp") when !hasTimestamp:
                    hasTimestamp = true;
                    times = ReadTimestamp();
                    break;
                case (SoapNamespaces.Wsse, "UsernameToken") when !hasToken:
                    hasToken = true;
                    token = ReadUsernameToken();
                    break;
                case (SoapNamespaces.Saml11, "Assertion") when assertion is null:
                    assertion = cursor.ReadAssertion();
                    break;
                case (SoapNamespaces.Saml11, "Assertion"):
                    Defer(FaultCode.TokenInvalid, cursor.Name);
                    cursor.Skip();
                    break;
                case (SoapNamespaces.Wsu, "Timestamp") or (SoapNamespaces.Wsse, "UsernameToken"):
                    Defer(FaultCode.InvalidSecurityHeader, cursor.Name);
                    cursor.Skip();
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        });
        _security = new SecurityHeader
        {
            HasTimestamp = hasTimestamp,
            Created = times.Created,
            Expires = times.Expires,
            HasUsernameToken = hasToken,
            UserName = token.UserName,
            Password = token.Password,
            PasswordType = token.Type,
            Assertion = assertion,
        };
    }

    private (string? Created, string? Expires) ReadTimestamp()
    {
        string? created = null, expires = null;
        cursor.ForEachChild(() =>
        {
            switch (cursor.Namespace, cursor.Name)
            {
                case (SoapNamespaces.Wsu, "Created"):
                    created = cursor.ReadText(MaxCallerHeaderLength).Trim();
                    break;
                case (SoapNamespaces.Wsu, "Expires"):
                    expires = cursor.ReadText(MaxCallerHeaderLength).Trim();
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        });
        return (created, expires);
    }

    private (string? UserName, Secret? Password, string? Type) ReadUsernameToken()
    {
        string? userName = null, type = null;
        Secret? password = null;
        cursor.ForEachChild(() =>
        {
            switch (cursor.Namespace, cursor.Name)
            {
                case (SoapNamespaces.Wsse, "Username") when userName is null:
                    userName = cursor.ReadText(MaxCredentialLength).Trim();
                    break;
                case (SoapNamespaces.Wsse, "Password") when password is null:
                    type = cursor.Attribute("Type");
                    password = new Secret(cursor.ReadText(MaxCredentialLength));
                    break;
                case (SoapNamespaces.Wsse, "Username" or "Password"):
                    Defer(FaultCode.InvalidSecurityHeader, cursor.Name);
                    cursor.Skip();
                    break;
                default:
                    // wsse:Nonce and wsu:Created come with the text password of some clients and mean nothing there.
                    cursor.Skip();
                    break;
            }
        });
        return (userName, password, type);
    }
}
