// What does an echo cost in C++20 coroutines without a library?
//
// In the manner of the library that this course began with: a task that is awaited, an event loop over epoll, streams that
// read 200 bytes into a vector. A socket is registered once, level-triggered, and what it waits for changes only while its
// client does not read: that is the backpressure. With -DREGISTERED_ONCE=false it is registered for each wait and taken out
// after it, and each write is waited for too, as that library did when it was measured: four epoll_ctl a message.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>
#ifndef REGISTERED_ONCE
#define REGISTERED_ONCE true
#endif

using Buffer = std::vector<char>;
using Clock = std::chrono::steady_clock;
constexpr auto PAUSE = std::chrono::milliseconds(50);
static const int epoll = epoll_create1(EPOLL_CLOEXEC);

// Begins when it is awaited, and at its end whoever awaits it goes on. Or it is started: then its frame goes at its end.
template <typename Result> struct Task {
    struct End : std::suspend_always {
        template <typename Promise> std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> it) noexcept {
            if (it.promise().awaiting) return it.promise().awaiting;
            it.destroy();
            return std::noop_coroutine();
        }
    };
    struct promise_type {
        std::coroutine_handle<> awaiting;
        Result result;
        Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        End final_suspend() noexcept { return {}; }
        void return_value(Result value) { result = std::move(value); }
        void unhandled_exception() { std::terminate(); }
    };
    std::coroutine_handle<promise_type> coroutine;
    Task(std::coroutine_handle<promise_type> it) : coroutine(it) {}
    Task(const Task &) = delete;
    ~Task() { if (coroutine) coroutine.destroy(); }
    void start() { std::exchange(coroutine, nullptr).resume(); }
    bool await_ready() { return false; }
    auto await_suspend(std::coroutine_handle<> it) { return coroutine.promise().awaiting = it, coroutine; }
    Result await_resume() { return std::move(coroutine.promise().result); }
};

struct Socket {
    const int fd;
    uint32_t interest = 0;
    std::coroutine_handle<> waiting;
    explicit Socket(int fd) : fd(fd) {}
    Socket(const Socket &) = delete;
    ~Socket() { close(fd); }
    void control(int operation, uint32_t events) {
        epoll_event event = {.events = interest = events, .data = {.ptr = this}};
        if (epoll_ctl(epoll, operation, fd, &event) < 0) std::perror("epoll_ctl"), std::exit(1);
    }
    struct Ready : std::suspend_always {
        Socket &socket;
        uint32_t events;
        Ready(Socket &socket, uint32_t events) : socket(socket), events(events) {}
        void await_suspend(std::coroutine_handle<> it) {
            socket.waiting = it;
            if (socket.interest != events) socket.control(socket.interest ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, events);
        }
        void await_resume() {
            if (!REGISTERED_ONCE) socket.control(EPOLL_CTL_DEL, 0);
        }
    };
    // Empty at the end of the stream, and when the client is gone: there is nobody to tell.
    Task<Buffer> read(size_t most) {
        Buffer buffer(most);
        ssize_t count;
        do co_await Ready(*this, EPOLLIN);
        while ((count = recv(fd, buffer.data(), most, 0)) < 0 && errno == EAGAIN);
        buffer.resize(count < 0 ? 0 : count);
        co_return buffer;
    }
    Task<bool> write(const Buffer &buffer) {
        bool waits = !REGISTERED_ONCE;
        for (size_t sent = 0; sent < buffer.size(); waits = true) {
            if (waits) co_await Ready(*this, EPOLLOUT);
            ssize_t count = send(fd, buffer.data() + sent, buffer.size() - sent, MSG_NOSIGNAL);
            if (count < 0 && errno != EAGAIN) co_return false;
            sent += count < 0 ? 0 : count;
        }
        co_return true;
    }
};

// Out of descriptors, a listener stays ready: it is looked at no more for a while, or the loop would spin.
struct Rest : std::suspend_always {
    static inline std::coroutine_handle<> resting;
    static inline Clock::time_point until;
    void await_suspend(std::coroutine_handle<> it) { resting = it, until = Clock::now() + PAUSE; }
};

static Task<bool> echo(int fd) {
    Socket client(fd);
    for (;;) {
        Buffer buffer = co_await client.read(200);
        if (buffer.empty() || !co_await client.write(buffer)) co_return buffer.empty();
    }
}

static Task<bool> serve(int fd) {
    Socket listener(fd);
    for (int one = 1;;) {
        co_await Socket::Ready(listener, EPOLLIN);
        int client = accept4(fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (client >= 0) {
            setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            echo(client).start();
        } else if (errno != EAGAIN && errno != ECONNABORTED) {
            if (listener.interest) listener.control(EPOLL_CTL_DEL, 0);
            co_await Rest();
        }
    }
}

static void run() {
    static epoll_event events[1024];
    for (;;) {
        int count = epoll_wait(epoll, events, 1024, Rest::resting ? PAUSE.count() : -1);
        for (int i = 0; i < count; i++) static_cast<Socket *>(events[i].data.ptr)->waiting.resume();
        if (Rest::resting && Clock::now() >= Rest::until) std::exchange(Rest::resting, nullptr).resume();
    }
}

int main(int argc, char **argv) {
    int port = argc > 1 ? std::atoi(argv[1]) : 8888, one = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address = {};
    address.sin_family = AF_INET, address.sin_port = htons(port), address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bool bound = bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    if (!bound || listen(fd, 4096) < 0) return std::perror(bound ? "listen" : "bind"), 1;
    serve(fd).start();
    std::printf("Serving on 127.0.0.1:%d\n", port);
    std::fflush(stdout);
    run();
}
