using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Runs the validator that stands beside a form model before the action does; errors go to the model state.</summary>
public sealed class ValidationFilter(IServiceProvider services) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var (name, argument) in context.ActionArguments)
        {
            if (argument is null || services.GetService(typeof(IValidator<>).MakeGenericType(argument.GetType())) is not IValidator validator)
            {
                continue;
            }

            var result = await validator.ValidateAsync(new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
            foreach (var error in result.Errors)
            {
                context.ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
            }
        }

        await next();
    }
}

/// <summary>Finds validators in this project.</summary>
public static class Validation
{
    public static IMvcBuilder AddValidation(this IMvcBuilder mvc)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Validation).Assembly))
        {
            mvc.Services.AddScoped(found.InterfaceType, found.ValidatorType);
        }

        return mvc.AddMvcOptions(options => options.Filters.Add<ValidationFilter>());
    }
}
