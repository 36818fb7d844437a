using StagingHarness.Execution.Ports;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>One server of a service: what lies on it, what serves, and what runs beside it without traffic.</summary>
internal sealed class Server(string name, ServicePlan service)
{
    private volatile ServerRun? active;

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

    /// <summary>A staged version that was started, and takes no traffic yet.</summary>
    public ServerRun? Beside { get; set; }

    /// <summary>Starts so far.</summary>
    public int Generation { get; set; }
}
