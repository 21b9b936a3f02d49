List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.count { it.contains('async: nothing to transform') } == 2
assert lines.any { it =~ /async: 2 methods in 1 class transformed in \d+ ms/ }
assert new File(basedir, 'application/target/classes/demo/application').list().count { it.contains('$Async') } == 2
