namespace Web.Layout;

/// <summary>Names the resources that hold what the pages say: Phrases.resx in Vietnamese, Phrases.en.resx in English.</summary>
public sealed class Phrases;
