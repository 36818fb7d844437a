using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A key of a mapping.</summary>
internal sealed record Field<T>(string Key, bool IsRequired, Shape Shape, Func<T, SyntaxNode, BindingPlace, T> Bind);
