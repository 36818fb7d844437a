using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StagingHarness.Recording;

/// <summary>
/// Hides the secrets of examples that a third party's documentation gives, by the rules of a recording. To hide is to learn: who wants a value hidden
/// that a later example gives away goes through all of them twice.
/// </summary>
public sealed class ExampleSecrets
{
    private readonly SecretBook book = new();
    private readonly SecretHider hider;

    /// <param name="hide">Further names whose values are secrets.</param>
    public ExampleSecrets(IEnumerable<string> hide)
    {
        hider = new SecretHider(new SecretNames(hide), book);
    }

    /// <summary>By name, how many values were hidden under it; never the values.</summary>
    public ImmutableSortedDictionary<string, int> Hidden => book.Hidden;

    /// <summary>Of a header.</summary>
    public string Header(string name, string value) => hider.Header(name, value);

    /// <summary>A body that is no JSON, or any other text.</summary>
    public string Text(string text) => hider.Target(text);

    /// <summary>The value, or another one without its secrets.</summary>
    /// <param name="name">The member that it is of; null for a whole body.</param>
    /// <param name="value">Of JSON; null is its null.</param>
    public JsonNode? Value(string? name, JsonNode? value)
    {
        var holder = new JsonObject { [name ?? ""] = value?.DeepClone() };
        hider.Json(holder, isRequest: false);
        var hidden = holder[name ?? ""];
        holder.Clear();
        return hidden;
    }

    /// <summary>Whether something that was learned stands there still.</summary>
    public bool IsIn(string text) => book.IsIn(text);
}
