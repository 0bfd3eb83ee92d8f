using Zhijian.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
