#!/bin/sh
# Compiles with the compiler plugin, which transforms what it compiled, and runs. LIB is a folder with async-annotations-*.jar,
# async-runtime-*.jar and async-compiler-*.jar; OUT is where the result goes.
set -eu
cd "$(dirname "$0")"

libraries=$(ls "$LIB"/async-annotations-*.jar):$(ls "$LIB"/async-runtime-*.jar)
mkdir -p "$OUT"

javac --release 17 -g -cp "$libraries" -processorpath "$LIB"/async-compiler-*.jar -d "$OUT" ../src/shop/Main.java
java -cp "$OUT:$libraries" shop.Main
