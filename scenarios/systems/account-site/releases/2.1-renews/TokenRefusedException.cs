namespace AccountSite;

/// <summary>The provider gave no new tokens for a refresh token.</summary>
internal sealed class TokenRefusedException(string message) : Exception(message);
