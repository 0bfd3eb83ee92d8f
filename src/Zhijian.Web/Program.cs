using System.CommandLine;
using Zhijian.Web;

var port = new Option<int>("--port") { Description = "port on 127.0.0.1", DefaultValueFactory = _ => 5080 };
var data = new Option<string>("--data") { Description = "folder for the database, keys and attachments", DefaultValueFactory = _ => "var" };
var database = new Option<string?>("--database") { Description = "PostgreSQL connection string, e.g. \"Host=127.0.0.1;Database=zhijian;Username=zhijian\"; without it a SQLite file in the data folder" };
var empty = new Option<bool>("--empty") { Description = "start without the sample office" };
var command = new RootCommand("Serves the Zhijian platform.") { port, data, database, empty };
command.SetAction((result, ct) => WebHost.RunAsync(
    new ServeOptions(result.GetValue(port), result.GetValue(data)!, result.GetValue(database), result.GetValue(empty)), Console.Out, Console.Error, ct));
return await command.Parse(args).InvokeAsync();
