assert new File(basedir, 'build.log').readLines().any { it.contains('async: skipped') }
assert new File(basedir, 'target/classes/demo').list() == ['Shop.class'] as String[]
