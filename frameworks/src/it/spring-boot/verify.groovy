// For each version: the packaged application with what was generated ahead of time, and devtools, which start anew when somebody compiles.
Class<?> DevLoop = new GroovyClassLoader(getClass().classLoader).parseClass(new File(basedir, '../../../src/it/DevLoop.groovy'))
String prices = 'src/main/java/shop/Prices.java'
String controller = 'src/main/java/shop/PriceController.java'

assert new File(basedir, 'build.log').text =~ /AJ107 .*placeInATransactionThatEndsTooSoon/

new File(basedir, 'target').listFiles().each { target ->
    String version = "-Dspring-boot=${target.name}"
    int port = DevLoop.freePort()
    DevLoop.newInstance(basedir, port, [System.getProperty('java.home') + '/bin/java', '-Dspring.aot.enabled=true', '-jar',
            "${target}/spring-boot-1.0.jar".toString(), "--server.port=${port}".toString()]).user('ann', 'secret').withCloseable {
        it.answers('/total?names=tea,bread', '8')
    }

    port = DevLoop.freePort()
    DevLoop.newInstance(basedir, port, DevLoop.maven(localRepositoryPath, 'spring-boot:run', version,
            "-Dspring-boot.run.arguments=--server.port=${port}".toString())).user('ann', 'secret').withCloseable {
        List<String> compile = DevLoop.maven(localRepositoryPath, 'compile', version)
        it.answers('/total?names=tea,bread', '8')
        it.edit(prices, 'name.length()', 'name.length() + 1')
        it.run(compile)
        it.answers('/total?names=tea,bread', '10')
        it.edit(controller, 'int sum = 0;', 'int sum = 1;')
        it.run(compile)
        it.answers('/total?names=tea,bread', '11')
        it.edit(controller, 'int sum = 1;', 'int sum = 0;')
        it.edit(prices, 'name.length() + 1', 'name.length()')
        it.run(compile)
        it.answers('/total?names=tea,bread', '8')
    }
}

true
