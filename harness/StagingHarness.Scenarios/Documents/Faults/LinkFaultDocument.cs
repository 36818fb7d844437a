using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>A fault on the way from one member of the stage to another.</summary>
internal abstract record LinkFaultDocument : FaultDocument
{
    private protected LinkFaultDocument()
    {
    }

    /// <summary>Who calls.</summary>
    public Spanned<string>? From { get; init; }

    /// <summary>Who is called.</summary>
    public Spanned<string>? To { get; init; }
}
