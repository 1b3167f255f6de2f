using Kps.AuditVerify;

return CommandLine.Run(args, Console.Out, Console.Error);
