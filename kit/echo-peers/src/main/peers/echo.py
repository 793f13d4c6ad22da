"""What does an echo cost in Python, on the loop of asyncio and on that of uvloop?

    python3 echo.py 8888             asyncio's own loop, written in Python
    python3 echo.py 8888 uvloop      the same coroutine on libuv, by way of Cython

Noteworthy: streams, and 200 bytes a read as in the table that this course began with. A loop reads as much as there is;
the 200 bytes are what the coroutine takes of it. `drain` waits while the client does not read: that is the backpressure.
Both loops set TCP_NODELAY by themselves. Out of descriptors, uvloop does as libuv does: it accepts and closes. asyncio
rests for a second, but up to Python 3.11 at least it first fails as often as the backlog is long, and logs each time.
"""

import asyncio
import socket
import sys


async def echo(reader, writer):
    try:
        while data := await reader.read(200):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass  # the client is gone; there is nobody to tell
    finally:
        writer.close()


async def serve(port):
    # Not by its name: to look that up, uvloop starts a pool of four threads.
    listener = socket.create_server(("127.0.0.1", port))
    server = await asyncio.start_server(echo, sock=listener, backlog=4096)
    print(f"Serving on 127.0.0.1:{listener.getsockname()[1]}", flush=True)
    await server.serve_forever()


if "uvloop" in sys.argv:
    import uvloop

    uvloop.install()
asyncio.run(serve(int(sys.argv[1])))
