using StagingHarness.Cli;

return await StageCommandLine.RunAsync(args, Console.Out, Console.Error);
