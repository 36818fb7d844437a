using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Artifacts;

namespace StagingHarness.Tests.Execution.Artifacts;

public sealed class ArtifactCacheTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 5, 13, 14, 0, 0, TimeSpan.Zero));
    private string _root = "";

    private ArtifactCache Cache => new(_root, _time);

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("cache-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void Entry_stored_is_found_with_its_files_and_digest()
    {
        var stored = Store("key", "content");

        var found = Cache.Find("key", CancellationToken.None);

        found.Should().Be(stored);
        File.ReadAllText(Path.Combine(found!.Value.Files, "app.dll")).Should().Be("content");
        Cache.Find("other", CancellationToken.None).Should().BeNull();
    }

    [Test]
    public void Entry_whose_files_were_changed_is_not_found_and_can_be_stored_again()
    {
        var (_, files) = Store("key", "content");
        File.WriteAllText(Path.Combine(files, "app.dll"), "tampered");

        Cache.Find("key", CancellationToken.None).Should().BeNull();
        Store("key", "content");
        Cache.Find("key", CancellationToken.None).Should().NotBeNull();
    }

    [Test]
    public void Entry_that_was_cut_off_before_its_name_is_not_found()
    {
        var half = Path.Combine(_root, "published", "key", "files");
        Directory.CreateDirectory(half);
        File.WriteAllText(Path.Combine(half, "app.dll"), "half");

        Cache.Find("key", CancellationToken.None).Should().BeNull();
    }

    [Test]
    public void Entries_unused_for_a_week_are_dropped_and_used_ones_kept()
    {
        Store("old", "1");
        Store("used", "2");
        Cache.Find("old", CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(6));
        Cache.Find("used", CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(2));

        Cache.DropUnused();

        Cache.Find("old", CancellationToken.None).Should().BeNull();
        Cache.Find("used", CancellationToken.None).Should().NotBeNull();
    }

    private (CacheEntry Entry, string Files) Store(string key, string content)
    {
        var published = Path.Combine(_root, "work", key);
        Directory.CreateDirectory(published);
        File.WriteAllText(Path.Combine(published, "app.dll"), content);
        return Cache.Store("id", key, published, CancellationToken.None);
    }
}
