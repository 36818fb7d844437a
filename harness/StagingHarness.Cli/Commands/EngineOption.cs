using System.CommandLine;
using StagingHarness.Engines;

namespace StagingHarness.Cli.Commands;

/// <summary><c>--engine</c>, the same wherever it is taken.</summary>
internal sealed class EngineOption
{
    public EngineOption(string description)
    {
        Option = new Option<string?>("--engine") { Description = description, HelpName = "ENGINE" };
        Option.AcceptOnlyFromAmong([.. EngineWishes.Names]);
    }

    public Option<string?> Option { get; }

    /// <summary>Null when it was not given.</summary>
    public EngineWish? Given(ParseResult parsed) => parsed.GetValue(Option) is { } name ? EngineWishes.Parse(name) : null;
}
