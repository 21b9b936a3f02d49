package org.asyncjava.blockhound;

import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import reactor.blockhound.BlockHound;

/** What blocks, in one way or another, for as short a time as can be. */
enum BlockingCalls implements Callable<Void> {
    SLEEP(() -> Thread.sleep(0)),
    PARK(() -> LockSupport.parkNanos(1)),
    WAIT(() -> {
        Object lock = new Object();
        synchronized (lock) {
            lock.wait(1);
        }
    }),
    LATCH(() -> {
        CountDownLatch latch = new CountDownLatch(1);
        waiting(latch::await, latch::countDown);
    }),
    FUTURE(() -> {
        CompletableFuture<Void> future = new CompletableFuture<>();
        waiting(future::get, () -> future.complete(null));
    }),
    QUEUE(() -> {
        LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
        waiting(queue::take, () -> queue.add("element"));
    }),
    FILE(() -> {
        try (FileInputStream file = new FileInputStream("pom.xml")) {
            file.read();
        }
    }),
    PROCESS(() -> new ProcessBuilder("true").start().waitFor()),
    CONNECT(() -> {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            client.getOutputStream().write(1);
        }
    });

    /** What may throw something checked. */
    private interface Call {
        void run() throws Exception;
    }

    static {
        BlockHound.install();
    }

    private final Call call;

    BlockingCalls(Call call) {
        this.call = call;
    }

    /** Waits for what another thread brings when the calling one waits for it. */
    private static void waiting(Call wait, Runnable bring) throws Exception {
        Thread caller = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread bringer = new Thread(() -> {
            while (!over.get() && caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            bring.run();
        });
        bringer.start();
        try {
            wait.run();
        } finally {
            over.set(true);
        }
    }

    @Override
    public Void call() throws Exception {
        call.run();
        return null;
    }
}
