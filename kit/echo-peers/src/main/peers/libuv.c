/* What does an echo cost in callbacks of libuv, the loop beneath Node.js and uvloop?
 *
 * Noteworthy: uv_try_write first, as libuv's own guide advises for small answers: it writes at once and needs no request.
 * What the socket does not take goes to uv_write, and reading stops until that is done: that is the backpressure. The
 * connection has one buffer. Out of descriptors, libuv itself accepts and closes: a client is turned away, not kept.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

struct connection {
    uv_tcp_t tcp; /* first, so that a pointer to it is one to the connection */
    uv_write_t write;
    char buffer[2048];
};

static void check(const char *call, int result) {
    if (result >= 0) return;
    fprintf(stderr, "%s: %s\n", call, uv_strerror(result));
    exit(1);
}

static void on_close(uv_handle_t *handle) { free(handle); }

static void on_buffer(uv_handle_t *handle, size_t size, uv_buf_t *buffer) {
    struct connection *it = (struct connection *)handle;
    (void)size;
    *buffer = uv_buf_init(it->buffer, sizeof it->buffer);
}

static void on_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buffer);

static void on_write(uv_write_t *write, int status) {
    if (status < 0) uv_close((uv_handle_t *)write->handle, on_close);
    else uv_read_start(write->handle, on_buffer, on_read);
}

static void on_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buffer) {
    if (count < 0) uv_close((uv_handle_t *)stream, on_close); /* UV_EOF, or an error */
    if (count <= 0) return;
    uv_buf_t left = uv_buf_init(buffer->base, count);
    int written = uv_try_write(stream, &left, 1);
    if (written == count) return;
    if (written > 0) left = uv_buf_init(left.base + written, count - written);
    uv_read_stop(stream);
    /* An error of uv_try_write other than UV_EAGAIN comes again here, and ends the connection in on_write. */
    uv_write(&((struct connection *)stream)->write, stream, &left, 1, on_write);
}

static void on_connection(uv_stream_t *listener, int status) {
    if (status < 0) return;
    struct connection *it = malloc(sizeof *it);
    if (!it) check("malloc", UV_ENOMEM);
    uv_tcp_init(listener->loop, &it->tcp);
    if (uv_accept(listener, (uv_stream_t *)it) < 0) {
        uv_close((uv_handle_t *)it, on_close);
        return;
    }
    uv_tcp_nodelay(&it->tcp, 1);
    uv_read_start((uv_stream_t *)it, on_buffer, on_read);
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8888;
    signal(SIGPIPE, SIG_IGN); /* libuv writes without MSG_NOSIGNAL */
    uv_loop_t *loop = uv_default_loop();
    struct sockaddr_in address;
    uv_tcp_t listener;
    check("uv_ip4_addr", uv_ip4_addr("127.0.0.1", port, &address));
    check("uv_tcp_init", uv_tcp_init(loop, &listener));
    check("uv_tcp_bind", uv_tcp_bind(&listener, (const struct sockaddr *)&address, 0));
    check("uv_listen", uv_listen((uv_stream_t *)&listener, 4096, on_connection));
    printf("Serving on 127.0.0.1:%d\n", port);
    fflush(stdout);
    return uv_run(loop, UV_RUN_DEFAULT);
}
