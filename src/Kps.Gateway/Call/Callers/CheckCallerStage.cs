using Kps.Audit;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Callers;

/// <summary>
/// Do the caller headers hold? An application nobody registered and an asker who cannot be the one asking are marked on the row and, where the
/// operator has said so, refused. Whose institution the call is for was settled with the credential.
/// </summary>
internal sealed class CheckCallerStage(AskerWatch watch, IOptions<CallerOptions> options) : ICallStage
{
    // AskerIsSubject alone is a user who asks about himself; with somebody else's number it comes with AskerDiffersFromUser.
    private const AuditMarks Doubtful = AuditMarks.AskerDiffersFromUser | AuditMarks.OneAskerForInstitution;

    private readonly CallerOptions _options = options.Value;

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(Check(call));

    private CallFault? Check(KpsCall call)
    {
        var statement = CallerStatement.Of(call);
        call.Statement = statement;
        var marks = statement.Marks | MarkOfInstitution(call, statement);
        call.Marks |= marks;
        if (_options.Application == CallerPolicy.Red)
        {
            if (marks.HasFlag(AuditMarks.ApplicationUnknown))
            {
                return new CallFault(FaultCode.ApplicationUnknown);
            }

            if (marks.HasFlag(AuditMarks.ApplicationLapsed))
            {
                return new CallFault(FaultCode.ApplicationLapsed);
            }
        }

        return _options.Asker == CallerPolicy.Red && (marks & Doubtful) != AuditMarks.None ? new CallFault(FaultCode.AskerNotAccepted) : null;
    }

    private AuditMarks MarkOfInstitution(KpsCall call, CallerStatement statement)
    {
        var (user, institution) = (call.Caller.User.Id, call.Caller.Institution.Id);
        if (statement.Marks.HasFlag(AuditMarks.AskerIsSubject) || call.Door == AuditDoor.Sts)
        {
            // The person asked for as asker is a mistake of another kind, and a token will be shown again.
            return AuditMarks.None;
        }

        if (statement.Asker is { } asker && statement.Marks.HasFlag(AuditMarks.AskerDiffersFromUser))
        {
            return watch.IsOneForAll(institution, user, asker) ? AuditMarks.OneAskerForInstitution : AuditMarks.None;
        }

        if (statement.Asker is not null)
        {
            watch.SawOwnName(institution);
        }

        return AuditMarks.None;
    }
}
