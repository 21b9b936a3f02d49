assert new File(basedir, 'build.log').readLines().any { it.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') }
