assert new File(basedir, 'build.log').readLines().any {
    it.contains('module-info.class: the module demo contains async methods, but does not read the runtime:'
        + ' add "requires org.asyncjava.runtime;" to its module-info.java')
}
