using Kps.Audit.Sequencing;
using Kps.Gateway;
using Kps.Gateway.Configuration;
using Microsoft.Extensions.Options;

var arguments = CommandLineArguments.Read(args, GatewayHost.EnvironmentName(args) == Environments.Development);
IEnumerable<string> errors = arguments.Errors;
if (arguments.Errors.Count == 0)
{
    try
    {
        await using var gateway = GatewayHost.Build(arguments.Settings);
        if (arguments.IsCheckOnly)
        {
            await Console.Out.WriteLineAsync("The configuration is valid.");
            return 0;
        }

        await gateway.RunAsync();
        return 0;
    }
    catch (OptionsValidationException e)
    {
        errors = e.Failures;
    }
    catch (ConfigurationFileException e)
    {
        errors = [e.Message];
    }
    catch (TreeRefusedException e)
    {
        errors = [e.Message];
    }
}

// Every mistake at once, and nothing else: the operator needs no stack trace.
foreach (var error in errors)
{
    await Console.Error.WriteLineAsync(error);
}

return 1;
