using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Building;

/// <summary>
/// What may stand behind a key of a scenario: a text, a number, a time on either clock, a list, or a <see cref="Block"/> of keys. Each
/// converts by itself, and is then read as if it had been written in a file; what no file may say is a finding when the scenario is loaded.
/// </summary>
public abstract record Value
{
    private protected Value()
    {
    }

    /// <summary>Null, as a file writes it: takes a member away where something is laid over something else, such as a claim.</summary>
    public static Value Null { get; } = new TextValue("null", IsPlain: true);

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Value?(string? text) => text is null ? null : new TextValue(text);

    [return: NotNullIfNotNull(nameof(number))]
    public static implicit operator Value?(long? number) => Text(number);

    [return: NotNullIfNotNull(nameof(flag))]
    public static implicit operator Value?(bool? flag) => flag is { } given ? new TextValue(given ? "true" : "false", IsPlain: true) : null;

    /// <summary>Real time.</summary>
    [return: NotNullIfNotNull(nameof(time))]
    public static implicit operator Value?(TimeSpan? time) => Text(time is { } given ? (decimal)given.Ticks / TimeSpan.TicksPerMillisecond : null, "ms");

    /// <summary>Incident time.</summary>
    [return: NotNullIfNotNull(nameof(time))]
    public static implicit operator Value?(IncidentDuration? time) => Text((decimal?)time?.Minutes, " min");

    /// <summary>A time of day on the incident's clock.</summary>
    [return: NotNullIfNotNull(nameof(time))]
    public static implicit operator Value?(IncidentTime? time) => time?.ToString();

    [return: NotNullIfNotNull(nameof(share))]
    public static implicit operator Value?(Share? share) => Text((decimal?)share?.Value * 100, " %");

    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator Value?(string[]? entries) => entries is null ? null : new ListValue([.. entries.Select(entry => new TextValue(entry))]);

    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator Value?(Value[]? entries) => entries is null ? null : new ListValue([.. entries]);

    /// <summary>The same as a node of a document.</summary>
    /// <param name="files">Names of the source files.</param>
    /// <param name="place">Where it was given, for what has no place of its own.</param>
    internal abstract SyntaxNode ToSyntax(CodeFiles files, SourceLine place);

    private static TextValue? Text(decimal? number, string unit = "") =>
        number is { } given ? new TextValue(string.Create(CultureInfo.InvariantCulture, $"{given:0.###############}{unit}"), IsPlain: unit.Length == 0) : null;
}
