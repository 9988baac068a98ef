#!/usr/bin/env bash
# Pictures of the main pages over the demo program, into docs/images.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/images
REFERENCEHUB_SCREENSHOTS=$PWD/docs/images dotnet test tests/ReferenceHub.EndToEndTests --nologo --filter "FullyQualifiedName~Screenshots"
ls -l docs/images
