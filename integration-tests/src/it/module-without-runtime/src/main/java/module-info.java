module demo {
    requires org.asyncjava;
}
