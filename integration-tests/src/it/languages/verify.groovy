List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.count { it =~ /async: 1 method in 1 class transformed in/ } == 1
assert lines.count { it =~ /async: 3 methods in 1 class transformed in/ } == 2
// Scala puts the annotations of a singleton's methods on the static methods beside it as well.
assert lines.count { it =~ /async: 2 methods in 2 classes transformed in/ } == 1
assert lines.count { it =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0$/ } == 2
assert lines.count { it =~ /Tests run: 4, Failures: 0, Errors: 0, Skipped: 0$/ } == 2
