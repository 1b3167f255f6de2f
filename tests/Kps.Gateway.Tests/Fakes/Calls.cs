using System.Net;
using System.Text;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.FrontDoor;
using Kps.Registry.Live;
using Kps.Registry.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Calls as a stage finds them.</summary>
internal static class Calls
{
    public const string Soap12Type = "application/soap+xml; charset=utf-8";
    public const string Soap11Type = "text/xml; charset=utf-8";

    public static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The writer of a production gateway.</summary>
    public static EnvelopeWriter Envelopes(TimeProvider time) => new(time, Options.Create(new GatewayOptions()));

    /// <summary>The router door with these stages only.</summary>
    public static IReadOnlyDictionary<AuditDoor, Walk> OneWalk(params IReadOnlyList<ICallStage> stages) =>
        new Dictionary<AuditDoor, Walk> { [AuditDoor.Router] = new(stages) };

    /// <summary>A call that has just arrived.</summary>
    public static KpsCall Arriving(byte[]? body = null, string? contentType = Soap12Type, string? address = Registered.InsideAddress, Action<HttpContext>? prepare = null, AuditDoor door = AuditDoor.Router)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = contentType;
        http.Request.Body = new MemoryStream(body ?? []);
        http.Response.Body = new MemoryStream();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        prepare?.Invoke(http);
        return new KpsCall(http, door, FakeAuditLog.Number(), Now, 0);
    }

    /// <summary>A call whose body has been read.</summary>
    public static KpsCall Heard(byte[] body, string? contentType = Soap12Type, Action<HttpContext>? prepare = null, AuditDoor door = AuditDoor.Router)
    {
        var call = Arriving(body, contentType, prepare: prepare, door: door);
        Assert.That(MediaType.Read(contentType, out var mediaType), Is.Null, "The test's own content type.");
        call.AnswerVersion = mediaType.Version;
        call.Body = new RequestBody([.. body], body.Length, mediaType.Encoding);
        return call;
    }

    public static KpsCall Heard(string body, string? contentType = Soap12Type, Action<HttpContext>? prepare = null, AuditDoor door = AuditDoor.Router) =>
        Heard(Encoding.UTF8.GetBytes(body), contentType, prepare, door);

    /// <summary>A call whose message has been understood.</summary>
    public static KpsCall Parsed(
        SecurityHeader? security = null,
        CallerHeaders? callerHeaders = null,
        long? kimlikNo = null,
        SoapVersion version = SoapVersion.Soap12,
        string? address = Registered.InsideAddress,
        string? basic = null)
    {
        var call = Arriving(address: address, prepare: http =>
        {
            if (basic is not null)
            {
                http.Request.Headers.Authorization = basic;
            }
        });
        call.AnswerVersion = version;
        call.Request = new SoapRequest
        {
            Version = version,
            Security = security,
            CallerHeaders = callerHeaders ?? CallerHeaders.None,
            Operation = OperationCatalog.Find(KpsOperation.BilesikKisiSorgula)!,
            Query = QueryTables.Of(KpsOperation.BilesikKisiSorgula),
            Body = new BodyElement(
                "BilesikKisiSorgula", KpsNamespaces.Service, false, string.Empty, [new BodyElement("kimlikNo", KpsNamespaces.Service, false, "1", [])]),
            Criteria = new KimlikNoCriteria(kimlikNo ?? Registered.Person.Value),
        };
        return call;
    }

    /// <summary>A call of somebody who has said who he is.</summary>
    public static KpsCall Claimed(
        RegistrySnapshot registry,
        RegisteredUser? user,
        string? address = Registered.InsideAddress,
        Secret? password = null,
        bool isInside = true,
        bool claimsForeign = false,
        string? userName = null)
    {
        var call = Parsed(address: address);
        call.Claimant = new Claimant
        {
            Registry = registry,
            UserName = userName ?? user?.UserName ?? Registered.Number(100_200_309),
            Password = password ?? Registered.Password,
            Credential = AuditCredential.UsernameToken,
            User = user,
            Institution = user?.PrimaryInstitution,
            ClaimsForeignInstitution = claimsForeign,
            IsInsideRanges = isInside,
        };
        return call;
    }

    /// <summary>A call of somebody who may ask.</summary>
    public static KpsCall Verified(RegisteredUser? user = null, long? kimlikNo = null)
    {
        user ??= Registered.User();
        var call = Parsed(kimlikNo: kimlikNo);
        call.Claimant = Claimed(FakeRegistry.Of(user).Current, user).Claimant;
        call.Caller = new Caller(user, user.PrimaryInstitution);
        return call;
    }

    /// <summary>What was written as the answer.</summary>
    public static byte[] Answer(KpsCall call) => ((MemoryStream)call.Http.Response.Body).ToArray();

    public static string AnswerText(KpsCall call) => Encoding.UTF8.GetString(Answer(call));
}
