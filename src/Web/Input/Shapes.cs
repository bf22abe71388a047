using System.ComponentModel.DataAnnotations;
using Domain;

namespace Web.Input;

/// <summary>No longer than this many characters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AtMostAttribute(int length) : StringLengthAttribute(length)
{
    public override string FormatErrorMessage(string name) => new Words($"Dài nhất {MaximumLength} ký tự.", $"At most {MaximumLength} characters.").ToString();
}

/// <summary>A number between two, both included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WithinAttribute(int least, int most) : RangeAttribute(least, most)
{
    public override string FormatErrorMessage(string name) => new Words($"Phải từ {Minimum} đến {Maximum}.", $"Must lie between {Minimum} and {Maximum}.").ToString();
}

/// <summary>A list that a person made: longer ones are a mistake or an attack.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FewAttribute() : MaxLengthAttribute(Most)
{
    public const int Most = 500;

    public override string FormatErrorMessage(string name) => new Words($"Nhiều nhất {Most} dòng.", $"At most {Most} entries.").ToString();
}
