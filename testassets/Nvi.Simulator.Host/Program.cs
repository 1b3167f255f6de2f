using Nvi.Simulator.Host;

if (args is ["--samples"])
{
    Console.WriteLine(SampleNumbers.ToJson());
    return 0;
}

return await SimulatorHost.RunAsync(args);
