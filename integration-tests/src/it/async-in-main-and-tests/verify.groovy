File log = new File(basedir, 'build.log')
Closure<Boolean> logged = { String pattern -> log.readLines().any { it =~ pattern } }

assert logged(/async: 4 methods in 1 class transformed in \d+ ms/)
assert logged(/async: 3 methods in 1 class transformed in \d+ ms/)
assert logged(/Tests run: 6, Failures: 0, Errors: 0, Skipped: 0/)
assert new File(basedir, 'target/classes/demo').list().any { it.startsWith('Shop$total$Async') }
assert new File(basedir, 'target/test-classes/demo').list().any { it.startsWith('ShopTest$describe$Async') }
assert new File(basedir, 'target/listings').isDirectory()
