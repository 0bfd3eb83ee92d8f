using Zhijian.Bench;

return args switch
{
    ["append"] => await AppendBench.RunAsync(),
    ["verify"] => await VerifyBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Zhijian.Bench -- append | verify");
    return 2;
}
