/* What does an echo cost in bufferevents of libevent, the loop beneath memcached and Tor?
 *
 * Noteworthy: the buffers are libevent's, and an echo moves what came in to what goes out without a copy. But a bufferevent
 * writes only when the loop says that it can: an echo costs two epoll_ctl, and an ioctl that asks how much there is to read.
 * Reading stops while more than 64 KiB wait to be written: that is the backpressure.
 */
#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/listener.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

enum { READ_SIZE = 2048, MOST_WAITING = 64 * 1024 };

static struct evconnlistener *listener;

static size_t waiting(struct bufferevent *it) { return evbuffer_get_length(bufferevent_get_output(it)); }

static void end(struct bufferevent *it) {
    bufferevent_free(it);
    evconnlistener_enable(listener); /* there is a descriptor again */
}

static void on_read(struct bufferevent *it, void *unused) {
    bufferevent_write_buffer(it, bufferevent_get_input(it));
    if (waiting(it) > MOST_WAITING) bufferevent_disable(it, EV_READ);
    (void)unused;
}

static void on_written(struct bufferevent *it, void *unused) {
    if (!(bufferevent_get_enabled(it) & EV_READ)) bufferevent_enable(it, EV_READ);
    (void)unused;
}

static void on_last_written(struct bufferevent *it, void *unused) {
    end(it);
    (void)unused;
}

static void on_event(struct bufferevent *it, short events, void *unused) {
    /* Half-close: the client is done, but may still wait for what we have of it. */
    if ((events & BEV_EVENT_EOF) && waiting(it) > 0) bufferevent_setcb(it, NULL, on_last_written, on_event, NULL);
    else if (events & (BEV_EVENT_EOF | BEV_EVENT_ERROR)) end(it);
    (void)unused;
}

static void on_connection(struct evconnlistener *from, evutil_socket_t fd, struct sockaddr *peer, int size, void *unused) {
    int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct bufferevent *it = bufferevent_socket_new(evconnlistener_get_base(from), fd, BEV_OPT_CLOSE_ON_FREE);
    bufferevent_set_max_single_read(it, READ_SIZE);
    bufferevent_setcb(it, on_read, on_written, on_event, NULL);
    bufferevent_enable(it, EV_READ | EV_WRITE);
    (void)peer, (void)size, (void)unused;
}

/* Out of descriptors, the listener stays ready: look away from it until a connection ends, or the loop spins. */
static void on_accept_error(struct evconnlistener *from, void *unused) {
    evconnlistener_disable(from);
    (void)unused;
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8888;
    signal(SIGPIPE, SIG_IGN); /* libevent writes without MSG_NOSIGNAL */
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct event_base *base = event_base_new();
    listener = evconnlistener_new_bind(base, on_connection, NULL, LEV_OPT_REUSEABLE | LEV_OPT_CLOSE_ON_FREE, 4096,
                                       (struct sockaddr *)&address, sizeof address);
    if (!listener) {
        perror("evconnlistener_new_bind");
        return 1;
    }
    evconnlistener_set_error_cb(listener, on_accept_error);
    printf("Serving on 127.0.0.1:%d\n", port);
    fflush(stdout);
    return event_base_dispatch(base);
}
