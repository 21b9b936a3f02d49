int modules = [8, 11, 17, 21, 25].count { it <= Runtime.version().feature() }
List<String> lines = new File(basedir, 'build.log').readLines()

assert lines.count { it =~ /async: 1 method in 1 class transformed in/ } == modules
assert lines.count { it =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0$/ } == modules
