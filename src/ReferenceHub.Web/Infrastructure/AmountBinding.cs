using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Reads amounts of forms whichever way somebody writes decimals and thousands, and says beside the field what can't be read.</summary>
public sealed class AmountBinding : IModelBinderProvider
{
    /// <summary>What is said of a text that is no amount.</summary>
    public const string Unread = "This is not read as an amount. Write it as 1234.50 or 1,234.50, without a currency.";

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new AmountBinder() : null;
    }

    private sealed class AmountBinder : IModelBinder
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
            if (!string.IsNullOrEmpty(text))
            {
                if (Figures.Typed(text) is { } amount)
                {
                    bindingContext.Result = ModelBindingResult.Success(amount);
                }
                else
                {
                    state.TryAddModelError(bindingContext.ModelName, Unread);
                }
            }
            else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                state.TryAddModelError(bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(text ?? ""));
            }

            return Task.CompletedTask;
        }
    }
}
