Process program = [System.getProperty('java.home') + '/bin/java', '-jar', new File(basedir, 'target/spring-boot-jar-1.0.jar').path].execute()
StringBuilder out = new StringBuilder()
StringBuilder err = new StringBuilder()
program.waitForProcessOutput(out, err)

assert err.toString() == ''
assert out.toString().trim() == 'hello jar'
