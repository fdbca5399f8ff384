namespace Attest.Log;

/// <summary>The log cannot be used; the message is for the operator and names the mend.</summary>
internal sealed class LogException(string message, Exception? inner = null) : Exception(message, inner);
