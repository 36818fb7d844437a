using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using StagingHarness.Recording;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage record --to URL --out FOLDER</c>: a real third party becomes a mapping file, without its secrets.</summary>
internal static class RecordCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var to = new Option<Uri>("--to") { Description = "The real third party: https://real.example, or a path there.", HelpName = "URL", Required = true, CustomParser = Url };
        var folder = new Option<string>("--out") { Description = $"Gets '{Recorder.FileName}'.", HelpName = "FOLDER", Required = true };
        var listen = new Option<Uri>("--listen")
        {
            Description = "Where services call instead; default: a free port of 127.0.0.1.",
            HelpName = "URL",
            CustomParser = Url,
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:0"),
        };
        var duration = new Option<TimeSpan>("--for")
        {
            Description = "Ends after that time, as Ctrl+C does before; default: 10min.",
            HelpName = "TIME",
            CustomParser = Time,
            DefaultValueFactory = _ => TimeSpan.FromMinutes(10),
        };
        var calls = Bound("--calls", "Ends with so many calls; default: 1000.", 1000, 100_000);
        var size = Bound("--body-size", "Bodies of more bytes are passed on and not recorded; default: 1048576.", 1024 * 1024, 4 * 1024 * 1024);
        var hide = new Option<string[]>("--hide")
        {
            Description = "A further name of a header, parameter, field or member whose values are secrets; may be given many times.",
            HelpName = "NAME",
        };
        var force = new Option<bool>("--force") { Description = $"Replaces a '{Recorder.FileName}' that is there." };
        var command = new Command("record", "Passes calls on to a real third party, and writes them as a mapping file without their secrets; ends by Ctrl+C.")
        {
            to, folder, listen, duration, calls, size, hide, force,
        };
        command.SetAction(async parsed => await RunAsync(
            new RecordOrder
            {
                To = parsed.GetRequiredValue(to),
                Folder = parsed.GetRequiredValue(folder),
                Listen = parsed.GetRequiredValue(listen),
                For = parsed.GetRequiredValue(duration),
                Calls = parsed.GetRequiredValue(calls),
                BodyBytes = parsed.GetRequiredValue(size),
                Hide = [.. parsed.GetValue(hide) ?? []],
                Force = parsed.GetValue(force),
            },
            output,
            error));
        return command;
    }

    private static async Task<int> RunAsync(RecordOrder order, TextWriter output, TextWriter error)
    {
        if (order.Listen is not { Scheme: "http", PathAndQuery: "/" })
        {
            await error.WriteLineAsync($"stage: nobody can listen at '{order.Listen}'; write it like 'http://127.0.0.1:8099'");
            return ExitCodes.Usage;
        }

        using var interruption = new Interruption(error, "what was recorded is being written") { LeftBehind = () => "nothing was written" };
        try
        {
            var result = await Recorder.RunAsync(
                order,
                address => error.WriteLine($"stage: call {address} in place of {order.To}; Ctrl+C ends it"),
                TimeProvider.System,
                interruption.Token);
            return Tell(result, output, error);
        }
        catch (RecordRefusedException exception)
        {
            await error.WriteLineAsync($"stage: {exception.Message}");
            return ExitCodes.Usage;
        }
    }

    private static int Tell(RecordingResult result, TextWriter output, TextWriter error)
    {
        foreach (var note in result.Notes)
        {
            error.WriteLine($"stage: {note}");
        }

        if (result.File is null)
        {
            error.WriteLine(FormattableString.Invariant($"stage: {result.Calls} calls came, none is left to record, and nothing was written"));
            return ExitCodes.NothingMatched;
        }

        error.WriteLine(result.Hidden.IsEmpty
            ? "stage: no secret was found, so none was hidden; look it through, and name what is one with '--hide'"
            : $"stage: hidden were {string.Join(", ", result.Hidden.Select(one => FormattableString.Invariant($"{one.Key} ({one.Value})")))}; look through what is left");
        output.WriteLine(result.File);
        if (!result.Findings.IsEmpty)
        {
            output.WriteLine(FindingRenderer.Render(result.Findings));
            error.WriteLine("stage: no system can name it before these are mended");
            return ExitCodes.Invalid;
        }

        error.WriteLine(FormattableString.Invariant($"stage: {result.Calls} calls became {result.Mappings} mappings; a system names it as 'provider: {{ mappings: ... }}'"));
        return ExitCodes.Passed;
    }

    private static Option<int> Bound(string name, string description, int standard, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > most))
            {
                result.AddError(FormattableString.Invariant($"'{name}' is a number from 1 to {most}, and '{result.Tokens[0].Value}' is none"));
            }
        });
        return option;
    }

    private static Uri Url(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
        {
            return url;
        }

        result.AddError("a URL is written like 'https://real.example', without user and query");
        return new Uri("http://127.0.0.1");
    }

    private static TimeSpan Time(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        double? unit = text[digits..] switch
        {
            "s" => 1,
            "m" or "min" => 60,
            "h" => 3600,
            _ => null,
        };
        if (digits is > 0 and < 7 && unit * int.Parse(text[..digits], CultureInfo.InvariantCulture) is > 0 and var seconds && seconds <= Longest.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        result.AddError($"'{text}' is no time; write it like '30s', '10min' or '1h', a day at most");
        return Longest;
    }
}
