List<String> lines = new File(basedir, 'build.log').readLines().collect { it.replaceAll('\u001B\\[[;\\d]*m', '').replace('\\', '/') }
List<String> errors = lines.findAll { it =~ /^\[ERROR\] \w+\.\w+:\[/ }.collect { it.replaceFirst(/ \([^ ]*Rows\.class\)$/, '') }
String loop = 'AJ009 loop over each in demo.Rows.sum that does not tell where it ends, as those of Java do: await advance() of the iterator, and closeAsync() in a' +
        ' finally block; what a tool has changed, transform before'
String generator = 'AJ010 return of something else than end() in the generator demo.Rows.doubled: its compiler casts or tests what is returned, so let it return' +
        ' end() as it is, or write the generator in Java'

assert errors == [
    "[ERROR] Rows.kt:[14] $loop",
    "[ERROR] Rows.kt:[28] $generator",
    "[ERROR] Rows.groovy:[17] $loop",
    "[ERROR] Rows.groovy:[31] $generator",
]*.toString()
assert !new File(basedir, 'kotlin/target/classes/demo').list().any { it.contains('$Async') }
assert !new File(basedir, 'groovy/target/classes/demo').list().any { it.contains('$Async') }
