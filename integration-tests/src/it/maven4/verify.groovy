List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.any { it.contains('Apache Maven 4.') }
assert lines.any { it =~ /async: 1 method in 1 class transformed in/ }
assert lines.any { it.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') }
