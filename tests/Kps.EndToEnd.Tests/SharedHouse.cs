using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests;

/// <summary>One house for all fixtures that do not break it: started with the first of them, gone with the last test.</summary>
[SetUpFixture]
public sealed class SharedHouse
{
    private static readonly Lazy<Task<TestEnvironment>> House = new(() => TestEnvironment.StartAsync());

    internal static Task<TestEnvironment> OpenAsync() => House.Value;

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (House is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await House.Value).DisposeAsync();
        }
    }
}
