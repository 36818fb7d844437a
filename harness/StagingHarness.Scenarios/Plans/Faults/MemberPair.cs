namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>Two members of a stage, one of which calls the other.</summary>
/// <param name="From">Who calls: <see cref="Gateway"/> or a service.</param>
/// <param name="To">Who is called: a service.</param>
public sealed record MemberPair(string From, string To)
{
    public const string Gateway = "gateway";

    public override string ToString() => $"{From} -> {To}";
}
