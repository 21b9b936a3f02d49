List<String> rows = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines()
assert rows.size() == 2
Map<String, String> shop = [rows[0].split(',').toList(), rows[1].split(',').toList()].transpose().collectEntries()

assert shop.CLASS == 'Shop'
assert shop.findAll { it.key.endsWith('_MISSED') }.every { it.value == '0' }
assert shop.BRANCH_COVERED == '2' : 'the branches of the loop, and none of awaits'
