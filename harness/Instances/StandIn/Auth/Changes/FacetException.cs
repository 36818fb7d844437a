namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>The provider cannot be what it was told to be.</summary>
internal sealed class FacetException(string message) : Exception(message);
