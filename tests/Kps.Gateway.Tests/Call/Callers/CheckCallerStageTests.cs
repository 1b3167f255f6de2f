using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Users;
using Kps.TestSupport;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Call.Callers;

internal sealed class CheckCallerStageTests
{
    private const AuditMarks Doubtful = AuditMarks.AskerDiffersFromUser | AuditMarks.AskerIsSubject;

    private readonly RegisteredUser _user = Registered.User();

    [Test]
    public async Task Uyar_MarksAndLetsPass()
    {
        var call = TokenCalls.Proven(_user, sorgulayan: Registered.Person.Value.ToString(), uygulamaKodu: "yok", kurumKodu: "1");

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Marks, Is.EqualTo(Doubtful | AuditMarks.ApplicationUnknown | AuditMarks.KurumKoduDiffers));
    }

    [TestCase(null, FaultCode.ApplicationUnknown)]
    [TestCase("yok", FaultCode.ApplicationUnknown)]
    [TestCase("5a0c0de0-0000-4000-8000-000000000002", FaultCode.ApplicationLapsed)]
    [TestCase("5a0c0de0-0000-4000-8000-000000000001", null)]
    public async Task RedForApplications_RefusesWhatDoesNotHold_WithTheMark(string? uygulamaKodu, object? expected)
    {
        var lapsed = TokenCalls.Application(2, DateOnly.FromDateTime(Calls.Now.UtcDateTime).AddDays(-1));
        var call = TokenCalls.Proven(_user, sorgulayan: Registered.Person.Value.ToString(), uygulamaKodu: uygulamaKodu, applications: [TokenCalls.Application(1), lapsed]);

        var fault = await RunAsync(call, application: CallerPolicy.Red);

        Assert.That(fault?.Code, Is.EqualTo(expected));
        Assert.That((call.Marks & ~Doubtful) != AuditMarks.None, Is.EqualTo(fault is not null), "The row says why.");
        Assert.That(call.Marks.HasFlag(Doubtful), "What the other policy is about is marked all the same.");
    }

    [Test]
    public async Task RedForAskers_RefusesAnotherAskerAndTheSubject()
    {
        foreach (var asker in new[] { Registered.Number(100_200_301), Registered.Person.Value.ToString() })
        {
            var call = TokenCalls.Proven(_user, sorgulayan: asker);

            Assert.That((await RunAsync(call, asker: CallerPolicy.Red))?.Code, Is.EqualTo(FaultCode.AskerNotAccepted));
            Assert.That(call.Marks.HasFlag(AuditMarks.AskerDiffersFromUser));
        }
    }

    /// <summary>A missing asker is no lie: PHP and Node clients send none.</summary>
    [Test]
    public async Task RedForAskers_TakesOnesOwnNumberAndNone([Values] bool isSent) =>
        Assert.That(await RunAsync(TokenCalls.Proven(_user, sorgulayan: isSent ? _user.UserName : null), asker: CallerPolicy.Red), Is.Null);

    [Test]
    public async Task OneAskerForAnInstitution_IsMarkedFromTheThirdUserOn()
    {
        var stage = Stage(new CallerOptions());
        var institution = Registered.Institution();
        var asker = Registered.Number(100_200_399);
        var marks = new List<bool>();
        for (var number = 0; number < 4; number++)
        {
            var call = TokenCalls.Proven(Registered.User(Registered.Number(100_200_320 + number), institution), sorgulayan: asker);
            await stage.RunAsync(call, CancellationToken.None);
            marks.Add(call.Marks.HasFlag(AuditMarks.OneAskerForInstitution));
        }

        Assert.That(marks, Is.EqualTo(new[] { false, false, true, true }));
    }

    [Test]
    public async Task OneAskerForAnInstitution_IsNoticedInTokens()
    {
        var stage = Stage(new CallerOptions());
        var institution = Registered.Institution();
        var marks = new List<bool>();
        for (var number = 0; number < 3; number++)
        {
            var user = Registered.User(Registered.Number(100_200_320 + number), institution);
            var call = TokenCalls.Proven(user, token: TokenCalls.Bound(user, Registered.Person.Value + 1));
            await stage.RunAsync(call, CancellationToken.None);
            marks.Add(call.Marks.HasFlag(AuditMarks.OneAskerForInstitution));
        }

        Assert.That(marks, Is.EqualTo(new[] { false, false, true }));
    }

    private static ValueTask<CallFault?> RunAsync(KpsCall call, CallerPolicy application = CallerPolicy.Uyar, CallerPolicy asker = CallerPolicy.Uyar) =>
        Stage(new CallerOptions { Application = application, Asker = asker }).RunAsync(call, CancellationToken.None);

    private static CheckCallerStage Stage(CallerOptions options) =>
        new(new AskerWatch(new IstanbulClock(new ManualTimeProvider(Calls.Now))), Options.Create(options));
}
