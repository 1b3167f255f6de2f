using System.Globalization;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Registry.Applications;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Callers;

/// <summary>
/// What the caller headers say, with what the token and the registry know added: which application, which person asks, what a reader of the log
/// should notice. What stands on the message itself goes before what the token was bound to.
/// </summary>
/// <param name="Application">Null when none was named or the code is not registered.</param>
/// <param name="Asker">SorgulayanKimlikNo; null when it is missing or no number.</param>
/// <param name="Marks">What to notice.</param>
internal sealed record CallerStatement(RegisteredApplication? Application, long? Asker, AuditMarks Marks)
{
    private const AuditMarks Unknown = AuditMarks.ApplicationUnknown;

    /// <summary>The statement of a call: the one CheckCaller has read, before that what can be read so far.</summary>
    /// <param name="call">A call at any point of the walk.</param>
    public static CallerStatement Of(KpsCall call) => call.StatementIfChecked ?? Read(call);

    /// <summary>Marks and no numbers.</summary>
    public override string ToString() => Marks.ToString();

    private static CallerStatement Read(KpsCall call)
    {
        var headers = call.RequestIfParsed?.CallerHeaders ?? CallerHeaders.None;
        var token = call.TokenIfGenuine;
        var user = token?.User ?? call.ClaimantIfIdentified?.User;
        var (application, marks) = FindApplication(call, headers, user, token?.Claims.Subject);
        var (asker, askerMarks) = FindAsker(call, headers, user, token?.Claims.Subject);
        if (user is not null && headers.KurumKodu is { Length: > 0 } kurumKodu
            && !(int.TryParse(kurumKodu, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) && sent == user.PrimaryInstitution.KurumKodu))
        {
            marks |= AuditMarks.KurumKoduDiffers;
        }

        return new CallerStatement(application, asker, marks | askerMarks);
    }

    private static (RegisteredApplication? Application, AuditMarks Marks) FindApplication(
        KpsCall call, CallerHeaders headers, RegisteredUser? user, TokenSubject? token)
    {
        if (call.ClaimantIfIdentified is not { } claimant)
        {
            return (null, AuditMarks.None);
        }

        RegisteredApplication? application;
        if (headers.UygulamaKodu is { Length: > 0 } text)
        {
            application = Guid.TryParse(text, out var code) ? claimant.Registry.FindApplication(code) : null;
        }
        else
        {
            // A token without an application was taken under a code nobody has registered: the default must not cover that up.
            application = token is null ? user?.DefaultApplication
                : token.ApplicationId is { } id ? claimant.Registry.FindApplication(id)
                : null;
        }

        if (application is null)
        {
            return (null, user is null && headers.UygulamaKodu is null ? AuditMarks.None : Unknown);
        }

        return (application, application.IsValidOn(IstanbulClock.DayOf(call.ReceivedAt)) ? AuditMarks.None : AuditMarks.ApplicationLapsed);
    }

    private static (long? Asker, AuditMarks Marks) FindAsker(KpsCall call, CallerHeaders headers, RegisteredUser? user, TokenSubject? token)
    {
        long? sent = long.TryParse(headers.SorgulayanKimlikNo, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var isOther = sent is null && headers.SorgulayanKimlikNo is { Length: > 0 };
        if ((isOther ? null : sent ?? token?.Asker) is not { } asker)
        {
            // What was sent and is no number is sealed with the criteria; nobody else may be named in its place.
            var missing = call.RequestIfParsed is null ? AuditMarks.None : AuditMarks.AskerMissing;
            return (null, isOther && token is { Asker: not null } ? missing | AuditMarks.AskerDiffersFromToken : missing);
        }

        var marks = AuditMarks.None;
        if (asker == call.RequestIfParsed?.Criteria?.AskedNumber)
        {
            marks |= AuditMarks.AskerIsSubject;
        }

        if (!Tckn.TryParse(user?.UserName ?? call.ClaimantIfIdentified?.UserName, out var self) || self.Value != asker)
        {
            marks |= AuditMarks.AskerDiffersFromUser;
        }

        if (token is { Asker: { } bound } && bound != asker)
        {
            marks |= AuditMarks.AskerDiffersFromToken;
        }

        return (asker, marks);
    }
}
