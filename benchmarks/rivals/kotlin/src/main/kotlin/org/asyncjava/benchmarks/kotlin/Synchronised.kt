package org.asyncjava.benchmarks.kotlin

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.yield
import org.asyncjava.benchmarks.Synchronisation

/** Locks, semaphores and channels of kotlinx.coroutines. */
class Synchronised : Synchronisation {
    override fun freeLock(times: Int) = runBlocking { taken(Mutex(), times) }

    private suspend fun taken(lock: Mutex, times: Int): Long {
        var count = 0L
        for (i in 0 until times) {
            lock.lock()
            count++
            lock.unlock()
        }
        return count
    }

    override fun lockedWork(times: Int) = runBlocking { worked(Mutex(), times) }

    private suspend fun worked(lock: Mutex, times: Int): Long {
        var count = 0L
        for (i in 0 until times) {
            count += lock.withLock { 1 }
        }
        return count
    }

    override fun contended(permits: Int, tasks: Int, times: Int) = runBlocking {
        if (permits == 1) {
            val lock = Mutex()
            sum(List(tasks) { async { locking(lock, times) } })
        } else {
            val semaphore = Semaphore(permits)
            sum(List(tasks) { async { taking(semaphore, times) } })
        }
    }

    private suspend fun sum(tasks: List<Deferred<Long>>) = tasks.awaitAll().sum()

    private suspend fun locking(lock: Mutex, times: Int): Long {
        var count = 0L
        for (i in 0 until times) {
            lock.lock()
            yield()
            count++
            lock.unlock()
        }
        return count
    }

    private suspend fun taking(semaphore: Semaphore, times: Int): Long {
        var count = 0L
        for (i in 0 until times) {
            semaphore.acquire()
            yield()
            count++
            semaphore.release()
        }
        return count
    }

    override fun queued(capacity: Int, items: Int) = runBlocking { received(Channel(if (capacity == 0) Channel.UNLIMITED else capacity), items) }

    private suspend fun CoroutineScope.received(queue: Channel<Int>, items: Int): Long {
        launch { send(queue, items) }
        var sum = 0L
        for (i in 0 until items) {
            sum += queue.receive()
        }
        return sum
    }

    private suspend fun send(queue: Channel<Int>, items: Int) {
        for (i in 0 until items) {
            queue.send(i and 7)
        }
    }

    override fun pingPong(times: Int) = runBlocking { pingPong(Channel(1), Channel(1), times) }

    private suspend fun CoroutineScope.pingPong(there: Channel<Int>, back: Channel<Int>, times: Int): Long {
        val other = async { returned(there, back, times) }
        var count = 0L
        for (i in 0 until times) {
            there.send(1)
            count += back.receive()
        }
        return count + other.await()
    }

    private suspend fun returned(there: Channel<Int>, back: Channel<Int>, times: Int): Long {
        var count = 0L
        for (i in 0 until times) {
            count += there.receive()
            back.send(1)
        }
        return count
    }
}
