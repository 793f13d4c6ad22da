// exercise: 3.3
// expect: rejected
// note: notes a future that is complete: close takes the conversation for over, and cuts it
failing = false;
conversations.put(connection, CompletableFuture.completedFuture(null));
echo(connection, options.readBufferSize(), options.observer())
        .whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
            conversations.remove(connection);
        });
