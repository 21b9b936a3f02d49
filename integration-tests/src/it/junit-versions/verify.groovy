// Both tests of Jupiter and both that await ran in each of the five builds.
String log = new File(basedir, 'build.log').text
assert log.findAll(/(?m)Tests run: 4, Failures: 0, Errors: 0, Skipped: 0$/).size() == 5
