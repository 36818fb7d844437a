using ClientPortal.Platform;
using Microsoft.Extensions.Options;

try
{
    await PlatformHost.RunAsync(args);
    return 0;
}
catch (ReleaseNotLoadedException exception)
{
    return Refuse(exception.Message);
}
catch (OptionsValidationException exception)
{
    return Refuse(exception.Message);
}

static int Refuse(string reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}
