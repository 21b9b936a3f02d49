// The tests of Jupiter and those that await ran in each of the five builds.
String log = new File(basedir, 'build.log').text
assert log.findAll(/(?m)Tests run: 10, Failures: 0, Errors: 0, Skipped: 0$/).size() == 5
