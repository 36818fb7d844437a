namespace StagingHarness.Analysis.Moments;

/// <summary>How long something of an incident took, with what it is counted from and to.</summary>
public sealed record IncidentSpan
{
    /// <summary>Detect, page, acknowledge, mitigate or recover.</summary>
    public required string Name { get; init; }

    /// <summary>What it is counted from.</summary>
    public required string From { get; init; }

    /// <summary>What it is counted to.</summary>
    public required string Until { get; init; }

    /// <summary>Real time; null when one of the two did not happen, or the end came before its beginning.</summary>
    public required TimeSpan? Took { get; init; }

    /// <summary>Both happened, in the other order: the end is another incident's.</summary>
    public required bool EndCameBefore { get; init; }

    /// <summary>Why there is no time; it is only asked for where there is none.</summary>
    public string WhyNone => EndCameBefore ? $"'{Until}' came before '{From}'" : "did not happen";

    /// <summary>Both ends, as <c>from -> to</c>.</summary>
    public string Formula => $"{From} -> {Until}";
}
