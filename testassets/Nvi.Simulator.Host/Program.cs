return await Nvi.Simulator.Host.SimulatorHost.RunAsync(args);
