using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Reads days and times of forms and addresses, and refuses, beside the field, those outside <see cref="Days"/>: nothing can be reckoned with the year 9999.</summary>
public sealed class DayBinding : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new DayBinder()
            : type == typeof(DateTime) ? new TimeBinder(new DateTimeModelBinder(DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
    }

    private sealed class DayBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            var state = bindingContext.ModelState;
            state.SetModelValue(bindingContext.ModelName, given);
            var text = given.FirstValue?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }
                else
                {
                    state.TryAddModelError(bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(text ?? ""));
                }
            }
            else if (!DateOnly.TryParse(text, given.Culture, out var day))
            {
                state.TryAddModelError(bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(text, bindingContext.ModelMetadata.GetDisplayName()));
            }
            else if (!Days.Holds(day))
            {
                state.TryAddModelError(bindingContext.ModelName, Days.Outside);
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(day);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class TimeBinder(IModelBinder usual) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await usual.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: DateTime time } && !Days.Holds(DateOnly.FromDateTime(time)))
            {
                bindingContext.Result = ModelBindingResult.Failed();
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Days.Outside);
            }
        }
    }
}
