assert new File(basedir, 'build.log').readLines().any {
    it.contains('Shop.class: contains async methods, but async-runtime is not on the class path:'
        + ' add the dependency org.asyncjava:async-runtime')
}
assert new File(basedir, 'target/classes/demo').list() == ['Shop.class'] as String[]
