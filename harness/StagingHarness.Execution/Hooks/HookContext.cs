using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Hooks;

/// <summary>What a hook finds on the stage, and how it tells what it did.</summary>
public sealed class HookContext
{
    private readonly Action<string> note;

    internal HookContext(string name, string step, Uri clients, ImmutableArray<ClientRoute> routes, ImmutableArray<HookInstance> instances, Action<string> note)
    {
        Name = name;
        Step = step;
        Clients = clients;
        ClientRoutes = routes;
        Instances = instances;
        this.note = note;
    }

    /// <summary>Name of the hook, as the scenario gives it.</summary>
    public string Name { get; }

    /// <summary>Number of the step, as in the plan.</summary>
    public string Step { get; }

    /// <summary>Where clients of the stage send their requests: the gateway.</summary>
    public Uri Clients { get; }

    /// <summary>Where a connection to <see cref="Clients"/> is to be opened, where its name is known on the stage alone; empty where it is known everywhere.</summary>
    public ImmutableArray<ClientRoute> ClientRoutes { get; }

    /// <summary>What runs on the servers and takes traffic as the hook begins, in the order in which the servers came.</summary>
    public ImmutableArray<HookInstance> Instances { get; }

    /// <summary>Writes a line into the journal, with the number of the step. No secrets: journals and reports show it as it is.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    /// <exception cref="InvalidOperationException">The hook has ended.</exception>
    public void Note(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        note(text);
    }

    /// <summary>The system is not as it should be: the step fails, and the run has failed. Any other exception leaves the run inconclusive.</summary>
    /// <exception cref="HookFailedException">Always.</exception>
    [DoesNotReturn]
    public void Fail(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        throw new HookFailedException($"Hook '{Name}' failed the run: {reason}");
    }
}
