List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.count { it =~ /async: 1 method in 1 class transformed in/ } == 3
assert lines.count { it =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0$/ } == 3
