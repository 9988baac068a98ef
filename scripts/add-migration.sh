#!/usr/bin/env bash
# Adds a migration to every provider: scripts/add-migration.sh NAME
# With --reset (before the first release only) all migrations are deleted and one named Initial is made.
set -euo pipefail
cd "$(dirname "$0")/.."
providers=(Sqlite SqlServer PostgreSql)
name=${1:?usage: add-migration.sh NAME | --reset}
if [ "$name" = --reset ]; then
  name=Initial
  for provider in "${providers[@]}"; do rm -rf "src/ReferenceHub.Database.$provider/Migrations"; done
fi
dotnet tool restore >/dev/null
for provider in "${providers[@]}"; do
  project=src/ReferenceHub.Database.$provider
  dotnet build "$project" -v quiet -nologo -p:RunAnalyzers=false
  dotnet ef migrations add "$name" --project "$project" --startup-project "$project" --output-dir Migrations --no-build
done
