// What does an echo cost in a C++20 coroutine on Asio?
//
// Noteworthy: a coroutine's frame is one allocation that holds its variables, the buffer included. Asio tries each read and
// write at once and waits only when it must; async_write ends when all is written, and until then nothing is read: that is
// the backpressure. The end of the stream comes as an exception.
#include <asio.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

awaitable<void> echo(tcp::socket socket) {
    char buffer[2048];
    socket.set_option(tcp::no_delay(true));
    for (;;) {
        auto count = co_await socket.async_read_some(asio::buffer(buffer), use_awaitable);
        co_await asio::async_write(socket, asio::buffer(buffer, count), use_awaitable);
    }
}

awaitable<void> serve(unsigned short port) {
    auto executor = co_await asio::this_coro::executor;
    tcp::acceptor acceptor(executor, tcp::v4());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind({asio::ip::address_v4::loopback(), port});
    acceptor.listen(4096);
    std::printf("Serving on 127.0.0.1:%d\n", acceptor.local_endpoint().port());
    std::fflush(stdout);
    asio::steady_timer rest(executor);
    for (;;) {
        asio::error_code error;
        auto socket = co_await acceptor.async_accept(asio::redirect_error(use_awaitable, error));
        if (!error) {
            asio::co_spawn(executor, echo(std::move(socket)), asio::detached);
        } else { // out of descriptors, most likely: without a rest this would spin
            rest.expires_after(std::chrono::milliseconds(50));
            co_await rest.async_wait(use_awaitable);
        }
    }
}

int main(int argc, char **argv) {
    try {
        asio::io_context context(1); // one thread: no locks inside
        asio::co_spawn(context, serve(argc > 1 ? std::atoi(argv[1]) : 8888), [](std::exception_ptr failure) {
            if (failure) std::rethrow_exception(failure);
        });
        context.run();
    } catch (const std::exception &e) {
        std::fprintf(stderr, "asio: %s\n", e.what());
        return 1;
    }
}
