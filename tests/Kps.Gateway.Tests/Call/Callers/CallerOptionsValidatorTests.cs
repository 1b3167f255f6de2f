using Kps.Gateway.Call.Callers;

namespace Kps.Gateway.Tests.Call.Callers;

internal sealed class CallerOptionsValidatorTests
{
    [Test]
    public void Default_WarnsAndIsValid()
    {
        var options = new CallerOptions();

        Assert.That((options.Application, options.Asker), Is.EqualTo((CallerPolicy.Uyar, CallerPolicy.Uyar)));
        Assert.That(new CallerOptionsValidator().Validate(null, options).Succeeded);
    }

    [Test]
    public void Number_IsNoPolicy()
    {
        var result = new CallerOptionsValidator().Validate(null, new CallerOptions { Application = (CallerPolicy)2, Asker = (CallerPolicy)(-1) });

        Assert.That(result.Failures, Is.EqualTo(new[] { "Callers:Application must be uyar or red.", "Callers:Asker must be uyar or red." }));
    }
}
