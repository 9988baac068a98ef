using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Reads texts of forms and addresses; one in which nothing can be seen was not given, so that what is required is required everywhere.</summary>
public sealed class TextBinding : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource != BindingSource.Header ? TextBinder.Only : null;
    }

    private sealed class TextBinder : IModelBinder
    {
        public static readonly TextBinder Only = new();

        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given != ValueProviderResult.None)
            {
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
                bindingContext.Result = ModelBindingResult.Success(PlainSight.IsEmpty(given.FirstValue) ? null : given.FirstValue);
            }

            return Task.CompletedTask;
        }
    }
}
