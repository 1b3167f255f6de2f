using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call;

internal sealed class KpsCallTests
{
    [Test]
    public void Property_IsUnreadableBeforeItsStage()
    {
        var call = Calls.Arriving();
        Func<object>[] properties =
        [
            () => call.Body, () => call.Request, () => call.Claimant, () => call.Caller, () => call.Ticket, () => call.Found, () => call.Answer,
        ];

        foreach (var property in properties)
        {
            Assert.That(() => property(), Throws.InvalidOperationException);
        }
    }

    [Test]
    public void Property_IsWrittenOnce()
    {
        var call = Calls.Verified();

        Assert.That(() => call.Caller = call.Caller, Throws.InvalidOperationException.With.Message.Contains("Caller was written twice"));
        Assert.That(() => call.Request = call.Request, Throws.InvalidOperationException);
    }

    [Test]
    public void Text_IsTheNumberAlone()
    {
        var call = Calls.Verified();

        Assert.That(call.ToString(), Is.EqualTo(call.IslemNo.ToString()));
        Assert.That(call.Claimant.ToString() + call.Request + call.Caller, Does.Not.Contain(Registered.UserName).And.Not.Contain(Registered.Password.Reveal()));
        Assert.That(new CallFault(FaultCode.UnknownMember, "gizli").ToString(), Is.EqualTo("UnknownMember"));
    }
}
