namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>What can be clicked on, as screen readers tell it.</summary>
public enum ElementRole
{
    Button,
    Link,
    Checkbox,
    Radio,
    Tab,
}
