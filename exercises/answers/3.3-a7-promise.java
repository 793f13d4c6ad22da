// exercise: 3.3
// expect: solved
// note: notes a future of its own, and completes it last
failing = false;
var end = new CompletableFuture<Void>();
conversations.put(connection, end);
echo(connection, options.readBufferSize(), options.observer())
        .whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
            conversations.remove(connection);
            end.complete(null);
        });
