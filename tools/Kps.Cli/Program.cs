using Kps.Cli;

var terminal = new Terminal(Console.In, Console.Out, Console.Error, TimeProvider.System);
return await CommandLine.RunAsync(args, terminal, CancellationToken.None);
