List<String> lines = new File(basedir, 'build.log').readLines()

// The parent has neither, the modules have no main sources.
assert lines.count { it.contains('async: nothing to transform') } == 4
assert lines.count { it =~ /async: 1 method in 1 class transformed in/ } == 2
assert lines.any { it.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') }
