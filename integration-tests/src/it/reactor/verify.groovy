List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.count { it.contains('async: nothing to transform') } == 1
assert lines.any { it =~ /async: 1 method in 1 class transformed in \d+ ms/ }
assert lines.any { it =~ /async: 2 methods in 1 class transformed in \d+ ms/ }
assert new File(basedir, 'application/target/classes/demo/application').list().count { it.contains('$Async') } == 2
assert new File(basedir, 'library/target/classes/demo/library').list().count { it.contains('$Async') } == 1
