namespace Kps.Gateway.Call;

/// <summary>
/// Every way a call can end short of an answer, numbered in the order of the walk (1 Listen, 2 Parse … 8 Audit). Closed: the numbers stand in audit rows for eight years and in the
/// reference given to integrators, so none is ever reused. Texts are in <see cref="Responding.FaultTexts"/> alone.
/// </summary>
internal enum FaultCode
{
    /// <summary>Fail-closed default; answered as <see cref="Internal"/>.</summary>
    None = 0,

    // 1 Listen
    UnsupportedMediaType = 1001,
    UnsupportedCharset = 1002,
    RequestTooLarge = 1003,
    RequestIncomplete = 1004,
    EmptyRequest = 1005,

    // 2 Parse
    MalformedXml = 2001,
    ForbiddenXml = 2002,
    XmlLimitExceeded = 2003,
    NotSoap = 2004,
    MalformedEnvelope = 2005,
    HeaderNotUnderstood = 2006,
    InvalidAddressingHeader = 2007,
    UnknownOperation = 2008,
    ActionMismatch = 2009,
    UnknownMember = 2010,
    RepeatedMember = 2011,
    MissingMember = 2012,
    InvalidMember = 2013,
    OperationNotServed = 2014,
    BrokenCharacters = 2015,
    InvalidTokenRequest = 2021,
    TokenScopeUnknown = 2022,

    // 3 Identify, VerifyPassword and VerifyToken
    CredentialsMissing = 3001,
    InvalidSecurityHeader = 3002,
    PasswordDigestUnsupported = 3003,
    MessageExpired = 3004,
    InvalidTimestamp = 3005,
    AuthenticationFailed = 3006,
    HashingBusy = 3007,
    UnknownUser = 3101,
    WrongPassword = 3102,
    NameLocked = 3103,
    UserPassive = 3201,
    UserAwaitingApproval = 3202,
    UserRejected = 3203,
    UserExpired = 3204,
    PasswordExpired = 3205,
    InstitutionClosed = 3206,
    ForeignInstitution = 3207,
    TokenInvalid = 3301,
    TokenExpired = 3302,
    TokenNotYetValid = 3303,
    TokenForAnotherService = 3304,
    TokenRevoked = 3305,

    // 4 CheckAddress
    AddressOutsideRanges = 4001,
    AddressUnknown = 4002,

    // 5 CheckCaller, Authorize, CheckCriteria
    NotEntitled = 5001,
    EntitlementLapsed = 5002,
    ArgumentNotPermitted = 5003,
    ApplicationUnknown = 5011,
    ApplicationLapsed = 5012,
    AskerNotAccepted = 5013,
    InvalidNumber = 5201,
    CriteriaIncomplete = 5202,
    InvalidDate = 5203,
    InvalidCriterion = 5204,
    BrokenName = 5205,

    // Admit
    GatewayBusy = 5301,

    // 6 Forward
    NviUnreachable = 6001,
    NviTimeout = 6002,
    NviAddressNotRegistered = 6003,
    NviTokenRefused = 6004,
    NviMalformed = 6005,
    NviTooLarge = 6006,
    NviServiceFault = 6007,
    NviBusy = 6008,
    NviCircuitOpen = 6009,
    NviStsUnreachable = 6011,
    NviStsTimeout = 6012,
    NviStsRefused = 6013,
    NviStsMalformed = 6014,

    // 7 Map
    UnmappableAnswer = 7001,
    MoreThanOneRecord = 7002,
    SmallCount = 7003,

    // 8 Audit
    AuditUnavailable = 8001,

    // 9 the gateway itself
    Internal = 9001,
    RegistryUnavailable = 9002,
    TokenKeysUnavailable = 9003,
}
