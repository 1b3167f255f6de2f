using Kps.Gateway;
using Microsoft.Extensions.Options;

try
{
    await GatewayHost.Build(args).RunAsync();
    return 0;
}
catch (OptionsValidationException e)
{
    // Every mistake at once, and nothing else: the operator needs no stack trace.
    foreach (var failure in e.Failures)
    {
        await Console.Error.WriteLineAsync(failure);
    }

    return 1;
}
