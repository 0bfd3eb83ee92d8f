using Zhijian.Bench;

return args switch
{
    ["append"] => await AppendBench.RunAsync(),
    ["assess"] => AssessBench.Run(),
    ["verify"] => await VerifyBench.RunAsync(),
    ["terms"] => TermBench.Run(),
    ["load"] => await LoadBench.RunAsync(matters: 10_000, perSecond: 20, seconds: 20),
    ["load", var matters, var perSecond] => await LoadBench.RunAsync(int.Parse(matters), int.Parse(perSecond), seconds: 20),
    ["search"] => await SearchBench.RunAsync(documents: 100_000),
    ["search", var documents] => await SearchBench.RunAsync(int.Parse(documents)),
    ["models"] => await ModelBench.RunAsync(millions: 1),
    ["models", var millions] => await ModelBench.RunAsync(double.Parse(millions, System.Globalization.CultureInfo.InvariantCulture)),
    ["marks"] => await MarkBench.RunAsync(millions: 1),
    ["marks", var millions] => await MarkBench.RunAsync(double.Parse(millions, System.Globalization.CultureInfo.InvariantCulture)),
    ["read", var file] => ReadBench.Run(file),
    ["link", var folder] => LinkBench.Run(folder, millions: 1),
    ["link", var folder, var millions] => LinkBench.Run(folder, int.Parse(millions)),
    ["kernels"] => KernelBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Zhijian.Bench -- append | assess | terms | verify | load [MATTERS REQUESTS_PER_SECOND] | search [DOCUMENTS] | models [MILLIONS] | marks [MILLIONS] | read FILE.jsonl | link FOLDER [MILLIONS] | kernels");
    return 2;
}
