File log = new File(basedir, 'build.log')
Closure<Boolean> logged = { String text -> log.readLines().any { it.contains(text) } }

assert logged('async: nothing to transform')
assert logged('SampleTest.java:[9] AJ004 await in a constructor or field initialiser of demo.SampleTest: await in an @Async factory method'
    + ' and pass the result to the constructor')
assert logged('async: 1 error in ')
