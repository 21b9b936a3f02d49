List<String> rows = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines()
assert rows.size() == 2 : 'machines are not in the report'
Map<String, String> shop = [rows[0].split(',').toList(), rows[1].split(',').toList()].transpose().collectEntries()

assert shop.CLASS == 'Shop'
assert shop.LINE_MISSED == '0'
assert shop.METHOD_MISSED == '0' : 'kick-offs do not count'
