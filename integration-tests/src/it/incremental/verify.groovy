List<String> lines = new File(basedir, 'build.log').readLines()
List<String> summaries = lines.findAll { it =~ /async: (nothing|\d+ method)/ }.collect { it.replaceAll(/.*(async: )/, '$1') }

assert summaries.size() == 3
assert summaries[0] =~ /^async: 2 methods in 2 classes transformed in \d+ ms$/
assert summaries[1] == 'async: nothing to transform'

List<String> classes = new File(basedir, 'target/classes/demo').list().sort()
assert classes == ['Kept$name$Async1.class', 'Kept.class']
