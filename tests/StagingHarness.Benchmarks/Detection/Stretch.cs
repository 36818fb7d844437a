using System.Collections.Immutable;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>What came of traffic that was watched.</summary>
/// <param name="Seen">Requests with a sample, from the moment on at which watching began.</param>
/// <param name="Wrong">Answered wrongly by the server.</param>
/// <param name="Unanswered">Not answered at all, which the server was not told to do.</param>
/// <param name="Dropped">Never sent, because the generator could not keep up; they are in nobody's count.</param>
/// <param name="Watches">Who watched.</param>
internal sealed record Stretch(long Seen, long Wrong, long Unanswered, long Dropped, ImmutableArray<LiveWatch> Watches);
