using System.Security.Cryptography;
using System.Text;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.SignIn;

/// <summary>Who sits at a page of the provider.</summary>
internal static class UserCheck
{
    public const string WrongPassword = "User name or password is wrong.";

    public static bool Passes(AuthState now, string name, string password) =>
        now.SignIn.Users.TryGetValue(name, out var user)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(user.Password), Encoding.UTF8.GetBytes(password));
}
