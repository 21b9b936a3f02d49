#!/bin/sh
# Compiles, transforms, packs and runs. LIB is a folder with async-annotations-*.jar, async-runtime-*.jar and async-transformer-*-cli.jar;
# OUT is where the result goes.
set -eu
cd "$(dirname "$0")"

libraries=$(ls "$LIB"/async-annotations-*.jar):$(ls "$LIB"/async-runtime-*.jar)
mkdir -p "$OUT/compiled" "$OUT/transformed"

javac --release 17 -g -cp "$libraries" -d "$OUT/compiled" ../src/shop/Main.java
java -jar "$LIB"/async-transformer-*-cli.jar --quiet --classpath "$libraries" --output "$OUT/transformed" "$OUT/compiled"
jar --create --file "$OUT/shop.jar" -C "$OUT/transformed" .
java -cp "$OUT/shop.jar:$libraries" shop.Main
