namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>One image that the harness builds upon, and where its name comes from.</summary>
/// <param name="Variable">Environment variable that names it.</param>
/// <param name="FromSetting">What the variable says; null when it is not set. Then nothing else is taken.</param>
/// <param name="Default">Taken without a setting: from the engine if it has it, else from its registry.</param>
/// <param name="LocalAlternative">Taken without a setting when the engine has it, and does not have the default.</param>
public sealed record ImageSetting(string Variable, string? FromSetting, string Default, string LocalAlternative)
{
    /// <summary>Names to look for on the engine, in this order.</summary>
    public IReadOnlyList<string> Candidates => FromSetting is { } name ? [name] : [Default, LocalAlternative];

    /// <summary>What mends it when the image cannot be had, beside pulling it.</summary>
    internal string Otherwise => FromSetting is null
        ? $"make '{LocalAlternative}' with harness/Images/make-local-images.sh, or name another one in {Variable}"
        : $"correct {Variable}";

    /// <summary>What to ask the registry for when the engine has none of the candidates.</summary>
    public string ToPull => FromSetting ?? Default;
}
