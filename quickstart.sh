#!/usr/bin/env bash
# Builds async-java without its tests, installs it into the local Maven repository, and builds and runs examples/quickstart as a
# project of its own. Arguments go to every Maven call, for example: ./quickstart.sh -Dmaven.repo.local=/some/folder
set -euo pipefail
cd "$(dirname "$0")"

quiet=(-q -B -ntp)

echo "Building async-java and installing it into the local Maven repository (tests are skipped) ..."
modules=async-annotations,async-runtime,async-junit,async-transformer,async-compiler,async-maven-plugin,async-lsp,adapters/async-blockhound
mvn "${quiet[@]}" "$@" install -DskipTests -Dmaven.javadoc.skip=true -pl "$modules" -am

echo "Building and running examples/quickstart ..."
echo
mvn "${quiet[@]}" "$@" -f examples/quickstart/pom.xml process-classes org.codehaus.mojo:exec-maven-plugin:3.6.4:exec
