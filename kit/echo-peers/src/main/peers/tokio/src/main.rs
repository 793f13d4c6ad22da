//! What does an echo cost on Tokio's one-threaded runtime, or on as many workers as the second argument says?
//!
//! Noteworthy: a task a connection, and `async fn` compiles to a state machine that is one allocation as large as its
//! variables, the buffer included. Cargo takes the crates from Debian's packages, without a network.
//! `new_current_thread` makes the one thread, on which nothing has to be shared; workers steal tasks from each other.
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::runtime::Builder;

async fn echo(mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = [0; 1024];
    loop {
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Ok(()); // dropping the stream closes it
        }
        stream.write_all(&buffer[..count]).await?;
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).ok_or("usage: tokio-echo PORT [WORKERS]")?.parse()?;
    match std::env::args().nth(2).map_or(Ok(1), |workers| workers.parse())? {
        1 => Builder::new_current_thread().enable_all().build()?.block_on(serve(port)),
        workers => Builder::new_multi_thread()
            .worker_threads(workers)
            .enable_all()
            .build()?
            .block_on(serve(port)),
    }
}

async fn serve(port: u16) -> Result<(), Box<dyn std::error::Error>> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(([127, 0, 0, 1], port).into())?;
    let listener = socket.listen(4096)?;
    println!("Serving on {}", listener.local_addr()?);
    loop {
        match listener.accept().await {
            // An error ends this connection only, and there is nobody to tell.
            Ok((stream, _)) => drop(tokio::spawn(echo(stream))),
            // Out of descriptors, most likely: the listener stays ready, so without a rest this would spin.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
