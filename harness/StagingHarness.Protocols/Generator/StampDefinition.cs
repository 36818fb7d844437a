using StagingHarness.Protocols.Samples;

namespace StagingHarness.Protocols.Generator;

/// <summary>Samples with this stamp were answered by this server.</summary>
/// <param name="Stamp">From 1, in order of appearance.</param>
/// <param name="Server">As the gateway stamped it on the answer.</param>
public sealed record StampDefinition(ushort Stamp, ServerStamp Server);
