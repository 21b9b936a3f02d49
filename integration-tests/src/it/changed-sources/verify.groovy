List<String> summaries = new File(basedir, 'build.log').readLines().findAll { it =~ /async: (nothing|\d+ method)/ }
List<String> classes = new File(basedir, 'target/classes/demo').list().sort()

assert summaries.size() == 3
assert summaries[0] =~ /async: 2 methods in 2 classes transformed/
assert summaries[1] =~ /async: 1 method in 1 class transformed/
assert summaries[2].contains('async: nothing to transform')
assert classes == ['Changed$fast$Async1.class', 'Changed.class', 'Kept$name$Async1.class', 'Kept.class']
