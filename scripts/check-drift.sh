#!/usr/bin/env bash
# Fails when the model and a provider's migrations differ. --no-build uses what is built.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
for provider in Sqlite SqlServer PostgreSql; do
  project=src/ReferenceHub.Database.$provider
  if [ "${1:-}" != --no-build ]; then dotnet build "$project" -v quiet -nologo -p:RunAnalyzers=false; fi
  echo "== $provider"
  dotnet ef migrations has-pending-model-changes --project "$project" --startup-project "$project" --no-build
done
