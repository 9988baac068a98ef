using System.Reflection;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;

namespace ReferenceHub.Database.Tests;

/// <summary>Some value of a type, to call a query with.</summary>
internal static class AnyArgument
{
    private static readonly Viewer Everybody = Given.Viewer(Roles.Rep | Roles.ProgramManager | Roles.Marketing | Roles.Executive | Roles.Administrator);

    public static object?[] Of(MethodBase method) => [.. method.GetParameters().Select(parameter => Of(parameter.ParameterType))];

    public static object? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "a",
            _ when plain == typeof(Guid) => Given.Id(),
            _ when plain == typeof(Viewer) => Everybody,
            _ when plain == typeof(CancellationToken) => CancellationToken.None,
            _ when plain == typeof(DateOnly) => DateOnly.FromDateTime(FakeClock.Start),
            _ when plain == typeof(DateTime) => FakeClock.Start,
            _ when plain.IsEnum => Enum.GetValues(plain).GetValue(0),
            _ when plain.IsPrimitive => Convert.ChangeType(1, plain, System.Globalization.CultureInfo.InvariantCulture),
            _ when plain.IsArray => Row(plain.GetElementType()!),
            _ when plain.IsGenericType && plain.IsAssignableFrom(typeof(List<>).MakeGenericType(plain.GenericTypeArguments[0])) => Row(plain.GenericTypeArguments[0]),
            _ when plain.IsAbstract || plain.IsInterface || typeof(Delegate).IsAssignableFrom(plain) => null,
            _ => Make(plain),
        };
    }

    private static Array Row(Type element)
    {
        var row = Array.CreateInstance(element, 1);
        row.SetValue(Of(element), 0);
        return row;
    }

    private static object? Make(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).FirstOrDefault(each => each.GetParameters().All(parameter => parameter.ParameterType != type));
        return constructor?.Invoke(Of(constructor)) ?? (type.IsValueType ? Activator.CreateInstance(type) : null);
    }
}
