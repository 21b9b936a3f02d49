List<String> lines = new File(basedir, 'build.log').readLines()
        .collect { it.replaceAll('\u001B\\[[;\\d]*m', '').replace(basedir.canonicalPath, '').replace(basedir.path, '').replace('\\', '/') }
List<String> errors = lines.findAll { it =~ /^\[ERROR\] \w+\.java:/ }

assert errors == [
    '[ERROR] Forgotten.java:[9] AJ001 await in demo.Forgotten.name, which is not async: mark the method @Async (for a lambda: use a'
        + ' functional interface whose method is @Async) and return a Coroutine, CompletableFuture or CompletionStage; where a program begins,'
        + ' mark it @AsyncEntry or call Coroutines.run (/target/classes/demo/Forgotten.class)',
    '[ERROR] Lambda.java:[12] AJ002 await in a lambda in demo.Lambda.print, which is not async although the method around it is: move the'
        + ' await out of it, or make it async: a lambda through a functional interface whose method is @Async, a method of a local class'
        + ' with @Async (/target/classes/demo/Lambda.class)',
    '[ERROR] Locked.java:[14] AJ003 await while demo.Locked.block holds a monitor: a suspended method cannot keep one, so use AsyncLock'
        + ' instead of synchronized, or await outside of it (/target/classes/demo/Locked.class)',
    '[ERROR] Locked.java:[21] AJ003 await while demo.Locked.method holds a monitor: a suspended method cannot keep one, so use AsyncLock'
        + ' instead of synchronized, or await outside of it (/target/classes/demo/Locked.class)',
]
assert lines.any { it.contains('async: 4 errors in ') && it.contains('see above') }

// The class that is right is transformed all the same, the others are as javac wrote them.
List<String> classes = new File(basedir, 'target/classes/demo').list().sort()
assert classes.findAll { it.contains('$Async') } == ['Right$name$Async1.class']
