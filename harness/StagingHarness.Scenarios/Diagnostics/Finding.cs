namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>Something that the author of a scenario got wrong: where it stands, what it is and what to write.</summary>
public sealed record Finding
{
    public required FindingCode Code { get; init; }

    /// <summary>File relative to the scenario root with forward slashes, or <c>--set path=value</c> for an override.</summary>
    public required string File { get; init; }

    /// <summary>Line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column in UTF-16 characters, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>Length of what is underlined, in UTF-16 characters, at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>What is wrong, a sentence with its full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What to write; null when the summary says it all.</summary>
    public required string? Hint { get; init; }

    /// <summary>The line of the file; null when there is none to show.</summary>
    public required string? Quote { get; init; }

    public Severity Severity => Code.Severity;
}
