namespace StagingHarness.Protocols.Pager;

/// <summary>In whose form a page is sent.</summary>
public enum PageForm
{
    /// <summary>PagerDuty's Events API v2.</summary>
    Pagerduty,

    /// <summary>The webhook of Prometheus' Alertmanager, version 4.</summary>
    Alertmanager,
}
