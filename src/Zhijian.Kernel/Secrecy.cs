namespace Zhijian.Kernel;

/// <summary>Who may know that a matter exists.</summary>
public enum Secrecy
{
    /// <summary>内部: the office that handles it and the offices above.</summary>
    Internal,

    /// <summary>限知悉范围（如商业秘密）: only the people named in the matter's circle; for everyone else it does not exist.</summary>
    Circle,
}
