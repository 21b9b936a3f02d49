List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.any { it =~ /async: 3 methods in 2 classes transformed in/ }
assert lines.any { it.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0') }
