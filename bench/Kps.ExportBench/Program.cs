using Kps.ExportBench;

var rows = args is [var first, ..] && int.TryParse(first, System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 1_000_000;
return await ExportBench.RunAsync(rows, args.Contains("--bodies"), Console.Out);
