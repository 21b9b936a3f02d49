String log = new File(basedir, 'build.log').text

assert log.findAll(/(?m)Tests run: 2, Failures: 0, Errors: 0, Skipped: 0$/).size() == 2
