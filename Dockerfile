# Builds the program and puts it alone into an image that has no shell and runs as a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Attest -c Release -o /app && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
# Made here so that a new volume belongs to the user who writes it.
COPY --from=build --chown=1654:1654 /data /data
USER 1654
ENV ATTEST_DATA=/data ATTEST_URLS=http://0.0.0.0:5080 ATTEST_LOG_FORMAT=json
VOLUME /data
EXPOSE 5080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/attest", "serve"]
