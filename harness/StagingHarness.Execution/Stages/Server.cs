using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Stages;

/// <summary>One server of a service: what lies on it, what serves, and what runs beside it without traffic.</summary>
internal sealed class Server(string name, ServicePlan service)
{
    private volatile ServerRun? active;
    private volatile bool hasLeft;

    public string Name { get; } = name;

    public ServicePlan Service { get; } = service;

    /// <summary>Last version placed on the server; null before the first.</summary>
    public Placement? Placed { get; set; }

    /// <summary>What takes traffic; null while nothing does. Read by the health watch while steps change it.</summary>
    public ServerRun? Active
    {
        get => active;
        set => active = value;
    }

    /// <summary>What runs beside it and takes no traffic: a staged version, or an old one that is kept.</summary>
    public ServerRun? Beside { get; set; }

    /// <summary>Starts so far.</summary>
    public int Generation { get; set; }

    /// <summary>It was taken off the stage; under its name another one may come, and goes on counting.</summary>
    public bool HasLeft
    {
        get => hasLeft;
        set => hasLeft = value;
    }
}
