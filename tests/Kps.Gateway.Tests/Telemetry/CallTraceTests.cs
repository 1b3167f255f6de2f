using System.Diagnostics;
using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Telemetry;

namespace Kps.Gateway.Tests.Telemetry;

[NonParallelizable]
internal sealed class CallTraceTests
{
    [Test]
    public void Nobody_ListensAndNothingIsMade()
    {
        Assert.That(CallTrace.StartCall(default), Is.Null);
        Assert.That(CallTrace.StartStage("Parse"), Is.Null);
    }

    [Test]
    public void Call_BeginsATraceOfItsOwn()
    {
        using var listener = Listen(ActivitySamplingResult.AllData);
        using var callers = new Activity("caller").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start();

        using var call = CallTrace.StartCall(default(IslemNo));

        Assert.That(call!.ParentId, Is.Null);
        Assert.That(call.TraceId, Is.Not.EqualTo(callers.TraceId));
        Assert.That(call.GetTagItem("kps.islem_no"), Is.EqualTo(default(IslemNo).ToString()));
    }

    [Test]
    public void Stage_LiesWithinItsCallAndNamesItsFault()
    {
        using var listener = Listen(ActivitySamplingResult.AllData);
        using var call = CallTrace.StartCall(default);

        using var stage = CallTrace.StartStage("Authorize");
        CallTrace.Ended(stage, FaultCode.NotEntitled);

        Assert.That(stage!.ParentSpanId, Is.EqualTo(call!.SpanId));
        Assert.That(stage.OperationName, Is.EqualTo("Authorize"));
        Assert.That(stage.TagObjects, Is.EqualTo(new[] { new KeyValuePair<string, object?>("kps.fault", "NotEntitled") }));
        Assert.That(stage.Status, Is.EqualTo(ActivityStatusCode.Error));
    }

    [Test]
    public void Stage_OfACallThatIsNotSampledIsNotMade()
    {
        using var listener = Listen(ActivitySamplingResult.PropagationData);
        using var call = CallTrace.StartCall(default);

        Assert.That(CallTrace.StartStage("Parse"), Is.Null);
    }

    private static ActivityListener Listen(ActivitySamplingResult result)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CallTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => result,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
