namespace Zhijian.Store;

/// <summary>The last event of the log: its number and hash, sealed with the key of the log. One row in the database.</summary>
internal sealed record LogHead(long Seq, string Hash, string Seal);

/// <summary>The log is not as this program left it. Nothing more is appended, since that would seal what somebody changed.</summary>
public sealed class LogDamagedException(string message) : Exception(message + "; nothing is recorded until it is cleared up (zhijian verify)");
