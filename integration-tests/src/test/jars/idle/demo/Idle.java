package demo;

/** Waits until it is ended. */
final class Idle {
    public static void main(String[] args) throws InterruptedException {
        System.out.println("idle");
        Thread.currentThread().join();
    }
}
