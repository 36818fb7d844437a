using StagingHarness.StandIn.Auth.Proofs;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>A call of the token endpoint as it came in. Never written to a log: it holds secrets.</summary>
/// <param name="Authorization">Header of this name, if there is one.</param>
/// <param name="Form">Body, form-encoded.</param>
internal sealed record TokenCall(string? Authorization, string Form)
{
    /// <summary>How it came in.</summary>
    public ProvedCall Proved { get; init; } = ProvedCall.Unproved;

    public override string ToString() => "token call (hidden)";
}
