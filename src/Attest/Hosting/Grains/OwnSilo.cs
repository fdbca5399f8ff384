using System.Net;
using Attest.Fetch;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;

namespace Attest.Hosting.Grains;

/// <summary>
/// The grains' silo, in this process and for it alone. It starts beside the web server, which does not wait for it, and stops after all that calls it. It listens at no port: whoever
/// could speak to it would be past the token.
/// </summary>
internal sealed class OwnSilo : IHostedService, IAsyncDisposable
{
    private readonly IHost host;
    private readonly CancellationTokenSource stopping;
    private Task started = Task.FromException(new InvalidOperationException("the silo was not started"));

    public OwnSilo(Newsroom newsroom, FeedDesk feeds, TimeProvider clock, ILoggerFactory logging, IHostApplicationLifetime life)
    {
        Clock = clock;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(logging).AddSingleton(newsroom).AddSingleton(feeds).AddSingleton(this);
        // The server is told to stop, and stops this one.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(gatewayPort: 0);
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromDays(1)); // a large input takes its time; the log says what was done
            foreach (var listener in silo.Services.Where(s => s.ServiceType == typeof(IConnectionListenerFactory) && s.IsKeyedService).ToArray())
            {
                silo.Services.Remove(listener);
                silo.Services.AddKeyedSingleton<IConnectionListenerFactory, NoListeners>(listener.ServiceKey);
            }
        });
        host = builder.Build();
    }

    /// <summary>The server's time. The silo's own affairs go by the system's.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Cancelled when the server begins to stop.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The grains, when they can be called.</summary>
    public async Task<IGrainFactory> GrainsAsync(CancellationToken cancel)
    {
        await started.WaitAsync(cancel);
        return host.Services.GetRequiredService<IGrainFactory>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        started = Task.Run(() => host.StartAsync(CancellationToken.None), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // Where the server could not start it was not stopped either, and the silo may still be on its way.
        await started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoListeners : IConnectionListenerFactory
    {
        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => ValueTask.FromResult<IConnectionListener>(new NoListener(endpoint));
    }

    private sealed class NoListener(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(over.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            over.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
