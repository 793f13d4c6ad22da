// exercise: 3.3
// expect: solved
// note: a finally inside the stage
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    try {
        report(connection, failure);
    } finally {
        connection.close();
        conversations.remove(connection);
    }
});
