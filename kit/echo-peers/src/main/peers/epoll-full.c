/* What does the floor cost once it is right? The least epoll loop in C that is a correct echo server.
 *
 * Noteworthy: level-triggered, so one recv and one send an event and the kernel reminds us of what is left: no connection
 * starves the others. What send does not take stays in the connection's one buffer, and while it does we wait to write and
 * do not read: that is the backpressure, and the only time that epoll_ctl is called for a connection that lives.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct connection {
    int fd;
    ssize_t begin, end; /* what is read and not yet written */
    char buffer[2048];
};

enum { PAUSE_MILLIS = 100 };

static int epoll, one = 1, resting = 0;
static long resumes_at;
static struct connection listener;

static void fail(const char *call) {
    perror(call);
    exit(1);
}

static void interest(int operation, struct connection *of, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = of};
    if (epoll_ctl(epoll, operation, of->fd, &event) < 0) fail("epoll_ctl");
}

static long now_millis(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Out of descriptors, the listener stays ready: look away from it for a while, or this loop spins. */
static void rest(int yes) {
    if (resting != yes) interest(EPOLL_CTL_MOD, &listener, yes ? 0 : EPOLLIN);
    resting = yes;
    resumes_at = now_millis() + PAUSE_MILLIS;
}

static void accept_all(void) {
    int fd;
    while ((fd = accept4(listener.fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0 || errno == ECONNABORTED) {
        if (fd < 0) continue;
        struct connection *connection = calloc(1, sizeof *connection);
        if (!connection) {
            close(fd); /* one client's bad luck */
            continue;
        }
        connection->fd = fd;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        interest(EPOLL_CTL_ADD, connection, EPOLLIN);
    }
    if (errno != EAGAIN) rest(1);
}

/* Whether the connection goes on. At the end of the stream all has been written, for we read only when it has. */
static int echo(struct connection *it) {
    int waited = it->begin < it->end;
    if (!waited) {
        it->begin = 0;
        it->end = recv(it->fd, it->buffer, sizeof it->buffer, 0);
        if (it->end <= 0) return it->end < 0 && errno == EAGAIN;
    }
    ssize_t count = send(it->fd, it->buffer + it->begin, it->end - it->begin, MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN) return 0;
    it->begin += count < 0 ? 0 : count;
    int waits = it->begin < it->end;
    if (waits != waited) interest(EPOLL_CTL_MOD, it, waits ? EPOLLOUT : EPOLLIN);
    return 1;
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8888;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    listener.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener.fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener.fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (listen(listener.fd, 4096) < 0) fail("listen");
    epoll = epoll_create1(EPOLL_CLOEXEC);
    interest(EPOLL_CTL_ADD, &listener, EPOLLIN);
    printf("Serving on 127.0.0.1:%d\n", port);
    fflush(stdout);
    static struct epoll_event events[1024];
    for (;;) {
        int count = epoll_wait(epoll, events, 1024, resting ? PAUSE_MILLIS : -1);
        for (int i = 0; i < count; i++) {
            struct connection *it = events[i].data.ptr;
            if (it == &listener) {
                accept_all();
            } else if (!echo(it)) {
                close(it->fd);
                free(it);
                rest(0);
            }
        }
        if (resting && now_millis() >= resumes_at) rest(0);
    }
}
