using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Locks;

namespace StagingHarness.Tests.Execution.Locks;

public sealed class FileLockTests
{
    private readonly FakeTimeProvider _time = new();
    private string _folder = "";

    private string LockFile => Path.Combine(_folder, "locks", "one.lock");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("locks-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Lock_is_held_by_one_at_a_time()
    {
        using (FileLock.TryAcquire(LockFile))
        {
            FileLock.TryAcquire(LockFile).Should().BeNull();
        }

        using var again = FileLock.TryAcquire(LockFile);
        again.Should().NotBeNull();
    }

    [Test]
    public void File_that_cannot_be_opened_for_another_reason_is_not_taken_for_held()
    {
        var file = Path.Combine(_folder, new string('x', 300));

        var acquire = () => FileLock.TryAcquire(file);

        acquire.Should().Throw<FileLockBrokenException>().WithMessage($"Lock file '{file}' could not be opened: *");
    }

    [Test]
    public async Task Second_file_is_taken_when_the_first_is_held()
    {
        using var first = FileLock.TryAcquire(LockFile);

        using var second = await FileLock.AcquireAsync(
            [LockFile, LockFile + ".2"], "a test", TimeSpan.FromSeconds(1), _time, CancellationToken.None);

        second.Should().NotBeNull();
    }

    [Test]
    public async Task Wait_ends_when_the_lock_is_let_go()
    {
        var held = FileLock.TryAcquire(LockFile)!;
        var waiting = FileLock.AcquireAsync([LockFile], "a test", TimeSpan.FromSeconds(1), _time, CancellationToken.None);
        waiting.IsCompleted.Should().BeFalse();

        held.Dispose();
        _time.Advance(TimeSpan.FromMilliseconds(50));

        using var taken = await waiting;
        taken.Should().NotBeNull();
    }

    [Test]
    public async Task Wait_that_is_in_vain_names_the_holder()
    {
        using var held = FileLock.TryAcquire(LockFile);
        var waiting = FileLock.AcquireAsync([LockFile], "a test", TimeSpan.FromMilliseconds(40), _time, CancellationToken.None);

        _time.Advance(TimeSpan.FromMilliseconds(50));

        (await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<FileLockTimeoutException>())
            .WithMessage($"The lock for a test was not free within 0 s; it is held by process {Environment.ProcessId}.*");
    }

    [Test]
    public async Task Wait_that_is_cancelled_is_cancelled()
    {
        using var held = FileLock.TryAcquire(LockFile);
        using var cancellation = new CancellationTokenSource();
        var waiting = FileLock.AcquireAsync([LockFile], "a test", TimeSpan.FromSeconds(1), _time, cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
    }
}
