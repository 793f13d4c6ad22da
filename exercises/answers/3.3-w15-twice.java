// exercise: 3.3
// expect: rejected
// note: starts a second conversation for the note
failing = false;
conversations.put(
        connection, echo(connection, options.readBufferSize(), options.observer()));
echo(connection, options.readBufferSize(), options.observer())
        .whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
            conversations.remove(connection);
        });
