// exercise: 3.3
// expect: rejected
// note: notes a future that nobody completes: who waits for room, or closes, waits in vain
failing = false;
conversations.put(connection, new CompletableFuture<>());
echo(connection, options.readBufferSize(), options.observer())
        .whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
            conversations.remove(connection);
        });
