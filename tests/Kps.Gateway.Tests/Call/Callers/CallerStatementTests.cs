using System.Globalization;
using Kps.Audit;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Applications;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Call.Callers;

internal sealed class CallerStatementTests
{
    private static readonly DateOnly Yesterday = DateOnly.FromDateTime(Calls.Now.UtcDateTime).AddDays(-1);
    private static readonly RegisteredApplication First = TokenCalls.Application(1);
    private static readonly RegisteredApplication Second = TokenCalls.Application(2);
    private static readonly RegisteredApplication Lapsed = TokenCalls.Application(3, Yesterday);

    private static readonly long Own = long.Parse(Registered.UserName, CultureInfo.InvariantCulture);
    private static readonly long Other = long.Parse(Registered.Number(100_200_301), CultureInfo.InvariantCulture);

    private readonly RegisteredUser _user = Registered.User();

    [Test]
    public void NothingSent_IsAnUnknownApplicationAndNoAsker() =>
        Assert.That(Of(_user), Is.EqualTo(new CallerStatement(null, null, AuditMarks.ApplicationUnknown | AuditMarks.AskerMissing)));

    [Test]
    public void NothingRead_StatesNothing() =>
        Assert.That(CallerStatement.Of(Calls.Arriving()), Is.EqualTo(new CallerStatement(null, null, AuditMarks.None)));

    [Test]
    public void OwnNumberAndRegisteredApplication_LeaveNoMark() =>
        Assert.That(Of(_user, Registered.UserName, uygulamaKodu: First.Kod.ToString()), Is.EqualTo(new CallerStatement(First, Own, AuditMarks.None)));

    [TestCase("yok")]
    [TestCase("5a0c0de0-0000-4000-8000-00000000ffff")]
    public void CodeNobodyRegistered_IsUnknown_WhateverTheDefault(string kod)
    {
        var statement = Of(Registered.User(application: First), Registered.UserName, uygulamaKodu: kod);

        Assert.That((statement.Application, statement.Marks), Is.EqualTo(((RegisteredApplication?)null, AuditMarks.ApplicationUnknown)));
    }

    [TestCase("{0:B}")]
    [TestCase("{0:N}")]
    public void Code_IsReadInAnyFormOfAGuid(string form) =>
        Assert.That(Of(_user, uygulamaKodu: string.Format(CultureInfo.InvariantCulture, form, First.Kod)).Application, Is.SameAs(First));

    [Test]
    public void WithoutACode_TheUsersDefaultCounts()
    {
        Assert.That(Of(Registered.User(application: Second)).Application, Is.SameAs(Second));
        Assert.That(Of(Registered.User(application: Second), uygulamaKodu: string.Empty).Application, Is.SameAs(Second), "An empty header names none.");
    }

    [Test]
    public void LapsedApplication_IsNamedAndMarked()
    {
        var statement = Of(_user, Registered.UserName, uygulamaKodu: Lapsed.Kod.ToString());

        Assert.That((statement.Application, statement.Marks), Is.EqualTo((Lapsed, AuditMarks.ApplicationLapsed)));
    }

    /// <summary>The message, then the token, then the user's default.</summary>
    [Test]
    public void TokensApplication_CountsBetweenTheMessagesAndTheDefault()
    {
        var user = Registered.User(application: Second);
        var call = TokenCalls.Proven(user, token: TokenCalls.Bound(user, applicationId: First.Id), applications: [First, Second, Lapsed]);
        Assert.That(CallerStatement.Of(call).Application, Is.SameAs(First));

        call = TokenCalls.Proven(user, uygulamaKodu: Lapsed.Kod.ToString(), token: TokenCalls.Bound(user, applicationId: First.Id), applications: [First, Second, Lapsed]);
        Assert.That(CallerStatement.Of(call).Application, Is.SameAs(Lapsed));

        call = TokenCalls.Proven(user, token: TokenCalls.Bound(user), applications: [First, Second, Lapsed]);
        Assert.That((CallerStatement.Of(call).Application, CallerStatement.Of(call).Marks.HasFlag(AuditMarks.ApplicationUnknown)), Is.EqualTo(((RegisteredApplication?)null, true)), "Taken under a code nobody registered.");
    }

    [Test]
    public void AskerThatIsNoNumber_IsNotReplacedByTheTokens()
    {
        var call = TokenCalls.Proven(_user, sorgulayan: "DR. UYDURMA", token: TokenCalls.Bound(_user, Other));

        Assert.That((CallerStatement.Of(call).Asker, CallerStatement.Of(call).Marks & ~AuditMarks.ApplicationUnknown), Is.EqualTo(((long?)null, AuditMarks.AskerMissing | AuditMarks.AskerDiffersFromToken)));
    }

    [Test]
    public void AskerWhoIsNotTheUser_IsMarked() =>
        Assert.That(Of(_user, Registered.Number(100_200_301), uygulamaKodu: First.Kod.ToString()), Is.EqualTo(new CallerStatement(First, Other, AuditMarks.AskerDiffersFromUser)));

    [Test]
    public void AskerWhoIsAskedFor_IsMarked() =>
        Assert.That(Of(_user, Registered.Person.Value.ToString(CultureInfo.InvariantCulture)).Marks.HasFlag(AuditMarks.AskerIsSubject | AuditMarks.AskerDiffersFromUser));

    [TestCase("")]
    [TestCase("DR. UYDURMA")]
    [TestCase("-5")]
    [TestCase("١٢٣")]
    public void AskerThatIsNoNumber_IsMissing(string sent)
    {
        var statement = Of(_user, sent);

        Assert.That((statement.Asker, statement.Marks.HasFlag(AuditMarks.AskerMissing)), Is.EqualTo(((long?)null, true)));
    }

    [Test]
    public void TokensAsker_CountsWhereTheMessageHasNone()
    {
        var call = TokenCalls.Proven(_user, token: TokenCalls.Bound(_user, Other, First.Id), applications: First);

        Assert.That(CallerStatement.Of(call), Is.EqualTo(new CallerStatement(First, Other, AuditMarks.AskerDiffersFromUser)));
    }

    [Test]
    public void MessagesAsker_GoesBeforeTheTokens_AndTheDifferenceIsMarked()
    {
        var call = TokenCalls.Proven(_user, sorgulayan: Registered.UserName, token: TokenCalls.Bound(_user, Other, First.Id), applications: First);

        Assert.That(CallerStatement.Of(call), Is.EqualTo(new CallerStatement(First, Own, AuditMarks.AskerDiffersFromToken)));
    }

    [TestCase("990001", false)]
    [TestCase("990002", true)]
    [TestCase("0990001", false)]
    [TestCase("olmaz", true)]
    [TestCase("", false)]
    public void KurumKodu_IsComparedAsTheDoorDoes(string sent, bool differs) =>
        Assert.That(CallerStatement.Of(TokenCalls.Proven(_user, kurumKodu: sent)).Marks.HasFlag(AuditMarks.KurumKoduDiffers), Is.EqualTo(differs));

    [Test]
    public void Statement_SaysNoNumbers() =>
        Assert.That(Of(_user, Registered.UserName).ToString(), Does.Not.Contain(Registered.UserName));

    private static CallerStatement Of(RegisteredUser user, string? sorgulayan = null, string? uygulamaKodu = null) =>
        CallerStatement.Of(TokenCalls.Proven(user, sorgulayan, uygulamaKodu: uygulamaKodu, applications: [First, Second, Lapsed]));
}
