using System.Reflection;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>What people may choose to be told of.</summary>
public sealed class MessageKindTests
{
    private static readonly Lazy<string> Senders = new(() => string.Concat(
        SourceTree.Files("src/ReferenceHub.Core").Concat(SourceTree.Files("src/ReferenceHub.Web")).Where(file => !file.Contains("Templates", StringComparison.Ordinal)).Select(File.ReadAllText)));

    public static TheoryData<string> Kinds => new(typeof(MessageKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => constant.Name));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_message_is_sent_by_something(string name) => Senders.Value.ShouldContain($"MessageKinds.{name}");
}
