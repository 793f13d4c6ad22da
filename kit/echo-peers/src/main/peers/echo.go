// What does an echo cost in Go, on one processor, or on as many as the second argument says?
//
// Noteworthy: a goroutine a connection, whose blocking calls park it in the runtime's netpoller (epoll, edge-triggered): the
// same bargain as virtual threads, made into a language. Go sets TCP_NODELAY, ignores SIGPIPE and takes the system's
// backlog by itself. Not io.Copy, which would let the kernel move the bytes by splice: all servers here read and write.
package main

import (
	"fmt"
	"net"
	"os"
	"runtime"
	"strconv"
	"time"
)

func echo(connection net.Conn) {
	defer connection.Close()
	buffer := make([]byte, 2048)
	for {
		count, err := connection.Read(buffer)
		if count > 0 {
			if _, failed := connection.Write(buffer[:count]); failed != nil {
				return // the client is gone; there is nobody to tell
			}
		}
		if err != nil {
			return
		}
	}
}

func main() {
	processors := 1
	if len(os.Args) > 2 {
		processors, _ = strconv.Atoi(os.Args[2])
	}
	runtime.GOMAXPROCS(processors)
	listener, err := net.Listen("tcp4", "127.0.0.1:"+os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("Serving on", listener.Addr())
	for {
		connection, err := listener.Accept()
		if err != nil {
			time.Sleep(50 * time.Millisecond) // out of descriptors, most likely: without a rest this would spin
			continue
		}
		go echo(connection)
	}
}
