using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>What a recorded answer tells of the right one: statuses as in RFC 9110, and those that nginx and load balancers write for answers that were none.</summary>
internal static class RightAnswers
{
    private const int Whole = 200;

    private const int Unmodified = 304;

    /// <summary>The last status that is registered for mistakes of clients; what lies behind is written by servers for themselves, such as nginx's 499.</summary>
    private const int LastOfClients = 451;

    /// <summary>
    /// False where there was no answer, where the server failed, and where the answer was owed to haste, number or headers that are not recorded.
    /// </summary>
    public static bool IsTold(int status) => status is >= 200 and <= LastOfClients and not (406 or 407 or 408 or 412 or 416 or 417 or 421 or 425 or 426 or 429 or 431 or 444);

    /// <summary>
    /// The only right status; null for any 2xx. Nobody is answered 304 who does not send the conditions of a cache, and those are not replayed.
    /// </summary>
    public static int? Wanted(int status) => status == Unmodified || Sample.IsRight(status, AnswerCheck.ByStatus) ? null : status;

    /// <summary>
    /// Statuses that are right for requests of one kind, in order; empty for any 2xx, where nothing else was recorded. A 304 stands for the 200 that it would
    /// have been without the conditions of a cache.
    /// </summary>
    public static ImmutableArray<int> Of(IEnumerable<RecordedRequest> kind) => kind.All(request => request.Wanted is null)
        ? []
        : [.. kind.Select(request => request.Wanted ?? (request.Status == Unmodified ? Whole : request.Status)).Distinct().Order()];
}
