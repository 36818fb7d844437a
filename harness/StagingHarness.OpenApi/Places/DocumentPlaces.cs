using System.Collections.Immutable;

namespace StagingHarness.OpenApi.Places;

/// <summary>Where the keys and entries of a document stand, by their JSON pointers; what the library says of a document has only those.</summary>
internal sealed class DocumentPlaces
{
    public static readonly DocumentPlaces None = new();

    private readonly Dictionary<string, DocumentPlace> places = new(StringComparer.Ordinal);

    /// <summary>Where the document is broken; null where it can be read.</summary>
    public (DocumentPlace Place, string Summary, string Hint)? Broken { get; init; }

    /// <summary>What stands directly in the document, in its order.</summary>
    public ImmutableArray<string> Roots => [.. places.Keys.Where(pointer => pointer.LastIndexOf('/') == 0).Select(pointer => pointer[1..])];

    /// <summary>False where it was there before.</summary>
    public bool Add(string pointer, DocumentPlace place) => places.TryAdd(pointer, place);

    /// <summary>Of the pointer, or of the nearest thing around it that has a place.</summary>
    /// <param name="pointer"><c>/paths/~1rates/get</c>, or the same behind a <c>#</c>.</param>
    public DocumentPlace Of(string pointer)
    {
        if (Broken is { } broken)
        {
            return broken.Place;
        }

        for (var at = pointer.TrimStart('#'); at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('/'))])
        {
            if (places.TryGetValue(at, out var place))
            {
                return place;
            }
        }

        return new DocumentPlace(1, 1);
    }
}
