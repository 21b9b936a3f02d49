// The packaged application, and dev mode with several saves: of one class with many async methods, of another, and back.
Class<?> DevLoop = new GroovyClassLoader(getClass().classLoader).parseClass(new File(basedir, '../../../src/it/DevLoop.groovy'))
String prices = 'src/main/java/shop/Prices.java'
String resource = 'src/main/java/shop/PriceResource.java'

int port = DevLoop.freePort()
DevLoop.newInstance(basedir, port, [System.getProperty('java.home') + '/bin/java', "-Dquarkus.http.port=${port}".toString(), '-jar',
        'target/quarkus-app/quarkus-run.jar']).withCloseable {
    it.answers('/total?names=tea&names=bread', '8')
}

port = DevLoop.freePort()
DevLoop.newInstance(basedir, port, DevLoop.maven(localRepositoryPath, 'quarkus:dev', '-Ddebug=false', '-Dquarkus.test.continuous-testing=disabled',
        "-Dquarkus.http.port=${port}".toString())).withCloseable {
    it.answers('/total?names=tea&names=bread', '8')
    it.edit(prices, 'name.length()', 'name.length() + 1')
    it.answers('/total?names=tea&names=bread', '10')
    (1..3).each { save ->
        it.edit(resource, "int sum = ${save - 1};", "int sum = ${save};")
        it.answers('/total?names=tea&names=bread', "${10 + save}".toString())
    }
    it.edit(prices, 'name.length() + 1', 'name.length()')
    it.answers('/total?names=tea&names=bread', '11')
    it.answers('/mutiny', 'uni')
}

true
