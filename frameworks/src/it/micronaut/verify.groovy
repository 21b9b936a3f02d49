// mn:run, which compiles and starts anew after each save.
Class<?> DevLoop = new GroovyClassLoader(getClass().classLoader).parseClass(new File(basedir, '../../../src/it/DevLoop.groovy'))
String prices = 'src/main/java/shop/Prices.java'
String controller = 'src/main/java/shop/PriceController.java'

assert new File(basedir, 'build.log').text =~ /AJ107 .*placeInATransactionOfItsOwn/

int port = DevLoop.freePort()
DevLoop.newInstance(basedir, port, DevLoop.maven(localRepositoryPath, 'mn:run'), [MICRONAUT_SERVER_PORT: port.toString()]).withCloseable {
    it.answers('/total?names=tea&names=bread', '8')
    it.edit(prices, 'name.length()', 'name.length() + 1')
    it.answers('/total?names=tea&names=bread', '10')
    (1..2).each { save ->
        it.edit(controller, "int sum = ${save - 1};", "int sum = ${save};")
        it.answers('/total?names=tea&names=bread', "${10 + save}".toString())
    }
}

true
