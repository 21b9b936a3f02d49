File shop = new File(basedir, 'src/main/java/demo/Shop.java').canonicalFile
File unfinished = new File(basedir, 'src/main/java/demo/Unfinished.java').canonicalFile
List<String> lines = new File(basedir, 'build.log').readLines()
        .collect { it.replaceAll('\u001B\\[[;\\d]*m', '') }
List<String> found = lines.findAll { it =~ /^\[\w+\] .*\.java:\[/ }

String outside = 'mark the method @Async (for a lambda: use a functional interface whose method is @Async) and return a Coroutine, \
CompletableFuture or CompletionStage; where a program begins, mark it @AsyncEntry or call Coroutines.run'
List<String> expected = [
    "[ERROR] ${shop}:[11,20] AJ001 await in demo.Shop.total, which is not async: ${outside}".toString(),
    "[ERROR] ${shop}:[16,16] AJ103 blocking call of java.lang.Thread.sleep in demo.Shop.slow: use await(sleep(...))".toString(),
    "[WARNING] ${shop}:[17,9] AJ102 the result of demo.Shop.slow in demo.Shop.slow is dropped: await it, keep it, or pass a coroutine \
to createTask: a coroutine that nobody starts never runs, and a failure that nobody asks for is not seen".toString(),
    "[WARNING] ${shop}:[23,16] AJ111 demo.Shop.empty returns null: its result fails with a NullPointerException, so return \
CompletableFuture.completedFuture(null), Coroutine.done() or Coroutine.of(null)".toString(),
    "[ERROR] ${unfinished}:[6,36] AJ001 await in demo.Unfinished.half, which is not async: ${outside}".toString(),
]

// Both builds look at the files with something wrong; the compiler never gets its turn.
assert found == expected + expected
assert lines.findAll { it =~ /async: 3 of 3 source files checked in \d+ ms/ }.size() == 1
assert lines.findAll { it =~ /async: 2 of 3 source files checked in \d+ ms/ }.size() == 1
assert lines.any { it.contains('async: 3 errors in the sources, see above') }
assert !new File(basedir, 'target/classes/demo').exists()
