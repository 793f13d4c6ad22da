// What does an echo cost in Kotlin, in a coroutine that reads and writes by ktor-network?
//
//     java -cp … echolab.peers.ktor.KtorEcho 1 8888      (1: how many coroutines run at a time)
//
// Noteworthy: three coroutines a connection. Two are Ktor's: one fills a channel from the socket, with up to 8 KB a read, and
// one empties another channel into it. Ours moves the bytes from channel to channel, without a copy. Ktor starts its two on
// Dispatchers.IO, whose 64 threads only a property makes fewer: here one works at a time, and ours stands in the same queue.
// The selector needs a thread beside it, since it sleeps in select for half a second while those that it woke still wait for
// a thread. So an echo is handed from thread to thread where a loop would go on. A channel takes 1 MB before it suspends who
// writes to it: that is the backpressure. Ktor sets TCP_NODELAY by itself. Without a port it prints the version of Ktor.
@file:JvmName("KtorEcho")

package echolab.peers.ktor

import io.ktor.network.selector.SelectorManager
import io.ktor.network.sockets.InetSocketAddress
import io.ktor.network.sockets.Socket
import io.ktor.network.sockets.aSocket
import io.ktor.network.sockets.openReadChannel
import io.ktor.network.sockets.openWriteChannel
import io.ktor.network.sockets.port
import io.ktor.utils.io.copyTo
import java.io.IOException
import java.util.Locale
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.IO_PARALLELISM_PROPERTY_NAME
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main(args: Array<String>) {
    Locale.setDefault(Locale.ROOT) // a program reads what we say
    if (args.size == 1) {
        println(SelectorManager::class.java.`package`.implementationVersion)
        return
    }
    System.setProperty(IO_PARALLELISM_PROPERTY_NAME, args[0]) // before anything asks for Dispatchers.IO
    runBlocking(Dispatchers.IO) { serve(args[1].toInt()) }
}

private suspend fun CoroutineScope.serve(port: Int) {
    // A view of Dispatchers.IO that its limit does not count.
    val selector = SelectorManager(Dispatchers.IO.limitedParallelism(1))
    val listener =
        aSocket(selector).tcp().bind("127.0.0.1", port) {
            backlogSize = 4096
            reuseAddress = true
        }
    println("Serving on 127.0.0.1:${listener.port}")
    while (true) {
        try {
            val socket = listener.accept()
            launch { echo(socket) }
        } catch (_: IOException) {
            delay(50.milliseconds) // out of descriptors, most likely: without a rest this would spin
        }
    }
}

private suspend fun echo(socket: Socket) {
    try {
        socket.openReadChannel().copyTo(socket.openWriteChannel())
    } catch (_: IOException) {
        // the client is gone; there is nobody to tell
    } finally {
        socket.close() // once what was written is out
    }
}
