using StagingHarness.Execution.Engines.Docker.Failures;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Finds the image that a setting stands for, once a run.</summary>
internal sealed class ImageSource(ImageStore store, ImageSetting setting, string subject)
{
    private readonly Lock _lock = new();
    private Task<FoundImage>? _found;

    /// <summary>What lies on the engine under one of the setting's names, else what its registry gives.</summary>
    /// <exception cref="ImageMissingException">Neither has it.</exception>
    public Task<FoundImage> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _found ??= FindAsync(cancellationToken);
        }
    }

    private async Task<FoundImage> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var candidate in setting.Candidates)
        {
            if (await store.FindAsync(candidate, cancellationToken) is { } there)
            {
                return new FoundImage(candidate, there.ID);
            }
        }

        var pulled = await store.GetAsync(setting.ToPull, subject, setting.Otherwise, cancellationToken);
        return new FoundImage(setting.ToPull, pulled.ID);
    }
}
