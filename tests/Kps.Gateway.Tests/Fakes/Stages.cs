using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Mapping;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Stages that need more than a test has to say about them.</summary>
internal static class Stages
{
    /// <summary>Map, on the day the tests live in.</summary>
    public static MapStage Map() => new(new FieldProjections(), new IstanbulClock(new ManualTimeProvider(Calls.Now)));
}
