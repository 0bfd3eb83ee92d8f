namespace Zhijian.Kernel;

/// <summary>A sentence or name that people read, in Chinese (the working language) and English.</summary>
public readonly record struct Text(string Zh, string En)
{
    public string In(Language language) => language == Language.English ? En : Zh;

    public override string ToString() => Zh;
}

/// <summary>The languages of the product; Chinese is the language of the work.</summary>
public enum Language
{
    Chinese,
    English,
}
