using System.CommandLine;

namespace StagingHarness.Cli.Commands;

/// <summary>The option <c>--output</c>: for people, or for programs.</summary>
internal sealed class OutputForm
{
    private const string Json = "json";

    public OutputForm()
    {
        Option = new Option<string>("--output") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        Option.AcceptOnlyFromAmong("text", Json);
    }

    public Option<string> Option { get; }

    public bool IsJson(ParseResult parsed) => parsed.GetRequiredValue(Option) == Json;
}
