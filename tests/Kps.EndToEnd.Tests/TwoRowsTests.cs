using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests;

/// <summary>Every answered call has exactly two rows, every refused one exactly one, however many come at once.</summary>
public sealed class TwoRowsTests
{
    private const int Calls = 200;

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task TwoHundredMixedCallsAtOnce_LeaveTheRowsTheyOwe()
    {
        var (samples, user, wrong) = (_house.Samples, _house.User, await _house.AddUserAsync());
        Func<SoapMessage>[] kinds =
        [
            () => SoapMessage.Query(samples.Citizen.Value, user),
            () => SoapMessage.Query11(samples.Foreigner.Value, user),
            () => SoapMessage.Query(samples.Unknown.Value, user),
            () => SoapMessage.Query(samples.BlueCard.Value, null) with { BasicCredential = $"{user.UserName}:{user.Password}" },
            () => SoapMessage.Query(samples.Invalid.Value, user),
            () => SoapMessage.Query(samples.Citizen.Value, user) with { Operation = "TumunuGetir" },
            () => SoapMessage.Query(samples.Citizen.Value, null),
            () => SoapMessage.Query(samples.Citizen.Value, wrong with { Password = "yanlis-parola" }),
        ];
        Assert.That((await _house.PostAsync(kinds[0]())).Status, Is.EqualTo(200));

        // Wrong passwords are few: each costs a slow hash.
        var replies = await Task.WhenAll(Enumerable.Range(0, Calls).Select(number =>
            _house.PostAsync(kinds[number < 8 ? 7 : number % 7]())));

        Assert.That(replies.Select(reply => reply.IslemNo).Distinct().Count(), Is.EqualTo(Calls));
        var answered = 0;
        foreach (var reply in replies)
        {
            var forwarded = reply is { Status: 200, ResultHataKod: null };
            answered += forwarded ? 1 : 0;
            Assert.That(await _house.CountRowsAsync(reply.IslemNo), Is.EqualTo(forwarded ? 2 : 1), reply.Text);
            var call = await _house.AuditOfAsync(reply.IslemNo);
            Assert.That((call.State == AuditCallState.Refused, call.Closing is not null), Is.EqualTo((!forwarded, forwarded)));
        }

        Assert.That(answered, Is.EqualTo(Enumerable.Range(8, Calls - 8).Count(number => number % 7 < 4)), "Those who asked rightly were answered.");
    }
}
