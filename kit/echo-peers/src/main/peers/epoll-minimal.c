/* What is the least that an echo can cost? The floor of the benchmarks, and not a correct server: it ignores partial
 * writes, and reads once an edge, so that a message longer than its buffer is left lying and an end of stream that comes
 * together with data is missed. Out of descriptors it accepts no more. epoll-full.c does all of that.
 *
 *   gcc -O3 epoll-minimal.c -o epoll-minimal && ./epoll-minimal 8888
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static void fail(const char *call) {
    perror(call);
    exit(1);
}

static void add(int epoll, int fd) {
    struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP | EPOLLET, .data.fd = fd};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0) fail("epoll_ctl");
}

static void accept_all(int epoll, int listener) {
    int fd, one = 1;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        add(epoll, fd);
    }
}

static void echo(int fd) {
    char buffer[2048];
    ssize_t count = recv(fd, buffer, sizeof buffer, 0);
    if (count <= 0 || send(fd, buffer, count, MSG_NOSIGNAL) < 0) close(fd);
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8888, one = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (listen(listener, 4096) < 0) fail("listen");
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    add(epoll, listener);
    printf("Serving on 127.0.0.1:%d\n", port);
    fflush(stdout);
    static struct epoll_event events[1024];
    for (;;) {
        int count = epoll_wait(epoll, events, 1024, -1);
        for (int i = 0; i < count; i++) {
            if (events[i].data.fd == listener) accept_all(epoll, listener);
            else echo(events[i].data.fd);
        }
    }
}
